import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../model/address';
import type { Sheet } from '../../model/sheet';

/** The shown rows (or columns) of a sheet in order: position in view ↔ index in the model. */
export class Axis {
  private constructor(
    readonly length: number,
    private readonly shown: Int32Array | null,
  ) {}

  /** @param count - how many rows or columns the view reaches over, hidden ones included */
  static of(count: number, hidden: ReadonlySet<number>): Axis {
    if (hidden.size === 0) return new Axis(count, null);
    const shown = new Int32Array(count);
    let length = 0;
    for (let index = 0; index < count; index++) if (!hidden.has(index)) shown[length++] = index;
    return new Axis(length, shown.subarray(0, length));
  }

  index(position: number): number {
    return this.shown ? (this.shown[position] ?? this.shown.at(-1) ?? 0) : position;
  }

  /** @returns position of the first shown row (or column) at or after `index`; `length` past the end. */
  position(index: number): number {
    if (!this.shown) return Math.min(index, this.length);
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.shown[middle]! < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(index: number): boolean {
    const position = this.position(index);
    return position < this.length && this.index(position) === index;
  }
}

/** Room below and beside, in steps, so that typing on does not build the grid anew each time. */
const ROW_STEP = 100;
const COLUMN_STEP = 8;

const withRoom = (last: number, step: number): number => Math.ceil((last + 2) / step + 0.5) * step;

/** What of a sheet the grid reaches over: everything used or selected, and some room. */
export class VisibleCells {
  readonly rows: Axis;
  readonly columns: Axis;

  /** @param reach - a cell the view must take in, as when one goes there */
  constructor(
    sheet: Sheet,
    readonly reach: { row: number; column: number },
  ) {
    const used = sheet.cells.usedArea(false);
    const rows = Math.max(200, withRoom(Math.max(used?.bottom ?? 0, reach.row), ROW_STEP));
    const columns = Math.max(26, withRoom(Math.max(used?.right ?? 0, reach.column), COLUMN_STEP));
    this.rows = Axis.of(Math.min(rows, MAX_ROWS), sheet.hiddenRows);
    this.columns = Axis.of(Math.min(columns, MAX_COLUMNS), sheet.hiddenColumns);
  }

  /** @returns positions covered by `area` (inclusive), or null when all its cells are hidden. */
  positions(area: Area): Area | null {
    const top = this.rows.position(area.top);
    const left = this.columns.position(area.left);
    const bottom = this.rows.position(area.bottom + 1) - 1;
    const right = this.columns.position(area.right + 1) - 1;
    return top <= bottom && left <= right ? { top, left, bottom, right } : null;
  }
}
