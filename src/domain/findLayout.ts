import { cellText, isBlank } from './cell';
import { columnFit, isDateLike } from './columnFit';
import {
  headerUnit,
  headerWords,
  LEDGER_WORDS,
  matchHeader,
  titleUnit,
  type RoleScores,
  type Vocabulary,
} from './headerMatch';
import { DateColumn, type ColumnOrder } from './parseDate';
import { simplified } from './simplified';
import {
  AMOUNT_ROLES,
  DATE_ROLES,
  ROLES,
  type AmountRole,
  type DateRole,
  type MappingChoice,
  type Role,
  type SheetMapping,
  type SheetRole,
} from './roles';

/** Where the ledger's header stands and what its columns mean. */
export interface Layout {
  /** The header's last row; zero-based, within the rows looked at. */
  readonly headerRow: number;
  /** 2 where a row of groups stands above: 应收款 over 金额 and 余额. */
  readonly headerRows: 1 | 2;
  /** As the ledger titles its columns; group and title of a two-row header as `应收款/金额`. */
  readonly headers: readonly string[];
  readonly mapping: SheetMapping;
  /** How sure each mapped column is, 0…1, by its header and its data; 1 where the user chose it. */
  readonly confidence: Readonly<Partial<Record<SheetRole, number>>>;
  /** Yuan per 1 in an amount's column: 10000 under 金额（万元）. */
  readonly unit: Readonly<Partial<Record<AmountRole, number>>>;
  /** How a date's column writes days; `ambiguous` where the rows looked at leave it open. */
  readonly dateOrder: Readonly<Partial<Record<DateRole, ColumnOrder>>>;
}

/** What makes a kind of sheet. */
export interface SheetForm {
  readonly words: Vocabulary;
  /** Whether nothing is missing that such a sheet cannot do without. */
  readonly isWhole: (mapping: SheetMapping) => boolean;
}

/** A row an item: an amount or a balance, and a date. */
export const LEDGER_FORM: SheetForm = {
  words: LEDGER_WORDS,
  isWhole: (mapping) =>
    (mapping.amount ?? mapping.open) !== undefined &&
    (mapping.dueDate ?? mapping.documentDate) !== undefined,
};

/** Below this a column is left without a role. */
const LEAST_CONFIDENCE = 0.25;
/** Confidence of a column that has the right data under an unknown header. */
const BY_DATA = 0.3;
/** Rows of agreeing data it takes. */
const ENOUGH_ROWS = 3;

type Rows = readonly (readonly unknown[])[];

/** What is looked for, and where. */
interface Search {
  readonly rows: Rows;
  readonly chosen: MappingChoice;
  readonly form: SheetForm;
}

/** A row, or two, that may be the header. */
interface Candidate {
  readonly headerRow: number;
  readonly headerRows: 1 | 2;
  readonly headers: readonly string[];
  readonly mapping: Partial<Record<SheetRole, number>>;
  readonly confidence: Partial<Record<SheetRole, number>>;
}

/**
 * Finds the header, the row or two that name most roles, and what its columns mean.
 *
 * @param rows - the first rows of the sheet; merged cells as a value and blanks
 * @param chosen - columns the user named
 * @param form - what is looked for; of a ledger, columns under unknown headers are told by their data
 * @returns null when no row leads to what the form cannot do without
 */
export function findLayout(
  rows: Rows,
  chosen: MappingChoice,
  form: SheetForm = LEDGER_FORM,
): Layout | null {
  const isWhole = ({ mapping }: Candidate) => form.isWhole(mapping);
  const search = { rows, chosen, form };
  const candidates = firstOnes(rows.flatMap((_, row) => candidatesAt(search, row)));
  const best =
    bestOf(candidates.filter(isWhole)) ??
    (form === LEDGER_FORM
      ? bestOf(candidates.map((c) => completeByData(c, rows, chosen)).filter(isWhole))
      : undefined);
  if (!best) return null;
  const mapping = keyedByName(best);
  return {
    ...best,
    ...mapping,
    unit: unitsOf(best, mapping.mapping, rows),
    dateOrder: ordersOf(best, mapping.mapping, rows),
  };
}

/** Without the same header again, on the next printed page: the ledger begins at the first. */
function firstOnes(candidates: readonly Candidate[]): Candidate[] {
  const titles = candidates.map(({ headers }) => headers.join('\n'));
  return candidates.filter((_, i) => titles.indexOf(titles[i]!) === i);
}

/** Most roles win, then the surer ones, then the upper row. */
const bestOf = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (best, c) => (best && weight(best) >= weight(c) ? best : c),
    undefined,
  );

const weight = ({ confidence }: Candidate): number => {
  const sure = Object.values(confidence);
  return sure.length + sure.reduce((sum, c) => sum + c, 0) / 100;
};

function candidatesAt(search: Search, row: number): Candidate[] {
  const { rows, form } = search;
  if (holdsData(rows[row]!)) return [];
  const titles = rows[row]!.map(cellText);
  const match = (title: string) => matchHeader(headerWords(title), form.words);
  const matches = titles.map(match);
  const single = mapHeaders(search, row, 1, titles, (c) => matches[c]!);
  const groups =
    row > 0 && !holdsData(rows[row - 1]!) ? groupsOver(rows[row - 1]!.map(cellText), titles) : null;
  if (!groups) return [single];
  const headers = titles.map((title, c) => [groups[c], title].filter(Boolean).join('/'));
  const double = mapHeaders(search, row, 2, headers, (c) => {
    const whole = match(`${groups[c]!.replace(FILLER, '')}${titles[c]!}`);
    const alone = matches[c]!;
    return surest(whole) >= surest(alone) ? whole : alone;
  });
  return [single, double];
}

/** A third or more of dates and amounts: no row of titles. */
function holdsData(cells: readonly unknown[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const data = filled.filter((cell) => isDateLike(cell) || columnFit('amount', [cell]) === 1);
  return filled.length === 0 || data.length * 3 >= filled.length;
}

/** Words of a group's name that say nothing: 客户信息 over 编码. */
const FILLER = /信息|情况|资料|明细|内容/;

const surest = (scores: RoleScores): number => Math.max(0, ...Object.values(scores));

/**
 * @returns the group over each column, carried to the right over the blanks of a merged cell; null
 *   where the upper row is no row of groups
 */
function groupsOver(upper: readonly string[], lower: readonly string[]): string[] | null {
  if (upper.filter(Boolean).length < 2) return null;
  let group = '';
  return lower.map((title, c) => {
    if (upper[c]) group = upper[c];
    else if (!title) group = '';
    return group;
  });
}

function mapHeaders(
  { rows, chosen, form }: Search,
  headerRow: number,
  headerRows: 1 | 2,
  headers: readonly string[],
  scoresOf: (column: number) => RoleScores,
): Candidate {
  const mapping: Partial<Record<SheetRole, number>> = {};
  const confidence: Partial<Record<SheetRole, number>> = {};
  const taken = new Set<number>();
  const take = (role: SheetRole, column: number, sure: number) => {
    mapping[role] = column;
    confidence[role] = sure;
    taken.add(column);
  };
  for (const role of ROLES) {
    const column = chosen[role] ? columnNamed(headers, chosen[role]) : -1;
    if (column >= 0) take(role, column, 1);
  }
  const isDecided = (role: SheetRole) => mapping[role] !== undefined || chosen[role as Role] === '';
  const body = rows.slice(headerRow + 1);
  const isAccount =
    form === LEDGER_FORM &&
    headers.some((header) => /贷方|^credit$/i.test(simplified(header.trim())));
  const offers = headers.flatMap((header, column) =>
    header === ''
      ? []
      : entriesOf(scoresOf(column), isAccount).map(([name, score]) => {
          const role = name as SheetRole;
          const fit =
            columnFit(
              role,
              body.map((row) => row[column]),
            ) ?? 1;
          return { role, column, score: score * (0.3 + 0.7 * fit) };
        }),
  );
  offers.sort((a, b) => b.score - a.score);
  for (const { role, column, score } of offers) {
    if (isDecided(role) || taken.has(column) || score < LEAST_CONFIDENCE) continue;
    take(role, column, score);
  }
  return { headerRow, headerRows, headers, mapping, confidence };
}

/** Read as a ledger, an account of debits and credits has no open amounts: its balance runs on. */
const entriesOf = (scores: RoleScores, isAccount: boolean): [string, number][] =>
  Object.entries(scores).filter(([role]) => !(isAccount && role === 'open'));

/** @returns the column a person means by a header's text, -1 when there is none */
export function columnNamed(headers: readonly string[], name: string): number {
  const same = headers.indexOf(name.trim());
  if (same >= 0) return same;
  const { joined } = headerWords(name);
  return joined === '' ? -1 : headers.findIndex((header) => headerWords(header).joined === joined);
}

/** Gives the roles a ledger cannot do without to columns that hold such data under unknown headers. */
function completeByData(candidate: Candidate, rows: Rows, chosen: MappingChoice): Candidate {
  const { headerRow, headers } = candidate;
  if (Object.keys(candidate.mapping).length < 2) return candidate;
  const mapping = { ...candidate.mapping };
  const confidence = { ...candidate.confidence };
  const body = rows.slice(headerRow + 1);
  const propose = (role: Role, isSuch: (cell: unknown) => boolean) => {
    if (chosen[role] === '') return;
    const taken = new Set(Object.values(mapping));
    const column = headers.findIndex((header, c) => {
      const filled = body.map((row) => row[c]).filter((cell) => cellText(cell) !== '');
      const scores = matchHeader(headerWords(header), LEDGER_WORDS);
      const unknown = header !== '' && Object.keys(scores).length === 0;
      return unknown && !taken.has(c) && filled.length >= ENOUGH_ROWS && filled.every(isSuch);
    });
    if (column < 0) return;
    mapping[role] = column;
    confidence[role] = BY_DATA;
  };
  if ((mapping.dueDate ?? mapping.documentDate) === undefined) propose('documentDate', isDateLike);
  if ((mapping.amount ?? mapping.open) === undefined) {
    propose('amount', (cell) => !isDateLike(cell) && columnFit('amount', [cell]) === 1);
  }
  return { ...candidate, mapping, confidence };
}

/** A ledger that names its customers but gives them no code is keyed by the name. */
function keyedByName({ mapping, confidence }: Candidate): Pick<Layout, 'mapping' | 'confidence'> {
  if (mapping.customer !== undefined || mapping.customerName === undefined) {
    return { mapping, confidence };
  }
  const { customerName, ...columns } = mapping;
  const { customerName: sure, ...rest } = confidence;
  return {
    mapping: { ...columns, customer: customerName },
    confidence: { ...rest, customer: sure! },
  };
}

function unitsOf(
  { headerRow, headerRows, headers }: Candidate,
  mapping: SheetMapping,
  rows: Rows,
): Layout['unit'] {
  const titles = rows
    .slice(0, headerRow - headerRows + 1)
    .flat()
    .map(titleUnit);
  const general = titles.find((unit) => unit !== null) ?? 1;
  const units: Partial<Record<AmountRole, number>> = {};
  for (const role of AMOUNT_ROLES) {
    const column = mapping[role];
    if (column === undefined) continue;
    const own = headerUnit(headers[column]);
    const unit = own === 1 && !headers[column]!.includes('元') ? general : own;
    units[role] = unit;
  }
  return units;
}

function ordersOf(
  { headerRow }: Candidate,
  mapping: SheetMapping,
  rows: Rows,
): Layout['dateOrder'] {
  const orders: Partial<Record<DateRole, ColumnOrder>> = {};
  for (const role of DATE_ROLES) {
    const at = mapping[role];
    if (at === undefined) continue;
    const column = new DateColumn();
    for (const row of rows.slice(headerRow + 1)) column.look(row[at]);
    orders[role] = column.order;
  }
  return orders;
}
