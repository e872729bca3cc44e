import {
  bucketLabel,
  CLASS_DENIALS,
  CLASS_FACTS,
  CLASS_WORDS,
  CLASS_YES,
  DEFAULT_POLICY,
  isWatched,
  leastClass,
  lightOf,
  NONE,
  type Analysis,
  type Role,
  type WarningLevel,
} from '../domain';
import { dueFormula, openCall, openFormula } from './rowFormulas';
import type { ColumnKey } from './namedColumns';
import { OWN } from './ownNames';
import type { RowRisk } from './sheetRows';
import type { Texts } from './texts';
import { quotedText } from './address';

/** What goes into a cell. */
export type Cell = string | number;

/** Addresses of one row's cells, for formulas. */
export interface RowCells {
  /**
   * The ledger's cell as a number, `N($E5)`, a qualitative class as it stands, `$K5`; null when the
   * ledger has no such column.
   */
  readonly ledger: (role: Role) => string | null;
  /** Our cell, `$H5`; null when there is no such column of ours. */
  readonly own: (key: ColumnKey) => string | null;
  /** What 是 says in the ledger's qualitative column, see parseClassFact. */
  readonly classYes: number;
  /** First day of the customer's 破产 by the policy, as a cell counts days; Infinity without one. */
  readonly bankruptFrom: number;
}

type Say = (cells: RowCells, texts: Texts) => string | null;

/** One column of ours: the same said by a formula, by an AR function and by the domain. */
interface RowColumn {
  readonly title: (texts: Texts) => string;
  readonly format: string;
  /** In points; more where the title or the words take it. */
  readonly width: number;
  /** What its cells say, where that is longer than its title. */
  readonly words?: (texts: Texts) => readonly string[];
  /**
   * Answers null where the ledger has nothing to say it by: the column stays blank. No function where
   * no formula says it, but a model: the column holds values.
   */
  readonly formula: Say | null;
  /** The same by an AR function; left out where none says it. */
  readonly call?: Say;
  readonly value: (analysis: Analysis, item: number, texts: Texts, risk: RowRisk | null) => Cell;
}

/** ASC: an input method for Chinese types ８０％. */
const line = `VALUE(ASC(${OWN.amberFrom}&""))`;
/**
 * The probability line, as the reader has it; as usual where its cell is blank, gone, no number, or not
 * from 0 to 1: then it is divided by FALSE.
 */
const WATCH_FROM = `IFERROR(${line}/(ABS(${line}-0.5)<=0.5),${DEFAULT_POLICY.amberFrom})`;

const openOf = (cells: RowCells): string =>
  cells.own('open') ?? `IF(${hasDate(cells.ledger)},${openFormula(cells.ledger)},0)`;
const dueOf = (cells: RowCells): string => cells.own('dueDate') ?? dueFormula(cells.ledger)!;

type SaidByDays = (days: string, cells: RowCells, texts: Texts) => string | null;

/** A column that speaks of items with something open alone, by their days overdue. */
const byDays = ({
  formula,
  call,
  ...column
}: Omit<RowColumn, 'formula' | 'call' | 'value'> & {
  readonly formula: SaidByDays;
  readonly call?: SaidByDays;
  readonly value: RowColumn['value'];
}): RowColumn => ({
  ...column,
  formula: ofOpen(formula),
  ...(call && { call: ofOpen(call) }),
  value: (analysis, item, texts, risk) =>
    analysis.open[item]! > 0 ? column.value(analysis, item, texts, risk) : '',
});

const ofOpen =
  (say: SaidByDays): Say =>
  (cells, texts) => {
    const days = cells.own('daysOverdue')!;
    const said = say(days, cells, texts);
    return said && `IF(${days}="","",${said})`;
  };

/** A column of what is predicted of open invoices alone. */
const predicted = ({
  of,
  ...column
}: Omit<RowColumn, 'formula' | 'value'> & {
  readonly of: (risk: RowRisk, item: number) => number;
}): RowColumn => ({
  ...column,
  formula: null,
  value: (_, item, __, risk) => (risk && risk.probability[item] !== NONE ? of(risk, item) : ''),
});

export const ROW_COLUMNS: Readonly<Record<ColumnKey, RowColumn>> = {
  open: {
    title: (texts) => texts.open,
    format: '#,##0.00',
    width: 84,
    formula: ({ ledger }) => `IF(${hasDate(ledger)},${openFormula(ledger)},"")`,
    call: ({ ledger }) => `IF(${hasDate(ledger)},${openCall(ledger)},"")`,
    value: ({ open }, item) => open[item]! / 100,
  },
  dueDate: {
    title: (texts) => texts.dueDate,
    format: 'yyyy-mm-dd',
    width: 66,
    formula: ({ ledger }) => `IF(${hasDate(ledger)},${dueFormula(ledger)!},"")`,
    value: ({ items }, item) => items.dueDate[item]!,
  },
  daysOverdue: {
    title: (texts) => texts.daysOverdue,
    format: '0',
    width: 66,
    formula: (cells) => `IF(N(${openOf(cells)})>0,${OWN.asOf}-${dueOf(cells)},"")`,
    call: (cells) => `IF(N(${openOf(cells)})>0,AR.OVERDUE_DAYS(${dueOf(cells)},${OWN.asOf}),"")`,
    value: ({ open, daysOverdue }, item) => (open[item]! > 0 ? daysOverdue[item]! : ''),
  },
  ageDays: byDays({
    title: (texts) => texts.ageDays,
    format: '0',
    width: 60,
    formula: (_, { ledger }) => {
      const issued = ledger('documentDate');
      return issued && `IF(${issued}>0,${OWN.asOf}-${issued},"")`;
    },
    call: (_, { ledger }) => {
      const issued = ledger('documentDate');
      return issued && `AR.AGE_DAYS(${issued},${OWN.asOf})`;
    },
    value: ({ ageDays }, item) => (ageDays[item] === NONE ? '' : ageDays[item]!),
  }),
  bucket: byDays({
    title: (texts) => texts.bucket,
    format: 'General',
    width: 72,
    formula: (days) => `LOOKUP(${days},${OWN.bucketFrom},${OWN.bucketLabel})`,
    call: (_, cells) =>
      `AR.AGING_BUCKET(${dueOf(cells)},${OWN.asOf},${OWN.edges},${OWN.bucketLabel})`,
    value: ({ bucket, edges }, item, texts) => bucketLabel(bucket[item]!, edges, texts.notDue),
  }),
  riskClass: byDays({
    title: (texts) => texts.riskClass,
    format: 'General',
    width: 72,
    words: ({ classes }) => classes,
    formula: (days, cells) =>
      classFormula(days, cells, `LOOKUP(${days},${OWN.classFrom},${OWN.classLabel})`),
    call: (days, cells) =>
      classFormula(days, cells, `AR.RISK_CLASS(${days},${OWN.classBounds},${OWN.classLabel})`),
    value: ({ riskClass }, item, texts) => texts.classes[riskClass[item]!]!,
  }),
  warning: byDays({
    title: (texts) => texts.warning,
    format: 'General',
    width: 54,
    formula: (days, cells, { warnings }) => {
      const before = `${days}-${OWN.asOf}+${OWN.previous}`;
      const bucket = (of: string) => `LOOKUP(${of},${OWN.bucketFrom})`;
      const soon = `IF(-${days}<=${OWN.leadDays},${quotedText(warnings[1])},"")`;
      const slid = `IF(${bucket(days)}=${bucket(before)},"",${quotedText(warnings[3])})`;
      const isNew = `OR(${before}<=0,AND(${cameSince(cells)}))`;
      return `IF(${days}<=0,${soon},IF(${isNew},${quotedText(warnings[2])},${slid}))`;
    },
    call: (days, cells, { warnings }) => {
      const settings = [OWN.asOf, OWN.previous, OWN.leadDays, OWN.edges].join(',');
      const byDays = `AR.WARNING_LEVEL(${dueOf(cells)},${settings})`;
      const level = `IF(AND(${days}>0,${cameSince(cells)}),2,${byDays})`;
      return `CHOOSE(1+${level},${warnings.map(quotedText).join(',')})`;
    },
    value: ({ warning }, item, texts) => texts.warnings[warning[item] as WarningLevel],
  }),
  light: byDays({
    title: (texts) => texts.light,
    format: 'General',
    width: 102,
    words: ({ lights }) => [lights.red, `${lights.amberBefore}00${lights.amberAfter}`],
    formula: (days, { own }, { lights }) => {
      const probability = own('probability');
      const rest = probability
        ? `IF(AND(ISNUMBER(${probability}),${probability}>=${WATCH_FROM}),` +
          `${quotedText(lights.yellow)},${quotedText(lights.none)})`
        : quotedText(lights.none);
      const soon = `${quotedText(lights.amberBefore)}&${OWN.leadDays}&${quotedText(lights.amberAfter)}`;
      const amber = `IF(-${days}<=${OWN.leadDays},${soon},${rest})`;
      return `IF(${days}>0,${quotedText(lights.red)},${amber})`;
    },
    value: ({ daysOverdue, warning, leadDays }, item, { lights }, risk) => {
      const level = warning[item] as WarningLevel;
      const light = lightOf(daysOverdue[item]!, level, isWatched(risk, item));
      if (light === 'amber') return `${lights.amberBefore}${leadDays}${lights.amberAfter}`;
      return lights[light ?? 'none'];
    },
  }),
  probability: predicted({
    title: (texts) => texts.probability,
    format: '0%',
    width: 60,
    of: ({ probability }, item) => probability[item]!,
  }),
  expectedLoss: predicted({
    title: (texts) => texts.expectedLoss,
    format: '#,##0.00',
    width: 84,
    of: ({ expectedLoss }, item) => expectedLoss[item]! / 100,
  }),
};

/** Whether the column holds what a model says. */
export const isPredicted = (key: ColumnKey): boolean => ROW_COLUMNS[key].formula === null;

/** What is all true where the document is younger than the previous run; a blank age is no number. */
function cameSince({ own }: RowCells): string {
  const age = own('ageDays')!;
  return `ISNUMBER(${age}),${age}<${OWN.asOf}-${OWN.previous}`;
}

const hasDate = (ledger: RowCells['ledger']): string =>
  `${[ledger('dueDate'), ledger('documentDate')].filter((d) => d !== null).join('+')}>0`;

/**
 * @param byDays - the class where nothing else is known
 * @returns that, else what `classified` says of the ledger's cell, as plainClassFact reads it, and of the
 *   policy
 */
function classFormula(days: string, cells: RowCells, byDays: string): string {
  const cell = cells.ledger('classFact');
  const said = cell === null ? byDays : saidClass(days, cell, cells.classYes, byDays);
  if (cells.bankruptFrom === Infinity) return said;
  const loss = `INDEX(${OWN.classLabel},${CLASS_WORDS.length})`;
  return `IF(${OWN.asOf}>=${cells.bankruptFrom},${loss},${said})`;
}

function saidClass(days: string, cell: string, yes: number, byDays: string): string {
  const least = [`MATCH(${days},${OWN.classFrom})`, factsFormula(cell)];
  if (yes > 0) {
    least.push(`${leastClass(yes) + 1}*SUMPRODUCT(--(${cell}&""=${listed(CLASS_YES)}))`);
  }
  const given = CLASS_WORDS.reduceRight(
    (rest, word, i) => `IF(${cell}=${quotedText(word)},${i + 1},${rest})`,
    `MAX(${least.join(',')})`,
  );
  return `IF(${cell}="",${byDays},INDEX(${OWN.classLabel},${given}))`;
}

/** The class, from 1 on, of the gravest fact in a cell that nothing there denies; 0 without one. */
function factsFormula(cell: string): string {
  const facts = listed(CLASS_FACTS.map(([fact]) => fact));
  const classes = `{${CLASS_FACTS.map(([, riskClass]) => riskClass + 1).join(',')}}`;
  const denials = `1*ISNUMBER(SEARCH(${listed(CLASS_DENIALS, ';')}&${facts}," "&${cell}))`;
  // As many ones as denials: a product adds them up, fact by fact.
  const denied = `MMULT({${CLASS_DENIALS.map(() => 1).join(',')}},${denials})`;
  return `SUMPRODUCT(MAX(ISNUMBER(SEARCH(${facts},${cell}))*(${denied}=0)*${classes}))`;
}

/** Words as a constant of a formula, side by side or, by `;`, one below the other. */
const listed = (words: readonly string[], by = ','): string =>
  `{${words.map(quotedText).join(by)}}`;
