import { Patch } from './patch';
import {
  attribute,
  child,
  descendants,
  element,
  encode,
  items,
  numberAttribute,
  prefixOf,
  prefixed,
  readTree,
} from './xmlTree';

const TYPE = {
  name: 'XLDAPR',
  minSupportedVersion: 120000,
  copy: 1,
  pasteAll: 1,
  pasteValues: 1,
  merge: 1,
  splitFirst: 1,
  rowColShift: 1,
  clearFormats: 1,
  clearComments: 1,
  assign: 1,
  coerce: 1,
  cellMeta: 1,
};
const DYNAMIC = element(
  'bk',
  {},
  element(
    'extLst',
    {},
    element(
      'ext',
      { uri: '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}' },
      element('xda:dynamicArrayProperties', {
        'xmlns:xda': 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray',
        fDynamic: 1,
        fCollapsed: 0,
      }),
    ),
  ),
);

/** A metadata part that knows dynamic arrays, as number 1. */
export const newMetadata = (namespace: string): Uint8Array =>
  encode(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      element(
        'metadata',
        { xmlns: namespace },
        element('metadataTypes', { count: 1 }, element('metadataType', TYPE)) +
          element('futureMetadata', { name: 'XLDAPR', count: 1 }, DYNAMIC) +
          element('cellMetadata', { count: 1 }, element('bk', {}, element('rc', { t: 1, v: 0 }))),
      ),
  );

/**
 * Finds dynamic arrays in a metadata part, or makes them known to it.
 * @returns the number for `cm`, one-based, and the part
 */
export function withDynamicArrays(bytes: Uint8Array): { index: number; bytes: Uint8Array } {
  const root = readTree(bytes);
  const prefix = prefixOf(root);
  const types = items(root, 'metadataTypes', 'metadataType');
  const type = types.findIndex((t) => attribute(t, 'name') === 'XLDAPR') + 1;
  const future = root.children.find(
    (c) => c.name === 'futureMetadata' && attribute(c, 'name') === 'XLDAPR',
  );
  const blocks = items(root, 'cellMetadata', 'bk');
  const value = (future?.children ?? []).findIndex((bk) =>
    [...descendants(bk, 'dynamicArrayProperties')].some((d) => attribute(d, 'fDynamic') === '1'),
  );
  const found = blocks.findIndex((bk) => {
    const rc = child(bk, 'rc');
    return numberAttribute(rc, 't', 0) === type && numberAttribute(rc, 'v', -1) === value;
  });
  if (type > 0 && value >= 0 && found >= 0) return { index: found + 1, bytes };
  const patch = new Patch(bytes);
  const cells = child(root, 'cellMetadata');
  const append = (name: string, xml: string) => {
    const node = child(root, name);
    if (node) patch.insert(node.closeStart, prefixed(xml, prefix));
    return node !== undefined;
  };
  const reference = element(
    'bk',
    {},
    element('rc', { t: type || types.length + 1, v: Math.max(value, 0) }),
  );
  if (type === 0 && !append('metadataTypes', element('metadataType', TYPE))) {
    const own = element('metadataTypes', { count: 1 }, element('metadataType', TYPE));
    patch.insert(root.openEnd, prefixed(own, prefix));
  }
  const beforeCells = cells?.start ?? child(root, 'valueMetadata')?.start ?? root.closeStart;
  if (value < 0) {
    const own = element('futureMetadata', { name: 'XLDAPR', count: 1 }, DYNAMIC);
    patch.insert(beforeCells, prefixed(own, prefix));
  }
  if (!append('cellMetadata', reference)) {
    const own = element('cellMetadata', { count: 1 }, reference);
    patch.insert(beforeCells, prefixed(own, prefix));
  }
  return { index: blocks.length + 1, bytes: patch.apply() };
}
