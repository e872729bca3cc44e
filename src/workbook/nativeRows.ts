import type { Fen, Mapping, Receivables } from '../domain';
import type { ColumnKey } from './namedColumns';
import type { NumberCells } from './readLedger';

/** Whether arithmetic over a row's own cells gives what was read of it. */
export interface NativeRows {
  /** @param row - of the ledger's body, from 0 */
  isNative(row: number, item: number, key: ColumnKey): boolean;
}

/**
 * Compares cells as N() takes them, a blank or a text as 0, with the items: the other side of
 * rowFormulas.ts.
 *
 * @param hasOwn - whether a column of ours stands between the ledger's cells and other columns
 */
export function nativeRows(
  mapping: Mapping,
  cells: NumberCells,
  items: Receivables,
  hasOwn: (key: ColumnKey) => boolean,
): NativeRows {
  const n = (role: keyof NumberCells, row: number): number => {
    const cell = cells[role]?.[row] ?? 0;
    return Number.isNaN(cell) ? 0 : cell;
  };
  const isDay = (day: number, read: number): boolean => day === Math.max(read, 0);
  const isIssued = (row: number, item: number): boolean =>
    isDay(n('documentDate', row), items.documentDate[item]!);
  const isDue = (row: number, item: number): boolean =>
    (n('dueDate', row) || n('documentDate', row)) === items.dueDate[item]!;
  const received = (row: number): number => {
    if (mapping.received !== undefined) return n('received', row);
    if (mapping.amount === undefined) return 0;
    if (mapping.open !== undefined) return n('amount', row) - n('open', row);
    return n('receiptDate', row) > 0 ? n('amount', row) : 0;
  };
  const isOpen = (row: number, item: number): boolean =>
    isIssued(row, item) &&
    n('documentDate', row) + n('dueDate', row) > 0 &&
    isDay(n('receiptDate', row), items.receiptDate[item]!) &&
    isFen(n(mapping.amount === undefined ? 'open' : 'amount', row), items.amount[item]!) &&
    isFen(received(row), items.received[item]!);
  return {
    isNative(row, item, key) {
      if (key === 'open') return isOpen(row, item);
      if (key === 'dueDate') return isDue(row, item);
      if (key === 'ageDays') return isIssued(row, item);
      if (key === 'riskClass') return n('classFact', row) === items.classFact[item]!;
      return (hasOwn('open') || isOpen(row, item)) && (hasOwn('dueDate') || isDue(row, item));
    },
  };
}

const isFen = (yuan: number, fen: Fen): boolean => Math.abs(yuan * 100 - fen) < 0.501;
