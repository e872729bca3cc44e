import { ListTableSimple } from '@visactor/vtable/es/ListTable-simple';
import type { CellRange } from '@visactor/vtable/es/ts-types';

/** VTable as a sheet needs it. */
export class SheetTable extends ListTableSimple {
  /**
   * VTable asks this of every cell of a selection and keeps each answer; over the columns of a large
   * ledger that takes seconds, so a cell outside merged areas is answered at once.
   */
  override getCellRange(col: number, row: number): CellRange {
    // Typed as always there, yet undefined outside merged areas.
    const merged = this.getCustomMerge(col, row) as { range: CellRange } | undefined;
    return merged?.range ?? { start: { col, row }, end: { col, row } };
  }
}
