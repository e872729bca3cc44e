import type { Chart, ChartSeries as SeriesModel } from '../model/chart';
import { ApiCollection, ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { referenceTo } from './absoluteReference';
import { integer, text, type Missing } from './arguments';
import type { Changer } from './chartParts';
import { UNCOLORED } from './chartSource';
import { parseColor } from './color';
import { invalidArgument, itemNotFound } from './errors';
import { RangeObject } from './rangeObject';
import { placeOfFormula } from './rangeReference';

/** `Excel.ChartSeriesCollection`. */
export class ChartSeriesCollection extends ApiCollection<ChartSeries> {
  readonly apiType = 'ChartSeriesCollection';

  constructor(
    private readonly api: ApiContext,
    private readonly chart: Chart,
    private readonly change: Changer,
  ) {
    super();
  }

  apiItems(): readonly ChartSeries[] {
    return this.chart.series.map((one) => new ChartSeries(this.api, this.chart, one, this.change));
  }

  get Count(): number {
    return this.chart.series.length;
  }

  GetCount(): number {
    return this.chart.series.length;
  }

  GetItemAt(index: number): ChartSeries {
    const found = this.apiItems()[integer(index, 0)];
    if (!found) throw invalidArgument();
    return found;
  }

  /** A series without values yet. */
  Add(name: string | Missing): ChartSeries {
    const { chart } = this;
    const named = name ?? `Series${chart.series.length + 1}`;
    const added: SeriesModel = { name: text(named), values: '', categories: '', ...UNCOLORED };
    this.change(() => chart.series.push(added));
    return new ChartSeries(this.api, chart, added, this.change);
  }
}

/** `Excel.ChartSeries`. */
export class ChartSeries extends ApiObject {
  readonly apiType = 'ChartSeries';

  constructor(
    private readonly api: ApiContext,
    private readonly chart: Chart,
    private readonly model: SeriesModel,
    private readonly change: Changer,
  ) {
    super();
  }

  /** @throws ItemNotFound when it has been deleted */
  private get series(): SeriesModel {
    if (!this.chart.series.includes(this.model)) throw itemNotFound();
    return this.model;
  }

  /** What the cell says that names it. */
  get Name(): string {
    const { name } = this.series;
    if (!name.startsWith('=')) return name;
    const { workbook } = this.api;
    const place = placeOfFormula(workbook, name, workbook.activeSheet);
    if (!place) return '';
    const { sheet, area } = place;
    return String(sheet.cells.value(area.top, area.left) ?? '');
  }

  set Name(value: unknown) {
    const [{ series }, name] = [this, text(value)];
    this.change(() => (series.name = name));
  }

  /** Empty while it is the theme's. */
  get MarkerBackgroundColor(): string {
    return this.series.markerFill ?? '';
  }

  set MarkerBackgroundColor(value: unknown) {
    this.paint('markerFill', value);
  }

  get MarkerForegroundColor(): string {
    return this.series.markerLine ?? '';
  }

  set MarkerForegroundColor(value: unknown) {
    this.paint('markerLine', value);
  }

  get Format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.series, this.change);
  }

  SetValues(source: RangeObject): void {
    this.refer('values', source);
  }

  SetXAxisValues(source: RangeObject): void {
    this.refer('categories', source);
  }

  Delete(): void {
    const { chart, series } = this;
    this.change(() => chart.series.splice(chart.series.indexOf(series), 1));
  }

  private paint(key: 'markerFill' | 'markerLine', value: unknown): void {
    const [{ series }, color] = [this, parseColor(text(value))];
    this.change(() => (series[key] = color));
  }

  private refer(key: 'values' | 'categories', source: unknown): void {
    if (!(source instanceof RangeObject)) throw invalidArgument();
    const { series } = this;
    this.change(() => (series[key] = referenceTo(source)));
  }
}

/** `Excel.ChartSeriesFormat`. */
export class ChartSeriesFormat extends ApiObject {
  readonly apiType = 'ChartSeriesFormat';

  constructor(
    private readonly series: SeriesModel,
    private readonly change: Changer,
  ) {
    super();
  }

  get Fill(): ChartFill {
    return new ChartFill(this.series, this.change);
  }
}

/** `Excel.ChartFill`. */
export class ChartFill extends ApiObject {
  readonly apiType = 'ChartFill';

  constructor(
    private readonly series: SeriesModel,
    private readonly change: Changer,
  ) {
    super();
  }

  SetSolidColor(color: string): void {
    const parsed = parseColor(color);
    this.change(() => (this.series.color = parsed));
  }

  Clear(): void {
    this.change(() => (this.series.color = null));
  }
}
