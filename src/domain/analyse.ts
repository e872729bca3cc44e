import { balances, type Balance, type CustomerBalance } from './balances';
import { DEFAULT_EDGES } from './buckets';
import { CLASS_PRESETS, classGiven, type ClassBounds } from './classes';
import { NO_DATE, type Serial } from './date';
import { dayTable, entryOf } from './dayTable';
import { bankruptFrom, type KnockIn } from './knockIns';
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
  /** One per customer and currency with an open item, most overdue money first, then by name. */
  readonly customers: readonly CustomerBalance[];
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
  const { bucket, riskClass, warning, overdueCount, countByWarning } = levelsOf(
    items,
    open,
    daysOverdue,
    bankrupt,
    settings,
  );
  const { totals, customers } = balances(items, edges, open, bucket, daysOverdue);
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
    riskClass,
    bankruptFrom: bankrupt,
    warning,
    totals,
    customers,
    overdueCount,
    countByWarning,
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

const NEWLY_OVERDUE: WarningLevel = 2;

type Levels = Pick<
  Analysis,
  'bucket' | 'riskClass' | 'warning' | 'overdueCount' | 'countByWarning'
>;

function levelsOf(
  { classFact, customer, documentDate }: Receivables,
  open: Float64Array,
  daysOverdue: Int32Array,
  bankrupt: Float64Array,
  settings: AnalysisSettings,
): Levels {
  const count = open.length;
  const { previous } = settings;
  const bucket = new Int8Array(count);
  const riskClass = new Int8Array(count);
  const warning = new Uint8Array(count);
  const table = dayTable(settings);
  let overdueCount = 0;
  const countByWarning: [number, number, number, number] = [0, 0, 0, 0];
  const isAnyBankrupt = bankrupt.some((from) => from <= settings.asOf);
  for (let i = 0; i < count; i++) {
    // Whether something is open is hard to guess, so no branch: what is not, is multiplied away.
    const owes = Number(open[i]! > 0);
    const entry = entryOf(daysOverdue[i]!, table);
    const isBankrupt = isAnyBankrupt && bankrupt[customer[i]!]! <= settings.asOf;
    const known = classGiven(table.riskClass[entry]!, classFact[i]!, isBankrupt);
    bucket[i] = (table.bucket[entry]! - NONE) * owes + NONE;
    riskClass[i] = (known - NONE) * owes + NONE;
    // As warningOf has it: what came past due since the previous run is new.
    const isNew = documentDate[i]! > previous && daysOverdue[i]! > 0;
    const level = ((isNew ? NEWLY_OVERDUE : table.warning[entry]!) * owes) as WarningLevel;
    warning[i] = level;
    countByWarning[level] += owes;
    overdueCount += owes * Number(daysOverdue[i]! > 0);
  }
  return { bucket, riskClass, warning, overdueCount, countByWarning };
}
