import { intersect, rowCount, type Area } from '../address';
import { EditError } from '../editError';
import type { ChangeOrigin } from '../events';
import type { Sheet } from '../sheet';
import { CellError, type CellValue } from '../value';
import type { Workbook } from '../workbook';
import { finishEdit } from './finishEdit';
import { assertEditable } from './protectionCheck';

interface SortKey {
  /** Offset within the area, zero-based. */
  readonly column: number;
  readonly ascending: boolean;
}

/**
 * Sorts rows of an area as Excel does: numbers, text, logicals, errors, blanks always last; equal
 * rows keep their order; hidden rows and the header stay where they are; formats move with cells.
 * @throws EditError InvalidOperation when merged cells or arrays stand in the way
 */
export function sortArea(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  keys: readonly SortKey[],
  hasHeaders: boolean,
  origin: ChangeOrigin,
): void {
  const used = sheet.cells.usedArea(false);
  const body = used && intersect(used, { ...area, top: area.top + (hasHeaders ? 1 : 0) });
  if (!body) return;
  assertEditable(wb, sheet, body, 'sort');
  assertSortable(wb, sheet, body);
  const slots: number[] = [];
  for (let r = body.top; r <= body.bottom; r++) if (!sheet.hiddenRows.has(r)) slots.push(r);
  const order = orderRows(sheet, slots, area, keys);
  moveRows(sheet, body, slots, order);
  finishEdit(wb, sheet, body, origin);
  wb.events.emit('appearance', { sheet });
}

function assertSortable(wb: Workbook, sheet: Sheet, body: Area): void {
  if (sheet.merges.some((m) => intersect(m, body)) && rowCount(body) > 1) {
    throw new EditError('InvalidOperation', 'Merged cells in the range prevent sorting.');
  }
  for (let c = body.left; c <= body.right; c++) {
    sheet.cells.columns[c]?.formulas.forEach((formula, r) => {
      if (!formula || r < body.top || r > body.bottom) return;
      const spill = wb.calculator.spillArea(sheet, r, c);
      if (spill && (rowCount(spill) > 1 || spill.left !== spill.right)) {
        throw new EditError('InvalidOperation', 'You cannot change part of an array.');
      }
    });
  }
}

function orderRows(
  sheet: Sheet,
  rows: readonly number[],
  area: Area,
  keys: readonly SortKey[],
): number[] {
  const columns = keys.map((key) => ({
    sign: key.ascending ? 1 : -1,
    values: rows.map((r) => sheet.cells.value(r, area.left + key.column)),
  }));
  const order = rows.map((_, i) => i);
  order.sort((a, b) => {
    for (const { sign, values } of columns) {
      const difference = compareForSort(values[a]!, values[b]!, sign);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return order.map((i) => rows[i]!);
}

/** @param sign - 1 ascending, -1 descending; blanks are last either way */
function compareForSort(a: CellValue, b: CellValue, sign: number): number {
  const rankA = rank(a);
  const rankB = rank(b);
  if (rankA !== rankB) {
    return rankA === BLANK || rankB === BLANK ? rankA - rankB : (rankA - rankB) * sign;
  }
  if (typeof a === 'number') return (a - (b as number)) * sign;
  if (typeof a === 'string') return compareText(a, b as string) * sign;
  return typeof a === 'boolean' ? (Number(a) - Number(b)) * sign : 0;
}

const BLANK = 4;

function rank(value: CellValue): number {
  if (value === null) return BLANK;
  if (value instanceof CellError) return 3;
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

const collator = new Intl.Collator('zh-CN', { sensitivity: 'accent' });
const HAN = /\p{Script=Han}/u;

/** By pinyin, as a Chinese Excel sorts; Latin before Han, which the collator has the other way. */
function compareText(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const hanA = HAN.test(a.charAt(i));
  const hanB = HAN.test(b.charAt(i));
  if (hanA !== hanB && i < a.length && i < b.length) return hanA ? 1 : -1;
  return collator.compare(a, b);
}

/** Puts the cells of row `order[i]` into row `slots[i]`. */
function moveRows(
  sheet: Sheet,
  body: Area,
  slots: readonly number[],
  order: readonly number[],
): void {
  const { cells } = sheet;
  for (let c = body.left; c <= body.right; c++) {
    if (!cells.columns[c]) continue;
    const values = order.map((r) => cells.value(r, c));
    const formulas = order.map((r) => cells.formula(r, c));
    const styles = order.map((r) => cells.style(r, c));
    slots.forEach((row, i) => {
      cells.setValue(row, c, values[i]!);
      cells.setFormula(row, c, formulas[i]);
      cells.setStyle(row, c, styles[i]!);
    });
  }
  const target = new Map(order.map((from, i) => [from, slots[i]!]));
  for (const link of sheet.hyperlinks) {
    const to = target.get(link.area.top);
    const oneRow = link.area.top === link.area.bottom && intersect(link.area, body);
    if (oneRow && to !== undefined) link.area = { ...link.area, top: to, bottom: to };
  }
}
