import type { Role } from '../domain';
import type { OwnColumns } from './ownColumns';
import { OWN } from './ownNames';
import type { LedgerPlace } from './readLedger';

/** @returns `AB` for column 27. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/**
 * The columns' formulas for one row. They say what `openAmounts` and `bucketOf` say, with functions
 * every Excel, WPS and LibreOffice has: N() makes a blank or a text 0.
 *
 * @param row - zero-based row on the sheet
 */
export function rowFormulas(
  place: LedgerPlace,
  columns: OwnColumns,
  row: number,
): { days: string; bucket: string } {
  const at = (column: number) => `$${columnLetters(column)}${row + 1}`;
  const n = (role: Role): string | null => {
    const column = place.mapping[role];
    return column === undefined ? null : `N(${at(place.firstColumn + column)})`;
  };
  const issued = n('documentDate');
  const due = n('dueDate');
  const open = `ROUND(${openFormula(n)},2)>0`;
  const dueDate = due && issued ? `IF(${due}>0,${due},${issued})` : (due ?? issued)!;
  const hasDate = [due, issued].filter((d) => d !== null).join('+');
  const started = issued ? `${issued}<=${OWN.asOf},` : '';
  const days = at(columns.days);
  return {
    days: `=IF(AND(${started}${hasDate}>0,${open}),${OWN.asOf}-${dueDate},"")`,
    bucket: `=IF(${days}="","",LOOKUP(${days},${OWN.bucketFrom},${OWN.bucketLabel}))`,
  };
}

function openFormula(n: (role: Role) => string | null): string {
  const amount = n('amount') ?? n('open')!;
  const received = n('received');
  const receiptDate = n('receiptDate');
  if (received === null && receiptDate === null) return amount;
  if (receiptDate === null) return `${amount}-${received!}`;
  if (received === null) return `IF(AND(${receiptDate}>0,${receiptDate}<=${OWN.asOf}),0,${amount})`;
  return `${amount}-IF(${receiptDate}>${OWN.asOf},0,${received})`;
}
