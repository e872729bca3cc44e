/** @returns whether a cell counts as empty: nothing in it, or only blanks. */
export const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const NOTHING =
  /^(?:[-\u2010-\u2015\u2212\u2500\uff0d]+|[/\uff0f\\]|无|暂无|没有|none|nil|null|n\/a|na)$/i;

/** @returns whether a text is how people write that there is nothing: a dash, a slash, 无, n/a */
export const saysNothing = (text: string): boolean => NOTHING.test(text.trim());

/** @returns the text with full-width letters, digits, signs and spaces made half-width. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ');

/** @returns what a cell says, without blanks around it; '' for an empty one. */
export const cellText = (cell: unknown): string =>
  typeof cell === 'string'
    ? trimmed(cell)
    : cell === null || cell === undefined
      ? ''
      : String(cell);

/** Most texts have no blanks around them, and asking costs less than trimming. */
const trimmed = (text: string): string =>
  isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)) ? text : text.trim();

/** @returns whether a character is surely no blank: letters, digits and signs of ASCII, 汉字 */
const isPlain = (code: number): boolean =>
  (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code < 0xa000);

/** @returns whether 0 … 9 stands at a place of the text */
export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
