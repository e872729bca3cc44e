/** Why coefficients are, or are not, what maximises the likelihood. They are finite in every case. */
export type LogisticStatus =
  | 'converged'
  /** All outcomes are the same: no coefficients, an intercept only. */
  | 'oneClass'
  /** An input is constant, or a sum of others: `column` names it. No coefficients. */
  | 'collinear'
  /** Inputs tell the outcomes apart without error: the likelihood has no maximum. A penalty helps. */
  | 'separated'
  /** Stopped by `onIteration`. */
  | 'cancelled';

/** P(outcome) = 1 ÷ (1 + exp(−(intercept + Σ coefficient × input))). */
export interface LogisticFit {
  readonly status: LogisticStatus;
  readonly intercept: number;
  /** Per unit of the input as it was given. */
  readonly coefficients: readonly number[];
  readonly iterations: number;
  /** Without the penalty. */
  readonly logLikelihood: number;
  /** Index of the input that is constant or collinear; null with any other status. */
  readonly column: number | null;
}

export interface LogisticSettings {
  /** Per input, λ of ½ λ (w − centre)² over the standardised coefficient [≥ 0]; 0 when left out. */
  readonly penalties?: readonly number[];
  /** Per input, what the penalty draws its coefficient to; 0 when left out. */
  readonly centres?: readonly number[];
  /** Coefficients near the ones sought: fewer iterations. */
  readonly start?: Pick<LogisticFit, 'intercept' | 'coefficients'>;
  /** Called before each iteration, from 1; answers whether to go on. */
  readonly onIteration?: (iteration: number) => boolean;
}

/** A concave likelihood that has a maximum is there in 5 to 10. */
const MAX_ITERATIONS = 40;
/**
 * Largest step of a standardised coefficient that ends the search. What is left after it is about its
 * square, 1e-12.
 */
const TOLERANCE = 1e-6;
/** Share of an input's variance the inputs before it must leave. */
const LEAST_PIVOT = 1e-10;

/**
 * Fits a logistic regression to rows once; `LogisticRows` fits it several times.
 *
 * @param inputs - one column per input [finite]
 * @param outcome - 1 or 0 per row; at least one row
 */
export const fitLogistic = (
  inputs: readonly Float64Array[],
  outcome: Uint8Array,
  settings?: LogisticSettings,
): LogisticFit => new LogisticRows(inputs, outcome).fit(settings);

/**
 * Rows that a logistic regression is fitted to by iteratively reweighted least squares over
 * standardised inputs.
 * Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1.
 */
export class LogisticRows {
  private readonly scales: readonly Scale[];
  private readonly positives: number;
  private readonly equations: NormalEquations;

  /** As `fitLogistic`. */
  constructor(
    inputs: readonly Float64Array[],
    private readonly outcome: Uint8Array,
  ) {
    this.scales = inputs.map(scaleOf);
    this.positives = outcome.reduce((sum, y) => sum + y, 0);
    this.equations = new NormalEquations(inputs, outcome, this.scales);
  }

  /** @returns the mean of each input */
  get means(): number[] {
    return this.scales.map(({ mean }) => mean);
  }

  fit({ penalties, centres, start, onIteration = () => true }: LogisticSettings = {}): LogisticFit {
    const { scales, positives, equations } = this;
    const n = this.outcome.length;
    // Half a row of each outcome keeps the odds finite where there is one only.
    const usual = Math.log((positives + 0.5) / (n - positives + 0.5));
    const draw: Draw = {
      to: Float64Array.from([
        0,
        ...scales.map(({ deviation }, k) => (centres?.[k] ?? 0) * deviation),
      ]),
      by: Float64Array.from([0, ...scales.map((_, k) => penalties?.[k] ?? 0)]),
    };
    let beta = start ? scaled(start, scales) : draw.to.slice();
    if (!start) beta[0] = usual;
    let best = beta;
    let bestLikelihood = -Infinity;
    let likelihood = equations.accumulate(beta);
    const answer = (status: LogisticStatus, iterations: number, column: number | null = null) => ({
      ...unscaled(best, scales),
      status,
      iterations,
      logLikelihood: likelihood,
      column,
    });
    if (positives === 0 || positives === n) return answer('oneClass', 0);
    for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
      if (!onIteration(iteration)) return answer('cancelled', iteration - 1);
      const penalised = likelihood - penaltyOf(beta, draw);
      if (penalised < bestLikelihood - 1e-9 * Math.abs(bestLikelihood)) {
        beta = beta.map((b, j) => (b + best[j]!) / 2); // the step went too far
      } else {
        [best, bestLikelihood] = [beta, penalised];
        const step = equations.solve(beta, draw);
        if (typeof step === 'number') {
          return iteration === 1
            ? answer('collinear', iteration, step - 1)
            : answer('separated', iteration);
        }
        beta = beta.map((b, j) => b + step[j]!);
        if (step.every((s) => Math.abs(s) < TOLERANCE)) {
          best = beta;
          return answer('converged', iteration);
        }
      }
      likelihood = equations.accumulate(beta);
    }
    return answer('separated', MAX_ITERATIONS);
  }
}

/** @returns 1 ÷ (1 + e^−x), never outside 0…1 */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** @param p - strictly between 0 and 1 @returns ln(p ÷ (1 − p)) */
export const logOdds = (p: number): number => Math.log(p / (1 - p));

interface Scale {
  readonly mean: number;
  /** Population standard deviation; 1 for a constant. */
  readonly deviation: number;
}

function scaleOf(column: Float64Array): Scale {
  const { length } = column;
  const n = Math.max(1, length);
  let [sum, squares] = [0, 0];
  // By index: over a typed array `of` takes five times as long.
  for (let r = 0; r < length; r++) sum += column[r]!;
  const mean = sum / n;
  for (let r = 0; r < length; r++) squares += (column[r]! - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  return { mean, deviation: deviation > 1e-12 * Math.abs(mean) ? deviation : 1 };
}

function unscaled(
  beta: Float64Array,
  scales: readonly Scale[],
): Pick<LogisticFit, 'intercept' | 'coefficients'> {
  const coefficients = scales.map(({ deviation }, j) => beta[j + 1]! / deviation);
  const shift = scales.reduce((sum, { mean }, j) => sum + coefficients[j]! * mean, 0);
  return { intercept: beta[0]! - shift, coefficients };
}

function scaled(
  { intercept, coefficients }: Pick<LogisticFit, 'intercept' | 'coefficients'>,
  scales: readonly Scale[],
): Float64Array {
  const shift = scales.reduce((sum, { mean }, j) => sum + coefficients[j]! * mean, 0);
  return Float64Array.from([
    intercept + shift,
    ...scales.map(({ deviation }, j) => coefficients[j]! * deviation),
  ]);
}

/** What coefficients are drawn to, and how strongly; of the intercept 0. */
interface Draw {
  readonly to: Float64Array;
  readonly by: Float64Array;
}

const penaltyOf = (beta: Float64Array, { to, by }: Draw): number =>
  beta.reduce((sum, b, j) => sum + 0.5 * by[j]! * (b - to[j]!) ** 2, 0);

/** Rows worked on at a time: their standardised inputs stay in the processor's cache. */
const BLOCK = 256;

/** Gradient and information matrix of the log-likelihood; column 0 is the intercept. */
class NormalEquations {
  private readonly width: number;
  /** Columns of a block, two more than needed at most, so that tiles of 2 × 2 cover them. */
  private readonly block: Float64Array;
  private readonly padded: number;
  private readonly information: Float64Array;
  private readonly gradient: Float64Array;
  private readonly eta = new Float64Array(BLOCK);
  private readonly residual = new Float64Array(BLOCK);

  constructor(
    private readonly inputs: readonly Float64Array[],
    private readonly outcome: Uint8Array,
    private readonly scales: readonly Scale[],
  ) {
    this.width = inputs.length + 1;
    this.padded = this.width + (this.width % 2);
    this.block = new Float64Array(this.padded * BLOCK);
    this.information = new Float64Array(this.padded ** 2);
    this.gradient = new Float64Array(this.width);
  }

  /** @returns the log-likelihood at the coefficients */
  accumulate(beta: Float64Array): number {
    this.information.fill(0);
    this.gradient.fill(0);
    let likelihood = 0;
    for (let from = 0; from < this.outcome.length; from += BLOCK) {
      const rows = Math.min(BLOCK, this.outcome.length - from);
      this.load(beta, from, rows);
      likelihood += this.weigh(from, rows);
      this.addProducts(rows);
    }
    return likelihood;
  }

  private load(beta: Float64Array, from: number, rows: number): void {
    const { block, eta } = this;
    block.fill(1, 0, rows);
    eta.fill(beta[0]!, 0, rows);
    for (let j = 1; j < this.width; j++) {
      const column = this.inputs[j - 1]!;
      const { mean, deviation } = this.scales[j - 1]!;
      const [at, slope, perUnit] = [j * BLOCK, beta[j]!, 1 / deviation];
      for (let r = 0; r < rows; r++) {
        const z = (column[from + r]! - mean) * perUnit;
        block[at + r] = z;
        eta[r]! += slope * z;
      }
    }
  }

  /** Turns the block into gradient and √weight × input. */
  private weigh(from: number, rows: number): number {
    const { block, eta, residual, gradient, outcome } = this;
    let likelihood = 0;
    let product = 1; // of numbers from 1 to 2, a block of them: one logarithm for all
    for (let r = 0; r < rows; r++) {
      const [x, y] = [eta[r]!, outcome[from + r]!];
      const e = Math.exp(-Math.abs(x));
      const p = x >= 0 ? 1 / (1 + e) : e / (1 + e);
      likelihood += y * x - Math.max(x, 0);
      product *= 1 + e;
      residual[r] = y - p;
      eta[r] = Math.sqrt(e) / (1 + e); // √(p (1 − p))
    }
    likelihood -= Math.log(product);
    for (let j = 0; j < this.width; j++) {
      const at = j * BLOCK;
      let sum = 0;
      for (let r = 0; r < rows; r++) {
        const z = block[at + r]!;
        sum += residual[r]! * z;
        block[at + r] = eta[r]! * z;
      }
      gradient[j]! += sum;
    }
    return likelihood;
  }

  /** Adds the block's products of columns, four at a time: half the loads, sums in registers. */
  private addProducts(rows: number): void {
    const { block, information, padded } = this;
    for (let i = 0; i < padded; i += 2) {
      for (let j = 0; j <= i; j += 2) {
        const [a, b] = [i * BLOCK, j * BLOCK];
        let [s00, s01, s10, s11] = [0, 0, 0, 0];
        for (let r = 0; r < rows; r++) {
          const a0 = block[a + r]!;
          const a1 = block[a + BLOCK + r]!;
          const b0 = block[b + r]!;
          const b1 = block[b + BLOCK + r]!;
          s00 += a0 * b0;
          s01 += a0 * b1;
          s10 += a1 * b0;
          s11 += a1 * b1;
        }
        const at = i * padded + j;
        information[at]! += s00;
        information[at + 1]! += s01;
        information[at + padded]! += s10;
        information[at + padded + 1]! += s11;
      }
    }
  }

  /** @returns the Newton step, or the first column the ones before it explain */
  solve(beta: Float64Array, { to, by }: Draw): Float64Array | number {
    const { width, padded, information } = this;
    const root = new Float64Array(width * width); // Cholesky, lower triangle
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = information[i * padded + j]!;
        if (i === j) sum += by[i]!;
        const diagonal = sum;
        for (let k = 0; k < j; k++) sum -= root[i * width + k]! * root[j * width + k]!;
        if (i !== j) root[i * width + j] = sum / root[j * width + j]!;
        else if (sum > LEAST_PIVOT * diagonal) root[i * width + i] = Math.sqrt(sum);
        else return i;
      }
    }
    const step = this.gradient.map((g, j) => g - by[j]! * (beta[j]! - to[j]!));
    for (let i = 0; i < width; i++) {
      for (let k = 0; k < i; k++) step[i]! -= root[i * width + k]! * step[k]!;
      step[i]! /= root[i * width + i]!;
    }
    for (let i = width - 1; i >= 0; i--) {
      for (let k = i + 1; k < width; k++) step[i]! -= root[k * width + i]! * step[k]!;
      step[i]! /= root[i * width + i]!;
    }
    return step;
  }
}
