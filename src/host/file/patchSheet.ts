import { boundingArea, containsArea, sameArea } from '../model/address';
import type { RuleFormat } from '../model/conditionalFormat';
import { Sheet, type Hyperlink } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { fileAddress, readAreas } from './areas';
import { CellsPatch, type CellContext } from './cellsPatch';
import { columnsXml, sameColumns } from './columnsXml';
import { patchRules } from './conditionalFormatsPatch';
import { filterXml, sameFilters } from './filterXml';
import { Patch } from './patch';
import { protectionXml } from './protectionXml';
import { SegmentReader, type SheetContext } from './readSegments';
import { scanSheet } from './scanSheet';
import { SegmentsPatch, type Segment } from './segmentsPatch';
import { sameValidations, validationsXml } from './validationsXml';
import { referenceWith } from './workbookParts';
import { isTabSelected, viewXml } from './viewXml';
import {
  attribute,
  element,
  relationshipId,
  sourceOf,
  withAttributes,
  type XmlNode,
} from './xmlTree';

/** What patching a sheet needs beyond reading it. */
export interface PatchContext extends SheetContext, CellContext {
  /** @param known - index of a format the file has, when it is that one */
  ruleFormatIndex(format: RuleFormat, known: number | undefined): number;
  /** Whether the sheet's tab is to be selected; null leaves it as the file has it. */
  readonly selected: boolean | null;
  /** @returns id of a relationship to an address outside of the file. */
  link(address: string): string;
  /** Namespace of references to relationships. */
  readonly references: string;
  /** Id of the part of the sheet's drawing; null for none. */
  readonly drawingId: string | null;
  /** Ids of the parts of the sheet's tables, in their order. */
  readonly tableIds: readonly string[];
}

/** A sheet part compared with the model. */
export interface SheetPatch {
  readonly patch: Patch;
  readonly formulasChanged: boolean;
  /** Relationships of links that are no longer used. */
  readonly unusedLinks: readonly string[];
}

/** Compares a sheet part with the model and says what to write otherwise. */
export function patchSheet(
  workbook: Workbook,
  sheet: Sheet,
  bytes: Uint8Array,
  context: PatchContext,
): SheetPatch {
  const patch = new Patch(bytes);
  const before = new Sheet('', '');
  const reader = new SegmentReader(before, context);
  const cells = new CellsPatch(workbook, sheet, bytes, patch, context);
  const places: Segment[] = [];
  let reference: Reference = () => ({});
  let end = 0;
  scanSheet(bytes, context.strings, {
    root(scanner) {
      cells.prefix = scanner.qualifiedName.slice(0, -scanner.name.length);
      reference = referenceWith(scanner.allAttributes(), context.references);
    },
    segment(node) {
      reader.segment(node);
      places.push(node);
    },
    row: (tag) => cells.row(tag),
    cell: (tag) => cells.cell(tag),
    rowEnd: (tag, at) => cells.rowEnd(tag, at),
    data(start, openEnd, at, empty) {
      cells.data(start, openEnd, at, empty);
      places.push({ name: 'sheetData', start, end: at });
    },
    end: (at) => (end = at),
  });
  const segments = new SegmentsPatch(patch, places, cells.prefix, end);
  patchDimension(reader.find('dimension'), cells, segments);
  patchLooks(sheet, before, reader, bytes, segments, context);
  if (JSON.stringify(sheet.protection) !== JSON.stringify(before.protection)) {
    segments.set('sheetProtection', protectionXml(sheet));
  }
  patchFilter(sheet, before, reader.find('autoFilter'), bytes, segments);
  const merges = sheet.merges;
  if (
    merges.length !== before.merges.length ||
    !merges.every((m, i) => sameArea(m, before.merges[i]!))
  ) {
    const content = merges.map((m) => element('mergeCell', { ref: fileAddress(m) })).join('');
    segments.set('mergeCells', content && element('mergeCells', { count: merges.length }, content));
  }
  patchRules(
    sheet.conditionalFormats,
    reader.rules(),
    bytes,
    patch,
    segments,
    reader.find('extLst'),
    (format, known) => context.ruleFormatIndex(format, known),
  );
  if (!sameValidations(before.dataValidations, sheet.dataValidations)) {
    const known = reader.find('dataValidations');
    segments.set('dataValidations', validationsXml(sheet.dataValidations, known, bytes));
  }
  const unusedLinks = patchLinks(
    sheet,
    before,
    reader.find('hyperlinks'),
    bytes,
    segments,
    context,
    reference,
  );
  const drawing = reader.find('drawing');
  if (((drawing && relationshipId(drawing)) ?? null) !== context.drawingId) {
    const id = context.drawingId;
    segments.set('drawing', id === null ? '' : element('drawing', reference(id)));
  }
  patchTableParts(reader.find('tableParts'), segments, context.tableIds, reference);
  return { patch, formulasChanged: cells.formulasChanged, unusedLinks };
}

type Reference = (id: string) => Readonly<Record<string, string>>;

function patchDimension(
  node: XmlNode | undefined,
  cells: CellsPatch,
  segments: SegmentsPatch,
): void {
  const known = readAreas(attribute(node, 'ref') ?? '')[0];
  if (!node || !known || !cells.added || containsArea(known, cells.added)) return;
  const ref = fileAddress(boundingArea(known, cells.added));
  segments.set('dimension', withAttributes(node, { ref }, ''));
}

function patchLooks(
  sheet: Sheet,
  before: Sheet,
  reader: SegmentReader,
  bytes: Uint8Array,
  segments: SegmentsPatch,
  context: PatchContext,
): void {
  if (sheet.tabColor !== before.tabColor) {
    segments.set('sheetPr', sheetPropertiesXml(sheet.tabColor, reader.find('sheetPr'), bytes));
  }
  const views = reader.find('sheetViews');
  const selected = context.selected ?? isTabSelected(views);
  if (
    sheet.showGridlines !== before.showGridlines ||
    sheet.frozen.rows !== before.frozen.rows ||
    sheet.frozen.columns !== before.frozen.columns ||
    selected !== isTabSelected(views) ||
    !sameArea(sheet.selection, before.selection)
  ) {
    segments.set('sheetViews', viewXml(sheet, selected, views, bytes));
  }
  if (!sameColumns(sheet, before)) {
    segments.set(
      'cols',
      columnsXml(sheet, before, reader.find('cols'), (style) => context.formatOf(style)),
    );
  }
}

function sheetPropertiesXml(
  tabColor: string | null,
  node: XmlNode | undefined,
  bytes: Uint8Array,
): string {
  const color =
    tabColor === null ? '' : element('tabColor', { rgb: `FF${tabColor.slice(1).toUpperCase()}` });
  const rest = (node?.children ?? [])
    .filter((c) => c.name !== 'tabColor')
    .map((c) => sourceOf(bytes, c))
    .join('');
  return node ? withAttributes(node, {}, color + rest) : element('sheetPr', {}, color + rest);
}

function patchFilter(
  sheet: Sheet,
  before: Sheet,
  node: XmlNode | undefined,
  bytes: Uint8Array,
  segments: SegmentsPatch,
): void {
  const [now, then] = [sheet.autoFilter, before.autoFilter];
  const same =
    now === then ||
    (now && then && sameArea(now.area, then.area) && sameFilters(now.filters, then.filters));
  if (same) return;
  segments.set('autoFilter', now ? filterXml(now.area, now.filters, node, bytes) : '');
}

const linkKey = (link: Hyperlink): string => JSON.stringify(link);

/** @returns ids of the relationships no link needs any longer. */
function patchLinks(
  sheet: Sheet,
  before: Sheet,
  node: XmlNode | undefined,
  bytes: Uint8Array,
  segments: SegmentsPatch,
  context: PatchContext,
  reference: Reference,
): string[] {
  const keys = sheet.hyperlinks.map(linkKey);
  const old = before.hyperlinks.map(linkKey);
  if (keys.length === old.length && keys.every((key, i) => key === old[i])) return [];
  const nodes = (node?.children ?? []).filter(
    (c) => readAreas(attribute(c, 'ref') ?? '').length > 0,
  );
  const free = nodes.map((n, i) => ({ node: n, key: old[i] }));
  const content = sheet.hyperlinks.map((link, i) => {
    const at = free.findIndex((f) => f.key === keys[i]);
    if (at >= 0) return sourceOf(bytes, free.splice(at, 1)[0]!.node);
    return element('hyperlink', {
      ref: fileAddress(link.area),
      ...(link.address === null ? {} : reference(context.link(link.address))),
      location: link.documentReference,
      tooltip: link.screenTip,
    });
  });
  segments.set('hyperlinks', content.length > 0 ? element('hyperlinks', {}, content.join('')) : '');
  return free.flatMap((f) =>
    [...f.node.attributes].filter(([k]) => k.endsWith(':id')).map(([, v]) => v),
  );
}

function patchTableParts(
  node: XmlNode | undefined,
  segments: SegmentsPatch,
  ids: readonly string[],
  reference: Reference,
): void {
  const known = (node?.children ?? []).map(
    (c) => [...c.attributes].find(([name]) => name.endsWith(':id'))?.[1],
  );
  if (known.length === ids.length && ids.every((id) => known.includes(id))) return;
  const content = ids.map((id) => element('tablePart', reference(id))).join('');
  segments.set('tableParts', content && element('tableParts', { count: ids.length }, content));
}

/** A worksheet part with nothing in it. */
export const emptySheet = (main: string, relationships: string): Uint8Array =>
  new TextEncoder().encode(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<worksheet xmlns="${main}" xmlns:r="${relationships}"><dimension ref="A1"/>` +
      '<sheetFormatPr defaultRowHeight="15"/><sheetData/>' +
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>',
  );
