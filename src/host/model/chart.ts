export const CHART_TYPES = [
  'ColumnClustered',
  'ColumnStacked',
  'BarClustered',
  'BarStacked',
  'Line',
  'LineMarkers',
  'Pie',
  'XYScatter',
] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** A corner of a chart: a cell and how far into it [points]. */
export interface Corner {
  column: number;
  x: number;
  row: number;
  y: number;
}

/** Each a formula that refers to cells, with its `=`. */
export interface ChartSeries {
  /** A text without `=` is the name itself. */
  name: string;
  values: string;
  /** Empty for 1, 2, 3 …; the x of a scatter chart. */
  categories: string;
  /** `#RRGGBB`; null for the theme's. */
  color: string | null;
  /** Of the points of a scatter chart, as `color`. */
  markerFill: string | null;
  markerLine: string | null;
}

export const LABEL_POSITIONS = ['NextToAxis', 'High', 'Low', 'None'] as const;
export type LabelPosition = (typeof LABEL_POSITIONS)[number];

export interface ChartAxis {
  title: string | null;
  /** Null for automatic. */
  minimum: number | null;
  maximum: number | null;
  /** Where on it the other axis crosses; null for automatic. */
  crossedAt: number | null;
  labels: LabelPosition;
  /** Number format of its labels; null for that of the cells. */
  format: string | null;
  /** Of its line: `#RRGGBB`; null for the theme's. */
  color: string | null;
}

export const LEGEND_POSITIONS = ['Bottom', 'Left', 'Right', 'Top'] as const;
export type LegendPosition = (typeof LEGEND_POSITIONS)[number];

/** A chart on a sheet; it moves and grows with the cells under it. */
export interface Chart {
  readonly id: string;
  name: string;
  type: ChartType;
  from: Corner;
  to: Corner;
  title: string | null;
  legend: LegendPosition | null;
  readonly axes: { readonly category: ChartAxis; readonly value: ChartAxis };
  series: ChartSeries[];
  /** Part name in the opened file; null for a chart made since. */
  readonly part: string | null;
}

/** What a file keeps of a chart outside of its drawing. */
export const chartContent = ({ type, title, legend, axes, series }: Omit<Chart, 'id'>): string =>
  JSON.stringify({ type, title, legend, axes, series });
