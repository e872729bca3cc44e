import {
  LABEL_POSITIONS,
  LEGEND_POSITIONS,
  type Chart,
  type ChartAxis as AxisModel,
  type LegendPosition,
} from '../model/chart';
import { ApiObject } from '../protocol/apiObject';
import { flag, number, oneOf, text } from './arguments';
import { parseColor } from './color';

/** Carries a change out as an edit of the chart. */
export type Changer = (change: () => void) => void;

/** What a title says until somebody gives it a text. */
const DEFAULT_TITLE = { chart: 'Chart Title', axis: 'Axis Title' };

/** `Excel.ChartTitle`. */
export class ChartTitle extends ApiObject {
  readonly apiType = 'ChartTitle';

  constructor(
    private readonly chart: Chart,
    private readonly change: Changer,
  ) {
    super();
  }

  get Text(): string {
    return this.chart.title ?? '';
  }

  set Text(value: unknown) {
    const title = text(value);
    this.change(() => (this.chart.title = title));
  }

  get Visible(): boolean {
    return this.chart.title !== null;
  }

  set Visible(value: unknown) {
    const title = flag(value) ? (this.chart.title ?? DEFAULT_TITLE.chart) : null;
    this.change(() => (this.chart.title = title));
  }
}

/** `Excel.ChartLegend`. */
export class ChartLegend extends ApiObject {
  readonly apiType = 'ChartLegend';

  constructor(
    private readonly chart: Chart,
    private readonly change: Changer,
  ) {
    super();
  }

  get Visible(): boolean {
    return this.chart.legend !== null;
  }

  set Visible(value: unknown) {
    this.set(flag(value) ? (this.chart.legend ?? 'Right') : null);
  }

  get Position(): string {
    return this.chart.legend ?? 'Right';
  }

  set Position(value: unknown) {
    this.set(oneOf(value, LEGEND_POSITIONS));
  }

  private set(legend: LegendPosition | null): void {
    this.change(() => (this.chart.legend = legend));
  }
}

/** `Excel.ChartAxes`. */
export class ChartAxes extends ApiObject {
  readonly apiType = 'ChartAxes';

  constructor(
    private readonly chart: Chart,
    private readonly change: Changer,
  ) {
    super();
  }

  get CategoryAxis(): ChartAxis {
    return new ChartAxis(this.chart.axes.category, this.change);
  }

  get ValueAxis(): ChartAxis {
    return new ChartAxis(this.chart.axes.value, this.change);
  }
}

/** `Excel.ChartAxis`. */
export class ChartAxis extends ApiObject {
  readonly apiType = 'ChartAxis';

  constructor(
    private readonly axis: AxisModel,
    private readonly change: Changer,
  ) {
    super();
  }

  /** Empty while it is automatic. */
  get Minimum(): number | string {
    return this.axis.minimum ?? '';
  }

  set Minimum(value: unknown) {
    const minimum = value === '' ? null : number(value);
    this.change(() => (this.axis.minimum = minimum));
  }

  get Maximum(): number | string {
    return this.axis.maximum ?? '';
  }

  set Maximum(value: unknown) {
    const maximum = value === '' ? null : number(value);
    this.change(() => (this.axis.maximum = maximum));
  }

  get TickLabelPosition(): string {
    return this.axis.labels;
  }

  set TickLabelPosition(value: unknown) {
    const labels = oneOf(value, LABEL_POSITIONS);
    this.change(() => (this.axis.labels = labels));
  }

  /** `General` while it is that of the cells. */
  get NumberFormat(): string {
    return this.axis.format ?? 'General';
  }

  set NumberFormat(value: unknown) {
    const format = text(value);
    this.change(() => (this.axis.format = format));
  }

  get Format(): ChartAxisFormat {
    return new ChartAxisFormat(this.axis, this.change);
  }

  SetPositionAt(value: number): void {
    const crossedAt = number(value);
    this.change(() => (this.axis.crossedAt = crossedAt));
  }

  get Title(): ChartAxisTitle {
    return new ChartAxisTitle(this.axis, this.change);
  }
}

/** `Excel.ChartAxisFormat`. */
export class ChartAxisFormat extends ApiObject {
  readonly apiType = 'ChartAxisFormat';

  constructor(
    private readonly axis: AxisModel,
    private readonly change: Changer,
  ) {
    super();
  }

  get Line(): ChartLineFormat {
    return new ChartLineFormat(this.axis, this.change);
  }
}

/** `Excel.ChartLineFormat` of an axis. */
export class ChartLineFormat extends ApiObject {
  readonly apiType = 'ChartLineFormat';

  constructor(
    private readonly axis: AxisModel,
    private readonly change: Changer,
  ) {
    super();
  }

  /** Empty while it is the theme's. */
  get Color(): string {
    return this.axis.color ?? '';
  }

  set Color(value: unknown) {
    const color = parseColor(text(value));
    this.change(() => (this.axis.color = color));
  }
}

/** `Excel.ChartAxisTitle`. */
export class ChartAxisTitle extends ApiObject {
  readonly apiType = 'ChartAxisTitle';

  constructor(
    private readonly axis: AxisModel,
    private readonly change: Changer,
  ) {
    super();
  }

  get Text(): string {
    return this.axis.title ?? '';
  }

  set Text(value: unknown) {
    const title = text(value);
    this.change(() => (this.axis.title = title));
  }

  get Visible(): boolean {
    return this.axis.title !== null;
  }

  set Visible(value: unknown) {
    const title = flag(value) ? (this.axis.title ?? DEFAULT_TITLE.axis) : null;
    this.change(() => (this.axis.title = title));
  }
}
