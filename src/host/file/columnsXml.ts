import { MAX_COLUMNS } from '../model/address';
import type { Sheet } from '../model/sheet';
import { element, flag, numberAttribute, type XmlNode } from './xmlTree';

/** Takes widths, hidden columns and column styles from `cols`. */
export function readColumns(
  cols: XmlNode,
  sheet: Sheet,
  styleOf: (format: number) => number,
): void {
  for (const col of cols.children) {
    const from = numberAttribute(col, 'min', 1) - 1;
    const to = Math.min(numberAttribute(col, 'max', from + 1), MAX_COLUMNS) - 1;
    const width = numberAttribute(col, 'width', NaN);
    const hidden = flag(col, 'hidden', false);
    const style = styleOf(numberAttribute(col, 'style', 0));
    for (let c = from; c <= to; c++) {
      if (!Number.isNaN(width)) sheet.columnWidths[c] = width;
      if (hidden) sheet.hiddenColumns.add(c);
      if (style !== 0) sheet.columnStyles[c] = style;
    }
  }
}

/** @returns whether both say the same about every column. */
export function sameColumns(a: Sheet, b: Sheet): boolean {
  const count = Math.max(
    a.columnWidths.length,
    b.columnWidths.length,
    a.columnStyles.length,
    b.columnStyles.length,
  );
  for (let c = 0; c < count; c++) if (!sameColumn(a, b, c)) return false;
  return (
    a.hiddenColumns.size === b.hiddenColumns.size &&
    [...a.hiddenColumns].every((c) => b.hiddenColumns.has(c))
  );
}

const sameColumn = (a: Sheet, b: Sheet, c: number): boolean =>
  a.columnWidths[c] === b.columnWidths[c] &&
  (a.columnStyles[c] ?? 0) === (b.columnStyles[c] ?? 0) &&
  a.hiddenColumns.has(c) === b.hiddenColumns.has(c);

/**
 * `cols` as the sheet has them now; columns that are as they were keep everything the file says.
 * @param before - the sheet as the file has it
 * @returns empty when no column says anything
 */
export function columnsXml(
  sheet: Sheet,
  before: Sheet,
  cols: XmlNode | undefined,
  formatOf: (style: number) => number,
): string {
  const known: (XmlNode | undefined)[] = [];
  for (const col of cols?.children ?? []) {
    const to = Math.min(numberAttribute(col, 'max', 1), MAX_COLUMNS);
    for (let c = numberAttribute(col, 'min', 1) - 1; c < to; c++) known[c] = col;
  }
  const count = Math.max(
    known.length,
    sheet.columnWidths.length,
    sheet.columnStyles.length,
    ...[...sheet.hiddenColumns].map((c) => c + 1),
  );
  let xml = '';
  let open: { attributes: Record<string, string | number | boolean | null>; min: number } | null =
    null;
  let openKey = '';
  const close = (max: number) => {
    if (open) xml += element('col', { ...open.attributes, min: open.min, max });
    open = null;
  };
  for (let c = 0; c < count; c++) {
    const attributes = columnAttributes(sheet, before, c, known[c], formatOf);
    const key = attributes ? JSON.stringify(attributes) : '';
    if (key !== openKey) {
      close(c);
      if (attributes) open = { attributes, min: c + 1 };
      openKey = key;
    }
  }
  close(count);
  return xml === '' ? '' : element('cols', {}, xml);
}

function columnAttributes(
  sheet: Sheet,
  before: Sheet,
  c: number,
  known: XmlNode | undefined,
  formatOf: (style: number) => number,
): Record<string, string | number | boolean | null> | null {
  const width = sheet.columnWidths[c];
  const hidden = sheet.hiddenColumns.has(c);
  const style = sheet.columnStyles[c] ?? 0;
  if (!known && width === undefined && !hidden && style === 0) return null;
  const rest = { ...Object.fromEntries(known?.attributes ?? []), min: null, max: null };
  if (known && sameColumn(sheet, before, c)) return rest;
  return {
    ...rest,
    // Excel repairs a column without a width
    width: width ?? sheet.defaultColumnWidth ?? 9.140625,
    customWidth: width === undefined ? null : true,
    style: style === 0 ? null : formatOf(style),
    hidden: hidden ? true : null,
  };
}
