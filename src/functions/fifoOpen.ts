import { fifoOpen as fifoOpenOf, NO_DATE } from '../domain';
import {
  amountsOf,
  checkAlike,
  dateOf,
  datesOf,
  wholeColumn,
  type Answer,
  type Cells,
} from './cells';

/**
 * What is left of the lines of one account without matching, the oldest debit paid first (推算).
 *
 * @param dates - of the lines; a blank one is the opening balance
 * @param debits - yuan
 * @param credits - yuan
 * @returns yuan in the shape of `dates`, adding up to the balance: debits above 0, credits below 0;
 *   '' for lines without an amount
 */
export function fifoOpen(dates: Cells, debits: Cells, credits: Cells, asOf: unknown): Answer[][] {
  const day = dateOf(asOf, '基准日 asOf');
  const date = datesOf(dates, '日期 dates', NO_DATE);
  const debit = amountsOf(debits, '借方 debits', 0);
  const credit = amountsOf(credits, '贷方 credits', 0);
  checkAlike([date, debit, credit]);
  const [owed, paid] = [wholeColumn(debit), wholeColumn(credit)];
  const open = fifoOpenOf(Int32Array.from(wholeColumn(date)), owed, paid, day);
  const answer = (i: number): Answer => (owed[i] === 0 && paid[i] === 0 ? '' : open[i]! / 100);
  return dates.map((row, r) => row.map((_, c) => answer(r * row.length + c)));
}
