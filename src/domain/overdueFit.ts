import { fitLogistic, logistic, type LogisticFit } from './logistic';
import type { ModelTerm } from './modelTerms';
import type { OverdueModel } from './overdue';
import { INPUTS, LATE_SHARE, lateRates, OverdueInputs, type LateRates } from './overdueInputs';
import { overdueScorecard } from './overdueScorecard';
import type { OverdueSample } from './overdueSample';
import type { Receivables } from './receivables';
import type { Scorecard } from './scorecard';

/** Coefficients over some of the ways in which items are alike. */
export interface OverdueFit extends Pick<OverdueModel, 'rates' | 'intercept' | 'terms'> {
  /** Indices into the sample's ways. */
  readonly ways: readonly number[];
}

/** What a fit is to be of. */
export interface FitChoice {
  readonly ways: readonly number[];
  /** λ of ½ λ (w − centre)² over standardised coefficients, those of ways apart. */
  readonly penalty: number;
  /** Whether the late share counts as its log-odds, drawn to a coefficient of 1 in place of 0. */
  readonly asOdds: boolean;
}

/** Rows of the sample, ascending by document date. */
export interface FitRows {
  readonly rows: Int32Array;
  readonly isLate: Uint8Array;
  /** One per input, held within its range; the late share's is each fit's own. */
  readonly columns: readonly Float64Array[];
}

/** Share of the rows beyond each end of an input's range: what lies there is held at the end. */
const TAIL = 0.005;
/** What a late share, and its log-odds, is held within: it needs no rows to tell its range. */
const SHARE_RANGE = { low: 0, high: 1 };
const ODDS_RANGE = { low: -10, high: 10 };
/** Rows that tell an input's range; of more, every k-th. */
const RANGE_ROWS = 10_000;
/** Rows that choices and points are made by; of more, every k-th. */
const CHOICE_ROWS = 20_000;
/** Draws coefficients of ways, which were chosen because they tell something. */
const WAY_PENALTY = 30;
/** Draws coefficients of points. */
const CARD_PENALTY = 30;
/** Of a plain logit whose likelihood has no maximum. */
const PLAIN_PENALTY = 1;
/** Without a word of the rows a customer's late share counts as it is and nothing else does. */
const CENTRES = INPUTS.map((_, k) => (k === LATE_SHARE ? 1 : 0));

/** In place of rates before there are any. */
const NO_RATES: LateRates = { all: 0.5, weight: 1, asOdds: false, alike: [] };

/** Fits and applies coefficients on the rows of a sample. */
export class OverdueFitter {
  readonly all: FitRows;
  readonly some: FitRows;
  private readonly ranges: readonly Range[];

  constructor(
    private readonly items: Receivables,
    private readonly sample: OverdueSample,
    /** As `fitLogistic` has it. */
    private readonly onIteration: (iteration: number) => boolean,
  ) {
    const { rows, isLate } = sample;
    const columns = this.inputs([], NO_RATES).columns(rows);
    this.ranges = columns.map((column, k) => (k === LATE_SHARE ? SHARE_RANGE : rangeOf(column)));
    columns.forEach((column, k) => hold(column, this.ranges[k]!));
    this.all = { rows, isLate, columns };
    const step = Math.ceil(rows.length / CHOICE_ROWS);
    this.some =
      step <= 1
        ? this.all
        : {
            rows: everyKth(rows, step),
            isLate: everyKth(isLate, step),
            columns: columns.map((column) => everyKth(column, step)),
          };
  }

  /**
   * @param count - of the rows, from the first on
   * @param start - a fit near the one sought; of its ways the first ones
   */
  fit(
    of: FitRows,
    count: number,
    { ways, penalty, asOdds }: FitChoice,
    start?: OverdueFit,
  ): OverdueFit {
    const { rates, ranges, columns, isLate } = this.prepared(
      of,
      count,
      ways,
      asOdds,
      start?.rates.weight,
    );
    const fit = fitLogistic(columns, isLate, {
      penalties: columns.map((_, k) => (k < INPUTS.length ? penalty : WAY_PENALTY)),
      ...(asOdds && { centres: CENTRES }),
      onIteration: this.onIteration,
      ...(start && {
        start: {
          intercept: start.intercept,
          coefficients: columns.map((_, k) => start.terms[k]?.coefficient ?? 0),
        },
      }),
    });
    return { rates, ways, ...this.termsOf(fit, columns, ranges, ways) };
  }

  /** The inputs alone, without a penalty; those the others explain are left out. */
  plainFit(of: FitRows, count: number): OverdueFit {
    const { rates, ranges, columns, isLate } = this.prepared(of, count, []);
    const fit = this.unpenalised(columns, isLate);
    return { rates, ways: [], ...this.termsOf(fit, columns, ranges, []) };
  }

  /** @returns log-odds of being late of the rows from one on to before another */
  odds(
    { rates, intercept, terms, ways }: OverdueFit,
    of: FitRows,
    from: number,
    to: number,
  ): Float64Array {
    const shares = this.inputs(ways, rates).shareColumns(of.rows.subarray(from, to));
    const odds = new Float64Array(to - from).fill(intercept);
    terms.forEach(({ coefficient, low, high }, k) => {
      const isShare = k === LATE_SHARE || k >= INPUTS.length;
      const column = isShare
        ? shares[k === LATE_SHARE ? 0 : 1 + k - INPUTS.length]!
        : of.columns[k]!;
      const first = isShare ? 0 : from;
      for (let r = 0; r < odds.length; r++) {
        odds[r]! += coefficient * Math.min(high, Math.max(low, column[first + r]!));
      }
    });
    return odds;
  }

  /** @returns the inputs of a fit in ranges, with points */
  scorecard({ rates, ways }: OverdueFit): Scorecard {
    const { rows, isLate } = this.some;
    const inputs = this.inputs(ways, rates);
    const columns = inputs.columns(rows);
    if (rates.asOdds) columns[LATE_SHARE] = columns[LATE_SHARE]!.map(logistic);
    return overdueScorecard(inputs.names, columns, isLate, {
      penalties: columns.map(() => CARD_PENALTY),
      onIteration: this.onIteration,
    });
  }

  private prepared(
    { rows, isLate, columns }: FitRows,
    count: number,
    ways: readonly number[],
    asOdds = false,
    weight?: number,
  ) {
    const before = rows.subarray(0, count);
    const wasLate = isLate.subarray(0, count);
    const keys = ways.map((way) => this.sample.ways[way]!);
    const rates = lateRates(this.sample.history, keys, before, wasLate, asOdds, weight);
    const [lateShare, ...alike] = this.inputs(ways, rates).shareColumns(before);
    const ranges = [...this.ranges, ...alike.map(rangeOf)];
    if (asOdds) ranges[LATE_SHARE] = ODDS_RANGE;
    const own = columns.map((column, k) =>
      k === LATE_SHARE ? lateShare! : column.subarray(0, count),
    );
    const all = [...own, ...alike];
    for (const k of [LATE_SHARE, ...alike.map((_, way) => INPUTS.length + way)])
      hold(all[k]!, ranges[k]!);
    return { rates, ranges, columns: all, isLate: wasLate };
  }

  private termsOf(
    { intercept, coefficients }: LogisticFit,
    columns: readonly Float64Array[],
    ranges: readonly Range[],
    ways: readonly number[],
  ): Pick<OverdueFit, 'intercept' | 'terms'> {
    const names = [...INPUTS, ...ways.map((way) => this.sample.ways[way]!.by)];
    const terms = names.map((input, k): ModelTerm => {
      let sum = 0;
      for (const x of columns[k]!) sum += x;
      return {
        input,
        coefficient: coefficients[k]!,
        mean: sum / columns[k]!.length,
        ...ranges[k]!,
      };
    });
    return { intercept, terms };
  }

  private inputs(ways: readonly number[], rates: OverdueFit['rates']): OverdueInputs {
    const keys = ways.map((way) => this.sample.ways[way]!);
    return new OverdueInputs(this.items, this.sample.history, keys, rates, ways);
  }

  private unpenalised(columns: readonly Float64Array[], isLate: Uint8Array): LogisticFit {
    const { onIteration } = this;
    const used = columns.map((_, k) => k);
    for (;;) {
      const inputs = used.map((k) => columns[k]!);
      let fit = fitLogistic(inputs, isLate, { onIteration });
      if (fit.column !== null) {
        used.splice(fit.column, 1);
        continue;
      }
      if (fit.status === 'separated') {
        const penalties = inputs.map(() => PLAIN_PENALTY);
        fit = fitLogistic(inputs, isLate, { penalties, onIteration });
      }
      const { coefficients } = fit;
      return { ...fit, coefficients: columns.map((_, k) => coefficients[used.indexOf(k)] ?? 0) };
    }
  }
}

type Range = Pick<ModelTerm, 'low' | 'high'>;

function rangeOf(column: Float64Array): Range {
  const sorted = everyKth(column, Math.ceil(column.length / RANGE_ROWS)).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(TAIL), high: at(1 - TAIL) };
}

/** @returns a copy of the first and every step-th after it */
function everyKth<T extends Float64Array | Int32Array | Uint8Array>(column: T, step: number): T {
  const kept = new (column.constructor as new (length: number) => T)(
    step <= 1 ? column.length : Math.ceil(column.length / step),
  );
  for (let r = 0; r < kept.length; r++) kept[r] = column[r * step]!;
  return kept;
}

function hold(column: Float64Array, { low, high }: Range): void {
  for (let r = 0; r < column.length; r++) column[r] = Math.min(high, Math.max(low, column[r]!));
}
