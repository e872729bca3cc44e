import { cellText, type Receivables } from '../domain';
import { ledgerSheets } from './ledgerSheet';

/** The row of the active cell. */
export interface SelectedRow {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** Whether the sheet is one of ours. */
  readonly isOurs: boolean;
  /** What its cells say. */
  readonly texts: readonly string[];
}

/** Reads the row of the active cell; waits while a cell is being edited. */
export const selectedRow = (): Promise<SelectedRow> =>
  Excel.run({ delayForCellEdit: true }, async (context) => {
    const cell = context.workbook.getActiveCell().load('rowIndex,worksheet/name');
    const used = cell.getEntireRow().getUsedRangeOrNullObject(true).load('values');
    const { all } = await ledgerSheets(context.workbook);
    const { name } = cell.worksheet;
    return {
      sheet: name,
      row: cell.rowIndex + 1,
      isOurs: all.every((sheet) => sheet.name !== name),
      texts: used.isNullObject ? [] : used.values[0]!.map(cellText),
    };
  });

/**
 * @returns the customer a row is about: that of the ledger's item there, on our sheets the one whose
 *   code, or whose name if nobody else bears it, a cell holds; null where there is none
 */
export function customerOfRow(
  { customers, customerNames, ...items }: Receivables,
  { sheet, row, isOurs, texts }: SelectedRow,
): string | null {
  if (isOurs) {
    const code = texts.find((text) => text !== '' && customers.includes(text));
    if (code !== undefined) return code;
    const named = texts.map((text) =>
      [...customerNames.keys()].filter((c) => text !== '' && customerNames[c] === text),
    );
    const only = named.find((found) => found.length === 1);
    return only ? customers[only[0]!]! : null;
  }
  const at = items.sheets.indexOf(sheet);
  const item = items.row.findIndex((r, i) => r === row && items.sheet[i] === at);
  return item < 0 ? null : customers[items.customer[item]!]!;
}
