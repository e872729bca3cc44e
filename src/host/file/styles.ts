import type { RuleFormat } from '../model/conditionalFormat';
import {
  DEFAULT_STYLE,
  type Alignment,
  type Border,
  type Borders,
  type BorderSide,
  type Fill,
  type Font,
  type Style,
} from '../model/style';
import type { Colors } from './color';
import { builtInFormat } from './numberFormats';
import { attribute, child, flag, items, numberAttribute, type XmlNode } from './xmlTree';

/** The styles part as read: formats of cells and of rules by their index in the file. */
export interface StyleSheet {
  readonly root: XmlNode;
  readonly cellFormats: readonly Style[];
  readonly ruleFormats: readonly RuleFormat[];
}

export const UNDERLINES: Readonly<Record<string, Font['underline']>> = {
  none: 'None',
  single: 'Single',
  double: 'Double',
  singleAccounting: 'SingleAccountant',
  doubleAccounting: 'DoubleAccountant',
};

/** File's border style → style and weight as Excel's API has them. */
export const BORDER_STYLES: Readonly<Record<string, readonly [string, string]>> = {
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  hair: ['Continuous', 'Hairline'],
  dashed: ['Dash', 'Thin'],
  mediumDashed: ['Dash', 'Medium'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
  dashDot: ['DashDot', 'Thin'],
  mediumDashDot: ['DashDot', 'Medium'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
};

export const HORIZONTAL: Readonly<Record<string, string>> = {
  general: 'General',
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
};

export const VERTICAL: Readonly<Record<string, string>> = {
  top: 'Top',
  center: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
};

export function readStyles(root: XmlNode, colors: Colors): StyleSheet {
  const custom = new Map(
    items(root, 'numFmts', 'numFmt').map((n) => [
      numberAttribute(n, 'numFmtId', -1),
      attribute(n, 'formatCode') ?? 'General',
    ]),
  );
  const fonts = items(root, 'fonts', 'font').map((n) => readFont(n, colors));
  const fills = items(root, 'fills', 'fill').map((n) => readFill(n, colors));
  const borders = items(root, 'borders', 'border').map((n) => readBorders(n, colors));
  const cellFormats = items(root, 'cellXfs', 'xf').map((xf, origin): Style => {
    const format = numberAttribute(xf, 'numFmtId', 0);
    const protection = child(xf, 'protection');
    return {
      numberFormat: custom.get(format) ?? builtInFormat(format) ?? 'General',
      font: fonts[numberAttribute(xf, 'fontId', 0)] ?? DEFAULT_STYLE.font,
      fill: fills[numberAttribute(xf, 'fillId', 0)] ?? DEFAULT_STYLE.fill,
      borders: borders[numberAttribute(xf, 'borderId', 0)] ?? {},
      alignment: readAlignment(child(xf, 'alignment')),
      locked: flag(protection, 'locked', true),
      formulaHidden: flag(protection, 'hidden', false),
      origin,
    };
  });
  const ruleFormats = items(root, 'dxfs', 'dxf').map((n) => readRuleFormat(n, colors));
  return { root, cellFormats, ruleFormats };
}

const on = (parent: XmlNode, name: string): boolean => {
  const node = child(parent, name);
  return node !== undefined && flag(node, 'val', true);
};

function readFont(node: XmlNode, colors: Colors): Font {
  const underline = child(node, 'u');
  return {
    name: attribute(child(node, 'name'), 'val') ?? DEFAULT_STYLE.font.name,
    size: numberAttribute(child(node, 'sz'), 'val', 11),
    color: colors.read(child(node, 'color')),
    bold: on(node, 'b'),
    italic: on(node, 'i'),
    underline: underline ? (UNDERLINES[attribute(underline, 'val') ?? 'single'] ?? 'None') : 'None',
    strikethrough: on(node, 'strike'),
  };
}

function readFill(node: XmlNode, colors: Colors): Fill {
  const pattern = child(node, 'patternFill');
  const type = attribute(pattern, 'patternType') ?? 'none';
  if (!pattern || type === 'none') return { color: null };
  return { color: colors.read(child(pattern, type === 'solid' ? 'fgColor' : 'bgColor')) };
}

function readBorders(node: XmlNode, colors: Colors): Borders {
  const borders: Partial<Record<BorderSide, Border>> = {};
  const take = (side: BorderSide, ...names: string[]) => {
    const edge = names.map((name) => child(node, name)).find((n) => n !== undefined);
    const known = BORDER_STYLES[attribute(edge, 'style') ?? 'none'];
    if (!known) return;
    borders[side] = { style: known[0], weight: known[1], color: colors.read(child(edge, 'color')) };
  };
  take('EdgeLeft', 'left', 'start');
  take('EdgeRight', 'right', 'end');
  take('EdgeTop', 'top');
  take('EdgeBottom', 'bottom');
  if (flag(node, 'diagonalUp', false)) take('DiagonalUp', 'diagonal');
  if (flag(node, 'diagonalDown', false)) take('DiagonalDown', 'diagonal');
  return borders;
}

function readAlignment(node: XmlNode | undefined): Alignment {
  const rotation = numberAttribute(node, 'textRotation', 0);
  return {
    horizontal: HORIZONTAL[attribute(node, 'horizontal') ?? 'general'] ?? 'General',
    vertical: VERTICAL[attribute(node, 'vertical') ?? 'bottom'] ?? 'Bottom',
    wrapText: flag(node, 'wrapText', false),
    indent: numberAttribute(node, 'indent', 0),
    shrinkToFit: flag(node, 'shrinkToFit', false),
    // files count 91…180 downwards and 255 for stacked letters, the API −1…−90 and 180
    textOrientation: rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation,
  };
}

function readRuleFormat(node: XmlNode, colors: Colors): RuleFormat {
  const font = child(node, 'font');
  const pattern = child(child(node, 'fill'), 'patternFill');
  const fill =
    attribute(pattern, 'patternType') === 'none'
      ? null
      : (colors.read(child(pattern, 'bgColor')) ?? colors.read(child(pattern, 'fgColor')));
  const fontColor = colors.read(child(font, 'color'));
  const underline = child(font, 'u');
  const border = child(node, 'border');
  const edges = border ? readBorders(border, colors) : {};
  const format = attribute(child(node, 'numFmt'), 'formatCode');
  return {
    ...(fill ? { fillColor: fill } : {}),
    ...(fontColor ? { fontColor } : {}),
    ...(child(font, 'b') ? { bold: on(font!, 'b') } : {}),
    ...(child(font, 'i') ? { italic: on(font!, 'i') } : {}),
    ...(underline
      ? { underline: UNDERLINES[attribute(underline, 'val') ?? 'single'] ?? 'None' }
      : {}),
    ...(child(font, 'strike') ? { strikethrough: on(font!, 'strike') } : {}),
    ...(format !== undefined ? { numberFormat: format } : {}),
    ...(Object.keys(edges).length > 0 ? { borders: edges } : {}),
  };
}
