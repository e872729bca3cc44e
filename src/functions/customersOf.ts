import { cellText, NO_CUSTOMER } from '../domain';
import { invalid, passedOn, type Cells, type Column, isError } from './cells';

/**
 * @param amounts - of the same items
 * @returns a customer an item, （未填客户） for a blank
 * @throws {CustomFunctions.Error} where a cell is an error, or there are not as many as amounts
 */
export function customersOf(cells: Cells, amounts: Column): string[] {
  const list = cells.flat();
  const count = amounts.values.length;
  if (list.length !== count) {
    throw invalid(`客户 ${list.length} 个，金额 ${count} 个 / not as many customers as amounts`);
  }
  return list.map((cell) => {
    if (isError(cell)) throw passedOn(cell);
    const name = cell === 0 ? '' : cellText(cell);
    return name === '' ? NO_CUSTOMER : name;
  });
}
