import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RUNNERS } from './areas';
import { isLedger, ledgerRunner } from './areas/ledger';
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
  // An area nobody knows is a question about a ledger where a ledger is given.
  const runner = RUNNERS[c.area] ?? (isLedger(c.input) ? ledgerRunner : undefined);
  if (!runner) return 'this area is not built yet';
  if (expectsNothing(c.expected)) return 'the case expects nothing';
  try {
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
