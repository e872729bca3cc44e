import type { Role } from '../domain';
import { OWN } from './ownNames';

/**
 * A row's cell as a number, `N($E5)`: N() makes blanks and texts 0. Null when the ledger has no
 * such column.
 */
export type NumberCell = (role: Role) => string | null;

/** @returns what `openAmounts` says of a row, as an expression in major units. */
export function openFormula(cell: NumberCell): string {
  const open = `ROUND(${balance(cell)},2)`;
  const issued = cell('documentDate');
  return issued === null ? open : `IF(${issued}<=${OWN.asOf},${open},0)`;
}

function balance(cell: NumberCell): string {
  const amount = cell('amount');
  const received = cell('received');
  const open = cell('open');
  const receiptDate = cell('receiptDate');
  if (amount === null) return open!;
  if (received !== null) {
    return `${amount}-${receiptDate ? `IF(${receiptDate}>${OWN.asOf},0,${received})` : received}`;
  }
  if (open !== null) return receiptDate ? `IF(${receiptDate}>${OWN.asOf},${amount},${open})` : open;
  return receiptDate ? `IF(AND(${receiptDate}>0,${receiptDate}<=${OWN.asOf}),0,${amount})` : amount;
}

/** @returns what `openFormula` says, by an AR function. */
export function openCall(cell: NumberCell): string {
  const amount = cell('amount') ?? cell('open')!;
  const issued = cell('documentDate') ?? '0';
  return `AR.OPEN_AMOUNT(${amount},${paid(cell)},${OWN.asOf},${issued},${cell('receiptDate') ?? '0'})`;
}

/** What was received, at whatever date. */
function paid(cell: NumberCell): string {
  const amount = cell('amount');
  if (amount === null) return '0';
  const received = cell('received');
  if (received !== null) return received;
  const open = cell('open');
  if (open !== null) return `${amount}-${open}`;
  const receiptDate = cell('receiptDate');
  return receiptDate ? `IF(${receiptDate}>0,${amount},0)` : '0';
}

/** @returns the day an item falls due, as an expression: the due date, else the document date. */
export function dueFormula(cell: NumberCell): string | null {
  const due = cell('dueDate');
  const issued = cell('documentDate');
  return due && issued ? `IF(${due}>0,${due},${issued})` : (due ?? issued);
}
