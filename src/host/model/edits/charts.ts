import type { Chart, ChartAxis, ChartSeries, ChartType } from '../chart';
import { EditError } from '../editError';
import type { Sheet } from '../sheet';
import { cornerAt } from '../sizes';
import type { Workbook } from '../workbook';

/** As Excel makes them [points]. */
const SIZE = { width: 360, height: 216 };
const BARE_AXIS: ChartAxis = {
  title: null,
  minimum: null,
  maximum: null,
  crossedAt: null,
  labels: 'NextToAxis',
  format: null,
  color: null,
};
/** What Excel calls a chart of several series. */
const TITLE = 'Chart Title';

export function addChart(
  wb: Workbook,
  sheet: Sheet,
  type: ChartType,
  series: ChartSeries[],
): Chart {
  assertChartsEditable(sheet);
  let n = sheet.charts.length + 1;
  while (sheet.charts.some(({ name }) => name === `Chart ${n}`)) n++;
  const chart: Chart = {
    id: wb.newChartId(),
    name: `Chart ${n}`,
    type,
    from: cornerAt(sheet, 0, 0),
    to: cornerAt(sheet, SIZE.width, SIZE.height),
    title: TITLE,
    legend: 'Right',
    axes: {
      category: { ...BARE_AXIS },
      value: { ...BARE_AXIS },
    },
    series,
    part: null,
  };
  sheet.charts.push(chart);
  wb.events.emit('appearance', { sheet });
  return chart;
}

export function deleteChart(wb: Workbook, sheet: Sheet, chart: Chart): void {
  assertChartsEditable(sheet);
  sheet.charts.splice(sheet.charts.indexOf(chart), 1);
  wb.events.emit('appearance', { sheet });
}

export function changeChart(wb: Workbook, sheet: Sheet, change: () => void): void {
  assertChartsEditable(sheet);
  change();
  wb.events.emit('appearance', { sheet });
}

function assertChartsEditable({ protection, name }: Sheet): void {
  if (protection && protection.options.allowEditObjects !== true) {
    throw new EditError('AccessDenied', `The sheet "${name}" is protected.`);
  }
}

/** Re-writes what a workbook's charts refer to. @param rewrite - answers null where nothing changes */
export function rewriteCharts(
  wb: Workbook,
  rewrite: (formula: string, home: Sheet) => string | null,
): void {
  for (const sheet of wb.sheets) {
    for (const { series } of sheet.charts) {
      for (const one of series) {
        for (const key of ['name', 'values', 'categories'] as const) {
          if (one[key].startsWith('=')) one[key] = rewrite(one[key], sheet) ?? one[key];
        }
      }
    }
  }
}
