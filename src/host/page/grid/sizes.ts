/** Width of a digit of the default font at 100 %, as Excel reckons column widths. */
const DIGIT_PIXELS = 7;
export const DEFAULT_COLUMN_PIXELS = 72;
export const ROW_PIXELS = 22;

/** @param width - characters, as files keep it; undefined is the default @returns pixels */
export const columnPixels = (width: number | undefined): number =>
  width === undefined ? DEFAULT_COLUMN_PIXELS : Math.max(2, Math.trunc(width * DIGIT_PIXELS + 0.5));

/** @returns the width in characters that shows as so many pixels */
export const columnWidth = (pixels: number): number =>
  Math.round((pixels / DIGIT_PIXELS) * 256) / 256;

/** @param points - height as the model keeps it; the default 15 pt shows as `ROW_PIXELS` */
export const rowPixels = (points: number): number => Math.round((points / 15) * ROW_PIXELS);

/** @param points - font size; 11 pt shows as 13 px, to go with the rows */
export const fontPixels = (points: number): number => Math.round(points * 1.2);

/** @param pixels - font size @returns height of a line of text */
export const lineHeight = (pixels: number): number => Math.round(pixels * 1.3);
