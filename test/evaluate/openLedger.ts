import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  columnNamed,
  findLayout,
  LedgerParser,
  ROLES,
  type Issue,
  type MappingChoice,
  type Receivables,
} from '../../src/domain';
import { openWorkbook } from '../../src/host/file/openWorkbook';
import type { Sheet } from '../../src/host/model/sheet';
import type { CellValue } from '../../src/host/model/value';

/** Rows in which the header is looked for, with enough below to judge columns by. */
const HEADER_ROWS = 30;

/**
 * Reads a ledger file: the active sheet, or the first one that holds a ledger.
 *
 * @param chosen - role → header; null for finding all columns by their headers. Roles that are not
 *   named play no part: a column that tells of later days must not slip in.
 * @throws Error where there is no such column, or no ledger
 */
export function openLedger(
  file: string,
  chosen: MappingChoice | null,
): { items: Receivables; issues: readonly Issue[] } {
  const workbook = openWorkbook(readFileSync(file), path.basename(file));
  const choice = chosen
    ? { ...Object.fromEntries(ROLES.map((role) => [role, ''])), ...chosen }
    : {};
  for (const { cells } of [workbook.activeSheet, ...workbook.sheets]) {
    const rows = rowsOf(cells);
    const layout = findLayout(rows.slice(0, HEADER_ROWS), choice);
    if (!layout) continue;
    for (const [role, header] of Object.entries(chosen ?? {})) {
      if (columnNamed(layout.headers, header) < 0) {
        throw new Error(`${role}: no column “${header}” among ${layout.headers.join(', ')}.`);
      }
    }
    const parser = new LedgerParser(layout.mapping, { ...layout, date1904: workbook.date1904 });
    const body = layout.headerRow + 1;
    parser.addBlock(rows.slice(body), body + 1);
    return { items: parser.finish(), issues: parser.issues };
  }
  throw new Error(`No ledger in ${file}: it takes a date and an amount.`);
}

function rowsOf(cells: Sheet['cells']): CellValue[][] {
  const area = cells.usedArea(true);
  return Array.from({ length: area ? area.bottom + 1 : 0 }, (_, row) =>
    Array.from({ length: area!.right + 1 }, (__, column) => cells.value(row, column) ?? ''),
  );
}
