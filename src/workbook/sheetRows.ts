import { holdsItems, type Analysis, type RiskAssessment, type Watch } from '../domain';
import type { ColumnMode } from './columnMode';
import type { Examination } from './examineLedger';
import type { Book } from './locateLedger';
import type { NumberCells } from './readLedger';

/** What is to be said beside the rows of one sheet. */
export interface SheetRows extends Book {
  /** The item a row is, from the ledger's first row on; −1 beside rows that are none. */
  readonly itemAt: Int32Array;
  /** Where several items are of a row, their sums stand at the one in `itemAt`, the worst of them. */
  readonly analysis: Analysis;
  /** What is predicted of items; null where it is not to stand beside them. */
  readonly risk: RowRisk | null;
  /** Whether formulas over a row's own cells can say it: what pays an item stands beside it. */
  readonly isNative: boolean;
  /** What our columns are to hold: formulas for functions, or values, where they would be too many. */
  readonly mode: ColumnMode;
  /** Rows on the sheet, 1-based, whose own cells a formula would misread. */
  readonly uncleanRows: readonly number[];
  readonly cells: NumberCells;
}

/** The probability is of the item in `itemAt`, the loss the sum. */
export type RowRisk = Watch & Pick<RiskAssessment, 'expectedLoss'>;

/** Above this many rows cells hold values: Excel recalculates, saves and opens faster. */
const FORMULA_ROWS = 20_000;
/**
 * Above this many rows native formulas say it instead: up to six calls a row, which the add-in answers
 * one by one. 40 000 have been seen to bring Excel to a stand. Source: docs/performance.md.
 */
const FUNCTION_ROWS = 5_000;

/** @returns one per sheet that holds items; receipts are read only */
export function sheetRows({
  books,
  reading,
  analysis,
  risk,
  watch,
  ...examined
}: Examination): SheetRows[] {
  const kinds = books.map(({ source }) => source.kind).filter((kind) => kind !== 'customers');
  const isNative = kinds.length === 1 && kinds[0] === 'items';
  return books.flatMap((book, i) => {
    if (!holdsItems(book.source)) return [];
    const { uncleanRows } = reading.sheets[i]!;
    const cells = reading.cells[i]!;
    const said = rowsOf(book, analysis, watch && { ...watch, expectedLoss: risk!.expectedLoss });
    const mode = isNative ? liveMode(examined.mode, said.itemAt.length) : 'values';
    return [{ ...book, ...said, isNative, mode, uncleanRows, cells }];
  });
}

function liveMode(mode: ColumnMode, rows: number): ColumnMode {
  if (rows > FORMULA_ROWS) return 'values';
  return mode === 'functions' && rows > FUNCTION_ROWS ? 'formulas' : mode;
}

function rowsOf(
  { place }: Book,
  analysis: Analysis,
  risk: RowRisk | null,
): Pick<SheetRows, 'itemAt' | 'analysis' | 'risk'> {
  const { items, open, daysOverdue } = analysis;
  const itemAt = new Int32Array(place.lastRow - place.firstRow + 1).fill(-1);
  const sheet = items.sheets.indexOf(place.sheet);
  let sums: Float64Array | null = null;
  let losses: Float64Array | null = null;
  for (let i = 0; i < items.count; i++) {
    const row = items.row[i]! - 1 - place.firstRow;
    if (items.sheet[i] !== sheet || !(row < itemAt.length)) continue;
    const other = itemAt[row]!;
    if (other < 0) {
      itemAt[row] = i;
      continue;
    }
    // Instalments of a contract: one row, aged by the part that is latest.
    sums ??= open.slice();
    losses ??= risk?.expectedLoss.slice() ?? null;
    const rank = (item: number) => (open[item]! > 0 ? daysOverdue[item]! : -Infinity);
    const [worst, rest] = rank(i) > rank(other) ? [i, other] : [other, i];
    sums[worst]! += sums[rest]!;
    if (losses) losses[worst]! += losses[rest]!;
    itemAt[row] = worst;
  }
  return {
    itemAt,
    analysis: sums ? { ...analysis, open: sums } : analysis,
    risk: risk && { ...risk, expectedLoss: losses ?? risk.expectedLoss },
  };
}
