import { concentrationOf, DEFAULT_TOP } from '../domain';
import {
  amountsOf,
  invalid,
  numberOf,
  readNonZero,
  wholeColumn,
  type Answer,
  type Cells,
} from './cells';
import { customersOf } from './customersOf';

/**
 * How much of what is owed the top customers owe.
 *
 * @param customers - of items; a customer may come more than once
 * @param amounts - open yuan of the same items, of one currency
 * @param n - customers that are the top; null for 50
 * @returns 0…1; '' where nobody owes anything
 */
export function topShare(customers: Cells, amounts: Cells, n: unknown): Answer {
  const top = numberOf(n, '前几名 n', DEFAULT_TOP, readNonZero);
  if (!Number.isInteger(top) || top < 1)
    throw invalid('n 须为正整数 / n is a whole number above 0');
  const open = amountsOf(amounts, '未收余额 amounts', 0);
  const names = customersOf(customers, open);
  const sums = new Map<string, number>();
  wholeColumn(open).forEach((amount, i) => {
    const name = names[i]!;
    sums.set(name, (sums.get(name) ?? 0) + amount);
  });
  return concentrationOf([...sums.keys()], [...sums.values()], top).topShare ?? '';
}
