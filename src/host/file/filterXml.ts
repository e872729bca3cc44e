import type { Area } from '../model/address';
import type { ColumnFilter } from '../model/table';
import { fileAddress, readAreas } from './areas';
import {
  attribute,
  child,
  element,
  flag,
  numberAttribute,
  sourceOf,
  type XmlNode,
} from './xmlTree';

export type Filters = Map<number, ColumnFilter>;

/** Criteria by values, by column offset; other kinds (top ten, dates, custom …) stay in the file only. */
export function readFilters(autoFilter: XmlNode | undefined): Filters {
  const filters: Filters = new Map();
  for (const column of autoFilter?.children ?? []) {
    const filter = readFilter(column);
    if (filter) filters.set(numberAttribute(column, 'colId', 0), filter);
  }
  return filters;
}

function readFilter(column: XmlNode): ColumnFilter | null {
  const list = child(column, 'filters');
  if (column.name !== 'filterColumn' || !list || list.children.some((c) => c.name !== 'filter')) {
    return null;
  }
  const values = list.children.map((c) => attribute(c, 'val') ?? '');
  return { values: new Set(values), blanks: flag(list, 'blank', false) };
}

export const filterArea = (autoFilter: XmlNode): Area | null =>
  readAreas(attribute(autoFilter, 'ref') ?? '')[0] ?? null;

const sameFilter = (a: ColumnFilter | null, b: ColumnFilter | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.blanks === b.blanks &&
    a.values.size === b.values.size &&
    [...a.values].every((v) => b.values.has(v)));

export const sameFilters = (a: Filters, b: Filters): boolean =>
  a.size === b.size &&
  [...a].every(([column, filter]) => sameFilter(filter, b.get(column) ?? null));

/**
 * `autoFilter` as the model has it now.
 * @param known - the file's element, whose columns stay as they were unless their criteria differ
 */
export function filterXml(
  area: Area,
  filters: Filters,
  known: XmlNode | undefined,
  bytes: Uint8Array,
): string {
  const columns = new Map<number, string>();
  let rest = '';
  const moved = known !== undefined && filterArea(known)?.left !== area.left;
  for (const node of known?.children ?? []) {
    const id = numberAttribute(node, 'colId', 0);
    if (node.name !== 'filterColumn') rest += moved ? '' : sourceOf(bytes, node);
    else if (!moved && sameFilter(readFilter(node), filters.get(id) ?? null)) {
      columns.set(id, sourceOf(bytes, node));
    }
  }
  for (const [id, { values, blanks }] of filters) {
    if (columns.has(id)) continue;
    const list = [...values].map((val) => element('filter', { val })).join('');
    columns.set(
      id,
      element('filterColumn', { colId: id }, element('filters', { blank: blanks || null }, list)),
    );
  }
  const sorted = [...columns].sort(([a], [b]) => a - b).map(([, xml]) => xml);
  return element('autoFilter', { ref: fileAddress(area) }, sorted.join('') + rest);
}
