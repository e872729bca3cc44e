import { CHART_TYPES, type Chart, type Corner } from '../model/chart';
import { changeChart, deleteChart } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { cornerAt, pointAt } from '../model/sizes';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { number, oneOf, text, type Missing } from './arguments';
import { ChartAxes, ChartLegend, ChartTitle } from './chartParts';
import { ChartSeriesCollection } from './chartSeriesCollection';
import { invalidArgument, itemNotFound } from './errors';
import { RangeObject } from './rangeObject';
import { areaOnSheet } from './rangeReference';
import { seriesOf } from './chartSource';
import { WorksheetObject } from './worksheetObject';

/** `Excel.Chart`. */
export class ChartObject extends ApiObject {
  readonly apiType = 'Chart';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
    private readonly model: Chart,
  ) {
    super();
  }

  /** @throws ItemNotFound when the chart has been deleted */
  private get chart(): Chart {
    if (!this.sheet.charts.includes(this.model)) throw itemNotFound();
    return this.model;
  }

  override get apiId(): string {
    return this.model.id;
  }

  get Id(): string {
    return this.chart.id;
  }

  get Name(): string {
    return this.chart.name;
  }

  set Name(value: unknown) {
    const name = text(value);
    this.change((chart) => (chart.name = name));
  }

  get ChartType(): string {
    return this.chart.type;
  }

  set ChartType(value: unknown) {
    const type = oneOf(value, CHART_TYPES);
    this.change((chart) => (chart.type = type));
  }

  get Left(): number {
    return this.box.left;
  }

  set Left(value: unknown) {
    this.place({ left: number(value) });
  }

  get Top(): number {
    return this.box.top;
  }

  set Top(value: unknown) {
    this.place({ top: number(value) });
  }

  get Width(): number {
    return this.box.width;
  }

  set Width(value: unknown) {
    this.place({ width: number(value) });
  }

  get Height(): number {
    return this.box.height;
  }

  set Height(value: unknown) {
    this.place({ height: number(value) });
  }

  get Axes(): ChartAxes {
    return new ChartAxes(this.chart, this.changer);
  }

  get Legend(): ChartLegend {
    return new ChartLegend(this.chart, this.changer);
  }

  get Title(): ChartTitle {
    return new ChartTitle(this.chart, this.changer);
  }

  get Series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.api, this.chart, this.changer);
  }

  get Worksheet(): WorksheetObject {
    return new WorksheetObject(this.api, this.sheet);
  }

  SetData(source: RangeObject, seriesBy: string | Missing): void {
    if (!(source instanceof RangeObject)) throw invalidArgument();
    const byRows = oneOf(seriesBy ?? 'Columns', ['Columns', 'Rows']) === 'Rows';
    this.change((chart) => (chart.series = seriesOf(source, byRows)));
  }

  /** Over the cells from the one to the other; without the other the size stays. */
  SetPosition(start: RangeObject | string, end: RangeObject | string | Missing): void {
    const first = this.areaOf(start);
    const from: Corner = { column: first.left, x: 0, row: first.top, y: 0 };
    if (end === null || end === undefined) {
      const { x: left, y: top } = pointAt(this.sheet, from);
      this.place({ left, top });
      return;
    }
    const last = this.areaOf(end);
    const to: Corner = { column: last.right + 1, x: 0, row: last.bottom + 1, y: 0 };
    this.change((chart) => Object.assign(chart, { from, to }));
  }

  Delete(): void {
    deleteChart(this.api.workbook, this.sheet, this.chart);
  }

  private areaOf(given: RangeObject | string) {
    if (given instanceof RangeObject) return given.area;
    return areaOnSheet(this.api.workbook, text(given), this.sheet);
  }

  private get box(): Box {
    const [from, to] = [this.chart.from, this.chart.to].map((at) => pointAt(this.sheet, at));
    return { left: from!.x, top: from!.y, width: to!.x - from!.x, height: to!.y - from!.y };
  }

  private place(moved: Partial<Box>): void {
    const { left, top, width, height } = { ...this.box, ...moved };
    if (Math.min(left, top, width, height) < 0) throw invalidArgument();
    this.change((chart) => {
      chart.from = cornerAt(this.sheet, left, top);
      chart.to = cornerAt(this.sheet, left + width, top + height);
    });
  }

  private readonly changer = (change: () => void): void => {
    changeChart(this.api.workbook, this.sheet, change);
  };

  private change(change: (chart: Chart) => void): void {
    const { chart } = this;
    this.changer(() => change(chart));
  }
}

/** Points. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
