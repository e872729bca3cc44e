/** Doubles that stand for the same decimal differ by less than this. */
const EXACT = 1e-9;

/**
 * Sets an answer against the expected one: every key and entry that is expected must be there and
 * agree; objects may hold more, lists may not.
 *
 * @param tolerance - how far numbers may be off
 * @returns the first difference in words, null when there is none
 */
export function difference(
  actual: unknown,
  expected: unknown,
  tolerance = EXACT,
  path = 'answer',
): string | null {
  if (typeof expected === 'number') {
    const agrees = typeof actual === 'number' && Math.abs(actual - expected) <= tolerance + EXACT;
    return agrees ? null : said(path, actual, expected);
  }
  if (expected === null || typeof expected !== 'object') {
    return actual === expected ? null : said(path, actual, expected);
  }
  if (actual === null || typeof actual !== 'object') return said(path, actual, expected);
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) {
    return said(path, actual, expected);
  }
  for (const [key, value] of Object.entries(expected)) {
    const found = (actual as Record<string, unknown>)[key];
    const different = difference(found, value, tolerance, `${path}.${key}`);
    if (different !== null) return different;
  }
  return null;
}

const said = (path: string, actual: unknown, expected: unknown): string =>
  `${path} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;
