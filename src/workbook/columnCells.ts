import { NO_DATE, type Analysis, type Receivables, type Role, type Serial } from '../domain';
import { columnLetters } from './address';
import type { OwnColumns } from './ownColumns';
import { nativeRows } from './nativeRows';
import type { LedgerPlace, LedgerReading } from './readLedger';
import { ROW_COLUMNS, type Cell, type ColumnKey, type RowCells } from './rowColumns';
import type { Texts } from './texts';

/** What goes into our cells beside a ledger; rows count from 0 at the ledger's first. */
export interface ColumnCells {
  /** What the domain says; '' beside rows that are no items. */
  value(row: number, key: ColumnKey): Cell;
  /** The formula in the ledger's first row, for copying down; '' where there is nothing to say. */
  formula(key: ColumnKey): string;
  /** Whether the formula looks at the ledger's cells and not at ours alone. */
  readsLedger(key: ColumnKey): boolean;
  /**
   * Cells beside rows whose own cells a formula would misread, by zero-based row on the sheet: the
   * formula with dates and amounts as they were read in place of the cells, so that it follows the
   * settings all the same.
   */
  pins(key: ColumnKey): ReadonlyMap<number, Cell>;
}

export function columnCells(
  place: LedgerPlace,
  columns: OwnColumns,
  analysis: Analysis,
  reading: LedgerReading,
  texts: Texts,
): ColumnCells {
  const { items } = analysis;
  const itemAt = new Int32Array(place.lastRow - place.firstRow + 1).fill(-1);
  items.row.forEach((row, item) => (itemAt[row - 1 - place.firstRow] = item));
  const at = (column: number, row: number) =>
    `$${columnLetters(column)}${place.firstRow + 1 + row}`;
  const formula = (row: number, key: ColumnKey, ledger: RowCells['ledger']): string => {
    const own = (other: ColumnKey) => (columns.has(other) ? at(columns.get(other)!, row) : null);
    const said = ROW_COLUMNS[key].formula({ ledger, own }, texts);
    return said === null ? '' : `=${said}`;
  };
  const ledgerCell = (role: Role): string | null => {
    const column = place.mapping[role];
    return column === undefined ? null : `N(${at(place.firstColumn + column, 0)})`;
  };
  const hasOwn = (key: ColumnKey) => columns.has(key);
  const native = nativeRows(place.mapping, reading.cells, items, hasOwn);
  return {
    value: (row, key) =>
      itemAt[row]! < 0 ? '' : ROW_COLUMNS[key].value(analysis, itemAt[row]!, texts),
    formula: (key) => formula(0, key, ledgerCell),
    readsLedger(key) {
      let reads = false;
      formula(0, key, (role) => {
        reads ||= place.mapping[role] !== undefined;
        return ledgerCell(role);
      });
      return reads;
    },
    pins(key) {
      const pins = new Map<number, Cell>();
      for (const sheetRow of reading.uncleanRows) {
        const row = sheetRow - 1 - place.firstRow;
        const item = itemAt[row]!;
        if (item < 0) pins.set(sheetRow - 1, '');
        else if (!native.isNative(row, item, key)) {
          pins.set(sheetRow - 1, formula(row, key, asRead(items, item)));
        }
      }
      return pins;
    },
  };
}

/** An item's dates and amounts, for formulas in place of the ledger's cells. */
function asRead(items: Receivables, item: number): RowCells['ledger'] {
  const day = (serial: Serial) => String(serial === NO_DATE ? 0 : serial);
  const cells: Partial<Record<Role, string>> = {
    documentDate: day(items.documentDate[item]!),
    dueDate: day(items.dueDate[item]!),
    receiptDate: day(items.receiptDate[item]!),
    amount: String(items.amount[item]! / 100),
    received: String(items.received[item]! / 100),
  };
  return (role) => cells[role] ?? null;
}
