import { columnCount, rowCount } from '../model/address';
import { CHART_TYPES, type Chart } from '../model/chart';
import { addChart } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ApiCollection } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { integer, oneOf, type Missing } from './arguments';
import { ChartObject } from './chartObject';
import { seriesOf } from './chartSource';
import { invalidArgument, orNotFound } from './errors';
import { RangeObject } from './rangeObject';

/** `Excel.ChartCollection`: the charts of a sheet. */
export class ChartCollection extends ApiCollection<ChartObject> {
  readonly apiType = 'ChartCollection';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
  ) {
    super();
  }

  override get eventTarget(): string {
    return this.sheet.id;
  }

  apiItems(): readonly ChartObject[] {
    return this.sheet.charts.map((chart) => this.object(chart));
  }

  get Count(): number {
    return this.sheet.charts.length;
  }

  GetCount(): number {
    return this.sheet.charts.length;
  }

  Add(type: string, source: RangeObject, seriesBy: string | Missing): ChartObject {
    if (!(source instanceof RangeObject)) throw invalidArgument();
    const by = oneOf(seriesBy ?? 'Auto', ['Auto', 'Columns', 'Rows']);
    const { area } = source;
    const byRows = by === 'Rows' || (by === 'Auto' && columnCount(area) > rowCount(area));
    const series = seriesOf(source, byRows);
    const chart = addChart(this.api.workbook, this.sheet, oneOf(type, CHART_TYPES), series);
    return this.object(chart);
  }

  GetItem(key: string): ChartObject {
    return orNotFound(this.GetItemOrNullObject(key));
  }

  /** @param key - name, in any case, or id */
  GetItemOrNullObject(key: string): ChartObject | null {
    const wanted = key.toLowerCase();
    const found = this.sheet.charts.find(
      ({ id, name }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted,
    );
    return found ? this.object(found) : null;
  }

  GetItemAt(index: number): ChartObject {
    const found = this.sheet.charts[integer(index, 0)];
    if (!found) throw invalidArgument();
    return this.object(found);
  }

  private object(chart: Chart): ChartObject {
    return new ChartObject(this.api, this.sheet, chart);
  }
}
