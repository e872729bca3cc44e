import { isBlank } from './cell';
import { isAboutClass } from './classes';
import { NO_DATE } from './date';
import { readDateText, scanYearFirst } from './dateText';
import { parseAmount } from './parseAmount';
import type { SheetRole } from './roles';
import { parseTerm } from './term';

/** 1990-01-01 and 2100-01-01: a number between them may well be a date of business. */
const FIRST_DAY = 32_874;
const LAST_DAY = 73_051;

/**
 * How well the cells under a header fit a role.
 *
 * @param cells - some of the column; blank ones do not count
 * @returns 0…1; null when there is nothing to judge by
 */
export function columnFit(role: SheetRole, cells: readonly unknown[]): number | null {
  const filled = cells.filter((cell) => !isBlank(cell) && cell !== '-');
  if (filled.length === 0) return null;
  return filled.filter((cell) => fits(role, cell)).length / filled.length;
}

function fits(role: SheetRole, cell: unknown): boolean {
  switch (role) {
    case 'documentDate':
    case 'dueDate':
    case 'receiptDate':
    case 'invoiceReceipt':
    case 'shipment':
    case 'delivery':
    case 'acceptance':
      return isDateLike(cell);
    case 'amount':
    case 'received':
    case 'open':
    case 'baseAmount':
      return !isDateText(cell) && parseAmount(cell) !== null;
    case 'rate':
      return typeof cell === 'number' && cell > 0;
    case 'term':
      return (
        parseTerm(cell) !== 'ambiguous' ||
        (typeof cell === 'string' && /[\u4e00-\u9fff]/.test(cell))
      );
    case 'customer':
    case 'documentNo':
    case 'appliesTo':
      return typeof cell === 'number' ? Number.isInteger(cell) : !isDateText(cell);
    case 'classFact':
      return isAboutClass(cell) || /^[无否未非没]/.test(String(cell));
    case 'direction':
      return typeof cell === 'string' && cell.length <= 6;
    case 'year':
    case 'month':
    case 'day':
      return /^\d{1,4}$/.test(String(cell).trim());
    case 'status':
    case 'countsMonth':
    case 'means':
    case 'disputed':
    case 'remark':
      return true;
    default:
      return typeof cell === 'string' && !isDateText(cell);
  }
}

/** @returns whether a cell may be a date of business. */
export const isDateLike = (cell: unknown): boolean =>
  typeof cell === 'number'
    ? (cell >= FIRST_DAY && cell < LAST_DAY) || (Number.isInteger(cell) && isDateText(String(cell)))
    : isDateText(cell);

const isDateText = (cell: unknown): boolean =>
  typeof cell === 'string' &&
  (scanYearFirst(cell) > NO_DATE || Object.keys(readDateText(cell)).length > 0);
