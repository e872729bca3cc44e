import {
  defaultTrainingSettings,
  discriminationOf,
  historyAtIssue,
  historyOf,
  isPayable,
  NO_DATE,
  OverdueScorer,
  priorRatio,
  trainOverdue,
  trainPlainLogit,
  UNPAID,
  type Discrimination,
  type ModelCard,
  type OverdueModel,
  type Receivables,
  type Serial,
} from '../../src/domain';

export interface Evaluation {
  readonly model: Discrimination;
  readonly logit: Discrimination;
  readonly priorRatio: Discrimination;
  readonly constant: Discrimination;
  readonly trained: OverdueModel;
  readonly card: ModelCard;
}

/**
 * Trains on what was known on a day and rates what was issued from then on, each item by what was
 * known at its own document date. Late is paid after due; what is open at the data's end is late when
 * past due by then, else left out.
 *
 * @param trainUntil - what happened on this day or later does not train
 * @param testUntil - the last document date that is rated
 */
export function evaluate(items: Receivables, trainUntil: Serial, testUntil: Serial): Evaluation {
  const settings = defaultTrainingSettings(trainUntil);
  const { model, card } = trainOverdue(items, settings)!;
  const scorer = new OverdueScorer(items, model);
  const plain = new OverdueScorer(items, trainPlainLogit(items, settings));
  const history = historyAtIssue(items, 0);
  const settled = historyOf(history, 'settled');
  const settledLate = historyOf(history, 'settledLate');
  const end = dataEnd(items);
  const rows: number[] = [];
  const late: number[] = [];
  for (let i = 0; i < items.count; i++) {
    const issued = items.documentDate[i]!;
    const paid = history.settledOn[i]!;
    const due = items.dueDate[i]!;
    if (!isPayable(items, i) || issued < trainUntil || issued > testUntil) continue;
    if (paid === NO_DATE || (paid === UNPAID && due >= end)) continue;
    rows.push(i);
    late.push(paid > due ? 1 : 0);
  }
  const outcome = Uint8Array.from(late);
  const rate = (probabilities: Float64Array) => discriminationOf(probabilities, outcome);
  return {
    model: rate(scorer.probabilities(rows)),
    logit: rate(plain.probabilities(rows)),
    priorRatio: rate(Float64Array.from(rows, (i) => priorRatio(settledLate[i]!, settled[i]!))),
    constant: rate(new Float64Array(rows.length).fill(card.late / Math.max(1, card.rows))),
    trained: model,
    card,
  };
}

/** The last day the ledger tells of. */
export function dataEnd({ documentDate, receiptDate, applications }: Receivables): Serial {
  const latest = (days: Int32Array) => days.reduce((last, day) => Math.max(last, day), NO_DATE);
  return Math.max(latest(documentDate), latest(receiptDate), latest(applications.date));
}
