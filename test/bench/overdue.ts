import {
  defaultTrainingSettings,
  fitLogistic,
  logistic,
  OverdueScorer,
  trainOverdue,
} from '../../src/domain';
import { overdueLedger, START } from '../support/overdueLedger';
import type { Timings } from './calculation';

const INPUTS = 12;

/** @returns milliseconds of coefficients, of a whole training, and of rating a million items */
export function benchOverdue(): Timings {
  const figures: Record<string, number> = {};
  const time = <T>(what: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    figures[what] = Math.round(performance.now() - start);
    return result;
  };
  for (const rows of [50_000, 500_000]) {
    const { inputs, outcome } = randomRows(rows);
    time(`coefficients, ${rows} × ${INPUTS}: ms`, () => fitLogistic(inputs, outcome));
  }
  const ledger = overdueLedger({ rows: 50_000, days: 700, customers: 1000, weekends: true });
  const { model } = time('training, 50000 items: ms', () =>
    trainOverdue(ledger, defaultTrainingSettings(START + 700)),
  )!;
  const large = overdueLedger({ rows: 1_000_000, days: 700, customers: 20_000, weekends: true });
  time('history and probability, 1000000 items: ms', () => {
    const scorer = new OverdueScorer(large, model);
    return scorer.probabilities(Int32Array.from(large.row.keys()));
  });
  return figures;
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
