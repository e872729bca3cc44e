import type { RuleFormat } from '../model/conditionalFormat';
import type { Alignment, Border, Borders, Font, Style, StyleTable } from '../model/style';
import { builtInId } from './numberFormats';
import { Patch } from './patch';
import { BORDER_STYLES, HORIZONTAL, UNDERLINES, VERTICAL, type StyleSheet } from './styles';
import {
  attribute,
  child,
  contentOf,
  element,
  items,
  numberAttribute,
  prefixOf,
  prefixed,
  sourceOf,
  withAttributes,
  type AttributeValue,
  type XmlNode,
} from './xmlTree';

type Attributes = Readonly<Record<string, AttributeValue>>;

const inverse = (map: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(Object.entries(map).map(([file, api]) => [api, file]));
const HORIZONTAL_NAMES = inverse(HORIZONTAL);
const VERTICAL_NAMES = inverse(VERTICAL);
const UNDERLINE_NAMES = inverse(UNDERLINES);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A list of the styles part that grows at its end. */
class Growing {
  readonly added: string[] = [];
  private readonly indexes = new Map<string, number>();
  readonly nodes: readonly XmlNode[];

  constructor(
    root: XmlNode,
    readonly list: string,
    item: string,
    private readonly bytes: Uint8Array,
  ) {
    this.nodes = items(root, list, item);
  }

  source(index: number): string {
    const node = this.nodes[index];
    return node ? sourceOf(this.bytes, node) : '';
  }

  /** @returns index of the item, appended unless it was before. */
  add(xml: string): number {
    let index = this.indexes.get(xml);
    if (index === undefined) {
      index = this.nodes.length + this.added.push(xml) - 1;
      this.indexes.set(xml, index);
    }
    return index;
  }
}

/**
 * Finds the file's cell format for each style of the model. A style that is none of the file's own is
 * appended, derived from the format it came from, so that what the model does not know is kept.
 */
export class StyleWriter {
  private readonly formats = new Map<number, number>();
  private readonly numberFormats = new Map<string, number>();
  private readonly newNumberFormats: string[] = [];
  private readonly fonts: Growing;
  private readonly fills: Growing;
  private readonly borders: Growing;
  private readonly cellFormats: Growing;
  private readonly ruleFormats: Growing;
  private nextNumberFormat = 164;

  constructor(
    private readonly styles: StyleTable,
    private readonly file: StyleSheet,
    private readonly bytes: Uint8Array,
  ) {
    const { root } = file;
    this.fonts = new Growing(root, 'fonts', 'font', bytes);
    this.fills = new Growing(root, 'fills', 'fill', bytes);
    this.borders = new Growing(root, 'borders', 'border', bytes);
    this.cellFormats = new Growing(root, 'cellXfs', 'xf', bytes);
    this.ruleFormats = new Growing(root, 'dxfs', 'dxf', bytes);
    for (const node of items(root, 'numFmts', 'numFmt')) {
      const id = numberAttribute(node, 'numFmtId', 0);
      this.numberFormats.set(attribute(node, 'formatCode') ?? '', id);
      this.nextNumberFormat = Math.max(this.nextNumberFormat, id + 1);
    }
  }

  /** @returns index of the cell format for a style of the model. */
  format(style: number): number {
    let format = this.formats.get(style);
    if (format === undefined) {
      this.formats.set(style, (format = this.find(this.styles.get(style))));
    }
    return format;
  }

  private find(style: Style): number {
    const origin = style.origin !== null && this.file.cellFormats[style.origin] ? style.origin : 0;
    const before = this.file.cellFormats[origin];
    const base = this.cellFormats.nodes[origin];
    if (before && same({ ...style, origin }, before)) return origin;
    const changed = (key: keyof Style) => !before || !same(style[key], before[key]);
    const changes: Record<string, AttributeValue> = {};
    if (changed('numberFormat')) {
      changes.numFmtId = this.numberFormat(style.numberFormat);
      changes.applyNumberFormat = true;
    }
    if (changed('font')) {
      changes.fontId = this.font(style.font, base, before?.font);
      changes.applyFont = true;
    }
    if (changed('fill')) {
      changes.fillId = this.fills.add(fillXml(style.fill.color));
      changes.applyFill = true;
    }
    if (changed('borders')) {
      changes.borderId = this.borders.add(bordersXml(style.borders));
      changes.applyBorder = true;
    }
    let alignment = this.childSource(base, 'alignment');
    if (changed('alignment')) {
      const known = child(base, 'alignment');
      const attributes = alignmentAttributes(style.alignment);
      alignment = known ? withAttributes(known, attributes, '') : element('alignment', attributes);
      changes.applyAlignment = true;
    }
    let protection = this.childSource(base, 'protection');
    if (changed('locked') || changed('formulaHidden')) {
      protection = element('protection', {
        locked: style.locked ? null : false,
        hidden: style.formulaHidden || null,
      });
      changes.applyProtection = true;
    }
    const content = alignment + protection + this.childSource(base, 'extLst');
    return this.cellFormats.add(
      base
        ? withAttributes(base, changes, content)
        : element(
            'xf',
            { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0, ...changes },
            content,
          ),
    );
  }

  private childSource(node: XmlNode | undefined, name: string): string {
    const found = child(node, name);
    return found ? sourceOf(this.bytes, found) : '';
  }

  private numberFormat(code: string): number {
    const known = this.numberFormats.get(code) ?? builtInId(code);
    if (known !== undefined) return known;
    const numFmtId = this.nextNumberFormat++;
    this.numberFormats.set(code, numFmtId);
    this.newNumberFormats.push(element('numFmt', { numFmtId, formatCode: code }));
    return numFmtId;
  }

  private font(font: Font, format: XmlNode | undefined, before: Font | undefined): number {
    const base = this.fonts.nodes[numberAttribute(format, 'fontId', 0)];
    const parts = new Map<string, string>();
    for (const node of base?.children ?? []) parts.set(node.name, sourceOf(this.bytes, node));
    const set = (name: string, key: keyof Font, xml: string) => {
      if (before?.[key] === font[key]) return;
      if (xml === '') parts.delete(name);
      else parts.set(name, xml);
      if (key === 'name') ['scheme', 'family', 'charset'].forEach((n) => parts.delete(n));
    };
    set('b', 'bold', font.bold ? '<b/>' : '');
    set('i', 'italic', font.italic ? '<i/>' : '');
    set('strike', 'strikethrough', font.strikethrough ? '<strike/>' : '');
    set('u', 'underline', underlineXml(font.underline));
    set('sz', 'size', element('sz', { val: font.size }));
    set('color', 'color', colorXml('color', font.color));
    set('name', 'name', element('name', { val: font.name }));
    return this.fonts.add(element('font', {}, inOrder(parts, FONT_ORDER)));
  }

  /** @returns index of a new rule format. */
  ruleFormat(format: RuleFormat): number {
    const font = new Map<string, string>();
    if (format.bold !== undefined) font.set('b', element('b', { val: format.bold ? null : false }));
    if (format.italic !== undefined) {
      font.set('i', element('i', { val: format.italic ? null : false }));
    }
    if (format.strikethrough !== undefined) {
      font.set('strike', element('strike', { val: format.strikethrough ? null : false }));
    }
    if (format.underline !== undefined) font.set('u', underlineXml(format.underline, true));
    if (format.fontColor !== undefined) font.set('color', colorXml('color', format.fontColor));
    let xml = font.size > 0 ? element('font', {}, inOrder(font, FONT_ORDER)) : '';
    if (format.numberFormat !== undefined) {
      const numFmtId = this.numberFormat(format.numberFormat);
      xml += element('numFmt', { numFmtId, formatCode: format.numberFormat });
    }
    if (format.fillColor !== undefined) {
      xml += element('fill', {}, element('patternFill', {}, colorXml('bgColor', format.fillColor)));
    }
    if (format.borders !== undefined) xml += bordersXml(format.borders);
    return this.ruleFormats.add(element('dxf', {}, xml));
  }

  /** The styles part with what was appended; the same bytes when nothing was. */
  finish(): Uint8Array {
    const patch = new Patch(this.bytes);
    const prefix = prefixOf(this.file.root);
    const append = (list: string, added: readonly string[]) => {
      if (added.length === 0) return;
      const node = child(this.file.root, list);
      const xml = prefixed(added.join(''), prefix);
      if (!node) {
        const count = { count: added.length };
        const own = prefixed(element(list, count, added.join('')), prefix);
        patch.insert(placeFor(list, this.file.root), own);
        return;
      }
      const content = contentOf(this.bytes, node) + xml;
      const count = node.children.length + added.length;
      patch.replace(node.start, node.end, withAttributes(node, { count }, content));
    };
    append('numFmts', this.newNumberFormats);
    for (const part of [this.fonts, this.fills, this.borders, this.cellFormats, this.ruleFormats]) {
      append(part.list, part.added);
    }
    return patch.apply();
  }
}

const LISTS =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(
    ' ',
  );

/** Where a list the part lacks belongs. */
function placeFor(list: string, root: XmlNode): number {
  const after = LISTS.slice(LISTS.indexOf(list) + 1);
  return root.children.find((c) => after.includes(c.name))?.start ?? root.closeStart;
}

const FONT_ORDER =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
    ' ',
  );

const inOrder = (parts: ReadonlyMap<string, string>, order: readonly string[]): string =>
  order.map((name) => parts.get(name) ?? '').join('');

const colorXml = (tag: string, color: string | null): string =>
  color === null ? '' : element(tag, { rgb: `FF${color.slice(1).toUpperCase()}` });

function underlineXml(underline: string, explicit = false): string {
  if (underline === 'None') return explicit ? element('u', { val: 'none' }) : '';
  const val = UNDERLINE_NAMES.get(underline) ?? 'single';
  return element('u', { val: val === 'single' ? null : val });
}

function fillXml(color: string | null): string {
  const pattern =
    color === null
      ? element('patternFill', { patternType: 'none' })
      : element(
          'patternFill',
          { patternType: 'solid' },
          colorXml('fgColor', color) + element('bgColor', { indexed: 64 }),
        );
  return element('fill', {}, pattern);
}

function bordersXml(borders: Borders): string {
  const edge = (tag: string, border: Border | undefined) => {
    const style = border && borderStyle(border);
    if (!style) return element(tag, {});
    const color =
      border.color === null ? element('color', { auto: 1 }) : colorXml('color', border.color);
    return element(tag, { style }, color);
  };
  return element(
    'border',
    {
      diagonalUp: borders.DiagonalUp ? true : null,
      diagonalDown: borders.DiagonalDown ? true : null,
    },
    edge('left', borders.EdgeLeft) +
      edge('right', borders.EdgeRight) +
      edge('top', borders.EdgeTop) +
      edge('bottom', borders.EdgeBottom) +
      edge('diagonal', borders.DiagonalUp ?? borders.DiagonalDown),
  );
}

/** @returns null for a border that is none; a weight the style does not have falls back to its first. */
function borderStyle({ style, weight }: Border): string | null {
  const fitting = Object.entries(BORDER_STYLES).filter(([, [s]]) => s === style);
  return (fitting.find(([, [, w]]) => w === weight) ?? fitting[0])?.[0] ?? null;
}

function alignmentAttributes(alignment: Alignment): Attributes {
  const { horizontal, vertical, wrapText, indent, shrinkToFit, textOrientation: turn } = alignment;
  return {
    horizontal: horizontal === 'General' ? null : (HORIZONTAL_NAMES.get(horizontal) ?? null),
    vertical: vertical === 'Bottom' ? null : (VERTICAL_NAMES.get(vertical) ?? null),
    textRotation: turn === 0 ? null : turn === 180 ? 255 : turn < 0 ? 90 - turn : turn,
    wrapText: wrapText || null,
    indent: indent || null,
    shrinkToFit: shrinkToFit || null,
  };
}
