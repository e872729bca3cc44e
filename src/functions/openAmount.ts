import { NO_DATE } from '../domain';
import {
  amountsOf,
  constant,
  datesOf,
  eachCell,
  numberOf,
  readDate,
  type Answer,
  type Cells,
} from './cells';

/**
 * What is still open of items at the end of a day.
 *
 * @param amount - yuan
 * @param received - yuan; null for nothing
 * @param asOf - null to count everything
 * @param documentDate - an item counts from its date on
 * @param receiptDate - what was received counts from its date on, without one at any date
 * @returns yuan in the shape of `amount`
 */
export function openAmount(
  amount: Cells,
  received: Cells | null,
  asOf: unknown,
  documentDate: Cells | null,
  receiptDate: Cells | null,
): Answer[][] {
  const day = numberOf(asOf, '基准日 asOf', Infinity, readDate);
  const dates = (cells: Cells | null, word: string) =>
    cells ? datesOf(cells, word, NO_DATE) : constant(NO_DATE);
  return eachCell(
    [
      amountsOf(amount, '金额 amount'),
      received ? amountsOf(received, '已收金额 received', 0) : constant(0),
      dates(documentDate, '单据日期 documentDate'),
      dates(receiptDate, '收款日期 receiptDate'),
    ],
    (fen, got, issued, paid) => (issued > day ? 0 : (fen - (paid <= day ? got : 0)) / 100),
  );
}
