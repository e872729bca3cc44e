import { CellError, type CellValue } from '../../model/value';
import { fn, type Library } from '../library';
import { NUM } from '../values';
import { borrowed } from './formulajs';

/** Calls a function of the library with numbers. */
function ask(name: string, ...args: number[]): number | CellError {
  const result = borrowed[name]!.apply!(args, undefined as never, 0, 0);
  return typeof result === 'number' ? result : result instanceof CellError ? result : NUM;
}

const then = (v: number | CellError, f: (n: number) => number): CellValue =>
  typeof v === 'number' ? f(v) : v;

/** Regularised incomplete beta function. */
const beta = (x: number, a: number, b: number) => ask('BETA.DIST', x, a, b, 1, 0, 1);

/** Chance that a t value lies further from 0 than x, on both sides. */
const tBothTails = (x: number, df: number) => beta(df / (df + x * x), df / 2, 0.5);

function tDensity(x: number, df: number): CellValue {
  const ln = [ask('GAMMALN', (df + 1) / 2), ask('GAMMALN', df / 2)];
  if (typeof ln[0] !== 'number' || typeof ln[1] !== 'number') return NUM;
  const scale = Math.exp(ln[0] - ln[1]) / Math.sqrt(df * Math.PI);
  return scale * (1 + (x * x) / df) ** (-(df + 1) / 2);
}

const fRight = (x: number, d1: number, d2: number): CellValue =>
  x < 0 || d1 < 1 || d2 < 1 ? NUM : beta(d2 / (d2 + d1 * x), d2 / 2, d1 / 2);

const chiRight = (x: number, df: number): CellValue =>
  x < 0 || df < 1 ? NUM : then(ask('CHISQ.DIST', x, df, 1), (p) => 1 - p);

function gamma(x: number): CellValue {
  if (x === 0 || (x < 0 && Number.isInteger(x))) return NUM;
  if (x < 0) return then(gamma(1 - x) as number, (g) => Math.PI / (Math.sin(Math.PI * x) * g));
  if (Number.isInteger(x)) return ask('FACT', x - 1);
  return then(ask('GAMMALN', x), Math.exp);
}

/** What formulajs gets wrong or has not, made of what it gets right. */
export const distributions: Library = {
  GAMMA: fn('n', gamma),
  NORMSDIST: fn('n', (z: number) => ask('NORM.S.DIST', z, 1)),
  LOGNORMDIST: fn('nnn', (x: number, mean: number, sd: number) =>
    ask('LOGNORM.DIST', x, mean, sd, 1),
  ),
  'T.DIST': fn('nnb', (x: number, df: number, cumulative: boolean) => {
    if (df < 1) return NUM;
    if (!cumulative) return tDensity(x, Math.trunc(df));
    return then(tBothTails(x, Math.trunc(df)), (p) => (x < 0 ? p / 2 : 1 - p / 2));
  }),
  'T.DIST.2T': fn('nn', (x: number, df: number) =>
    x < 0 || df < 1 ? NUM : tBothTails(x, Math.trunc(df)),
  ),
  'T.DIST.RT': fn('nn', (x: number, df: number) =>
    df < 1 ? NUM : then(tBothTails(x, Math.trunc(df)), (p) => (x < 0 ? 1 - p / 2 : p / 2)),
  ),
  TDIST: fn('nnn', (x: number, df: number, tails: number) =>
    x < 0 || df < 1 || (tails !== 1 && tails !== 2)
      ? NUM
      : then(tBothTails(x, Math.trunc(df)), (p) => (p * tails) / 2),
  ),
  'F.DIST.RT': fn('nnn', fRight),
  FDIST: fn('nnn', fRight),
  'CHISQ.DIST.RT': fn('nn', chiRight),
  CHIDIST: fn('nn', chiRight),
};
