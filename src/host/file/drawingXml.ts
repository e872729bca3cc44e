import type { Chart, Corner } from '../model/chart';
import { readChart } from './chartXml';
import type { Package } from './package';
import { Patch } from './patch';
import {
  attribute,
  child,
  descendants,
  element,
  encode,
  openingTag,
  prefixOf,
  readTree,
  relationshipId,
  type XmlNode,
} from './xmlTree';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
/** Units of a drawing in a point. */
const UNITS = 12_700;

/** A chart as a drawing frames it. */
interface Frame {
  readonly relationship: string;
  readonly name: string;
  readonly from: Corner;
  readonly to: Corner;
  readonly node: XmlNode;
}

/** @returns the charts of a drawing that stand on two cells */
function frames(root: XmlNode): Frame[] {
  return root.children.flatMap((node) => {
    const [from, to] = [child(node, 'from'), child(node, 'to')];
    const frame = child(node, 'graphicFrame');
    const [chart] = frame ? [...descendants(frame, 'chart')] : [];
    const relationship = chart && relationshipId(chart);
    if (!from || !to || relationship === undefined) return [];
    const name = attribute([...descendants(frame!, 'cNvPr')][0], 'name') ?? '';
    return [{ relationship, name, from: readCorner(from), to: readCorner(to), node }];
  });
}

function readCorner(node: XmlNode): Corner {
  const number = (name: string) => Number(child(node, name)?.text ?? 0);
  return {
    column: number('col'),
    x: number('colOff') / UNITS,
    row: number('row'),
    y: number('rowOff') / UNITS,
  };
}

/** @returns the charts of a sheet's part that the host knows */
export function readCharts(source: Package, sheetPart: string): Omit<Chart, 'id'>[] {
  return source
    .relationships(sheetPart)
    .filter(({ kind }) => kind === 'drawing')
    .flatMap(({ target }) => {
      const bytes = source.bytes(target);
      const parts = source.relationships(target);
      return (bytes ? frames(readTree(bytes)) : []).flatMap(({ relationship, name, from, to }) => {
        const part = parts.find(({ id }) => id === relationship)?.target;
        const xml = part === undefined ? undefined : source.bytes(part);
        const chart = xml && readChart(xml);
        return chart ? [{ ...chart, name, from, to, part: part! }] : [];
      });
    });
}

/** A drawing without anything in it. */
export const emptyDrawing = (references: string): Uint8Array =>
  encode(
    XML + `<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}" xmlns:r="${references}"></xdr:wsDr>`,
  );

/**
 * A drawing with its charts as the model has them; everything else stays.
 *
 * @param charts - by the relationship to their part; new ones are added
 * @param gone - relationships of charts that are deleted
 * @returns null when nothing is left
 */
export function patchDrawing(
  bytes: Uint8Array,
  charts: ReadonlyMap<string, Chart>,
  gone: ReadonlySet<string>,
): Uint8Array | null {
  const root = readTree(bytes);
  const patch = new Patch(bytes);
  const known = frames(root);
  for (const frame of known) {
    const { node, relationship, name, from, to } = frame;
    if (gone.has(relationship)) patch.replace(node.start, node.end, '');
    const chart = charts.get(relationship);
    if (!chart) continue;
    const prefix = prefixOf(node);
    for (const [tag, then, now] of [
      ['from', from, chart.from],
      ['to', to, chart.to],
    ] as const) {
      const place = child(node, tag)!;
      if (cornerXml(prefix, tag, then) !== cornerXml(prefix, tag, now)) {
        patch.replace(place.start, place.end, cornerXml(prefix, tag, now));
      }
    }
    if (name !== chart.name) {
      const [named] = [...descendants(node, 'cNvPr')];
      patch.replace(named!.start, named!.openEnd, openingTag(named!, { name: chart.name }));
    }
  }
  const added = [...charts].filter(
    ([id]) => !known.some(({ relationship }) => relationship === id),
  );
  if (added.length === 0 && root.children.length === gone.size) return null;
  const ids = [...descendants(root, 'cNvPr')].map((node) => Number(attribute(node, 'id')));
  const lastId = Math.max(1, ...ids);
  const xml = added.map(([id, chart], i) => frameXml(prefixOf(root), id, chart, lastId + 1 + i));
  patch.insert(root.closeStart, xml.join(''));
  return patch.apply();
}

function cornerXml(prefix: string, tag: string, { column, x, row, y }: Corner): string {
  const number = (name: string, value: number) =>
    element(`${prefix}${name}`, {}, String(Math.round(value)));
  const content =
    number('col', column) +
    number('colOff', x * UNITS) +
    number('row', row) +
    number('rowOff', y * UNITS);
  return element(`${prefix}${tag}`, {}, content);
}

function frameXml(prefix: string, relationship: string, chart: Chart, id: number): string {
  const tag = (name: string, content: string, attributes: Record<string, string | number> = {}) =>
    element(`${prefix}${name}`, attributes, content);
  const properties = tag('cNvPr', '', { id, name: chart.name }) + tag('cNvGraphicFramePr', '');
  const link = element('c:chart', {
    'xmlns:c': CHART,
    'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'r:id': relationship,
  });
  const nothing = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/>';
  const frame =
    tag('nvGraphicFramePr', properties) +
    tag('xfrm', nothing, { 'xmlns:a': MAIN }) +
    element('a:graphic', { 'xmlns:a': MAIN }, element('a:graphicData', { uri: CHART }, link));
  return tag(
    'twoCellAnchor',
    cornerXml(prefix, 'from', chart.from) +
      cornerXml(prefix, 'to', chart.to) +
      tag('graphicFrame', frame, { macro: '' }) +
      tag('clientData', ''),
  );
}
