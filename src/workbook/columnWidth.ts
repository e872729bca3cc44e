/** Of bold letters in Excel's usual size, and what a cell leaves free beside them [points]. */
const LETTER = { han: 12, other: 6.5, aside: 8 };

/**
 * @param least - points
 * @returns a column's width [points]: as much as the longest of the words takes, so that none is cut
 */
export const columnWidth = (least: number, ...words: readonly string[]): number =>
  Math.max(least, ...words.map(widthOf));

const widthOf = (word: string): number =>
  Array.from(word, (letter) => (letter >= '⺀' ? LETTER.han : LETTER.other)).reduce(
    (sum, width) => sum + width,
    LETTER.aside,
  );
