import {
  columnCount,
  intersect,
  isFullColumns,
  isFullRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rowCount,
  type Area,
} from '../model/address';
import {
  addAutoFilter,
  clearArea,
  clearFilter,
  copyArea,
  deleteCells,
  insertCells,
  setFilter,
  setValues,
  sortArea,
} from '../model/edits';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { parseTsv, toTsv } from './clipboard';
import { filterRangeAt, filterText } from './filterTargets';
import { selectArea } from './grid/selection';
import type { SheetView } from './grid/sheetView';
import { sortRange } from './sortRange';
import type { Undo } from './undo';

/** What was copied last, as long as the clipboard still holds it. */
interface Copied {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly text: string;
  readonly cut: boolean;
}

/** What a person does to the selected cells. Edits Excel refuses throw `EditError`. */
export class CellActions {
  private copied: Copied | null = null;

  constructor(
    private readonly view: SheetView,
    private readonly undoStack: Undo,
  ) {}

  insertRows(): void {
    this.structural(() => insertCells(this.workbook, this.sheet, this.rows, 'Down', 'user'));
  }

  deleteRows(): void {
    this.structural(() => deleteCells(this.workbook, this.sheet, this.rows, 'Up', 'user'));
  }

  insertColumns(): void {
    this.structural(() => insertCells(this.workbook, this.sheet, this.columns, 'Right', 'user'));
  }

  deleteColumns(): void {
    this.structural(() => deleteCells(this.workbook, this.sheet, this.columns, 'Left', 'user'));
  }

  clear(): void {
    this.undoStack.record(this.sheet, this.area, () =>
      clearArea(this.workbook, this.sheet, this.area, 'Contents', 'user'),
    );
  }

  sort(ascending: boolean, column = this.view.selection.active.column): void {
    const { area, hasHeaders } = sortRange(this.workbook, this.sheet, this.area);
    const keys = [{ column: Math.max(0, column - area.left), ascending }];
    this.undoStack.record(this.sheet, area, () =>
      sortArea(this.workbook, this.sheet, area, keys, hasHeaders, 'user'),
    );
  }

  /** Shows only rows with the active cell's value in its column; puts a filter on when there is none. */
  filterByValue(): void {
    const { row, column } = this.view.selection.active;
    const { workbook, sheet } = this;
    if (!filterRangeAt(workbook, sheet, row, column)) {
      const cell = { top: row, left: column, bottom: row, right: column };
      addAutoFilter(workbook, sheet, sortRange(workbook, sheet, cell).area);
    }
    const range = filterRangeAt(workbook, sheet, row, column)!;
    const text = filterText(workbook, sheet, row, column);
    const filter = { values: new Set(text === '' ? [] : [text]), blanks: text === '' };
    setFilter(workbook, range.target, column - range.area.left, filter);
  }

  clearFilter(): void {
    const { row, column } = this.view.selection.active;
    const range = filterRangeAt(this.workbook, this.sheet, row, column);
    if (range) clearFilter(this.workbook, range.target);
  }

  /** @returns the selected cells as text for the clipboard */
  copy(cut: boolean): string {
    const { sheet, area } = this;
    const text = toTsv(sheet, area, (row, column) => filterText(this.workbook, sheet, row, column));
    this.copied = { sheet, area, text, cut };
    return text;
  }

  /** Cells copied here come with formulas and formats, other text as if typed. */
  paste(text: string): void {
    const { workbook, sheet, area, copied } = this;
    if (copied?.text === text && workbook.sheets.includes(copied.sheet)) {
      const size = this.fit(area, rowCount(copied.area), columnCount(copied.area));
      this.undoStack.record(sheet, size, () => {
        copyArea(workbook, copied, { sheet, area }, 'All', 'user');
      });
      if (copied.cut) this.clearSource(copied, size);
      this.view.choose(selectArea(size), false);
      return;
    }
    const rows = parseTsv(text);
    const width = Math.max(...rows.map((row) => row.length));
    const target = this.fit(area, rows.length, width);
    const values = Array.from({ length: rowCount(target) }, (_, r) =>
      Array.from(
        { length: columnCount(target) },
        (_, c) => rows[r % rows.length]?.[c % width] ?? '',
      ),
    );
    this.undoStack.record(sheet, target, () => setValues(workbook, sheet, target, values, 'user'));
    this.view.choose(selectArea(target), false);
  }

  /** @returns the last copy when the system clipboard cannot be read */
  get lastCopy(): string | null {
    return this.copied?.text ?? null;
  }

  private get workbook(): Workbook {
    return this.view.workbook;
  }

  private get sheet(): Sheet {
    return this.view.sheet;
  }

  private get area(): Area {
    return this.view.selection.area;
  }

  private get rows(): Area {
    return isFullRows(this.area) ? this.area : { ...this.area, left: 0, right: MAX_COLUMNS - 1 };
  }

  private get columns(): Area {
    return isFullColumns(this.area) ? this.area : { ...this.area, top: 0, bottom: MAX_ROWS - 1 };
  }

  private structural(edit: () => void): void {
    this.undoStack.clear();
    edit();
  }

  /** A selection that is a multiple of what comes is filled, any other takes its size. */
  private fit(area: Area, height: number, width: number): Area {
    const fills = rowCount(area) % height === 0 && columnCount(area) % width === 0;
    if (fills) return area;
    return { ...area, bottom: area.top + height - 1, right: area.left + width - 1 };
  }

  private clearSource({ sheet, area }: Copied, pasted: Area): void {
    this.undoStack.clear();
    this.copied = null;
    const overlap = sheet === this.sheet ? intersect(area, pasted) : null;
    if (!overlap) clearArea(this.workbook, sheet, area, 'All', 'user');
  }
}
