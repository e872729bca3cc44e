import { itemsBehind } from './itemsBehind';
import type { KpiName, Kpis } from './kpi';
import { isSold, type KpiWindow } from './ledgerFigures';
import { paymentsOf } from './payments';
import { openAmounts, type Receivables } from './receivables';
import type { WriteOff } from './rollRates';

/** The sums that KPIs are made of. */
export type KpiTerm =
  /** Open at the end of the day before the window. */
  | 'opening'
  /** Open at its end. */
  | 'closing'
  /** Of it, above 0; not due; past due. */
  | 'gross'
  | 'notDue'
  | 'overdue'
  /** Amounts of invoices and credit notes of the window. */
  | 'sales'
  /** The same of the days that count-back used up. */
  | 'countBackSales'
  /** Invoices on which money came in within the window. */
  | 'receipts'
  /** Items of which something was written off within the window. */
  | 'badDebt'
  /** Of `closing`, what customers have whose balance is above 0. */
  | 'owing';

/** Which sums a KPI is made of. */
export const KPI_TERMS: Readonly<Record<KpiName, readonly KpiTerm[]>> = {
  dso: ['closing', 'sales'],
  countBackDso: ['closing', 'countBackSales'],
  bestPossibleDso: ['notDue', 'sales'],
  delinquentDso: ['closing', 'notDue', 'sales'],
  averageDaysLate: ['receipts'],
  averageCollectionDays: ['receipts'],
  turnover: ['sales', 'opening', 'closing'],
  turnoverDays: ['sales', 'opening', 'closing'],
  collectionEffectiveness: ['opening', 'sales', 'closing', 'notDue'],
  overdueShare: ['overdue', 'gross'],
  badDebtRate: ['badDebt', 'gross'],
  badDebtRateOfAverage: ['badDebt', 'opening', 'closing'],
  topShare: ['owing'],
  hhi: ['owing'],
};

/**
 * The items behind KPIs: of each sum those that add something to it.
 *
 * @param currency - index into the ledger's currencies, the one `kpis` are of
 * @param writeOffs - as the books tell of them; none where somebody says what the 坏账 is
 */
export function kpiItems(
  items: Receivables,
  currency: number,
  { values }: Kpis,
  writeOffs: readonly WriteOff[],
): Record<KpiTerm, Int32Array> {
  const { window } = values.dso;
  const before = openAmounts(items, window.from - 1);
  const open = openAmounts(items, window.to);
  const of = (holds: (item: number) => boolean) =>
    itemsBehind(items.count, (i) => items.currency[i] === currency && holds(i));
  const sold = (days: KpiWindow) => of((i) => isSold(items, i, days));
  const isLost = new Uint8Array(items.count);
  for (const { item, date } of writeOffs) {
    if (date >= window.from && date <= window.to) isLost[item] = 1;
  }
  const isPaid = paidWithin(items, window);
  const balance = new Float64Array(items.customers.length);
  const closing = of((i) => open[i] !== 0);
  for (const i of closing) balance[items.customer[i]!]! += open[i]!;
  return {
    opening: of((i) => before[i] !== 0),
    closing,
    gross: of((i) => open[i]! > 0),
    notDue: of((i) => open[i]! > 0 && items.dueDate[i]! >= window.to),
    overdue: of((i) => open[i]! > 0 && items.dueDate[i]! < window.to),
    sales: sold(window),
    countBackSales: sold(values.countBackDso.window),
    receipts: of((i) => isPaid[i] === 1),
    badDebt: of((i) => isLost[i] === 1),
    owing: closing.filter((i) => balance[items.customer[i]!]! > 0),
  };
}

/** 1 per item on which money came in. */
function paidWithin(items: Receivables, { from, to }: KpiWindow): Uint8Array {
  const isPaid = new Uint8Array(items.count);
  const { count, item, date, isMoney } = paymentsOf(items, to);
  for (let k = 0; k < count; k++) if (isMoney[k] === 1 && date[k]! >= from) isPaid[item[k]!] = 1;
  return isPaid;
}
