import { bucketLabels, bucketOf } from '../domain';
import { NOT_DUE } from './agingBucket';
import {
  amountsOf,
  checkAlike,
  dateOf,
  datesOf,
  invalid,
  wholeColumn,
  type Answer,
  type Cells,
} from './cells';
import { customersOf } from './customersOf';
import { edgesOf } from './edgesOf';

/**
 * 账龄表: a customer a row, a bucket a column.
 *
 * @param customers - as the ledger has them
 * @param dueDates - of the same items; need not be there for credits
 * @param amounts - open yuan of the same items, of one currency; credits below 0 stand under 未核销
 * @param edges - as `agingBucket` has them
 * @returns header, customers in order of appearance, total; the buckets and 未核销 add up to 合计
 */
export function agingTable(
  customers: Cells,
  dueDates: Cells,
  amounts: Cells,
  asOf: unknown,
  edges: Cells | null,
): Answer[][] {
  const day = dateOf(asOf, '基准日 asOf');
  const bounds = edgesOf(edges);
  const due = datesOf(dueDates, '到期日 dueDates');
  const open = amountsOf(amounts, '未收余额 amounts', 0);
  checkAlike([open, due]);
  const dates = wholeColumn(due);
  const fen = wholeColumn(open);
  const names = customersOf(customers, open);
  const labels = bucketLabels(bounds, NOT_DUE);
  const unapplied = labels.length;
  const sums = new Map<string, Float64Array>();
  const total = new Float64Array(unapplied + 2);
  fen.forEach((amount, i) => {
    if (amount === 0) return;
    if (amount > 0 && Number.isNaN(dates[i])) {
      throw invalid(`第 ${i + 1} 个没有到期日 / no due date: number ${i + 1}`);
    }
    const column = amount < 0 ? unapplied : bucketOf(day - dates[i]!, bounds);
    const name = names[i]!;
    let sum = sums.get(name);
    if (!sum) sums.set(name, (sum = new Float64Array(total.length)));
    for (const row of [sum, total]) {
      row[column]! += amount;
      row[unapplied + 1]! += amount;
    }
  });
  const line = (name: string, row: Float64Array): Answer[] => [
    name,
    ...Array.from(row, (sum) => sum / 100),
  ];
  return [
    ['客户', ...labels, '未核销', '合计'],
    ...[...sums].map(([name, sum]) => line(name, sum)),
    line('合计', total),
  ];
}
