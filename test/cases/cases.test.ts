import { existsSync } from 'node:fs';
import path from 'node:path';
import { runnerOf } from './areas';
import { difference } from './compare';
import { casesOf, problemOf } from './judge';

describe('an answer agrees with the expected one', () => {
  it.each<[string, unknown, unknown, number | undefined, string | null]>([
    [
      'to the last digit',
      { dso: 55.351 },
      { dso: 55.35 },
      undefined,
      'answer.dso is 55.351, expected 55.35',
    ],
    ['within a tolerance', { dso: 55.351 }, { dso: 55.35 }, 0.005, null],
    ['where a double stands for the same decimal', 0.1 + 0.2, 0.3, undefined, null],
    ['and may say more', { a: 1, b: 2 }, { a: 1 }, undefined, null],
    [
      'but not less',
      { a: 1 },
      { a: 1, b: null },
      undefined,
      'answer.b is undefined, expected null',
    ],
    ['nor list more', [1, 2], [1], undefined, 'answer is [1,2], expected [1]'],
    ['in words too', ['pass'], ['lock'], undefined, 'answer.0 is "pass", expected "lock"'],
  ])('%s', (_, actual, expected, tolerance, problem) => {
    expect(difference(actual, expected, tolerance)).toBe(problem);
  });

  it.each<[string, string, unknown, string]>([
    ['an area that is not built', 'weather', { sun: 1 }, 'this area is not built yet'],
    ['a case that expects nothing', 'cei', {}, 'the case expects nothing'],
    ['a figure nobody works out', 'turnover', { sun: 1 }, 'answer.sun is undefined, expected 1'],
  ])('%s is a problem', (_, area, expected, problem) => {
    const c = { id: 'X', title: '', area, status: 'adopt', as_of: null, policy: {} };
    const input = { credit_sales: 1, beginning_ar: 1, ending_ar: 1 };
    expect(problemOf({ ...c, input, expected })).toBe(problem);
  });
});

/** Worked answers of other systems that may lie beside the project. */
const FOLDER = path.join(__dirname, '../../../shared/cases');
const built = existsSync(FOLDER) ? casesOf(FOLDER).filter((c) => runnerOf(c)) : [];
if (built.length > 0) {
  test.each(built.map((c) => [c.id, c.title, c] as const))('%s: %s', (_id, _title, c) => {
    expect(problemOf(c)).toBeNull();
  });
}
