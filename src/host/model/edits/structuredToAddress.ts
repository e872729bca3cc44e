import { parseStructRef, tokenize, type ReferenceStruct } from '@borgar/fx';
import { area, cellAddress, quoteSheetName, type Area } from '../address';
import type { Sheet } from '../sheet';
import { dataArea, type Table } from '../table';

/**
 * @param sheet - where the formula stands, in `row`; null for a name of the workbook
 * @param inTable - whether it stands in the table, so that `[@x]` means that table
 * @returns the formula with references to the table as addresses, or null when it has none
 */
export function structuredToAddress(
  text: string,
  table: Table,
  sheet: Sheet | null,
  row: number,
  inTable: boolean,
): string | null {
  const prefix = sheet === table.sheet ? '' : `${quoteSheetName(table.sheet.name)}!`;
  const rewritten = tokenize(text, { mergeRefs: true }).map(({ type, value }) => {
    if (type !== 'structured' && type !== 'range_named') return value;
    const reference = type === 'structured' ? parseStructRef(value) : wholeTable(value);
    if (!reference) return value;
    const named = reference.table ?? '';
    if (named === '' ? !inTable : named.toLowerCase() !== table.name.toLowerCase()) return value;
    const referred = resolve(table, reference, row);
    return referred ? prefix + referred : '#REF!';
  });
  const joined = rewritten.join('');
  return joined === text ? null : joined;
}

const wholeTable = (name: string): ReferenceStruct => ({ table: name });

function resolve(table: Table, reference: ReferenceStruct, row: number): string | null {
  const sections = (reference.sections ?? []).map((section) => section.toLowerCase());
  const span = columnSpan(table, reference.columns ?? []);
  if (!span) return null;
  if (sections.includes('this row')) {
    const [first, last] = span.map((c) => `$${cellAddress(row, c)}`);
    return first === last ? first! : `${first!}:${last!}`;
  }
  const rows = rowSpan(table, sections);
  return rows && absolute(area(rows.top, span[0], rows.bottom, span[1]));
}

function columnSpan(table: Table, names: readonly string[]): [number, number] | null {
  if (names.length === 0) return [table.area.left, table.area.right];
  const columns = names.map((name) =>
    table.columns.findIndex((c) => c.name.toLowerCase() === name.toLowerCase()),
  );
  if (columns.includes(-1)) return null;
  const { left } = table.area;
  return [left + Math.min(...columns), left + Math.max(...columns)];
}

function rowSpan(table: Table, sections: readonly string[]): Pick<Area, 'top' | 'bottom'> | null {
  const { area: whole, showHeaders, showTotals } = table;
  const data = dataArea(table);
  if (sections.includes('all')) return whole;
  const parts = [
    sections.includes('headers') && showHeaders ? { top: whole.top, bottom: whole.top } : null,
    sections.includes('data') || sections.length === 0 ? data : null,
    sections.includes('totals') && showTotals ? { top: whole.bottom, bottom: whole.bottom } : null,
  ].filter((part) => part !== null);
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last ? { top: first.top, bottom: last.bottom } : null;
}

function absolute({ top, left, bottom, right }: Area): string {
  const corner = (row: number, column: number): string =>
    cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const first = corner(top, left);
  return top === bottom && left === right ? first : `${first}:${corner(bottom, right)}`;
}
