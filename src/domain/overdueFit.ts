import { logistic, LogisticRows, type LogisticFit } from './logistic';
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
export interface FitForm {
  /** Indices into the sample's ways. */
  readonly ways: readonly number[];
  /** Whether the late share counts as its log-odds, drawn to a coefficient of 1 in place of 0. */
  readonly asOdds: boolean;
}

/** Rows of the sample, ascending by document date. */
export interface FitRows {
  readonly rows: Int32Array;
  readonly isLate: Uint8Array;
  /** One per input, held within its range; the late share's is each lesson's own. */
  readonly columns: readonly Float64Array[];
}

/** Rows in the form that a fit is of: some to learn from, then those to be foretold. */
export interface Lesson extends FitForm {
  /** Of the rows to learn from. */
  readonly rates: LateRates;
  readonly ranges: readonly Range[];
  /** Rows to learn from; those to be foretold follow, up to another. */
  readonly from: number;
  readonly to: number;
  /** Of all these rows one per input and way, held within its range. */
  readonly columns: readonly Float64Array[];
  /** Of the rows to learn from. */
  readonly isLate: Uint8Array;
  readonly learnt: LogisticRows;
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
  /** Every k-th of all. */
  readonly some: FitRows;
  readonly step: number;
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
    const step = Math.max(1, Math.ceil(rows.length / CHOICE_ROWS));
    this.step = step;
    this.some =
      step === 1
        ? this.all
        : {
            rows: everyKth(rows, step),
            isLate: everyKth(isLate, step),
            columns: columns.map((column) => everyKth(column, step)),
          };
  }

  /**
   * @param from - rows to learn from, the first ones
   * @param to - those and the rows to be foretold
   * @param weight - of the ledger's late share, where it is known already
   */
  lesson(of: FitRows, from: number, to: number, form: FitForm, weight?: number): Lesson {
    const { ways, asOdds } = form;
    const before = of.rows.subarray(0, from);
    const wasLate = of.isLate.subarray(0, from);
    const keys = ways.map((way) => this.sample.ways[way]!);
    const rates = lateRates(this.sample.history, keys, before, wasLate, asOdds, weight);
    const [share, ...alike] = this.inputs(ways, rates).shareColumns(of.rows.subarray(0, to));
    const ranges = [...this.ranges, ...alike.map((column) => rangeOf(column.subarray(0, from)))];
    if (asOdds) ranges[LATE_SHARE] = ODDS_RANGE;
    const columns = [...of.columns.map((column) => column.subarray(0, to)), ...alike];
    columns[LATE_SHARE] = share!;
    for (const k of [LATE_SHARE, ...alike.map((_, way) => INPUTS.length + way)]) {
      hold(columns[k]!, ranges[k]!);
    }
    const learnt = new LogisticRows(
      columns.map((column) => column.subarray(0, from)),
      wasLate,
    );
    return { ways, asOdds, rates, ranges, from, to, columns, isLate: wasLate, learnt };
  }

  /**
   * @param penalty - λ of ½ λ (w − centre)² over standardised coefficients, those of ways apart
   * @param start - a fit near the one sought; of its ways the first ones
   */
  fit(lesson: Lesson, penalty: number, start?: OverdueFit): OverdueFit {
    const { columns, learnt, asOdds } = lesson;
    const fit = learnt.fit({
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
    return this.fitOf(lesson, fit);
  }

  /** The inputs alone, without a penalty; those the others explain are left out. */
  plainFit(lesson: Lesson): OverdueFit {
    const { onIteration } = this;
    const inputs = lesson.columns.map((column) => column.subarray(0, lesson.from));
    const used = inputs.map((_, k) => k);
    let learnt = lesson.learnt;
    for (;;) {
      let fit = learnt.fit({ onIteration });
      if (fit.column !== null) {
        used.splice(fit.column, 1);
        const left = used.map((k) => inputs[k]!);
        learnt = new LogisticRows(left, lesson.isLate);
        continue;
      }
      if (fit.status === 'separated') {
        fit = learnt.fit({ penalties: used.map(() => PLAIN_PENALTY), onIteration });
      }
      const { coefficients } = fit;
      const all = inputs.map((_, k) => coefficients[used.indexOf(k)] ?? 0);
      return this.fitOf(lesson, { ...fit, coefficients: all });
    }
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

  private fitOf(
    { ways, rates, ranges, learnt }: Lesson,
    { intercept, coefficients }: LogisticFit,
  ): OverdueFit {
    const { means } = learnt;
    const names = [...INPUTS, ...ways.map((way) => this.sample.ways[way]!.by)];
    const terms = names.map((input, k): ModelTerm => {
      return { input, coefficient: coefficients[k]!, mean: means[k]!, ...ranges[k]! };
    });
    return { rates, ways, intercept, terms };
  }

  private inputs(ways: readonly number[], rates: OverdueFit['rates']): OverdueInputs {
    const keys = ways.map((way) => this.sample.ways[way]!);
    return new OverdueInputs(this.items, this.sample.history, keys, rates, ways);
  }
}

/** @returns log-odds of being late, of every step-th row from one on to before another */
export function oddsOf(
  { intercept, terms }: OverdueFit,
  { columns }: Lesson,
  from: number,
  to: number,
  step = 1,
): Float64Array {
  const odds = new Float64Array(Math.ceil((to - from) / step)).fill(intercept);
  terms.forEach(({ coefficient }, k) => {
    const column = columns[k]!;
    for (let r = 0; r < odds.length; r++) odds[r]! += coefficient * column[from + r * step]!;
  });
  return odds;
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
