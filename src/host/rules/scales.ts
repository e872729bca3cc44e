/** A bar behind a cell's value; all as shares of the cell's width, 0…1. */
export interface DataBar {
  readonly color: string;
  readonly from: number;
  readonly to: number;
  /** Where zero lies; null when all bars start at the left edge. */
  readonly axis: number | null;
}

/** What Excel paints bars of negative numbers with unless told otherwise. */
const NEGATIVE_COLOR = '#FF0000';

/** @returns the bar of a value on a scale from `min` to `max` */
export function dataBar(value: number, min: number, max: number, color: string): DataBar | null {
  if (!(max > min)) return null;
  const share = (n: number): number => Math.min(1, Math.max(0, (n - min) / (max - min)));
  if (min >= 0) return { color, from: 0, to: share(value), axis: null };
  const axis = share(0);
  return value < 0
    ? { color: NEGATIVE_COLOR, from: share(value), to: axis, axis }
    : { color, from: axis, to: share(value), axis };
}

/**
 * @param stops - in rising order
 * @returns the colour of a value between the stops around it, `#RRGGBB`
 */
export function scaleColor(
  value: number,
  stops: readonly { readonly at: number; readonly color: string }[],
): string {
  let i = 1;
  while (i < stops.length - 1 && value > stops[i]!.at) i++;
  const low = stops[i - 1]!;
  const high = stops[i]!;
  const width = high.at - low.at;
  const share =
    width > 0 ? Math.min(1, Math.max(0, (value - low.at) / width)) : Number(value > low.at);
  const mixed = [1, 3, 5].map((at) => {
    const from = parseInt(low.color.slice(at, at + 2), 16);
    const to = parseInt(high.color.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`.toUpperCase();
}

/**
 * @param limits - from the second icon on: the value its icon begins at, and whether that is included
 * @returns the index of the icon, 0 for the lowest values
 */
export function iconIndex(
  value: number,
  limits: readonly { readonly at: number; readonly inclusive: boolean }[],
): number {
  for (let i = limits.length - 1; i >= 0; i--) {
    const { at, inclusive } = limits[i]!;
    if (inclusive ? value >= at : value > at) return i + 1;
  }
  return 0;
}
