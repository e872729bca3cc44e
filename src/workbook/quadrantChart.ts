import type { RiskAssessment } from '../domain';
import type { RiskTexts } from './riskTexts';

const CHART = 'ARW_Quadrants';
/** Points; no wider than a page of A4. */
const CHART_SIZE = { width: 460, height: 320 };
/** Of the points and of the axes, said outright as those of the model's chart. */
const COLOR = '#0F6CBD';
const AXIS_COLOR = '#8A8A8A';
/** Of a share: the axis ends at a multiple. */
const STEP = 0.05;

/** Addresses on the sheet, and words. */
interface QuadrantChart {
  readonly shares: string;
  readonly scores: string;
  /** Cell of its upper left corner. */
  readonly corner: string;
  readonly score: string;
}

/** @returns whether the chart is there where it has to be, once the coming sync is done */
export function loadQuadrantChart(sheet: Excel.Worksheet, risk: RiskAssessment): () => boolean {
  const chart = sheet.charts.getItemOrNullObject(CHART).load('name');
  return () => chart.isNullObject === (risk.quadrants.valueFrom === null);
}

/**
 * Draws customers by their share of sales and their score, in the coming sync; without any sales there
 * is nothing to draw. The axes cross where the quadrants meet, so a place says its quadrant without a
 * colour, however the list is sorted.
 */
export function putQuadrantChart(
  sheet: Excel.Worksheet,
  { customers, quadrants: { valueFrom, riskFrom } }: RiskAssessment,
  { shares, scores, corner, score }: QuadrantChart,
  { quadrants, facts }: RiskTexts,
): void {
  sheet.charts.getItemOrNullObject(CHART).delete();
  if (valueFrom === null) return;
  const chart = sheet.charts.add(
    Excel.ChartType.xyscatter,
    sheet.getRange(scores),
    Excel.ChartSeriesBy.columns,
  );
  chart.name = CHART;
  const { control, tighten, keep, grow } = quadrants;
  // What it is of say its axes and the line under the sheet's title: more would not stand in a line.
  chart.title.text = `↗ ${control} ↖ ${tighten} ↘ ${keep} ↙ ${grow}`;
  chart.legend.visible = false;
  const points = chart.series.getItemAt(0);
  points.name = score;
  points.setXAxisValues(sheet.getRange(shares));
  points.markerBackgroundColor = COLOR;
  points.markerForegroundColor = COLOR;
  const { categoryAxis: x, valueAxis: y } = chart.axes;
  const largest = customers.reduce((most, one) => Math.max(most, one.facts.salesShare ?? 0), 0);
  x.minimum = 0;
  x.maximum = Math.min(1, Math.ceil(largest / STEP) * STEP);
  x.title.text = facts.salesShare;
  x.setPositionAt(valueFrom);
  y.minimum = 0;
  y.maximum = 100;
  y.title.text = score;
  y.setPositionAt(riskFrom);
  x.numberFormat = '0%';
  for (const axis of [x, y]) {
    axis.tickLabelPosition = Excel.ChartAxisTickLabelPosition.low;
    axis.format.line.color = AXIS_COLOR;
  }
  // In a column of its own no page break goes through it.
  sheet.getRange(corner).format.columnWidth = CHART_SIZE.width + 4;
  chart.setPosition(corner);
  chart.width = CHART_SIZE.width;
  chart.height = CHART_SIZE.height;
}
