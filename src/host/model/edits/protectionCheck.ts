import { MAX_ROWS, type Area } from '../address';
import { EditError } from '../editError';
import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';

/** Kinds of change a protected sheet tells apart. */
export type EditKind =
  | 'contents'
  | 'formatCells'
  | 'formatColumns'
  | 'formatRows'
  | 'insertColumns'
  | 'insertRows'
  | 'insertHyperlinks'
  | 'deleteColumns'
  | 'deleteRows'
  | 'sort'
  | 'autoFilter'
  | 'structure';

/** The option that allows a change; `structure` (merge, tables, block moves) has none. */
const OPTION: Partial<Record<EditKind, string>> = {
  formatCells: 'allowFormatCells',
  formatColumns: 'allowFormatColumns',
  formatRows: 'allowFormatRows',
  insertColumns: 'allowInsertColumns',
  insertRows: 'allowInsertRows',
  insertHyperlinks: 'allowInsertHyperlinks',
  deleteColumns: 'allowDeleteColumns',
  deleteRows: 'allowDeleteRows',
  sort: 'allowSort',
  autoFilter: 'allowAutoFilter',
};

const NEEDS_UNLOCKED = new Set<EditKind>(['contents', 'sort', 'deleteColumns', 'deleteRows']);

/** @throws EditError AccessDenied when the sheet's protection forbids this change of these cells. */
export function assertEditable(wb: Workbook, sheet: Sheet, area: Area, kind: EditKind): void {
  const { protection } = sheet;
  if (!protection) return;
  if (kind !== 'contents') {
    const option = OPTION[kind];
    if (option === undefined || protection.options[option] !== true) throw denied(sheet);
  }
  if (NEEDS_UNLOCKED.has(kind) && hasLockedCell(wb, sheet, area)) throw denied(sheet);
}

const denied = (sheet: Sheet): EditError =>
  new EditError(
    'AccessDenied',
    `You cannot perform the requested operation. The sheet "${sheet.name}" is protected.`,
  );

function hasLockedCell(wb: Workbook, sheet: Sheet, area: Area): boolean {
  const locked = (style: number) => wb.styles.get(style).locked;
  for (let c = area.left; c <= area.right; c++) {
    const ofColumn = locked(sheet.columnStyles[c] ?? 0);
    const styles = sheet.cells.columns[c]?.styles ?? [];
    const bottom = Math.min(area.bottom, styles.length - 1, MAX_ROWS - 1);
    if (ofColumn && bottom < area.bottom) return true;
    for (let r = area.top; r <= bottom; r++) {
      const own = styles[r] ?? 0;
      if (own === 0 ? ofColumn : locked(own)) return true;
    }
  }
  return false;
}
