import {
  defaultTrainingSettings,
  fitLogistic,
  logistic,
  OverdueScorer,
  trainOverdue,
} from '../../src/domain';
import { overdueLedger, START } from '../support/overdueLedger';
import { inChild, interleaved, round, stopwatch, timed } from './measure';

export const OVERDUE_ROWS = [50_000, 500_000, 1_000_000];

const INPUTS = 12;
const DAYS = 700;
const ITEMS_OF_A_CUSTOMER = 50;
const ROUNDS = 5;

/** Milliseconds. */
export interface OverdueTimes {
  /** What was known at issue, of all items. */
  readonly features: number;
  /** A whole training, from items to card; and the first one of a process. */
  readonly training: number;
  readonly first: number;
  /** Probabilities of all items by their features. */
  readonly prediction: number;
  /** Coefficients of as many random rows of twelve inputs. */
  readonly coefficients: number;
}

/** @returns figures per size */
export function benchOverdue(sizes: readonly number[]): Record<string, Record<string, number>> {
  const figures: Record<string, Record<string, number>> = {};
  for (const rows of sizes) {
    const { features, training, first, prediction, coefficients } = inChild(
      measureOverdueTimes,
      rows,
    );
    figures[rows] = {
      featuresMs: round(features, 0),
      trainingMs: round(training, 0),
      firstTrainingMs: round(first, 0),
      predictionMs: round(prediction, 0),
      [`coefficientsOf${INPUTS}InputsMs`]: round(coefficients, 0),
    };
  }
  return figures;
}

export function measureOverdueTimes(rows: number): OverdueTimes {
  const customers = rows / ITEMS_OF_A_CUSTOMER;
  const items = overdueLedger({ rows, days: DAYS, customers, weekends: true });
  const settings = defaultTrainingSettings(START + DAYS);
  const passed = stopwatch();
  const { model } = trainOverdue(items, settings)!;
  const first = passed();
  const scorer = new OverdueScorer(items, model);
  const every = Int32Array.from({ length: rows }, (_, item) => item);
  const { inputs, outcome } = randomRows(rows);
  const times = interleaved(
    {
      features: timed(() => new OverdueScorer(items, model)),
      training: timed(() => trainOverdue(items, settings)),
      prediction: timed(() => scorer.probabilities(every)),
      coefficients: timed(() => fitLogistic(inputs, outcome)),
    },
    ROUNDS,
    1,
  );
  return { ...times, first };
}

/** Twelve inputs between −1 and 1 and outcomes that follow them. */
function randomRows(rows: number): { inputs: Float64Array[]; outcome: Uint8Array } {
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const inputs = Array.from({ length: INPUTS }, () =>
    Float64Array.from({ length: rows }, () => 2 * random() - 1),
  );
  const outcome = Uint8Array.from({ length: rows }, (_, r) => {
    const odds = inputs.reduce((sum, column, k) => sum + (column[r]! * (k - 6)) / 6, -0.5);
    return random() < logistic(odds) ? 1 : 0;
  });
  return { inputs, outcome };
}
