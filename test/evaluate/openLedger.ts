import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  cellText,
  columnNamed,
  EXTRA_ROLES,
  findLayout,
  isBlank,
  LEDGER_FORM,
  LedgerParser,
  ROLES,
  type Issue,
  type Layout,
  type MappingChoice,
  type Receivables,
  type SheetForm,
} from '../../src/domain';
import { openWorkbook } from '../../src/host/file/openWorkbook';
import type { Sheet } from '../../src/host/model/sheet';
import type { CellValue } from '../../src/host/model/value';
import type { Workbook } from '../../src/host/model/workbook';

export interface Ledger {
  readonly items: Receivables;
  readonly issues: readonly Issue[];
}

type Rows = readonly (readonly CellValue[])[];

/** Rows in which the header is looked for, with enough below to judge columns by. */
const HEADER_ROWS = 30;
/** What lateness takes; of each one will do. */
const REQUIRED = [
  ['customer', 'customerName'],
  ['documentDate'],
  ['dueDate', 'term'],
  ['receiptDate'],
] as const;
/** Of columns that are named: amounts may be missing. */
const NAMED_FORM: SheetForm = { ...LEDGER_FORM, isWhole: () => true };

/**
 * Reads a ledger file: the active sheet, or the first one that holds a ledger. Without a column of
 * amounts all items are of one size.
 *
 * @param chosen - role → header; null for finding all columns by their headers. Roles that are not
 *   named play no part: a column that tells of later days must not slip in.
 * @throws Error naming the file and what of it cannot be used
 */
export function openLedger(file: string, chosen: MappingChoice | null): Ledger {
  const workbook = open(file);
  const tables = [...new Set([workbook.activeSheet, ...workbook.sheets])].map(rowsOf);
  if (tables.every((rows) => rows.length === 0)) throw new Error(`${file}: the file is empty.`);
  if (tables.every((rows) => rows.every((row) => row.filter((c) => !isBlank(c)).length < 2))) {
    throw new Error(`${file}: no table, each row is one cell only.`);
  }
  if (chosen) demand(chosen, (missing) => `--map lacks ${missing}.`);
  for (const rows of tables) {
    const layout = layoutOf(rows, chosen);
    if (!layout || unknownOf(layout.headers, chosen).length > 0) continue;
    const { mapping, headers } = layout;
    demand(mapping, (missing) => `${file}: no column found for ${missing} ${among(headers)}`);
    demandDistinct(headers, chosen);
    return parsed(file, rows, layout, workbook.date1904);
  }
  throw new Error(`${file}: ${complaint(tables, chosen)}`);
}

function open(file: string): Workbook {
  try {
    return openWorkbook(readFileSync(file), path.basename(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'there is no such file.' : code === 'EISDIR' ? 'is a folder.' : message;
    throw new Error(`${file}: ${reason}`, { cause: error });
  }
}

function layoutOf(rows: Rows, chosen: MappingChoice | null): Layout | null {
  const head = rows.slice(0, HEADER_ROWS);
  if (!chosen) return findLayout(head, {});
  const none = Object.fromEntries([...ROLES, ...EXTRA_ROLES].map((role) => [role, '']));
  return findLayout(head, { ...none, ...chosen }, NAMED_FORM);
}

function parsed(file: string, rows: Rows, layout: Layout, date1904: boolean): Ledger {
  const { headers, headerRow, mapping } = layout;
  const hasAmounts = (mapping.amount ?? mapping.open) !== undefined;
  const body = rows.slice(headerRow + 1);
  const parser = new LedgerParser(hasAmounts ? mapping : { ...mapping, amount: headers.length }, {
    ...layout,
    date1904,
  });
  parser.addBlock(
    hasAmounts
      ? body
      : body.map((row) => (isBlank(row[mapping.documentDate!]) ? row : [...row, 1])),
    headerRow + 2,
  );
  const items = parser.finish();
  const [first] = parser.issues;
  if (items.count === 0) {
    const why = first
      ? `${parser.issues.length} issues, the first in row ${first.row}: ${first.role} “${first.value}” (${first.code})`
      : 'nothing below the headers';
    throw new Error(`${file}: no row can be read: ${why}.`);
  }
  return { items, issues: parser.issues };
}

/** @throws Error where a role that lateness takes has no column */
function demand(roles: object, message: (missing: string) => string): void {
  const missing = REQUIRED.filter((ones) => !ones.some((role) => role in roles));
  if (missing.length === 0) return;
  throw new Error(message(missing.map((ones) => ones.join(' or ')).join(', ')));
}

/** @throws Error where one column is to play two roles */
function demandDistinct(headers: readonly string[], chosen: MappingChoice | null): void {
  const roles = new Map<number, string>();
  for (const [role, header] of Object.entries(chosen ?? {})) {
    const column = columnNamed(headers, header);
    const other = roles.get(column);
    if (other !== undefined) {
      throw new Error(`--map: column “${headers[column]!}” is both ${other} and ${role}.`);
    }
    roles.set(column, role);
  }
}

/** @returns the roles whose columns are not there */
const unknownOf = (headers: readonly string[], chosen: MappingChoice | null): [string, string][] =>
  Object.entries(chosen ?? {}).filter(([, header]) => columnNamed(headers, header) < 0);

/** Says what no table has, by the row that comes nearest to what was named. */
function complaint(tables: readonly Rows[], chosen: MappingChoice | null): string {
  if (!chosen) return 'no row of headers names a date and an amount. Name the columns by --map.';
  const rows = tables.flatMap((table) => {
    const head = table.slice(0, HEADER_ROWS);
    const found = [findLayout(head, {}), layoutOf(head, chosen)].flatMap((one) => one ?? []);
    return [...found.map(({ headers }) => headers), ...head.map((row) => row.map(cellText))];
  });
  const nearest = rows.reduce((best, headers) =>
    unknownOf(headers, chosen).length < unknownOf(best, chosen).length ? headers : best,
  );
  const unknown = unknownOf(nearest, chosen).map(([role, header]) => `“${header}” (${role})`);
  return `no column ${unknown.join(', ')} ${among(nearest)}`;
}

const among = (headers: readonly string[]): string =>
  `among ${headers.filter((header) => header !== '').join(', ')}.`;

function rowsOf({ cells }: Sheet): CellValue[][] {
  const area = cells.usedArea(true);
  return Array.from({ length: area ? area.bottom + 1 : 0 }, (_, row) =>
    Array.from({ length: area!.right + 1 }, (__, column) => cells.value(row, column) ?? ''),
  );
}
