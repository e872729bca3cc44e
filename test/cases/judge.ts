import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runnerOf } from './areas';
import type { Case } from './case';
import { difference } from './compare';

/** @returns the cases of every case file of a folder */
export const casesOf = (folder: string): Case[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Case[]);

/** @returns what is wrong with our answer, null when nothing is */
export function problemOf(c: Case): string | null {
  try {
    const runner = runnerOf(c);
    if (!runner) return 'this area is not built yet';
    if (expectsNothing(c.expected)) return 'the case expects nothing';
    return difference(runner(c), c.expected, c.tolerance);
  } catch (error) {
    return String(error);
  }
}

const expectsNothing = (expected: unknown): boolean =>
  expected === undefined ||
  (typeof expected === 'object' &&
    expected !== null &&
    !Array.isArray(expected) &&
    Object.keys(expected).length === 0);
