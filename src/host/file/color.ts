import { child, numberAttribute, readTree, type XmlNode } from './xmlTree';

/** Order of the theme's colours in files: the first two pairs are swapped against the theme part. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const OFFICE_THEME =
  'FFFFFF 000000 E7E6E6 44546A 5B9BD5 ED7D31 A5A5A5 FFC000 4472C4 70AD47 0563C1 954F72'.split(' ');
const BASIC = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF'.split(' ');
const INDEXED = [
  ...BASIC,
  ...BASIC,
  ...'800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF'.split(
    ' ',
  ),
  ...'660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF'.split(
    ' ',
  ),
  ...'00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00'.split(
    ' ',
  ),
  ...'FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  ),
];

/** Turns a file's colours (rgb, theme with tint, palette) into `#RRGGBB`. */
export class Colors {
  private readonly theme: readonly string[];
  private readonly palette: readonly string[];

  constructor(themePart: Uint8Array | undefined, styles: XmlNode | undefined) {
    this.theme = themePart ? readTheme(themePart) : OFFICE_THEME;
    const own = child(child(styles, 'colors'), 'indexedColors')?.children.map((c) =>
      (c.attributes.get('rgb') ?? '').slice(-6),
    );
    this.palette = own && own.length > 0 ? [...own, ...INDEXED.slice(own.length)] : INDEXED;
  }

  /** @returns null for "automatic" and for no colour at all. */
  read(node: XmlNode | undefined): string | null {
    if (!node) return null;
    const rgb = node.attributes.get('rgb');
    const base = rgb
      ? rgb.slice(-6)
      : node.attributes.has('theme')
        ? this.theme[numberAttribute(node, 'theme', 0)]
        : node.attributes.has('indexed')
          ? this.palette[numberAttribute(node, 'indexed', 64)]
          : undefined;
    if (!base || !/^[0-9a-f]{6}$/i.test(base)) return null;
    return tinted(base.toUpperCase(), numberAttribute(node, 'tint', 0));
  }
}

function readTheme(part: Uint8Array): string[] {
  const scheme = child(child(readTree(part), 'themeElements'), 'clrScheme');
  return THEME_ORDER.map((name, i) => {
    const color = child(scheme, name)?.children[0];
    return color?.attributes.get('lastClr') ?? color?.attributes.get('val') ?? OFFICE_THEME[i]!;
  });
}

/** Lightens (`tint` > 0) or darkens in HLS space, as the format prescribes. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return `#${rgb}`;
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(rgb.slice(i, i + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const l = (max + min) / 2;
  const d = max - min;
  const s = d === 0 ? 0 : d / (1 - Math.abs(2 * l - 1));
  const h =
    d === 0 ? 0 : max === r ? ((g - b) / d + 6) % 6 : max === g ? (b - r) / d + 2 : (r - g) / d + 4;
  const light = tint < 0 ? l * (1 + tint) : l * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * light - 1)) * s;
  const channel = (n: number) => {
    const k = (n + h * 2) % 12;
    const value = light - (chroma / 2) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`.toUpperCase();
}
