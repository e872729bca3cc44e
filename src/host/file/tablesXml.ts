import type { Sheet } from '../model/sheet';
import type { Table, TableColumn } from '../model/table';
import { fileAddress, readAreas } from './areas';
import { escapeString, unescapeString } from './cellText';
import { filterXml, readFilters, sameFilters } from './filterXml';
import { fromFileFormula, toFileFormula } from './formulaText';
import { Patch } from './patch';
import {
  attribute,
  child,
  element,
  encode,
  escapeXml,
  flag,
  items,
  numberAttribute,
  openingTag,
  prefixOf,
  prefixed,
  readTree,
  sourceOf,
  withAttributes,
  type XmlNode,
} from './xmlTree';

/** @returns null when the part names no cells. */
export function readTable(bytes: Uint8Array, sheet: Sheet, id: number, part: string): Table | null {
  const root = readTree(bytes);
  const area = readAreas(attribute(root, 'ref') ?? '')[0];
  if (!area) return null;
  const name = attribute(root, 'displayName') ?? attribute(root, 'name') ?? '';
  const style = child(root, 'tableStyleInfo');
  const filter = child(root, 'autoFilter');
  return {
    id,
    name,
    sheet,
    area,
    columns: items(root, 'tableColumns', 'tableColumn').map((c) => readColumn(c, name)),
    showHeaders: numberAttribute(root, 'headerRowCount', 1) > 0,
    showTotals: numberAttribute(root, 'totalsRowCount', 0) > 0,
    style: attribute(style, 'name') ?? '',
    showBandedRows: flag(style, 'showRowStripes', false),
    showBandedColumns: flag(style, 'showColumnStripes', false),
    showFilterButton: filter !== undefined,
    highlightFirstColumn: flag(style, 'showFirstColumn', false),
    highlightLastColumn: flag(style, 'showLastColumn', false),
    filters: readFilters(filter),
    part,
  };
}

function readColumn(node: XmlNode, table: string): TableColumn {
  const formula = child(node, 'calculatedColumnFormula')?.text;
  return {
    id: numberAttribute(node, 'id', 0),
    name: unescapeString(attribute(node, 'name') ?? ''),
    calculatedFormula: formula ? `=${fromFileFormula(formula, table)}` : null,
  };
}

const rest = ({ sheet: _s, id: _i, columns: _c, filters: _f, part: _p, ...plain }: Table): string =>
  JSON.stringify(plain);

/** The table's part as the model has it now; the same bytes when the part says so already. */
export function patchTable(bytes: Uint8Array, table: Table): Uint8Array {
  const before = readTable(bytes, table.sheet, table.id, '');
  if (!before) return bytes;
  const renamed = before.name !== table.name;
  const columnsSame =
    JSON.stringify(before.columns) === JSON.stringify(table.columns) &&
    !(renamed && table.columns.some((c) => c.calculatedFormula?.includes('[')));
  const filtersSame = sameFilters(before.filters, table.filters);
  if (rest(before) === rest(table) && columnsSame && filtersSame) return bytes;
  const root = readTree(bytes);
  const prefix = prefixOf(root);
  const patch = new Patch(bytes);
  patch.replace(
    root.start,
    root.openEnd,
    openingTag(root, {
      ...(renamed ? { name: table.name, displayName: table.name } : {}),
      ref: fileAddress(table.area),
      headerRowCount: table.showHeaders ? null : 0,
      totalsRowCount: table.showTotals ? 1 : null,
      ...(before.showTotals === table.showTotals ? {} : { totalsRowShown: null }),
    }),
  );
  const filter = child(root, 'autoFilter');
  const list = child(root, 'tableColumns');
  const style = child(root, 'tableStyleInfo');
  const newFilter = tableFilterXml(table, filter, bytes);
  if (filter) patch.replace(filter.start, filter.end, prefixed(newFilter, prefix));
  else patch.insert(root.openEnd, prefixed(newFilter, prefix));
  if (list && !columnsSame) {
    patch.replace(list.start, list.end, prefixed(columnsXml(table, list, bytes), prefix));
  }
  const styleXml = prefixed(
    style ? withAttributes(style, styleAttributes(table), '') : tableStyleXml(table),
    prefix,
  );
  if (style) patch.replace(style.start, style.end, styleXml);
  else if (list && table.style !== '') patch.insert(list.end, styleXml);
  return patch.apply();
}

function tableFilterXml(table: Table, known: XmlNode | undefined, bytes: Uint8Array): string {
  if (!table.showHeaders || !table.showFilterButton) return '';
  const bottom = table.area.bottom - (table.showTotals ? 1 : 0);
  return filterXml({ ...table.area, bottom }, table.filters, known, bytes);
}

function columnsXml(table: Table, list: XmlNode | undefined, bytes: Uint8Array): string {
  const known = new Map(
    (list?.children ?? []).map((node) => [numberAttribute(node, 'id', 0), node]),
  );
  const content = table.columns.map((column) => {
    const node = known.get(column.id);
    const formula =
      column.calculatedFormula === null
        ? ''
        : element(
            'calculatedColumnFormula',
            {},
            escapeXml(toFileFormula(column.calculatedFormula.slice(1), table.name)),
          );
    const name = escapeString(column.name).replaceAll('\n', '_x000a_');
    if (!node) return element('tableColumn', { id: column.id, name }, formula);
    const others = node.children
      .filter((c) => c.name !== 'calculatedColumnFormula')
      .map((c) => sourceOf(bytes, c))
      .join('');
    return withAttributes(node, { name }, formula + others);
  });
  return element('tableColumns', { count: table.columns.length }, content.join(''));
}

const styleAttributes = (table: Table) => ({
  name: table.style === '' ? null : table.style,
  showFirstColumn: table.highlightFirstColumn,
  showLastColumn: table.highlightLastColumn,
  showRowStripes: table.showBandedRows,
  showColumnStripes: table.showBandedColumns,
});

const tableStyleXml = (table: Table): string => element('tableStyleInfo', styleAttributes(table));

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The part of a table made here. @param fileId - unique among the tables of the file */
export function newTable(table: Table, fileId: number, namespace: string): Uint8Array {
  const nothing = new Uint8Array();
  return encode(
    XML +
      element(
        'table',
        {
          xmlns: namespace,
          id: fileId,
          name: table.name,
          displayName: table.name,
          ref: fileAddress(table.area),
          headerRowCount: table.showHeaders ? null : 0,
          totalsRowCount: table.showTotals ? 1 : null,
          totalsRowShown: table.showTotals ? null : 0,
        },
        tableFilterXml(table, undefined, nothing) +
          columnsXml(table, undefined, nothing) +
          tableStyleXml(table),
      ),
  );
}
