import type { ReferenceIdentifier } from '@borgar/fx';
import { MAX_COLUMNS, MAX_ROWS } from '../model/address';
import { dataArea, type Table } from '../model/table';
import { constant, type Code, type Scope } from './code';
import { parseParts } from './parts';
import { absoluteArea, resolveArea, type RelativeArea } from './reference';
import type { NamePart, SheetPart, TablePart } from './template';
import { NAME, REF, Ref, VALUE } from './values';
import type { Grid } from './grid';

/**
 * Code for a reference, table reference or name.
 * @param raw - yield a reference even for a single cell, whose value is wanted otherwise
 */
export function bindReference(node: ReferenceIdentifier, scope: Scope, raw: boolean): Code {
  const part = scope.parts.get(node.loc?.[0] ?? -1);
  if (part === undefined || typeof part === 'string') return constant(REF);
  if (part.type === 'name') return bindName(part, scope);
  if (part.type === 'table') return bindTable(part, scope, raw);
  const grid = bindSheet(part.sheet, scope);
  return grid ? areaCode(grid, part.area, scope, raw) : constant(REF);
}

/** @returns null when the sheet does not exist or does no more */
function bindSheet(part: SheetPart | null, scope: Scope): Grid | null {
  if (!part) return scope.host.grid;
  const key = part.grid ? `grid:${part.grid.sheet.id}` : `sheet:${part.name.toLowerCase()}`;
  const state = scope.found.describe(key);
  scope.found.bindings.set(key, state);
  return state === '' ? null : (part.grid ??= scope.host.gridNamed(part.name));
}

function areaCode(grid: Grid, area: RelativeArea, scope: Scope, raw: boolean): Code {
  scope.found.dependencies.push({ grid, area });
  const { top, left, bottom, right } = area;
  if (area.kind === 'cell' && !raw) {
    const dr = top.n;
    const dc = left.n;
    if (!top.relative && !left.relative) {
      return { scalar: true, run: () => grid.value(dr, dc) };
    }
    return {
      scalar: true,
      run: (row, column) => {
        const r = top.relative ? row + dr : dr;
        const c = left.relative ? column + dc : dc;
        return r < 0 || c < 0 || r >= MAX_ROWS || c >= MAX_COLUMNS ? REF : grid.value(r, c);
      },
    };
  }
  if (![top, left, bottom, right].some((c) => c.relative)) {
    const a = resolveArea(area, 0, 0)!;
    return constant(new Ref(grid, a.top, a.left, a.bottom, a.right));
  }
  return {
    scalar: false,
    run: (row, column) => {
      const a = resolveArea(area, row, column);
      return a ? new Ref(grid, a.top, a.left, a.bottom, a.right) : REF;
    },
  };
}

function bindTable(part: TablePart, scope: Scope, raw: boolean): Code {
  const { host, found } = scope;
  part.table ??= host.workbook.table(part.tableName) ?? null;
  const table = part.table;
  const key = table ? `table:${table.id}` : `tablename:${part.tableName.toLowerCase()}`;
  const state = found.describe(key);
  found.bindings.set(key, state);
  if (!table) return constant(NAME);
  if (state === '') return constant(REF);
  if (part.columnIds.length === 0 || part.columnIds.includes(-1)) {
    part.columnIds = part.columns.map(
      (name) => table.columns.find((c) => c.name.toLowerCase() === name.toLowerCase())?.id ?? -1,
    );
  }
  const offsets = part.columnIds.map((id) => table.columns.findIndex((c) => c.id === id));
  if (offsets.includes(-1)) return constant(REF);
  const left = table.area.left + (offsets.length ? Math.min(...offsets) : 0);
  const right = offsets.length ? table.area.left + Math.max(...offsets) : table.area.right;
  const rows = sectionRows(table, part.sections);
  if (!rows) return constant(REF);
  const grid = host.gridOf(table.sheet);
  const area = { ...absoluteArea({ ...rows, left, right }) };
  if (part.sections[0] !== 'this row') return areaCode(grid, area, scope, raw);
  const here = { n: 0, relative: true };
  const kind = left === right ? ('cell' as const) : ('area' as const);
  const code = areaCode(grid, { ...area, kind, top: here, bottom: here }, scope, raw);
  return {
    scalar: code.scalar,
    run: (row, column, env) =>
      row >= rows.top && row <= rows.bottom ? code.run(row, column, env) : VALUE,
  };
}

function sectionRows(
  table: Table,
  sections: readonly string[],
): { top: number; bottom: number } | null {
  const { area } = table;
  const data = dataArea(table);
  if (sections.includes('all')) return area;
  const partial = sections.includes('headers') || sections.includes('totals');
  let rows: { top: number; bottom: number } | null = partial ? null : data;
  if (sections.includes('data')) rows = data;
  if (sections.includes('headers') && table.showHeaders) {
    rows = { top: area.top, bottom: rows?.bottom ?? area.top };
  }
  if (sections.includes('totals') && table.showTotals) {
    rows = { top: rows?.top ?? area.bottom, bottom: area.bottom };
  }
  return rows;
}

/** A name is compiled into the formula, with references relative to A1 made relative to the cell. */
export function bindName(part: NamePart, scope: Scope): Code {
  const { host, found } = scope;
  const grid = bindSheet(part.sheet, scope);
  if (!grid) return constant(REF);
  const lower = part.name.toLowerCase();
  const key = `name:${grid.sheet.id}:${lower}`;
  found.bindings.set(key, found.describe(key));
  const name =
    host.workbook.definedName(part.name, grid.sheet) ?? host.workbook.definedName(part.name, null);
  if (!name) {
    const table = host.workbook.table(part.name);
    if (!table) {
      found.bindings.set(`tablename:${lower}`, found.describe(`tablename:${lower}`));
      return constant(NAME);
    }
    const whole = { tableName: part.name, columns: [], sections: [], columnIds: [], inside: false };
    return bindTable({ type: 'table', table, ...whole }, scope, true);
  }
  const busy = found.names.get(key);
  if (busy) {
    return {
      scalar: false,
      run: (row, column, env) => busy.code?.run(row, column, env) ?? NAME,
    };
  }
  const box: { code: Code | null } = { code: null };
  found.names.set(key, box);
  try {
    const { tree, parts } = parseParts(name.formula, host, 0, 0);
    const inner = { ...scope, parts, variables: [], implicit: false };
    box.code = scope.compiler.raw(tree, inner);
  } catch {
    box.code = constant(NAME);
  }
  const code = box.code;
  found.names.delete(key);
  return { scalar: code.scalar, run: (row, column) => code.run(row, column, null) };
}
