import type { BorderSide } from '../../model/style';

/** A cell as the grid paints it: style, number format and rules taken together. Colours `#RRGGBB`. */
export interface CellLook {
  readonly text: string;
  /** Null is automatic: dark on light paper, light on dark. */
  readonly color: string | null;
  readonly fill: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  /** In points. */
  readonly fontSize: number;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle' | 'bottom';
  readonly wrap: boolean;
  readonly indent: number;
  readonly borders: Readonly<Partial<Record<BorderSide, LookBorder>>>;
  /** A data bar; `from` and `to` are shares of the cell's width, from its left edge. */
  readonly bar: { readonly color: string; readonly from: number; readonly to: number } | null;
  readonly icon: { readonly set: string; readonly index: number } | null;
  /** Whether a click goes somewhere. */
  readonly link: boolean;
  /** Explains the cell on hover: what a custom function said about its error. */
  readonly note: string | null;
}

export interface LookBorder {
  readonly color: string | null;
  /** In pixels. */
  readonly width: number;
  readonly dash: readonly number[];
}
