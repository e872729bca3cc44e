/** A cell's look. Colours are `#RRGGBB`; null means "automatic" or "none". */
export interface Style {
  readonly numberFormat: string;
  readonly font: Font;
  readonly fill: Fill;
  readonly borders: Borders;
  readonly alignment: Alignment;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** The text was entered with a leading apostrophe, which the formula bar shows again. */
  readonly quotePrefix?: boolean;
  /** Index of the cell format in the opened file this style came from or was derived from, so that
   * saving keeps what this model does not know (gradients, theme colours, named styles). */
  readonly origin: number | null;
}

export interface Font {
  readonly name: string;
  readonly size: number;
  readonly color: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: 'None' | 'Single' | 'Double' | 'SingleAccountant' | 'DoubleAccountant';
  readonly strikethrough: boolean;
}

export interface Fill {
  readonly color: string | null;
}

export type BorderSide =
  'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'DiagonalDown' | 'DiagonalUp';

export interface Border {
  readonly style: string;
  readonly weight: string;
  readonly color: string | null;
}

export type Borders = Readonly<Partial<Record<BorderSide, Border>>>;

export interface Alignment {
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrapText: boolean;
  readonly indent: number;
  readonly shrinkToFit: boolean;
  readonly textOrientation: number;
}

export const DEFAULT_STYLE: Style = {
  numberFormat: 'General',
  font: {
    name: '等线',
    size: 11,
    color: null,
    bold: false,
    italic: false,
    underline: 'None',
    strikethrough: false,
  },
  fill: { color: null },
  borders: {},
  alignment: {
    horizontal: 'General',
    vertical: 'Bottom',
    wrapText: false,
    indent: 0,
    shrinkToFit: false,
    textOrientation: 0,
  },
  locked: true,
  formulaHidden: false,
  origin: null,
};

/** All styles of a workbook, each held once; cells carry the number. Style 0 is the default. */
export class StyleTable {
  private readonly list: Style[];
  private readonly byKey = new Map<string, number>();
  private readonly derived = new Map<(style: Style) => Style, Map<number, number>>();

  constructor(normal: Style = DEFAULT_STYLE) {
    this.list = [];
    this.intern(normal);
  }

  get(id: number): Style {
    return this.list[id] ?? this.list[0]!;
  }

  /** Makes `normal` style 0, before any cell has a style; files bring their own default. */
  reset(normal: Style): void {
    this.list.length = 0;
    this.byKey.clear();
    this.derived.clear();
    this.intern(normal);
  }

  get size(): number {
    return this.list.length;
  }

  intern(style: Style): number {
    const key = JSON.stringify(style);
    let id = this.byKey.get(key);
    if (id === undefined) {
      id = this.list.push(style) - 1;
      this.byKey.set(key, id);
    }
    return id;
  }

  /**
   * Number of the style that `change` makes of style `id`; one `change` function is asked once per
   * style, so painting a large range costs a lookup per cell.
   */
  derive(id: number, change: (style: Style) => Style): number {
    let known = this.derived.get(change);
    if (!known) {
      this.derived.clear(); // one change at a time is in flight; older ones will not be asked again
      this.derived.set(change, (known = new Map<number, number>()));
    }
    let result = known.get(id);
    if (result === undefined) known.set(id, (result = this.intern(change(this.get(id)))));
    return result;
  }
}
