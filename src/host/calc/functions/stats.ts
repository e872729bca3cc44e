import { CellError, type CellValue } from '../../model/value';
import { toNumber } from '../coerce';
import { fn, numbersOf, type Library } from '../library';
import { finite } from '../operators';
import { DIV0, Matrix, NA, NUM, Ref, Union, each, type Value } from '../values';
import { eachNumber, round } from './math';

const inCells = (v: Value): boolean =>
  v instanceof Ref || v instanceof Matrix || v instanceof Union;

/** A function of the numbers among the arguments; errors come through. */
const over =
  (f: (numbers: number[]) => CellValue) =>
  (...args: Value[]): CellValue => {
    const list = numbersOf(args);
    return Array.isArray(list) ? f(list) : list;
  };

/** As `over`, but texts in cells count as 0 and booleans as 0 or 1 (AVERAGEA, MAXA …). */
const overAll =
  (f: (numbers: number[]) => CellValue) =>
  (...args: Value[]): CellValue => {
    const list: number[] = [];
    let failed = null as CellError | null;
    for (const arg of args) {
      const cells = inCells(arg);
      each(arg, (v) => {
        if (cells && v === null) return;
        const n = cells && typeof v === 'string' ? 0 : toNumber(v);
        if (typeof n === 'number') list.push(n);
        else failed ??= n;
      });
    }
    return failed ?? f(list);
  };

const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const mean = (list: readonly number[]): number => total(list) / list.length;
const squares = (list: readonly number[]): number => {
  const m = mean(list);
  return list.reduce((a, x) => a + (x - m) ** 2, 0);
};
const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);

const average = (list: number[]): CellValue => (list.length ? finite(mean(list)) : DIV0);
const sampleVariance = (list: number[]): number | CellError =>
  list.length > 1 ? squares(list) / (list.length - 1) : DIV0;
const populationVariance = (list: number[]): number | CellError =>
  list.length > 0 ? squares(list) / list.length : DIV0;
const root = (v: number | CellError): CellValue => (typeof v === 'number' ? Math.sqrt(v) : v);

const maximum = (list: number[]): number => list.reduce((a, b) => (b > a ? b : a), -Infinity);
const minimum = (list: number[]): number => list.reduce((a, b) => (b < a ? b : a), Infinity);

export function median(list: number[]): CellValue {
  if (list.length === 0) return NUM;
  const sorted = ascending(list);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** @param at - position among the sorted values, counted from 0, fractions interpolate */
function interpolate(list: number[], at: number): CellValue {
  const sorted = ascending(list);
  const low = Math.floor(at + 1e-12);
  const fraction = Math.max(0, at - low);
  const a = sorted[low]!;
  return fraction < 1e-12 ? a : a + fraction * (sorted[low + 1]! - a);
}

export function percentile(list: number[], k: number): CellValue {
  if (list.length === 0 || k < 0 || k > 1) return NUM;
  return interpolate(list, k * (list.length - 1));
}

export function percentileExclusive(list: number[], k: number): CellValue {
  const at = k * (list.length + 1) - 1;
  if (list.length === 0 || at < 0 || at > list.length - 1) return NUM;
  return interpolate(list, at);
}

function mode(list: number[]): CellValue {
  const counts = new Map<number, number>();
  for (const x of list) counts.set(x, (counts.get(x) ?? 0) + 1);
  let best: CellValue = NA;
  let most = 1;
  for (const [x, n] of counts) if (n > most) [best, most] = [x, n];
  return best;
}

function nth(array: Value, k: number, sort: (a: number, b: number) => number): CellValue {
  const list = numbersOf([array]);
  if (!Array.isArray(list)) return list;
  const i = Math.ceil(k) - 1;
  return i < 0 || i >= list.length ? NUM : list.sort(sort)[i]!;
}

function rank(x: number, ref: Value, order = 0, shared = false): CellValue {
  const list = numbersOf([ref]);
  if (!Array.isArray(list)) return list;
  const same = list.filter((y) => y === x).length;
  if (same === 0) return NA;
  const before = list.filter((y) => (order === 0 ? y > x : y < x)).length;
  return before + 1 + (shared ? (same - 1) / 2 : 0);
}

const withList =
  (f: (list: number[], k: number) => CellValue) =>
  (array: Value, k: number): CellValue => {
    const list = numbersOf([array]);
    return Array.isArray(list) ? f(list, k) : list;
  };

/** Pairs of numbers at the same place of two ranges. */
function pairs(a: Value, b: Value): [number, number][] | CellError {
  const x: CellValue[] = [];
  const y: CellValue[] = [];
  each(a instanceof Ref ? a.matrix() : a, (v) => x.push(v));
  each(b instanceof Ref ? b.matrix() : b, (v) => y.push(v));
  if (x.length !== y.length) return NA;
  const out: [number, number][] = [];
  for (let i = 0; i < x.length; i++) {
    const [p, q] = [x[i]!, y[i]!];
    if (p instanceof CellError) return p;
    if (q instanceof CellError) return q;
    if (typeof p === 'number' && typeof q === 'number') out.push([p, q]);
  }
  return out;
}

interface Moments {
  readonly n: number;
  readonly sxx: number;
  readonly syy: number;
  readonly sxy: number;
  readonly mx: number;
  readonly my: number;
}

const overPairs =
  (f: (m: Moments) => number | CellError) =>
  (a: Value, b: Value): CellValue => {
    const list = pairs(a, b);
    if (!Array.isArray(list)) return list;
    if (list.length === 0) return DIV0;
    const mx = mean(list.map((p) => p[0]));
    const my = mean(list.map((p) => p[1]));
    let [sxx, syy, sxy] = [0, 0, 0];
    for (const [x, y] of list) {
      sxx += (x - mx) ** 2;
      syy += (y - my) ** 2;
      sxy += (x - mx) * (y - my);
    }
    const result = f({ n: list.length, sxx, syy, sxy, mx, my });
    return typeof result === 'number' && !Number.isFinite(result) ? DIV0 : result;
  };

const correlation = overPairs((m) => m.sxy / Math.sqrt(m.sxx * m.syy));
/** Of the first argument (y) over the second (x). */
const slope = overPairs((m) => m.sxy / m.syy);

export const stats: Library = {
  COUNT: fn('x+', (...args: Value[]) => {
    let n = 0;
    for (const arg of args) {
      const cells = inCells(arg);
      each(arg, (v) => {
        if (typeof v === 'number') n++;
        else if (!cells && v !== null && typeof toNumber(v) === 'number') n++;
        else if (!cells && v === null) n++;
      });
    }
    return n;
  }),
  COUNTA: fn('x+', (...args: Value[]) => {
    let n = 0;
    for (const arg of args) {
      const cells = inCells(arg);
      each(arg, (v) => {
        if (v !== null || !cells) n++;
      });
    }
    return n;
  }),
  COUNTBLANK: fn('x', (range: Value) => {
    if (!(range instanceof Ref)) return NA;
    let filled = 0;
    each(range, (v) => {
      if (v !== null && v !== '') filled++;
    });
    return range.height * range.width - filled;
  }),
  AVERAGE: fn('x+', (...args: Value[]) => {
    let sum = 0;
    let n = 0;
    const failed = eachNumber(args, (x) => {
      sum += x;
      n++;
    });
    return failed ?? (n ? finite(sum / n) : DIV0);
  }),
  AVERAGEA: fn('x+', overAll(average)),
  MAX: fn('x+', (...args: Value[]) => {
    let max = -Infinity;
    return eachNumber(args, (x) => (max = x > max ? x : max)) ?? (max === -Infinity ? 0 : max);
  }),
  MIN: fn('x+', (...args: Value[]) => {
    let min = Infinity;
    return eachNumber(args, (x) => (min = x < min ? x : min)) ?? (min === Infinity ? 0 : min);
  }),
  MAXA: fn(
    'x+',
    overAll((list) => (list.length ? maximum(list) : 0)),
  ),
  MINA: fn(
    'x+',
    overAll((list) => (list.length ? minimum(list) : 0)),
  ),
  MEDIAN: fn('x+', over(median)),
  MODE: fn('x+', over(mode)),
  'MODE.SNGL': fn('x+', over(mode)),
  STDEV: fn(
    'x+',
    over((l) => root(sampleVariance(l))),
  ),
  'STDEV.S': fn(
    'x+',
    over((l) => root(sampleVariance(l))),
  ),
  STDEVP: fn(
    'x+',
    over((l) => root(populationVariance(l))),
  ),
  'STDEV.P': fn(
    'x+',
    over((l) => root(populationVariance(l))),
  ),
  STDEVA: fn(
    'x+',
    overAll((l) => root(sampleVariance(l))),
  ),
  VAR: fn('x+', over(sampleVariance)),
  'VAR.S': fn('x+', over(sampleVariance)),
  VARP: fn('x+', over(populationVariance)),
  'VAR.P': fn('x+', over(populationVariance)),
  DEVSQ: fn(
    'x+',
    over((l) => (l.length ? squares(l) : NUM)),
  ),
  AVEDEV: fn(
    'x+',
    over((l) => (l.length ? mean(l.map((x) => Math.abs(x - mean(l)))) : NUM)),
  ),
  GEOMEAN: fn(
    'x+',
    over((l) => (l.length && minimum(l) > 0 ? Math.exp(mean(l.map(Math.log))) : NUM)),
  ),
  HARMEAN: fn(
    'x+',
    over((l) => (l.length && minimum(l) > 0 ? l.length / total(l.map((x) => 1 / x)) : NUM)),
  ),
  LARGE: fn('an', (a: Value, k: number) => nth(a, k, (x, y) => y - x)),
  SMALL: fn('an', (a: Value, k: number) => nth(a, k, (x, y) => x - y)),
  PERCENTILE: fn('an', withList(percentile)),
  'PERCENTILE.INC': fn('an', withList(percentile)),
  'PERCENTILE.EXC': fn('an', withList(percentileExclusive)),
  QUARTILE: fn(
    'an',
    withList((l, q) => percentile(l, Math.trunc(q) / 4)),
  ),
  'QUARTILE.INC': fn(
    'an',
    withList((l, q) => percentile(l, Math.trunc(q) / 4)),
  ),
  'QUARTILE.EXC': fn(
    'an',
    withList((l, q) => percentileExclusive(l, Math.trunc(q) / 4)),
  ),
  RANK: fn('nan?', (x: number, r: Value, o?: number) => rank(x, r, o)),
  'RANK.EQ': fn('nan?', (x: number, r: Value, o?: number) => rank(x, r, o)),
  'RANK.AVG': fn('nan?', (x: number, r: Value, o?: number) => rank(x, r, o, true)),
  PERCENTRANK: fn('ann?', (a: Value, x: number, digits = 3) => {
    const list = numbersOf([a]);
    if (!Array.isArray(list)) return list;
    const sorted = ascending(list);
    if (!sorted.length || x < sorted[0]! || x > sorted.at(-1)!) return NA;
    const above = sorted.findIndex((y) => y >= x);
    const below = sorted[above] === x ? above : above - 1;
    const step = sorted[above] === x ? 0 : (x - sorted[below]!) / (sorted[above]! - sorted[below]!);
    return round((below + step) / (sorted.length - 1), digits, Math.floor);
  }),
  CORREL: fn('aa', correlation),
  PEARSON: fn('aa', correlation),
  RSQ: fn(
    'aa',
    overPairs((m) => m.sxy ** 2 / (m.sxx * m.syy)),
  ),
  SLOPE: fn('aa', slope),
  INTERCEPT: fn(
    'aa',
    overPairs((m) => m.mx - (m.sxy / m.syy) * m.my),
  ),
  'COVARIANCE.P': fn(
    'aa',
    overPairs((m) => m.sxy / m.n),
  ),
  'COVARIANCE.S': fn(
    'aa',
    overPairs((m) => (m.n > 1 ? m.sxy / (m.n - 1) : DIV0)),
  ),
  COVAR: fn(
    'aa',
    overPairs((m) => m.sxy / m.n),
  ),
  FORECAST: fn('naa', (x: number, y: Value, xs: Value) =>
    overPairs((m) => m.mx + (m.sxy / m.syy) * (x - m.my))(y, xs),
  ),
  TRIMMEAN: fn(
    'an',
    withList((l, share) => {
      if (share < 0 || share >= 1) return NUM;
      const cut = Math.floor((l.length * share) / 2);
      return average(ascending(l).slice(cut, l.length - cut));
    }),
  ),
};
