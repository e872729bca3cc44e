import {
  customerLabel,
  isoDate,
  type Analysis,
  type SalespersonAccount,
  type Serial,
} from '../domain';
import { quotedText } from './address';
import { toCell } from './dateSystem';
import { pairRows, type Page, type Row } from './statementPage';
import type { StatementTexts } from './statementTexts';
import type { Findings } from './runWarnings';

/**
 * What finance goes through with a salesperson: the overdue items, and how the balance came about.
 *
 * @param top - its first row on the sheet, 1-based
 * @param from - first day of the account's period
 */
export function salespersonPage(
  account: SalespersonAccount,
  from: Serial,
  top: number,
  { items, open, asOf, daysOverdue }: Pick<Analysis, 'items' | 'open' | 'asOf' | 'daysOverdue'>,
  { date1904 }: Findings['place'],
  t: StatementTexts,
): Page {
  const { salesperson, currency, overdueItems } = account;
  const header = top + 4;
  const firstLine = header + 1;
  const total = firstLine + Math.max(1, overdueItems.length);
  const closing = total + 1;
  const lines = overdueItems.map((item, i): Row => {
    const row = firstLine + i;
    const isNew = items.dueDate[item]! >= from - 1;
    return [
      toCell(items.dueDate[item]!, date1904),
      items.documentNo[item]!,
      `${customerLabel(items, item)} · ${t.daysOverdue(daysOverdue[item]!)}`,
      open[item]! / 100,
      isNew ? open[item]! / 100 : '',
      i === 0 ? `=D${row}` : `=F${row - 1}+D${row}`,
    ];
  });
  const sum = (column: string) => `=SUM(${column}${firstLine}:${column}${total - 1})`;
  const firstPair = closing + 2;
  const pairs = pairRows([
    [t.opening, account.opening / 100],
    [t.invoiced, account.invoiced / 100],
    [t.settled, account.settled / 100],
    [t.closing, `=B${firstPair}+D${firstPair}-F${firstPair}`],
    [t.overdue, `=F${closing}`],
    [t.newlyOverdue, `=E${total}`],
  ]);
  const lastPair = firstPair + pairs.length - 1;
  const firstBox = lastPair + 4;
  const [before, after] = t.salespersonOwes(isoDate(asOf), currency);
  const amount = `TEXT(B${firstPair + 1},"#,##0.00")`;
  const rows: Row[] = [
    [t.salespersonTitle, '', '', '', '', ''],
    [t.salesperson(salesperson), '', '', '', '', ''],
    [t.period(isoDate(from), isoDate(asOf), currency), '', '', '', '', ''],
    [t.salespersonGreeting, '', '', '', '', ''],
    [t.dueDate, t.documentNo, t.customer, t.overdue, t.newlyOverdue, t.cumulated],
    ...(lines.length > 0 ? lines : [['', '', t.nothingOverdue, 0, '', `=D${firstLine}`] as const]),
    ['', '', t.overdueTotal, sum('D'), sum('E'), ''],
    ['', '', t.overdue, '', '', `=D${total}`],
    [t.movements, '', '', '', '', ''],
    ...pairs,
    [`=${quotedText(before)}&${amount}&${quotedText(after)}`, '', '', '', '', ''],
    [t.salespersonPlease, '', '', '', '', ''],
    ['', '', '', '', '', ''],
    [t.finance, '', '', t.sales, '', ''],
    ['', '', '', '', '', ''],
    ['', '', '', '', '', ''],
    ['', '', '', '', '', ''],
    [t.signedBy, '', '', t.signedBy, '', ''],
    [t.signedOn, '', '', t.signedOn, '', ''],
    ['', '', '', '', '', ''],
    ['', '', '', '', '', ''],
  ];
  return {
    rows,
    top,
    header,
    closing,
    ages: [firstPair, lastPair],
    boxes: [firstBox, firstBox + 5],
  };
}
