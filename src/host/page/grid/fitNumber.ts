import { fontPixels } from './sizes';

/** @returns the width of `text` in pixels */
export type TextMeasure = (text: string, pixels: number, bold: boolean) => number;

/** The room a number has. */
interface Room {
  /** Of the cell, in pixels. */
  readonly width: number;
  /** In points. */
  readonly fontSize: number;
  readonly bold: boolean;
}

const PADDING = 8;

/**
 * A number never shows in part: with format General it loses decimals, else it becomes `####`.
 * @param text - the number through its format
 */
export function fitNumber(
  value: number,
  text: string,
  numberFormat: string,
  { width, fontSize, bold }: Room,
  measure: TextMeasure,
): string {
  const pixels = fontPixels(fontSize);
  const room = width - PADDING;
  const fits = (candidate: string) => measure(candidate, pixels, bold) <= room;
  if (fits(text)) return text;
  if (numberFormat === 'General' && text.includes('.') && !text.includes('E')) {
    for (let decimals = text.length - text.indexOf('.') - 2; decimals >= 0; decimals--) {
      const shorter = value.toFixed(Math.min(decimals, 20));
      if (fits(shorter)) return shorter;
    }
  }
  return '#'.repeat(Math.max(1, Math.floor(room / Math.max(1, measure('#', pixels, bold)))));
}

/** @returns a measure that asks the browser for each character once. */
export function canvasMeasure(family: string): TextMeasure {
  const context = document.createElement('canvas').getContext('2d')!;
  const known = new Map<string, Map<string, number>>();
  return (text, pixels, bold) => {
    const font = `${bold ? 'bold ' : ''}${pixels}px ${family}`;
    let widths = known.get(font);
    if (!widths) known.set(font, (widths = new Map<string, number>()));
    let total = 0;
    for (const character of text) {
      let width = widths.get(character);
      if (width === undefined) {
        context.font = font;
        widths.set(character, (width = context.measureText(character).width));
      }
      total += width;
    }
    return total;
  };
}
