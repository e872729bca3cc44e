import { parseStructRef, type AstExpression } from '@borgar/fx';
import { containsCell } from '../model/address';
import type { Host } from './library';
import { parseFormula, withoutPrefixes } from './parse';
import { parseRelative } from './reference';
import type { Part, SheetPart, TablePart } from './template';

export interface ParsedParts {
  readonly tree: AstExpression;
  /** Everything, in order, `=` included. */
  readonly list: readonly Part[];
  /** The references among them, by position of their token. */
  readonly parts: ReadonlyMap<number, Part>;
}

/**
 * @param row - of the cell the text is meant for; relative references count from there
 * @throws FormulaSyntaxError
 */
export function parseParts(text: string, host: Host, row: number, column: number): ParsedParts {
  const formula = text.startsWith('=') ? text : `=${text}`;
  const { tokens, tree } = parseFormula(withoutPrefixes(formula));
  const list: Part[] = [];
  const parts = new Map<number, Part>();
  for (const token of tokens) {
    const part = toPart(token.type, token.value, host, row, column);
    list.push(part);
    if (typeof part !== 'string' && token.loc) parts.set(token.loc[0]!, part);
  }
  return { tree, list, parts };
}

function toPart(type: string, value: string, host: Host, row: number, column: number): Part {
  switch (type) {
    case 'range':
    case 'range_beam': {
      const { sheet, rest } = takeSheet(value, host);
      const area = parseRelative(rest, row, column);
      return area ? { type: 'area', sheet, area } : value;
    }
    case 'range_named': {
      const { sheet, rest } = takeSheet(value, host);
      return { type: 'name', sheet, name: rest };
    }
    case 'structured':
      return tablePart(value, host, row, column) ?? value;
    case 'func': {
      const name = value.toUpperCase();
      return host.workbook.definedName(value, null)?.name ?? name;
    }
    case 'bool':
    case 'error':
      return value.toUpperCase();
    default:
      return value;
  }
}

function takeSheet(value: string, host: Host): { sheet: SheetPart | null; rest: string } {
  const bang = value.lastIndexOf('!');
  if (bang < 0) return { sheet: null, rest: value };
  const raw = value.slice(0, bang);
  const name = raw.startsWith("'") ? raw.slice(1, -1).replaceAll("''", "'") : raw;
  const found = host.workbook.sheet(name);
  return { sheet: { name, grid: found ? host.gridOf(found) : null }, rest: value.slice(bang + 1) };
}

function tablePart(value: string, host: Host, row: number, column: number): TablePart | null {
  const parsed = parseStructRef(value);
  if (!parsed) return null;
  const { workbook, grid } = host;
  const around = workbook.tables.find(
    (t) => t.sheet === grid.sheet && containsCell(t.area, row, column),
  );
  const table = parsed.table ? (workbook.table(parsed.table) ?? null) : (around ?? null);
  const columns = parsed.columns ?? [];
  return {
    type: 'table',
    tableName: parsed.table ?? '',
    columns,
    sections: parsed.sections ?? [],
    table,
    columnIds: table
      ? columns.map(
          (name) =>
            table.columns.find((c) => c.name.toLowerCase() === name.toLowerCase())?.id ?? -1,
        )
      : [],
    inside: table !== null && table === around,
  };
}
