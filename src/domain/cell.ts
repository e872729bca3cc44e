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
  typeof cell === 'string' ? cell.trim() : cell === null || cell === undefined ? '' : String(cell);

/** @returns whether 0 … 9 stands at a place of the text */
export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
