import {
  bucketLabels,
  lightOf,
  NONE,
  type Analysis,
  type Role,
  type WarningLevel,
} from '../domain';
import { openFormula, dueFormula } from './rowFormulas';
import { OWN } from './ownNames';
import type { Texts } from './texts';
import { quotedText } from './address';

/** Our columns, in the order in which they stand. */
export const COLUMN_KEYS = [
  'open',
  'dueDate',
  'daysOverdue',
  'ageDays',
  'bucket',
  'riskClass',
  'warning',
  'light',
] as const;

export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** What goes into a cell. */
export type Cell = string | number;

/** Addresses of one row's cells, for formulas. */
export interface RowCells {
  /** The ledger's cell as a number, `N($E5)`; null when the ledger has no such column. */
  readonly ledger: (role: Role) => string | null;
  /** Our cell, `$H5`; null when there is no such column of ours. */
  readonly own: (key: ColumnKey) => string | null;
}

/** One column of ours: the same said by a formula and by the domain. */
interface RowColumn {
  /** Name of title and cells, in the scope of the ledger's sheet. */
  readonly name: string;
  readonly title: (texts: Texts) => string;
  readonly format: string;
  /** In points. */
  readonly width: number;
  /** Null where the ledger has nothing to say it by: the column stays blank. */
  readonly formula: (cells: RowCells, texts: Texts) => string | null;
  readonly value: (analysis: Analysis, item: number, texts: Texts) => Cell;
}

const openOf = (cells: RowCells): string =>
  cells.own('open') ?? `IF(${hasDate(cells.ledger)},${openFormula(cells.ledger)},0)`;
const dueOf = (cells: RowCells): string => cells.own('dueDate') ?? dueFormula(cells.ledger)!;

/** A column that speaks of items with something open alone, by their days overdue. */
const byDays = (
  column: Omit<RowColumn, 'formula' | 'value'> & {
    readonly formula: (days: string, cells: RowCells, texts: Texts) => string | null;
    readonly value: RowColumn['value'];
  },
): RowColumn => ({
  ...column,
  formula: (cells, texts) => {
    const days = cells.own('daysOverdue')!;
    const said = column.formula(days, cells, texts);
    return said && `IF(${days}="","",${said})`;
  },
  value: (analysis, item, texts) =>
    analysis.open[item]! > 0 ? column.value(analysis, item, texts) : '',
});

export const ROW_COLUMNS: Readonly<Record<ColumnKey, RowColumn>> = {
  open: {
    name: 'ARW_Open',
    title: (texts) => texts.open,
    format: '#,##0.00',
    width: 84,
    formula: ({ ledger }) => `IF(${hasDate(ledger)},${openFormula(ledger)},"")`,
    value: ({ open }, item) => open[item]! / 100,
  },
  dueDate: {
    name: 'ARW_DueDate',
    title: (texts) => texts.dueDate,
    format: 'yyyy-mm-dd',
    width: 66,
    formula: ({ ledger }) => `IF(${hasDate(ledger)},${dueFormula(ledger)!},"")`,
    value: ({ items }, item) => items.dueDate[item]!,
  },
  daysOverdue: {
    name: 'ARW_DaysOverdue',
    title: (texts) => texts.daysOverdue,
    format: '0',
    width: 66,
    formula: (cells) => `IF(N(${openOf(cells)})>0,${OWN.asOf}-${dueOf(cells)},"")`,
    value: ({ open, daysOverdue }, item) => (open[item]! > 0 ? daysOverdue[item]! : ''),
  },
  ageDays: byDays({
    name: 'ARW_AgeDays',
    title: (texts) => texts.ageDays,
    format: '0',
    width: 60,
    formula: (_, { ledger }) => {
      const issued = ledger('documentDate');
      return issued && `IF(${issued}>0,${OWN.asOf}-${issued},"")`;
    },
    value: ({ ageDays }, item) => (ageDays[item] === NONE ? '' : ageDays[item]!),
  }),
  bucket: byDays({
    name: 'ARW_Bucket',
    title: (texts) => texts.bucket,
    format: 'General',
    width: 72,
    formula: (days) => `LOOKUP(${days},${OWN.bucketFrom},${OWN.bucketLabel})`,
    value: ({ bucket, edges }, item, texts) => bucketLabels(edges, texts.notDue)[bucket[item]!]!,
  }),
  riskClass: byDays({
    name: 'ARW_Class',
    title: (texts) => texts.riskClass,
    format: 'General',
    width: 72,
    formula: (days) => `LOOKUP(${days},${OWN.classFrom},${OWN.classLabel})`,
    value: ({ riskClass }, item, texts) => texts.classes[riskClass[item]!]!,
  }),
  warning: byDays({
    name: 'ARW_Warning',
    title: (texts) => texts.warning,
    format: 'General',
    width: 54,
    formula: (days, _, { warnings }) => {
      const before = `${days}-${OWN.asOf}+${OWN.previous}`;
      const bucket = (of: string) => `LOOKUP(${of},${OWN.bucketFrom})`;
      const soon = `IF(-${days}<=${OWN.leadDays},${quotedText(warnings[1])},"")`;
      const slid = `IF(${bucket(days)}=${bucket(before)},"",${quotedText(warnings[3])})`;
      return `IF(${days}<=0,${soon},IF(${before}<=0,${quotedText(warnings[2])},${slid}))`;
    },
    value: ({ warning }, item, texts) => texts.warnings[warning[item] as WarningLevel],
  }),
  light: byDays({
    name: 'ARW_Light',
    title: (texts) => texts.light,
    format: 'General',
    width: 102,
    formula: (days, _, { lights }) => {
      const soon = `${quotedText(lights.amberBefore)}&${OWN.leadDays}&${quotedText(lights.amberAfter)}`;
      const amber = `IF(-${days}<=${OWN.leadDays},${soon},${quotedText(lights.none)})`;
      return `IF(${days}>0,${quotedText(lights.red)},${amber})`;
    },
    value: ({ daysOverdue, warning, leadDays }, item, { lights }) => {
      const light = lightOf(daysOverdue[item]!, warning[item] as WarningLevel);
      if (light === null) return lights.none;
      return light === 'red' ? lights.red : `${lights.amberBefore}${leadDays}${lights.amberAfter}`;
    },
  }),
};

const hasDate = (ledger: RowCells['ledger']): string =>
  `${[ledger('dueDate'), ledger('documentDate')].filter((d) => d !== null).join('+')}>0`;
