import { IconPosition } from '@visactor/vtable/es/ts-types/icon';
import type { ICustomRenderObj } from '@visactor/vtable/es/ts-types/customElement';
import type { ColumnIconOption, RectProps } from '@visactor/vtable/es/ts-types';
import type { ITextStyleOption } from '@visactor/vtable/es/ts-types/column/style';
import type { CellLook, LookBorder } from './cellLook';
import { readableOn } from './contrast';
import { GRID_COLORS, GRID_FONT, type Appearance } from './gridTheme';
import { filterArrowSvg, ruleIconSvg } from './ruleIcons';
import { fontPixels, lineHeight } from './sizes';

/** How the sheet as a whole is shown. */
export interface PaintContext {
  readonly appearance: Appearance;
  readonly gridlines: boolean;
}

const INDENT_PIXELS = 9;

/** @returns the look as VTable takes it. */
export function lookStyle(
  look: CellLook,
  { appearance, gridlines }: PaintContext,
  lastFrozenRow: boolean,
): ITextStyleOption {
  const colors = GRID_COLORS[appearance];
  const background = look.fill ?? colors.paper;
  const fontSize = fontPixels(look.fontSize);
  const indent = 4 + look.indent * INDENT_PIXELS;
  const style: ITextStyleOption = {
    bgColor: background,
    color: readableOn(background, look.color, appearance),
    textAlign: look.horizontal,
    textBaseline: look.vertical,
    fontSize,
    lineHeight: lineHeight(fontSize),
    fontFamily: GRID_FONT,
    fontWeight: look.bold ? 'bold' : 'normal',
    fontStyle: look.italic ? 'italic' : 'normal',
    underline: look.underline,
    underlineOffset: 0, // without one the line is not drawn
    underlineDash: [],
    lineThrough: look.strikethrough,
    autoWrapText: look.wrap,
    textOverflow: look.wrap ? 'clip' : '',
    padding: [
      1,
      look.horizontal === 'right' ? indent : 4,
      2,
      look.horizontal === 'left' ? indent : 4,
    ],
  };
  const sides = [
    look.borders.EdgeTop,
    look.borders.EdgeRight,
    look.borders.EdgeBottom,
    look.borders.EdgeLeft,
  ];
  if (sides.some(Boolean) || look.fill || !gridlines || lastFrozenRow) {
    // A filled cell hides the grid lines around it, as in Excel.
    const line = look.fill ?? (gridlines ? colors.line : background);
    const of = <T>(pick: (border: LookBorder) => T, otherwise: T) =>
      sides.map((border) => (border ? pick(border) : otherwise));
    style.borderColor = of((border) => border.color ?? colors.ink, line);
    style.borderLineWidth = of((border) => border.width, 1);
    if (lastFrozenRow && !look.borders.EdgeBottom) {
      style.borderColor[2] = colors.headerInk;
      style.borderLineWidth[2] = 2; // half of it lies under the next row
    }
    style.borderLineDash = of((border) => [...border.dash], []);
  }
  return style;
}

/** @returns the icons in a cell: a rule's at the left, the filter arrow at the right. */
export function lookIcons(
  look: CellLook,
  arrow: 'none' | 'idle' | 'active',
  appearance: Appearance,
): ColumnIconOption[] {
  const icons: ColumnIconOption[] = [];
  if (look.icon) {
    icons.push({
      type: 'svg',
      name: `rule-${look.icon.set}-${look.icon.index}`,
      svg: ruleIconSvg(look.icon.set, look.icon.index),
      width: 14,
      height: 14,
      marginRight: 3,
      positionType: IconPosition.left,
      interactive: false,
    });
  }
  if (arrow !== 'none') {
    icons.push({
      type: 'svg',
      name: 'filter',
      svg: filterArrowSvg(arrow === 'active', GRID_COLORS[appearance]),
      width: 16,
      height: 16,
      marginLeft: 2,
      positionType: IconPosition.right,
      cursor: 'pointer',
    });
  }
  return icons;
}

/** @returns the bar of a data bar rule, behind the text. */
export function dataBar(
  look: CellLook,
  rect: RectProps | undefined,
  appearance: Appearance,
): ICustomRenderObj {
  const width = rect?.width ?? 0;
  const height = rect?.height ?? 0;
  const { bar } = look;
  return {
    renderDefault: true,
    expectedWidth: 0,
    expectedHeight: 0,
    elements: bar
      ? [
          {
            type: 'rect',
            x: 2 + bar.from * (width - 4),
            y: 3,
            width: Math.max(1, (bar.to - bar.from) * (width - 4)),
            height: height - 6,
            fill: appearance === 'dark' ? `${bar.color}80` : bar.color, // light text stays readable
          },
        ]
      : [],
  };
}

/** @returns the text in one line, unless the cell wraps. */
export const lookText = ({ text, wrap }: CellLook): string =>
  wrap || !text.includes('\n') ? text : text.replace(/\r?\n/g, ' ');
