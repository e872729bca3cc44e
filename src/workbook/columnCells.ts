import { classFactWord, NO_DATE, type Receivables, type Role, type Serial } from '../domain';
import { columnLetters, quotedText } from './address';
import { toCell } from './dateSystem';
import { classYesOf } from './readLedger';
import type { OwnColumns } from './ownColumns';
import { nativeRows } from './nativeRows';
import type { ColumnKey } from './namedColumns';
import { ROW_COLUMNS, type Cell, type RowCells } from './rowColumns';
import type { SheetRows } from './sheetRows';
import type { Texts } from './texts';

/** What goes into our cells beside a ledger; rows count from 0 at the ledger's first. */
export interface ColumnCells {
  /** What the domain says; '' beside rows that are no items. */
  value(row: number, key: ColumnKey): Cell;
  /** The formula in the ledger's first row, for copying down; '' where there is nothing to say. */
  formula(key: ColumnKey): string;
  /** What `formula` becomes beside each row, by being copied down. */
  copied(key: ColumnKey): (row: number) => string;
  /** Whether the formula looks at the ledger's cells and not at ours alone, or is not that of all rows. */
  readsLedger(key: ColumnKey): boolean;
  /**
   * Cells whose formula is not that of all rows, by zero-based row on the sheet. Beside rows whose own
   * cells a formula would misread it has dates and amounts as they were read in place of the cells, so
   * that it follows the settings all the same; of customers whom the policy lists as 破产 it says so.
   */
  pins(key: ColumnKey): ReadonlyMap<number, Cell>;
}

/** Stands for a row's number in a formula; no text of ours holds it. */
const ANY_ROW = '\0';

/** @param by - what is put into cells: native formulas, or AR functions where there is one */
export function columnCells(
  { place, analysis, risk, itemAt, uncleanRows, cells }: SheetRows,
  columns: OwnColumns,
  texts: Texts,
  by: 'formula' | 'call' = 'formula',
): ColumnCells {
  const { items } = analysis;
  const sheetRow = (row: number) => String(place.firstRow + 1 + row);
  const classYes = classYesOf(place);
  /** @param row - on the sheet, 1-based, or what stands for it */
  const formula = (
    row: string,
    key: ColumnKey,
    ledger: RowCells['ledger'],
    bankruptFrom = Infinity,
  ): string => {
    const own = (other: ColumnKey) =>
      columns.has(other) ? `$${columnLetters(columns.get(other)!)}${row}` : null;
    const column = ROW_COLUMNS[key];
    const said = ((by === 'call' ? column.call : null) ?? column.formula)?.(
      { ledger, own, classYes, bankruptFrom },
      texts,
    );
    return said == null ? '' : `=${said}`;
  };
  const ledgerCell =
    (row: string) =>
    (role: Role): string | null => {
      const column = place.mapping[role];
      if (column === undefined) return null;
      const cell = `$${columnLetters(place.firstColumn + column)}${row}`;
      return role === 'classFact' ? cell : `N(${cell})`;
    };
  const hasOwn = (key: ColumnKey) => columns.has(key);
  const bankruptFrom = (item: number): number =>
    toCell(analysis.bankruptFrom[items.customer[item]!]!, place.date1904);
  const bankruptRows = [...itemAt.keys()].filter(
    (row) => itemAt[row]! >= 0 && bankruptFrom(itemAt[row]!) < Infinity,
  );
  const native = nativeRows(place.mapping, cells, items, hasOwn);
  return {
    value(row, key) {
      if (itemAt[row]! < 0) return '';
      const said = ROW_COLUMNS[key].value(analysis, itemAt[row]!, texts, risk);
      return key === 'dueDate' ? toCell(Number(said), place.date1904) : said;
    },
    formula: (key) => formula(sheetRow(0), key, ledgerCell(sheetRow(0))),
    copied(key) {
      const parts = formula(ANY_ROW, key, ledgerCell(ANY_ROW)).split(ANY_ROW);
      return (row) => parts.join(sheetRow(row));
    },
    readsLedger(key) {
      let reads = key === 'riskClass' && bankruptRows.length > 0;
      formula(ANY_ROW, key, (role) => {
        reads ||= place.mapping[role] !== undefined;
        return ledgerCell(ANY_ROW)(role);
      });
      return reads;
    },
    pins(key) {
      const pins = new Map<number, Cell>();
      if (key === 'riskClass') {
        for (const row of bankruptRows) {
          const from = bankruptFrom(itemAt[row]!);
          pins.set(
            place.firstRow + row,
            formula(sheetRow(row), key, ledgerCell(sheetRow(row)), from),
          );
        }
      }
      for (const unclean of uncleanRows) {
        const row = unclean - 1 - place.firstRow;
        const item = itemAt[row]!;
        if (item < 0) pins.set(unclean - 1, '');
        else if (!native.isNative(row, item, key)) {
          const isTyped = !Number.isNaN(cells.classFact?.[row] ?? NaN);
          const cell = isTyped ? ledgerCell(String(unclean))('classFact') : null;
          const read = asRead(items, item, place.date1904, cell);
          pins.set(unclean - 1, formula(String(unclean), key, read, bankruptFrom(item)));
        }
      }
      return pins;
    },
  };
}

/** What a formula may hold of a text. */
const MOST_CHARACTERS = 255;

/**
 * An item's dates, amounts and qualitative class, for formulas in place of the ledger's cells.
 *
 * @param classCell - the ledger's, to be looked at again once it holds something else than what was read;
 *   null where that stands in another cell (merged ones)
 */
function asRead(
  items: Receivables,
  item: number,
  date1904: boolean,
  classCell: string | null,
): RowCells['ledger'] {
  const day = (serial: Serial) => String(serial === NO_DATE ? 0 : toCell(serial, date1904));
  const typed = items.classCells.get(item) ?? '';
  const word = quotedText(classFactWord(items.classFact[item]!));
  const isFollowed = classCell !== null && typed !== '' && typed.length <= MOST_CHARACTERS;
  const cells: Partial<Record<Role, string>> = {
    documentDate: day(items.documentDate[item]!),
    dueDate: day(items.dueDate[item]!),
    receiptDate: day(items.receiptDate[item]!),
    amount: String(items.amount[item]! / 100),
    received: String(items.received[item]! / 100),
    classFact: isFollowed ? `IF(${classCell}=${quotedText(typed)},${word},${classCell})` : word,
  };
  return (role) => cells[role] ?? null;
}
