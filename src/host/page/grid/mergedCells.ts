import type { CellRange } from '@visactor/vtable/es/ts-types';
import type { Area } from '../../model/address';
import type { VisibleCells } from './visibleCells';

/** Looks up the merged area a grid cell belongs to; grid rows and columns count from 1. */
export class MergedCells {
  private readonly byRow = new Map<number, CellRange[]>();

  constructor(merges: readonly Area[], visible: VisibleCells) {
    for (const merge of merges) {
      const p = visible.positions(merge);
      if (!p || (p.top === p.bottom && p.left === p.right)) continue;
      const range = {
        start: { row: p.top + 1, col: p.left + 1 },
        end: {
          row: Math.min(p.bottom, visible.rows.length - 1) + 1,
          col: Math.min(p.right, visible.columns.length - 1) + 1,
        },
      };
      for (let row = range.start.row; row <= range.end.row; row++) {
        const list = this.byRow.get(row);
        if (list) list.push(range);
        else this.byRow.set(row, [range]);
      }
    }
  }

  rangeAt(row: number, col: number): CellRange | undefined {
    return this.byRow.get(row)?.find((range) => col >= range.start.col && col <= range.end.col);
  }
}
