import { accountBalances, totalsOf, type AccountBalances, type Balance } from './balances';
import { DEFAULT_EDGES } from './buckets';
import { CLASS_PRESETS, classGiven, type ClassBounds } from './classes';
import { NO_DATE, type Serial } from './date';
import { dayTable, entryOf } from './dayTable';
import { bankruptFrom, type KnockIn } from './knockIns';
import type { Fen } from './money';
import { openAmounts, type Receivables } from './receivables';
import { DEFAULT_LEAD_DAYS, type WarningLevel, type WarningSettings } from './warnings';

/** In place of days, bucket or class where an item has none. */
export const NONE = -1;

export interface AnalysisSettings extends WarningSettings {
  readonly classBounds: ClassBounds;
  /** Whom the policy lists, by code, in any spelling, or by name: 破产 makes all of theirs 损失. */
  readonly knockIns: readonly KnockIn[];
}

/** @returns what holds on a day where nobody has set anything else. */
export const defaultSettings = (asOf: Serial): AnalysisSettings => ({
  asOf,
  previous: asOf - 1,
  leadDays: DEFAULT_LEAD_DAYS,
  edges: DEFAULT_EDGES,
  classBounds: CLASS_PRESETS.bank2023,
  knockIns: [],
});

/** What the ledger says on a day. */
export interface Analysis extends AnalysisSettings {
  readonly items: Receivables;
  /** Fen per item. */
  readonly open: Float64Array;
  /** asOf − due date per item; zero and below is not overdue. */
  readonly daysOverdue: Int32Array;
  /** asOf − document date per item; NONE without one, and before it. */
  readonly ageDays: Int32Array;
  /** Index of the bucket per item; NONE where nothing above 0 is open. */
  readonly bucket: Int8Array;
  /** 0 正常 … 4 损失 per item, by days and what is known besides; NONE where nothing above 0 is open. */
  readonly riskClass: Int8Array;
  /** First day on which the policy says 破产 per customer; Infinity where it does not. */
  readonly bankruptFrom: Float64Array;
  /** WarningLevel per item; 0 where nothing above 0 is open. */
  readonly warning: Uint8Array;
  /** One per currency, in the ledger's order. */
  readonly totals: readonly Balance[];
  /** By customer and currency; see customerBalances. */
  readonly accounts: AccountBalances;
  /** Items with a red light: something open and past due. */
  readonly overdueCount: number;
  /** Items per WarningLevel. */
  readonly countByWarning: readonly [number, number, number, number];
}

/** @returns the ageing of a ledger as of a day. */
export function analyse(items: Receivables, settings: AnalysisSettings): Analysis {
  const { asOf, previous, leadDays, edges, classBounds, knockIns } = settings;
  const open = openAmounts(items, asOf);
  const daysOverdue = daysSinceDue(items, asOf);
  const bankrupt = bankruptFrom(items, knockIns);
  // Columns and numbers go to the loops: code made fast for an object is thrown away where none of its
  // shape is left.
  const table = dayTable(settings);
  const { firstDay } = table;
  const bucket = bucketsOf(open, daysOverdue, firstDay, table.bucket);
  const warning = warningsOf(items, open, daysOverdue, previous, firstDay, table.warning);
  const accounts = accountBalances(items, edges, open, bucket, daysOverdue);
  const totals = totalsOf(items, accounts);
  // Named one by one: what is spread together has a new shape each time, and its readers are slow.
  return {
    asOf,
    previous,
    leadDays,
    edges,
    classBounds,
    knockIns,
    items,
    open,
    daysOverdue,
    ageDays: agesOf(items, asOf),
    bucket,
    riskClass: classesOf(items, open, daysOverdue, asOf, bankrupt, firstDay, table.riskClass),
    bankruptFrom: bankrupt,
    warning,
    totals,
    accounts,
    overdueCount: countOverdue(totals),
    countByWarning: countWarnings(open, warning),
  };
}

function daysSinceDue({ count, dueDate }: Receivables, asOf: Serial): Int32Array {
  const days = new Int32Array(count);
  for (let i = 0; i < count; i++) days[i] = asOf - dueDate[i]!;
  return days;
}

function agesOf({ count, documentDate }: Receivables, asOf: Serial): Int32Array {
  const days = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const issued = documentDate[i]!;
    days[i] = issued === NO_DATE || issued > asOf ? NONE : asOf - issued;
  }
  return days;
}

/** Something above 0 is open: hard to guess, so no branch asks it; what is not, is multiplied away. */
const owes = (open: Fen): number => Number(open > 0);

function bucketsOf(
  open: Float64Array,
  daysOverdue: Int32Array,
  firstDay: number,
  ofDay: Int8Array,
): Int8Array {
  const bucket = new Int8Array(open.length);
  for (let i = 0; i < bucket.length; i++) {
    const entry = entryOf(daysOverdue[i]!, firstDay, ofDay.length);
    bucket[i] = (ofDay[entry]! - NONE) * owes(open[i]!) + NONE;
  }
  return bucket;
}

function classesOf(
  { classFact, customer }: Receivables,
  open: Float64Array,
  daysOverdue: Int32Array,
  asOf: Serial,
  bankrupt: Float64Array,
  firstDay: number,
  ofDay: Int8Array,
): Int8Array {
  const riskClass = new Int8Array(open.length);
  const isAnyBankrupt = bankrupt.some((from) => from <= asOf);
  for (let i = 0; i < riskClass.length; i++) {
    const entry = entryOf(daysOverdue[i]!, firstDay, ofDay.length);
    const isBankrupt = isAnyBankrupt && bankrupt[customer[i]!]! <= asOf;
    const known = classGiven(ofDay[entry]!, classFact[i]!, isBankrupt);
    riskClass[i] = (known - NONE) * owes(open[i]!) + NONE;
  }
  return riskClass;
}

const NEWLY_OVERDUE: WarningLevel = 2;

function warningsOf(
  { documentDate }: Receivables,
  open: Float64Array,
  daysOverdue: Int32Array,
  previous: Serial,
  firstDay: number,
  ofDay: Uint8Array,
): Uint8Array {
  const warning = new Uint8Array(open.length);
  for (let i = 0; i < warning.length; i++) {
    const entry = entryOf(daysOverdue[i]!, firstDay, ofDay.length);
    // As warningOf has it: what came past due since the previous run is new.
    const isNew = documentDate[i]! > previous && daysOverdue[i]! > 0;
    warning[i] = (isNew ? NEWLY_OVERDUE : ofDay[entry]!) * owes(open[i]!);
  }
  return warning;
}

/** Bucket 0 is what is not due. */
const countOverdue = (totals: readonly Balance[]): number =>
  totals
    .flatMap(({ countByBucket }) => countByBucket.slice(1))
    .reduce((sum, count) => sum + count, 0);

function countWarnings(open: Float64Array, warning: Uint8Array): Analysis['countByWarning'] {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0; i < open.length; i++) counts[warning[i] as WarningLevel] += owes(open[i]!);
  return counts;
}
