import type { Grid } from './grid';
import { quoteSheetName } from '../model/address';
import type { Table } from '../model/table';
import { formatRelative, type RelativeArea } from './reference';

/** The sheet a reference names; follows the sheet when that is renamed. */
export interface SheetPart {
  readonly name: string;
  grid: Grid | null;
}

export interface AreaPart {
  readonly type: 'area';
  readonly sheet: SheetPart | null;
  readonly area: RelativeArea;
}

/** A structured reference; follows its table and columns when those are renamed. */
export interface TablePart {
  readonly type: 'table';
  /** As typed, `''` for the table around the cell. */
  readonly tableName: string;
  readonly columns: readonly string[];
  /** `headers`, `data`, `totals`, `all`, `this row` */
  readonly sections: readonly string[];
  table: Table | null;
  columnIds: readonly number[];
  /** The formula stands in the table itself, so `[@x]` needs no table name. */
  inside: boolean;
}

export interface NamePart {
  readonly type: 'name';
  readonly sheet: SheetPart | null;
  readonly name: string;
}

export type Part = string | AreaPart | TablePart | NamePart;

/** A formula's text with places for what moves or gets renamed. */
export class Template {
  constructor(
    readonly parts: readonly Part[],
    private readonly exists: (grid: Grid) => boolean,
  ) {}

  text(row: number, column: number): string {
    let text = '';
    for (const part of this.parts) {
      if (typeof part === 'string') text += part;
      else if (part.type === 'area') {
        text += this.sheet(part.sheet) + formatRelative(part.area, row, column);
      } else if (part.type === 'name') text += this.sheet(part.sheet) + part.name;
      else text += tableText(part);
    }
    return text;
  }

  private sheet(part: SheetPart | null): string {
    if (!part) return '';
    if (!part.grid) return `${quoteSheetName(part.name)}!`;
    return this.exists(part.grid) ? `${quoteSheetName(part.grid.sheet.name)}!` : '#REF!';
  }
}

const escape = (name: string): string => name.replace(/[[\]#'@]/g, "'$&");
const PLAIN = /^[\p{L}\p{N}_.]+$/u;

function tableText(part: TablePart): string {
  const table = part.table;
  const columns = part.columns.map(
    (name, i) => table?.columns.find((c) => c.id === part.columnIds[i])?.name ?? name,
  );
  const thisRow = part.sections.length === 1 && part.sections[0] === 'this row';
  const name = thisRow && part.inside ? '' : (table?.name ?? part.tableName);
  const range = columns.map((c) => `[${escape(c)}]`).join(':');
  if (thisRow) {
    const bare = columns.length === 1 && PLAIN.test(columns[0]!);
    return `${name}[@${bare ? columns[0] : range}]`;
  }
  if (part.sections.length === 0) {
    return `${name}${columns.length === 1 ? range : columns.length === 0 ? '[]' : `[${range}]`}`;
  }
  const sections = part.sections.map((s) => `[#${s.replace(/^./, (c) => c.toUpperCase())}]`);
  if (sections.length === 1 && columns.length === 0) return `${name}${sections[0]}`;
  return `${name}[${[...sections, ...(range ? [range] : [])].join(',')}]`;
}
