import { ListTableSimple } from '@visactor/vtable/es/ListTable-simple';
import type { CellRange } from '@visactor/vtable/es/ts-types';

/** VTable as a sheet needs it. */
export class SheetTable extends ListTableSimple {
  /**
   * VTable asks this of every cell of a selection and keeps each answer; over the columns of a large
   * ledger that takes seconds, so a cell outside merged areas is answered at once.
   */
  override getCellRange(col: number, row: number): CellRange {
    return this.getCustomMerge(col, row)?.range ?? { start: { col, row }, end: { col, row } };
  }
}
