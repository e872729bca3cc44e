import { cellAddress } from '../model/address';
import type { Sheet } from '../model/sheet';
import { fileAddress, readAreas } from './areas';
import {
  attribute,
  child,
  element,
  flag,
  numberAttribute,
  sourceOf,
  withAttributes,
  type XmlNode,
} from './xmlTree';

/** Takes frozen panes, gridlines and selection from the first of the sheet's views. */
export function readView(sheetViews: XmlNode, sheet: Sheet): void {
  const view = child(sheetViews, 'sheetView');
  if (!view) return;
  sheet.showGridlines = flag(view, 'showGridLines', true);
  const pane = child(view, 'pane');
  if ((attribute(pane, 'state') ?? '').startsWith('frozen')) {
    sheet.frozen = {
      rows: Math.round(numberAttribute(pane, 'ySplit', 0)),
      columns: Math.round(numberAttribute(pane, 'xSplit', 0)),
    };
  }
  const selections = view.children.filter((c) => c.name === 'selection');
  const active = attribute(pane, 'activePane') ?? 'topLeft';
  const selection =
    selections.find((s) => (attribute(s, 'pane') ?? 'topLeft') === active) ?? selections[0];
  const selected = readAreas(attribute(selection, 'sqref') ?? '')[0];
  if (selected) sheet.selection = selected;
}

/** @returns whether the file has the sheet's tab selected. */
export const isTabSelected = (sheetViews: XmlNode | undefined): boolean =>
  flag(child(sheetViews, 'sheetView'), 'tabSelected', false);

/** `sheetViews` as the sheet has it now; of the rest of the first view everything stays. */
export function viewXml(
  sheet: Sheet,
  selected: boolean,
  sheetViews: XmlNode | undefined,
  bytes: Uint8Array,
): string {
  const view = child(sheetViews, 'sheetView');
  const { rows, columns } = sheet.frozen;
  const frozen = rows > 0 || columns > 0;
  const pane = child(view, 'pane');
  const split = pane && !(attribute(pane, 'state') ?? '').startsWith('frozen');
  const active = `${rows > 0 ? 'bottom' : 'top'}${columns > 0 ? 'Right' : 'Left'}`;
  const paneXml = element('pane', {
    xSplit: columns || null,
    ySplit: rows || null,
    topLeftCell: cellAddress(rows, columns),
    activePane: active,
    state: 'frozen',
  });
  const selection = element('selection', {
    pane: frozen ? active : null,
    activeCell: cellAddress(sheet.selection.top, sheet.selection.left),
    sqref: fileAddress(sheet.selection),
  });
  const rest = (view?.children ?? [])
    .filter((c) => c.name !== 'pane' && c.name !== 'selection')
    .map((c) => sourceOf(bytes, c))
    .join('');
  const content = (frozen ? paneXml : '') + selection + rest;
  const kept = split && !frozen ? sourceOf(bytes, pane) + content : content;
  const changes = {
    showGridLines: sheet.showGridlines ? null : false,
    tabSelected: selected ? true : null,
  };
  const first = view
    ? withAttributes(view, changes, kept)
    : element('sheetView', { ...changes, workbookViewId: 0 }, kept);
  const others = (sheetViews?.children ?? [])
    .filter((c) => c !== view)
    .map((c) => sourceOf(bytes, c))
    .join('');
  return element('sheetViews', {}, first + others);
}
