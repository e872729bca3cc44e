import { setColumnWidth, setRowHeight } from '../model/edits';
import type { Alignment } from '../model/style';
import { flag, integer, number, oneOf } from './arguments';
import { autofitColumns, autofitRows } from './autofit';
import { invalidArgument } from './errors';
import { FormatProtection } from './formatProtection';
import { RangeBorderCollection } from './rangeBorder';
import { RangeFill } from './rangeFill';
import { RangeFont } from './rangeFont';
import { columnPoints, POINTS_PER_WIDTH, rowHeightsIn } from '../model/sizes';
import { StyledObject } from './styledObject';

const HORIZONTAL = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
/** Widest column and highest row, as a person can set them. */
const MAX_COLUMN_POINTS = 255 * POINTS_PER_WIDTH;
const MAX_ROW_POINTS = 409.5;

/** `Excel.RangeFormat`. */
export class RangeFormatObject extends StyledObject {
  readonly apiType = 'RangeFormat';

  get Fill(): RangeFill {
    return new RangeFill(this.api, this.sheet, this.areas);
  }

  get Font(): RangeFont {
    return new RangeFont(this.api, this.sheet, this.areas);
  }

  get Borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.api, this.sheet, this.areas);
  }

  get Protection(): FormatProtection {
    return new FormatProtection(this.api, this.sheet, this.areas);
  }

  get HorizontalAlignment(): string | null {
    return this.uniform((style) => style.alignment.horizontal);
  }

  set HorizontalAlignment(value: unknown) {
    this.align({ horizontal: oneOf(value, HORIZONTAL) });
  }

  get VerticalAlignment(): string | null {
    return this.uniform((style) => style.alignment.vertical);
  }

  set VerticalAlignment(value: unknown) {
    this.align({ vertical: oneOf(value, VERTICAL) });
  }

  get WrapText(): boolean | null {
    return this.uniform((style) => style.alignment.wrapText);
  }

  set WrapText(wrapText: unknown) {
    this.align({ wrapText: flag(wrapText) });
  }

  get IndentLevel(): number | null {
    return this.uniform((style) => style.alignment.indent);
  }

  set IndentLevel(value: unknown) {
    this.align({ indent: integer(value, 0, 250) });
  }

  get ShrinkToFit(): boolean | null {
    return this.uniform((style) => style.alignment.shrinkToFit);
  }

  set ShrinkToFit(shrinkToFit: unknown) {
    this.align({ shrinkToFit: flag(shrinkToFit) });
  }

  /** In degrees, −90 to 90; 180 stands for vertical text. */
  get TextOrientation(): number | null {
    return this.uniform((style) => style.alignment.textOrientation);
  }

  set TextOrientation(value: unknown) {
    const textOrientation = integer(value, -90, 180);
    if (textOrientation > 90 && textOrientation !== 180) throw invalidArgument();
    this.align({ textOrientation });
  }

  /** In points; null when the columns differ. */
  get ColumnWidth(): number | null {
    const first = columnPoints(this.sheet, this.areas[0]!.left);
    const same = this.eachColumn((column) => columnPoints(this.sheet, column) === first);
    return same ? first : null;
  }

  set ColumnWidth(value: unknown) {
    const points = number(value);
    if (points < 0 || points > MAX_COLUMN_POINTS) throw invalidArgument();
    for (const area of this.areas) {
      const { left, right } = area;
      setColumnWidth(this.api.workbook, this.sheet, left, right, points / POINTS_PER_WIDTH);
    }
  }

  /** In points; null when the rows differ. */
  get RowHeight(): number | null {
    const heights = new Set(this.areas.flatMap((area) => [...rowHeightsIn(this.sheet, area)]));
    const [first = null] = heights;
    return heights.size === 1 ? first : null;
  }

  set RowHeight(value: unknown) {
    const points = number(value);
    if (points < 0 || points > MAX_ROW_POINTS) throw invalidArgument();
    for (const { top, bottom } of this.areas) {
      setRowHeight(this.api.workbook, this.sheet, top, bottom, points);
    }
  }

  get UseStandardWidth(): boolean | null {
    const own = (column: number) => this.sheet.columnWidths[column] !== undefined;
    if (this.eachColumn(own)) return false;
    return this.eachColumn((column) => !own(column)) ? true : null;
  }

  /** Setting it to false changes nothing: only a width ends the standard one. */
  set UseStandardWidth(standard: unknown) {
    if (!flag(standard)) return;
    for (const { left, right } of this.areas) {
      setColumnWidth(this.api.workbook, this.sheet, left, right, undefined);
    }
  }

  get UseStandardHeight(): boolean | null {
    let own = 0;
    let all = 0;
    for (const { top, bottom } of this.areas) {
      all += bottom - top + 1;
      for (const row of this.sheet.rowHeights.keys()) if (row >= top && row <= bottom) own++;
    }
    return own === 0 ? true : own === all ? false : null;
  }

  /** Setting it to false changes nothing: only a height ends the standard one. */
  set UseStandardHeight(standard: unknown) {
    if (!flag(standard)) return;
    for (const { top, bottom } of this.areas) {
      setRowHeight(this.api.workbook, this.sheet, top, bottom, undefined);
    }
  }

  AutofitColumns(): void {
    for (const area of this.areas) autofitColumns(this.api.workbook, this.sheet, area);
  }

  AutofitRows(): void {
    for (const area of this.areas) autofitRows(this.api.workbook, this.sheet, area);
  }

  private eachColumn(test: (column: number) => boolean): boolean {
    for (const { left, right } of this.areas) {
      for (let c = left; c <= right; c++) if (!test(c)) return false;
    }
    return true;
  }

  private align(change: Partial<Alignment>): void {
    this.change((style) => ({ ...style, alignment: { ...style.alignment, ...change } }));
  }
}
