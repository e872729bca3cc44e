import { cellAddress, quoteSheetName } from '../model/address';
import { ApiCollection, ApiObject } from '../protocol/apiObject';
import { integer } from './arguments';
import type { RangeObject } from './rangeObject';

/** `Excel.RangeView`: the visible rows and columns of a range. */
export class RangeView extends ApiObject {
  readonly apiType = 'RangeView';

  constructor(
    private readonly range: RangeObject,
    private readonly index = 0,
    private readonly rows = visibleRows(range),
    private readonly columns = visibleColumns(range),
  ) {
    super();
  }

  /** Position among the visible rows; the view of the whole range has 0. */
  get Index(): number {
    return this.index;
  }

  get RowCount(): number {
    return this.rows.length;
  }

  get ColumnCount(): number {
    return this.columns.length;
  }

  get CellAddresses(): string[][] {
    const { top, left } = this.range.area;
    const sheet = quoteSheetName(this.range.sheet.name);
    return this.rows.map((r) =>
      this.columns.map((c) => `${sheet}!${cellAddress(top + r, left + c)}`),
    );
  }

  get Values(): unknown[][] {
    return this.visible(this.range.Values);
  }

  get Formulas(): unknown[][] {
    return this.visible(this.range.Formulas);
  }

  get FormulasLocal(): unknown[][] {
    return this.Formulas;
  }

  get FormulasR1C1(): unknown[][] {
    return this.visible(this.range.FormulasR1C1);
  }

  get Text(): unknown[][] {
    return this.visible(this.range.Text);
  }

  get ValueTypes(): unknown[][] {
    return this.visible(this.range.ValueTypes);
  }

  get NumberFormat(): unknown[][] {
    return this.visible(this.range.NumberFormat);
  }

  get Rows(): RangeViewCollection {
    return new RangeViewCollection(
      this.rows.map((row, index) => new RangeView(this.range, index, [row], this.columns)),
    );
  }

  GetRange(): RangeObject {
    return this.range;
  }

  private visible<T>(matrix: T[][] | null): T[][] {
    return matrix ? this.rows.map((r) => this.columns.map((c) => matrix[r]![c]!)) : [];
  }
}

/** `Excel.RangeViewCollection`. */
export class RangeViewCollection extends ApiCollection<RangeView> {
  readonly apiType = 'RangeViewCollection';

  constructor(private readonly views: readonly RangeView[]) {
    super();
  }

  apiItems(): readonly RangeView[] {
    return this.views;
  }

  GetCount(): number {
    return this.views.length;
  }

  GetItemAt(index: number): RangeView {
    return this.views[integer(index, 0, this.views.length - 1)]!;
  }
}

const visibleRows = ({ area: { top, bottom }, sheet }: RangeObject): number[] =>
  offsets(top, bottom, sheet.hiddenRows);
const visibleColumns = ({ area: { left, right }, sheet }: RangeObject): number[] =>
  offsets(left, right, sheet.hiddenColumns);

function offsets(first: number, last: number, hidden: ReadonlySet<number>): number[] {
  const visible: number[] = [];
  for (let i = first; i <= last; i++) if (!hidden.has(i)) visible.push(i - first);
  return visible;
}
