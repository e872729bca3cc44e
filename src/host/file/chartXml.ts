import {
  LABEL_POSITIONS,
  type Chart,
  type ChartAxis,
  type ChartSeries,
  type ChartType,
  type LabelPosition,
  type LegendPosition,
} from '../model/chart';
import { fromFileFormula, toFileFormula } from './formulaText';
import { Patch } from './patch';
import {
  attribute,
  child,
  descendants,
  element,
  encode,
  escapeXml,
  numberAttribute,
  readTree,
  type XmlNode,
} from './xmlTree';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';

const PLACES: Readonly<Record<LegendPosition, string>> = {
  Bottom: 'b',
  Left: 'l',
  Right: 'r',
  Top: 't',
};

const LABELS: Readonly<Record<LabelPosition, string>> = {
  NextToAxis: 'nextTo',
  High: 'high',
  Low: 'low',
  None: 'none',
};

/** Element with the value in `val`. */
const val = (name: string, value: string | number): string => element(`c:${name}`, { val: value });

/** A chart's part. */
export function chartXml({ type, title, legend, axes, series }: Chart): Uint8Array {
  const isPie = type === 'Pie';
  const isBar = type.startsWith('Bar');
  const { category, value } = axes;
  const kind = type === 'XYScatter' ? 'valAx' : 'catAx';
  const plot =
    plotXml(type, series) +
    (isPie ? '' : axisXml(kind, 1, category, value, isBar ? 'l' : 'b')) +
    (isPie ? '' : axisXml('valAx', 2, value, category, isBar ? 'b' : 'l'));
  const chart =
    titleXml(title) +
    val('autoTitleDeleted', title === null ? 1 : 0) +
    element('c:plotArea', {}, `<c:layout/>${plot}`) +
    (legend === null
      ? ''
      : element('c:legend', {}, val('legendPos', PLACES[legend]) + val('overlay', 0))) +
    val('plotVisOnly', 1) +
    val('dispBlanksAs', 'gap');
  return encode(
    XML +
      element(
        'c:chartSpace',
        { 'xmlns:c': CHART, 'xmlns:a': MAIN },
        val('roundedCorners', 0) + element('c:chart', {}, chart),
      ),
  );
}

function plotXml(type: ChartType, series: readonly ChartSeries[]): string {
  const list = series.map((one, i) => seriesXml(type, one, i)).join('');
  if (type === 'Pie') return element('c:pieChart', {}, val('varyColors', 1) + list);
  const axes = val('axId', 1) + val('axId', 2);
  if (type === 'Line' || type === 'LineMarkers') {
    const grouping = val('grouping', 'standard') + val('varyColors', 0);
    return element('c:lineChart', {}, grouping + list + val('marker', 1) + axes);
  }
  if (type === 'XYScatter') {
    const style = val('scatterStyle', 'lineMarker') + val('varyColors', 0);
    return element('c:scatterChart', {}, style + list + axes);
  }
  const isStacked = type.endsWith('Stacked');
  const grouping =
    val('barDir', type.startsWith('Bar') ? 'bar' : 'col') +
    val('grouping', isStacked ? 'stacked' : 'clustered') +
    val('varyColors', 0);
  const overlap = isStacked ? val('overlap', 100) : '';
  return element('c:barChart', {}, grouping + list + val('gapWidth', 100) + overlap + axes);
}

function seriesXml(type: ChartType, series: ChartSeries, index: number): string {
  const { name, values, categories, color } = series;
  const isLine = type.startsWith('Line');
  const fill = color && fillXml(color);
  const named = name.startsWith('=')
    ? element('c:strRef', {}, formulaXml(name))
    : element('c:v', {}, escapeXml(name));
  if (type === 'XYScatter') return scatterXml(series, index, named);
  const marker = type === 'Line' ? element('c:marker', {}, val('symbol', 'none')) : '';
  return element(
    'c:ser',
    {},
    val('idx', index) +
      val('order', index) +
      element('c:tx', {}, named) +
      (fill ? element('c:spPr', {}, isLine ? element('a:ln', { w: 28575 }, fill) : fill) : '') +
      (isLine ? marker : type === 'Pie' ? '' : val('invertIfNegative', 0)) +
      (categories && element('c:cat', {}, element('c:strRef', {}, formulaXml(categories)))) +
      (values && element('c:val', {}, element('c:numRef', {}, formulaXml(values)))) +
      (isLine ? val('smooth', 0) : ''),
  );
}

/** Points alone, without a line between them. */
function scatterXml(
  { values, categories, markerFill, markerLine }: ChartSeries,
  index: number,
  named: string,
): string {
  const paint =
    (markerFill ? fillXml(markerFill) : '') +
    (markerLine ? element('a:ln', {}, fillXml(markerLine)) : '');
  const numbers = (name: string, formula: string) =>
    formula && element(`c:${name}`, {}, element('c:numRef', {}, formulaXml(formula)));
  return element(
    'c:ser',
    {},
    val('idx', index) +
      val('order', index) +
      element('c:tx', {}, named) +
      element('c:spPr', {}, element('a:ln', {}, '<a:noFill/>')) +
      element(
        'c:marker',
        {},
        val('symbol', 'circle') + val('size', 5) + (paint && element('c:spPr', {}, paint)),
      ) +
      numbers('xVal', categories) +
      numbers('yVal', values) +
      val('smooth', 0),
  );
}

const fillXml = (color: string): string =>
  element('a:solidFill', {}, element('a:srgbClr', { val: color.slice(1).toUpperCase() }));

const formulaXml = (formula: string): string =>
  element('c:f', {}, escapeXml(toFileFormula(formula.slice(1))));

/** @param other - the axis it crosses */
function axisXml(
  kind: 'catAx' | 'valAx',
  id: 1 | 2,
  axis: ChartAxis,
  other: ChartAxis,
  place: string,
): string {
  const scale =
    val('orientation', 'minMax') +
    (axis.maximum === null ? '' : val('max', axis.maximum)) +
    (axis.minimum === null ? '' : val('min', axis.minimum));
  return element(
    `c:${kind}`,
    {},
    val('axId', id) +
      element('c:scaling', {}, scale) +
      val('delete', 0) +
      val('axPos', place) +
      (id === 2 ? '<c:majorGridlines/>' : '') +
      titleXml(axis.title) +
      element('c:numFmt', {
        formatCode: axis.format ?? 'General',
        sourceLinked: axis.format === null ? 1 : 0,
      }) +
      val('majorTickMark', 'out') +
      val('minorTickMark', 'none') +
      val('tickLblPos', LABELS[axis.labels]) +
      (axis.color === null ? '' : element('c:spPr', {}, element('a:ln', {}, fillXml(axis.color)))) +
      val('crossAx', 3 - id) +
      (other.crossedAt === null ? val('crosses', 'autoZero') : val('crossesAt', other.crossedAt)),
  );
}

function titleXml(title: string | null): string {
  if (title === null) return '';
  const run = element('a:r', {}, element('a:t', {}, escapeXml(title)));
  const rich = `<a:bodyPr/>${element('a:p', {}, run)}`;
  return element(
    'c:title',
    {},
    element('c:tx', {}, element('c:rich', {}, rich)) + val('overlay', 0),
  );
}

/** @returns null where the part holds no chart of a kind the host knows */
export function readChart(
  bytes: Uint8Array,
): Pick<Chart, 'type' | 'title' | 'legend' | 'axes' | 'series'> | null {
  const chart = child(readTree(bytes), 'chart');
  const area = child(chart, 'plotArea');
  const plots = area?.children.filter(({ name }) => name.endsWith('Chart')) ?? [];
  const type = plots.length === 1 ? typeOf(plots[0]!) : null;
  if (!type) return null;
  const legend = child(chart, 'legend');
  const place = attribute(child(legend, 'legendPos'), 'val') ?? 'r';
  const places = Object.entries(PLACES) as [LegendPosition, string][];
  return {
    type,
    title: titleOf(chart),
    legend: legend ? (places.find(([, code]) => code === place)?.[0] ?? 'Right') : null,
    axes: axesOf(area!, type),
    series: plots[0]!.children.filter(({ name }) => name === 'ser').map(readSeries),
  };
}

function typeOf(plot: XmlNode): ChartType | null {
  const grouping = attribute(child(plot, 'grouping'), 'val') ?? 'clustered';
  switch (plot.name) {
    case 'pieChart':
      return 'Pie';
    case 'lineChart': {
      const series = plot.children.filter(({ name }) => name === 'ser');
      const isBare = series.every(
        (one) => attribute(child(child(one, 'marker'), 'symbol'), 'val') === 'none',
      );
      return grouping === 'standard' ? (isBare ? 'Line' : 'LineMarkers') : null;
    }
    case 'barChart': {
      const direction = attribute(child(plot, 'barDir'), 'val') === 'bar' ? 'Bar' : 'Column';
      if (grouping === 'clustered') return `${direction}Clustered`;
      return grouping === 'stacked' ? `${direction}Stacked` : null;
    }
    case 'scatterChart': {
      const series = plot.children.filter(({ name }) => name === 'ser');
      const isBare = series.every((one) => child(child(child(one, 'spPr'), 'ln'), 'noFill'));
      return isBare ? 'XYScatter' : null;
    }
    default:
      return null;
  }
}

function readSeries(node: XmlNode): ChartSeries {
  const formula = (name: string): string => {
    const [found] = [...descendants(child(node, name) ?? EMPTY, 'f')];
    return found ? `=${fromFileFormula(found.text)}` : '';
  };
  const [text] = [...descendants(child(node, 'tx') ?? EMPTY, 'v')];
  const paint = child(node, 'spPr');
  const marker = child(child(node, 'marker'), 'spPr');
  return {
    name: formula('tx') || (text?.text ?? ''),
    values: formula('val') || formula('yVal'),
    categories: formula('cat') || formula('xVal'),
    color: colorOf(child(paint, 'solidFill') ?? child(child(paint, 'ln'), 'solidFill')),
    markerFill: colorOf(child(marker, 'solidFill')),
    markerLine: colorOf(child(child(marker, 'ln'), 'solidFill')),
  };
}

function colorOf(fill: XmlNode | undefined): string | null {
  const code = attribute(child(fill, 'srgbClr'), 'val');
  return code === undefined ? null : `#${code.toUpperCase()}`;
}

const EMPTY = readTree('<none/>');

function axesOf(area: XmlNode, type: ChartType): Chart['axes'] {
  const values = area.children.filter(({ name }) => name === 'valAx');
  // Of the two axes of values a scatter chart has, x comes first.
  const [x, y] = type === 'XYScatter' ? values : [child(area, 'catAx'), values[0]];
  return { category: axisOf(x, y), value: axisOf(y, x) };
}

/** @param other - the axis it crosses, which says where */
function axisOf(node: XmlNode | undefined, other: XmlNode | undefined): ChartAxis {
  const at = (parent: XmlNode | undefined, name: string): number | null => {
    const found = child(parent, name);
    return found ? numberAttribute(found, 'val', 0) : null;
  };
  const scale = child(node, 'scaling');
  const format = child(node, 'numFmt');
  const code = attribute(child(node, 'tickLblPos'), 'val');
  const labels = LABEL_POSITIONS.find((position) => LABELS[position] === code);
  return {
    title: titleOf(node),
    minimum: at(scale, 'min'),
    maximum: at(scale, 'max'),
    crossedAt: at(other, 'crossesAt'),
    labels: labels ?? 'NextToAxis',
    format: attribute(format, 'sourceLinked') === '0' ? attribute(format, 'formatCode')! : null,
    color: colorOf(child(child(child(node, 'spPr'), 'ln'), 'solidFill')),
  };
}

function titleOf(node: XmlNode | undefined): string | null {
  const title = child(node, 'title');
  return title ? [...descendants(title, 't')].map(({ text }) => text).join('') : null;
}

/** The part with what its series refer to now, where nothing else of the chart changed; else a new one. */
export function patchChart(bytes: Uint8Array, chart: Chart): Uint8Array {
  const before = readChart(bytes)!;
  const formulas = (series: readonly ChartSeries[]) =>
    series.flatMap(({ name, values, categories }) => [name, values, categories]);
  const bare = (one: Pick<Chart, 'type' | 'title' | 'legend' | 'axes' | 'series'>): string =>
    JSON.stringify([
      one.type,
      one.title,
      one.legend,
      one.axes,
      one.series.map(({ color, markerFill, markerLine }) => [color, markerFill, markerLine]),
    ]);
  const [then, now] = [formulas(before.series), formulas(chart.series)];
  const isSame = bare(before) === bare(chart) && then.length === now.length;
  if (!isSame || then.some((text, i) => text.startsWith('=') !== now[i]!.startsWith('='))) {
    return chartXml(chart);
  }
  const patch = new Patch(bytes);
  for (const node of descendants(readTree(bytes), 'f')) {
    const at = then.indexOf(`=${fromFileFormula(node.text)}`);
    if (at < 0 || then[at] === now[at]) continue;
    patch.replace(node.openEnd, node.closeStart, escapeXml(toFileFormula(now[at]!.slice(1))));
  }
  return patch.apply();
}
