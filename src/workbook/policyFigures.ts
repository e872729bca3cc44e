import {
  areWeights,
  DEFAULT_RFA_SETTINGS,
  halfWidth,
  isBlank,
  type RfaMeasures,
  type RfaMode,
  type RfaSettings,
} from '../domain';
import type { PolicyProblemCode, Tell } from './policyParts';
import { codesOf } from './policyWords';

type Rows = readonly (readonly unknown[])[];

/** What figures may be, by what is told of those that are not. */
const ALLOWED = {
  number: (n) => n >= 0,
  share: (n) => n >= 0 && n <= 1,
  change: (n) => n >= -1 && n <= 10,
  days: Number.isFinite,
  score: (n) => n >= 0 && n <= 100,
  months: (n) => Number.isInteger(n) && n >= 1 && n <= 120,
  whole: (n) => Number.isInteger(n) && n >= 0,
} as const satisfies Partial<Record<PolicyProblemCode, (n: number) => boolean>>;

export type FigureKind = keyof typeof ALLOWED;

/** @returns the number in a cell, where it can be one of its kind; `30%` as text too; else NaN */
export function numberOf(cell: unknown, kind: FigureKind): number {
  const [text, digits, percent] =
    /^([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)\s*(%?)$/i.exec(halfWidth(String(cell)).trim()) ??
    [];
  const n =
    typeof cell === 'number' || text === undefined ? cell : Number(digits) / (percent ? 100 : 1);
  return typeof n === 'number' && Number.isFinite(n) && ALLOWED[kind](n) ? n : NaN;
}

/** @returns what reads a cell by itself; a blank one is as usual */
export const figureOf =
  (kind: FigureKind, standard: number) =>
  ([row]: Rows, tell: Tell): number => {
    const cell = row?.[0];
    const n = numberOf(cell, kind);
    if (!Number.isNaN(n)) return n;
    if (!isBlank(cell)) tell(0, 0, kind);
    return standard;
  };

const modeIn = codesOf<RfaMode>(({ modes }) => modes);

export function modeOf([row]: Rows, tell: Tell): RfaMode {
  const cell = row?.[0];
  const mode = modeIn(cell);
  if (mode === undefined && !isBlank(cell)) tell(0, 0, 'mode');
  return mode ?? DEFAULT_RFA_SETTINGS.mode;
}

/** @returns a row of ascending numbers; as usual where it is all blank, or one cannot be used */
export function linesOf<Lines extends readonly number[]>(
  cells: readonly unknown[],
  row: number,
  kind: FigureKind,
  standard: Lines,
  tell: Tell,
): Lines {
  if (cells.every(isBlank)) return standard;
  const lines = standard.map((_, i) => numberOf(cells[i], kind));
  for (const [i, line] of lines.entries()) {
    if (!Number.isNaN(line) && (i === 0 || line > lines[i - 1]!)) continue;
    tell(row, i, Number.isNaN(line) ? kind : 'ascending');
    return standard;
  }
  return lines as readonly number[] as Lines;
}

/** @param rows - R, F, A, quantiles */
export function thresholdsOf(
  rows: Rows,
  tell: Tell,
): Pick<RfaSettings, 'thresholds' | 'quantiles'> {
  const { thresholds, quantiles } = DEFAULT_RFA_SETTINGS;
  const [r, f, a, ranks] = [0, 1, 2, 3].map((row) => rows[row] ?? []);
  return {
    thresholds: {
      r: linesOf(r!, 0, 'number', thresholds.r, tell),
      f: linesOf(f!, 1, 'share', thresholds.f, tell),
      a: linesOf(a!, 2, 'share', thresholds.a, tell),
    },
    quantiles: linesOf(ranks!, 3, 'share', quantiles, tell),
  };
}

/** @param rows - R, F, A; they count together, so one that cannot be used makes all as usual */
export function weightsOf(rows: Rows, tell: Tell): RfaMeasures {
  const standard = DEFAULT_RFA_SETTINGS.weights;
  const [r, f, a] = [0, 1, 2].map((row) => numberOf(rows[row]?.[0], 'number'));
  const weights = { r: r!, f: f!, a: a! };
  if (areWeights(weights)) return weights;
  if (rows.every((cells) => cells.every(isBlank))) return standard;
  const bad = [r, f, a].findIndex(Number.isNaN);
  tell(Math.max(0, bad), 0, bad < 0 ? 'weights' : 'number');
  return standard;
}
