import Decimal from 'decimal.js';
import { alikeKeys, type AlikeKeys } from './alike';
import { NONE } from './analyse';
import { NO_DATE, type Serial } from './date';
import { delayBand, type DelayTables } from './delayBand';
import { historyAtIssue, isPayable } from './historyAtIssue';
import { calibrated, type Calibration } from './calibration';
import { logistic, logOdds } from './logistic';
import { addTerms, held, TERM_ROWS, type ModelTerm } from './modelTerms';
import { roundProduct, type Fen } from './money';
import { OverdueInputs, type InputName, type LateRates } from './overdueInputs';
import { openAmounts, type Receivables } from './receivables';

/** What tells how likely items are paid late; plain data, to be kept. */
export interface OverdueModel {
  /** `rate`: too little history for coefficients; late shares drawn to the segment's stand in. */
  readonly kind: 'logistic' | 'rate';
  /** Days after due that are not late yet. */
  readonly grace: number;
  /** Of a rate model: none, or the segment's. */
  readonly rates: LateRates;
  readonly intercept: number;
  /** Of a rate model: none. */
  readonly terms: readonly ModelTerm[];
  /** Null where it did not help. */
  readonly calibration: Calibration | null;
  readonly delays: DelayTables;
}

/** What speaks for or against paying in time. Several inputs may say one thing. */
export type FactorCode =
  | Exclude<InputName, 'openAmount' | 'overdueAmount'>
  /** The share of the segment a rate model draws to. */
  | 'segment';

export interface Factor {
  readonly code: FactorCode;
  /** Log-odds above (more likely late) or below those of the mean training row. */
  readonly contribution: number;
  /** The input, or for two the first of them; of the late share the share. */
  readonly value: number;
}

/** Rates items of one ledger by one model. */
export class OverdueScorer {
  private readonly inputs: OverdueInputs;
  /** Inputs of the items worked on, one after the other. */
  private readonly block: Float64Array;
  private readonly logOdds = new Float64Array(TERM_ROWS);
  /** Of a rate model's items, where it has one. */
  private readonly segment: AlikeKeys | undefined;

  constructor(
    items: Receivables,
    private readonly model: OverdueModel,
  ) {
    const ways = model.rates.alike.map(({ by }) => alikeKeys(items, by));
    const history = historyAtIssue(items, model.grace, ways);
    this.inputs = new OverdueInputs(items, history, ways, model.rates);
    this.block = new Float64Array(TERM_ROWS * this.inputs.names.length);
    this.segment = ways[0];
  }

  /** @param items - payable ones @returns P(paid later than due + grace) of each, as of its issue */
  probabilities(items: ArrayLike<number>): Float64Array {
    if (this.model.kind === 'rate') {
      return Float64Array.from(items, (i) => this.inputs.lateShare(i, this.usual(i)));
    }
    const probabilities = new Float64Array(items.length);
    for (let from = 0; from < items.length; from += TERM_ROWS) {
      this.rate(items, from, Math.min(TERM_ROWS, items.length - from), probabilities);
    }
    return probabilities;
  }

  private rate(items: ArrayLike<number>, from: number, rows: number, into: Float64Array): void {
    const { inputs, block, logOdds } = this;
    const { intercept, terms, calibration } = this.model;
    for (let row = 0; row < rows; row++) {
      inputs.read(items[from + row]!, block, row * terms.length);
    }
    logOdds.fill(intercept, 0, rows);
    addTerms(terms, block, logOdds, rows);
    for (let row = 0; row < rows; row++) {
      into[from + row] = logistic(calibrated(logOdds[row]!, calibration));
    }
  }

  /** @returns what moves an item's probability most, up to `most` factors, the largest first */
  factors(item: number, most = 3): Factor[] {
    const factors = this.model.kind === 'rate' ? this.rateFactors(item) : this.terms(item);
    return factors
      .filter(({ contribution }) => contribution !== 0)
      .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
      .slice(0, most);
  }

  private rateFactors(item: number): Factor[] {
    const { all } = this.model.rates;
    const usual = this.usual(item);
    const share = this.inputs.lateShare(item, usual);
    return [
      { code: 'lateShare', contribution: logOdds(share) - logOdds(usual), value: share },
      { code: 'segment', contribution: logOdds(usual) - logOdds(all), value: usual },
    ];
  }

  private terms(item: number): Factor[] {
    const { model, block: row } = this;
    this.inputs.read(item, row);
    const slope = model.calibration?.slope ?? 1;
    const factors = new Map<FactorCode, Factor>();
    model.terms.forEach((term, k) => {
      const code = factorOf(term.input);
      const contribution =
        slope * term.coefficient * (held(row[k]!, term.low, term.high) - term.mean);
      const said = factors.get(code);
      factors.set(code, {
        code,
        contribution: (said?.contribution ?? 0) + contribution,
        value:
          said?.value ?? (code === 'lateShare' && model.rates.asOdds ? logistic(row[k]!) : row[k]!),
      });
    });
    return [...factors.values()];
  }

  private usual(item: number): number {
    const { all, alike } = this.model.rates;
    const { segment } = this;
    return segment ? (alike[0]!.late[segment.labels[segment.key[item]!]!] ?? all) : all;
  }
}

const factorOf = (input: InputName): FactorCode =>
  input === 'openAmount' ? 'open' : input === 'overdueAmount' ? 'overdue' : input;

/** Share of an unpaid claim that is lost. Source: Basel II, foundation approach, § 287. */
export const DEFAULT_LOSS_GIVEN_DEFAULT = 0.45;

export interface PredictionSettings {
  readonly asOf: Serial;
  /** [0…1] */
  readonly lossGivenDefault: number;
}

/** What is to be expected of a ledger's open invoices, column by column; one entry per item. */
export interface OverduePrediction extends PredictionSettings {
  /** 1 for what is late already; NONE for items that are no open invoices. */
  readonly probability: Float64Array;
  /** p × open × loss given default [fen]; 0 where there is no probability. */
  readonly expectedLoss: Float64Array;
  /** Days between which half of such receipts come, `asOf` or later; NO_DATE where nobody can say. */
  readonly receiptFrom: Int32Array;
  readonly receiptTo: Int32Array;
  /** For an item's factors. */
  readonly scorer: OverdueScorer;
}

/** Predicts a ledger's open invoices; each is rated as of its own issue. */
export function predictOverdue(
  items: Receivables,
  model: OverdueModel,
  { asOf, lossGivenDefault }: PredictionSettings,
): OverduePrediction {
  const { count, dueDate } = items;
  const scorer = new OverdueScorer(items, model);
  const open = openAmounts(items, asOf);
  const rated: number[] = [];
  for (let i = 0; i < count; i++) if (open[i]! > 0 && isPayable(items, i)) rated.push(i);
  const ahead = rated.filter((i) => asOf - dueDate[i]! <= model.grace);
  const probability = new Float64Array(count).fill(NONE);
  for (const i of rated) probability[i] = 1;
  scorer.probabilities(ahead).forEach((p, k) => (probability[ahead[k]!] = p));
  const expectedLoss = new Float64Array(count);
  const receiptFrom = new Int32Array(count).fill(NO_DATE);
  const receiptTo = new Int32Array(count).fill(NO_DATE);
  for (const i of rated) {
    const p = probability[i]!;
    expectedLoss[i] = lossOf(open[i]!, p, lossGivenDefault);
    const band = delayBand(model.delays, p, asOf - dueDate[i]!);
    if (band === null) continue;
    receiptFrom[i] = dueDate[i]! + band[0];
    receiptTo[i] = dueDate[i]! + band[1];
  }
  return { asOf, lossGivenDefault, probability, expectedLoss, receiptFrom, receiptTo, scorer };
}

/** @returns fen, half-up */
export const lossOf = (open: Fen, probability: number, lossGivenDefault: number): Fen =>
  roundProduct(open * probability * lossGivenDefault, () =>
    new Decimal(open).times(probability).times(lossGivenDefault),
  );
