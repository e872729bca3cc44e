import { formatValue } from '../../format/formatValue';
import { containsCell } from '../../model/address';
import type { Sheet } from '../../model/sheet';
import type { Border, BorderSide, Style } from '../../model/style';
import { CellError, type CellValue } from '../../model/value';
import type { Workbook } from '../../model/workbook';
import { createRuleView, type RuleView } from '../../rules/ruleView';
import type { CellLook, LookBorder } from './cellLook';
import { fitNumber, type TextMeasure } from './fitNumber';
import { columnPixels } from './sizes';
import { tableLook } from './tableLook';

const ROW_STRIDE = 16_384;
const MOST_KEPT = 50_000;

/** Works out how cells of a sheet look; remembers it until something changes. */
export class CellLooks {
  private readonly known = new Map<number, CellLook>();
  private readonly rules: RuleView;

  constructor(
    private readonly workbook: Workbook,
    readonly sheet: Sheet,
    private readonly measure: TextMeasure,
  ) {
    this.rules = createRuleView(workbook, sheet);
  }

  /** Something of the sheet changed: every look is worked out anew when asked for. */
  forget(): void {
    this.known.clear();
  }

  dispose(): void {
    this.rules.dispose();
  }

  look(row: number, column: number): CellLook {
    const key = row * ROW_STRIDE + column;
    let look = this.known.get(key);
    if (!look) {
      if (this.known.size >= MOST_KEPT) this.known.clear();
      this.known.set(key, (look = this.make(row, column)));
    }
    return look;
  }

  private make(row: number, column: number): CellLook {
    const { sheet, workbook } = this;
    const value = sheet.cells.value(row, column);
    const style = workbook.styles.get(sheet.style(row, column));
    const rule = this.rules.look(row, column);
    const table = tableLook(workbook, sheet, row, column);
    const numberFormat = rule?.format.numberFormat ?? style.numberFormat;
    const formatted = formatValue(value, numberFormat, workbook.date1904);
    const { font } = style;
    // The colour of ordinary text is no colour of its own: tables and the dark page may change it.
    const color = font.color === workbook.styles.get(0).font.color ? null : font.color;
    const fontSize = font.size;
    const bold = rule?.format.bold ?? (font.bold || (table?.bold ?? false));
    const wrap = style.alignment.wrapText;
    const text = rule?.showValue === false ? '' : formatted.text;
    const width = columnPixels(sheet.columnWidths[column]) - (rule?.icon ? 17 : 0);
    const link = sheet.hyperlinks.some((l) => containsCell(l.area, row, column));
    return {
      text:
        typeof value === 'number' && text !== ''
          ? fitNumber(value, text, numberFormat, { width, fontSize, bold }, this.measure)
          : text,
      color: rule?.format.fontColor ?? formatted.color ?? color ?? table?.color ?? null,
      fill: rule?.format.fillColor ?? style.fill.color ?? table?.fill ?? null,
      bold,
      italic: rule?.format.italic ?? font.italic,
      underline: rule?.format.underline
        ? rule.format.underline !== 'None'
        : font.underline !== 'None',
      strikethrough: rule?.format.strikethrough ?? font.strikethrough,
      fontSize,
      horizontal: horizontal(style, value),
      vertical: VERTICAL[style.alignment.vertical] ?? 'bottom',
      wrap,
      indent: style.alignment.indent,
      borders: this.borders(row, column, rule?.format.borders),
      bar: rule?.bar ?? null,
      icon: rule?.icon ?? null,
      link,
      note: value instanceof CellError ? (value.message ?? null) : null,
    };
  }

  /** A line between two cells may belong to either; both show it. */
  private borders(row: number, column: number, rule: Style['borders'] = {}): CellLook['borders'] {
    const borders: Partial<Record<BorderSide, LookBorder>> = {};
    const own = this.borderOf(row, column);
    const set = (side: BorderSide, border: Border | undefined) => {
      const line = border && lookBorder(border);
      if (line) borders[side] = line;
    };
    set(
      'EdgeTop',
      own?.EdgeTop ?? (row > 0 ? this.borderOf(row - 1, column)?.EdgeBottom : undefined),
    );
    set('EdgeBottom', own?.EdgeBottom ?? this.borderOf(row + 1, column)?.EdgeTop);
    set(
      'EdgeLeft',
      own?.EdgeLeft ?? (column > 0 ? this.borderOf(row, column - 1)?.EdgeRight : undefined),
    );
    set('EdgeRight', own?.EdgeRight ?? this.borderOf(row, column + 1)?.EdgeLeft);
    for (const [side, border] of Object.entries(rule)) {
      set(side as BorderSide, border);
    }
    return borders;
  }

  private borderOf(row: number, column: number): Style['borders'] | undefined {
    const style = this.sheet.style(row, column);
    return style === 0 ? undefined : this.workbook.styles.get(style).borders;
  }
}

const VERTICAL: Readonly<Record<string, CellLook['vertical']>> = {
  Top: 'top',
  Center: 'middle',
  Justify: 'top',
  Distributed: 'middle',
};

const HORIZONTAL: Readonly<Record<string, CellLook['horizontal']>> = {
  Left: 'left',
  Fill: 'left',
  Justify: 'left',
  Center: 'center',
  CenterAcrossSelection: 'center',
  Distributed: 'center',
  Right: 'right',
};

function horizontal(style: Style, value: CellValue): CellLook['horizontal'] {
  const asked = HORIZONTAL[style.alignment.horizontal];
  if (asked) return asked;
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
}

const WIDTHS: Readonly<Record<string, number>> = { Medium: 2, Thick: 3 };
const DASHES: Readonly<Record<string, readonly number[]>> = {
  Dash: [4, 2],
  Dot: [1, 2],
  DashDot: [4, 2, 1, 2],
  DashDotDot: [4, 2, 1, 2, 1, 2],
  SlantDashDot: [5, 2, 2, 2],
};

function lookBorder({ style, weight, color }: Border): LookBorder | null {
  if (style === 'None') return null;
  return { color, width: WIDTHS[weight] ?? 1, dash: DASHES[style] ?? [] };
}
