import { quoteSheetName, type Area } from '../model/address';
import type { DefinedName } from '../model/definedName';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { absoluteAddress } from './areas';
import { fromFileFormula, toFileFormula } from './formulaText';
import { Patch } from './patch';
import { referenceWith, type FileSheet, type WorkbookParts } from './workbookParts';
import {
  attribute,
  child,
  element,
  escapeXml,
  flag,
  items,
  numberAttribute,
  openingTag,
  prefixOf,
  prefixed,
  sourceOf,
  withAttributes,
  type XmlNode,
} from './xmlTree';

/** Order in which the schema wants the children of a workbook. */
const ORDER = `fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups
  externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr
  smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst`.split(/\s+/);

/** A sheet in the order of the file to be: of the model, or one the model does not hold. */
export type Entry =
  | { readonly sheet: Sheet; readonly part: string; readonly id: string }
  | { readonly file: FileSheet };

/**
 * The workbook part as the model has it now; the same bytes when it says so already.
 * @param entries - the sheets in order; `id` is the relationship of the sheet's part
 */
export function patchWorkbookPart(
  workbook: Workbook,
  parts: WorkbookParts,
  entries: readonly Entry[],
): Uint8Array {
  const { root, bytes } = parts;
  const patch = new Patch(bytes);
  const prefix = prefixOf(root);
  const set = (name: string, xml: string) => {
    const node = child(root, name);
    if (node) {
      patch.replace(node.start, node.end, prefixed(xml, prefix));
      return;
    }
    const order = ORDER.indexOf(name);
    const next = root.children.find((c) => ORDER.indexOf(c.name) > order);
    patch.insert(next?.start ?? root.closeStart, prefixed(xml, prefix));
  };
  const sheetsXml = sheetList(parts, entries);
  if (sheetsXml !== null) set('sheets', element('sheets', {}, sheetsXml));
  const namesXml = nameList(workbook, parts, entries);
  if (namesXml !== null) set('definedNames', namesXml && element('definedNames', {}, namesXml));
  const tab = entries.findIndex((e) => 'sheet' in e && e.sheet === workbook.activeSheet);
  const view = items(root, 'bookViews', 'workbookView')[0];
  if (view && numberAttribute(view, 'activeTab', 0) !== tab) {
    const first =
      numberAttribute(view, 'firstSheet', 0) >= entries.length ? { firstSheet: null } : {};
    patch.replace(
      view.start,
      view.openEnd,
      openingTag(view, { activeTab: tab === 0 ? null : tab, ...first }),
    );
  } else if (!view && tab > 0) {
    set('bookViews', element('bookViews', {}, element('workbookView', { activeTab: tab })));
  }
  const calculation = child(root, 'calcPr');
  const mode = MODES[workbook.calculationMode];
  if ((attribute(calculation, 'calcMode') ?? 'auto') !== mode) {
    const changes = { calcMode: mode === 'auto' ? null : mode };
    set(
      'calcPr',
      calculation ? withAttributes(calculation, changes, '') : element('calcPr', changes),
    );
  }
  return patch.apply();
}

const MODES = {
  Automatic: 'auto',
  AutomaticExceptTables: 'autoNoTable',
  Manual: 'manual',
} as const;
const STATES = { Visible: null, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** @returns null when the file's list says the same. */
function sheetList(parts: WorkbookParts, entries: readonly Entry[]): string | null {
  const reference = referenceWith(parts.root.attributes, parts.references);
  let nextId = 1 + Math.max(0, ...parts.sheets.map((s) => numberAttribute(s.node, 'sheetId', 0)));
  let same = entries.length === parts.sheets.length;
  const xml = entries.map((entry, i) => {
    const known =
      'file' in entry ? entry.file : parts.sheets.find((s) => s.part === entry.sheet.part);
    same &&= known !== undefined && known === parts.sheets[i];
    if ('file' in entry) return sourceOf(parts.bytes, entry.file.node);
    const { name, visibility } = entry.sheet;
    const state = STATES[visibility];
    if (!known) {
      return element('sheet', { name, sheetId: nextId++, state, ...reference(entry.id) });
    }
    const unchanged =
      known.name === name && (attribute(known.node, 'state') ?? 'visible') === (state ?? 'visible');
    same &&= unchanged;
    return unchanged
      ? sourceOf(parts.bytes, known.node)
      : withAttributes(known.node, { name, state }, '');
  });
  return same ? null : xml.join('');
}

const nameKey = (name: string, scope: number | undefined): string =>
  `${scope ?? ''}!${name.toLowerCase()}`;

/** @returns null when the file's names say the same. */
function nameList(
  workbook: Workbook,
  parts: WorkbookParts,
  entries: readonly Entry[],
): string | null {
  const nodes = items(parts.root, 'definedNames', 'definedName');
  /** Place of each of the file's sheets in the file to be; −1 when it is gone. */
  const places = parts.sheets.map((s) =>
    entries.findIndex((e) => ('file' in e ? e.file === s : e.sheet.part === s.part)),
  );
  const known = new Map<string, XmlNode>();
  const foreign: string[] = [];
  for (const node of nodes) {
    const local = attribute(node, 'localSheetId');
    const place = local === undefined ? undefined : (places[Number(local)] ?? -1);
    if (place === -1) continue;
    if (place !== undefined && 'file' in entries[place]!) {
      foreign.push(rescoped(node, place, parts.bytes));
    } else known.set(nameKey(attribute(node, 'name') ?? '', place), node);
  }
  const xml = withFilterNames(workbook).map((name) => {
    const scope = name.scope
      ? entries.findIndex((e) => 'sheet' in e && e.sheet === name.scope)
      : undefined;
    const node = known.get(nameKey(name.name, scope));
    if (node && saysSame(node, name)) return rescoped(node, scope, parts.bytes);
    const changes = {
      name: name.name,
      localSheetId: scope,
      hidden: name.visible ? null : true,
      comment: name.comment === '' ? null : name.comment,
    };
    const content = escapeXml(toFileFormula(name.formula.slice(1)));
    return node ? withAttributes(node, changes, content) : element('definedName', changes, content);
  });
  const list = [...foreign, ...xml];
  const before = nodes.map((node) => sourceOf(parts.bytes, node));
  const same =
    list.length === before.length && [...list].sort().join() === [...before].sort().join();
  return same ? null : list.join('');
}

const FILTER_NAME = '_xlnm._FilterDatabase';

/** The names, those Excel keeps for filters set to where the filters are; new sheets get theirs. */
function withFilterNames(workbook: Workbook): DefinedName[] {
  const names = workbook.names.map((name) => {
    const filter = name.name === FILTER_NAME ? name.scope?.autoFilter : undefined;
    const formula = filter && filterFormula(name.scope!, filter.area);
    return formula && plainlyQuoted(name.formula) !== formula ? { ...name, formula } : name;
  });
  for (const scope of workbook.sheets) {
    if (scope.part !== null || !scope.autoFilter || workbook.definedName(FILTER_NAME, scope))
      continue;
    const formula = filterFormula(scope, scope.autoFilter.area);
    names.push({ name: FILTER_NAME, scope, formula, visible: false, comment: '' });
  }
  return names;
}

const filterFormula = (sheet: Sheet, area: Area): string =>
  `=${quoteSheetName(sheet.name)}!${absoluteAddress(area)}`;

/** The name's XML, its sheet counted anew where sheets moved. */
function rescoped(node: XmlNode, scope: number | undefined, bytes: Uint8Array): string {
  const local = attribute(node, 'localSheetId');
  return (local === undefined ? undefined : Number(local)) === scope
    ? sourceOf(bytes, node)
    : withAttributes(node, { localSheetId: scope }, escapeXml(node.text));
}

const saysSame = (node: XmlNode, name: DefinedName): boolean =>
  attribute(node, 'name') === name.name &&
  plainlyQuoted(`=${fromFileFormula(node.text)}`) === plainlyQuoted(name.formula) &&
  flag(node, 'hidden', false) === !name.visible &&
  (attribute(node, 'comment') ?? '') === name.comment;

/** Sheets quoted only where they need it: shifting a name's formula there and back loses other quotes. */
const plainlyQuoted = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')+)'!/g, (whole, sheet?: string) =>
    sheet === undefined ? whole : `${quoteSheetName(sheet.replaceAll("''", "'"))}!`,
  );
