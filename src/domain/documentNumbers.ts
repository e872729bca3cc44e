import { halfWidth } from './cell';

/** @returns a document number as it is compared: half-width, upper case, no blanks. */
export const numberKey = (documentNo: string): string =>
  halfWidth(documentNo).toUpperCase().replace(/\s/g, '');

/** Numbers, and numbers joined by strokes: 2025/001 is one, XS1/XS2 may be two. */
const NUMBERS = [/[A-Z0-9]+(?:[-_#.][A-Z0-9]+)*/g, /[A-Z0-9]+(?:[-_#./][A-Z0-9]+)*/g];

/**
 * @param text - what a receipt says: 付XS1001、XS1002货款
 * @param minLength - shorter ones are no document numbers
 * @returns keys of what may be document numbers, each once; they have a digit
 */
export function numbersIn(text: string, minLength: number): string[] {
  const plain = halfWidth(text).toUpperCase();
  const words = NUMBERS.flatMap((pattern) => plain.match(pattern) ?? []);
  return [...new Set(words)].filter((word) => word.length >= minLength && /\d/.test(word));
}
