import { containsCell } from '../../model/address';
import type { Sheet } from '../../model/sheet';
import type { Table } from '../../model/table';
import type { Workbook } from '../../model/workbook';

interface TableLook {
  readonly fill: string | null;
  readonly color: string | null;
  readonly bold: boolean;
}

const ACCENTS = ['#595959', '#4472c4', '#ed7d31', '#7f7f7f', '#bf9000', '#2e75b6', '#548235'];
const BANDS = ['#ededed', '#dde6f5', '#fbe5d6', '#ededed', '#fff2cc', '#deebf7', '#e2f0d9'];

/** @returns what a table's style gives a cell, near enough to the built-in styles; null outside. */
export function tableLook(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
): TableLook | null {
  for (const table of workbook.tables) {
    if (table.sheet === sheet && containsCell(table.area, row, column)) return cellOf(table, row);
  }
  return null;
}

function cellOf(table: Table, row: number): TableLook | null {
  const style = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style);
  if (!style) return null;
  const accent = (Number(style[2]) - 1) % 7;
  const strong = style[1] !== 'Light';
  if (table.showHeaders && row === table.area.top) {
    return strong
      ? { fill: ACCENTS[accent]!, color: '#ffffff', bold: true }
      : { fill: null, color: null, bold: true };
  }
  if (table.showTotals && row === table.area.bottom) return { fill: null, color: null, bold: true };
  const odd = (row - table.area.top - (table.showHeaders ? 1 : 0)) % 2 === 0;
  return { fill: table.showBandedRows && odd ? BANDS[accent]! : null, color: null, bold: false };
}
