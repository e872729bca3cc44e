import {
  defaultTrainingSettings,
  discriminationOf,
  historyAtIssue,
  historyOf,
  isoDate,
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
 * @throws Error where the days leave nothing to know or nothing to rate
 */
export function evaluate(items: Receivables, trainUntil: Serial, testUntil: Serial): Evaluation {
  const issued = demandDays(items, trainUntil, testUntil);
  const settings = defaultTrainingSettings(trainUntil);
  const { model, card } = trainOverdue(items, settings)!;
  const scorer = new OverdueScorer(items, model);
  const plain = new OverdueScorer(items, trainPlainLogit(items, settings));
  const history = historyAtIssue(items, 0);
  const settled = historyOf(history, 'settled');
  const settledLate = historyOf(history, 'settledLate');
  const end = dataEnd(items);
  const rows = issued.filter((i) => {
    const paid = history.settledOn[i]!;
    return paid !== NO_DATE && (paid !== UNPAID || items.dueDate[i]! < end);
  });
  if (rows.length === 0) {
    throw new Error(
      `Of ${issued.length} items issued from ${isoDate(trainUntil)} to ${isoDate(testUntil)} none is known ` +
        `to be late or on time: none is paid, and none is past due on ${isoDate(end)}, the data's end.`,
    );
  }
  const outcome = Uint8Array.from(rows, (i) => (history.settledOn[i]! > items.dueDate[i]! ? 1 : 0));
  const rate = (probabilities: Float64Array) => discriminationOf(probabilities, outcome);
  return {
    model: rate(scorer.probabilities(rows)),
    logit: rate(plain.probabilities(rows)),
    priorRatio: rate(Float64Array.from(rows, (i) => priorRatio(settledLate[i]!, settled[i]!))),
    constant: rate(new Float64Array(rows.length).fill(priorRatio(card.late, card.rows))),
    trained: model,
    card,
  };
}

/** @returns the items issued from the first day to the second; one at least, and one before them */
function demandDays(items: Receivables, trainUntil: Serial, testUntil: Serial): number[] {
  const [from, to] = [isoDate(trainUntil), isoDate(testUntil)];
  const { documentDate } = items;
  const payable = [...documentDate.keys()].filter((i) => isPayable(items, i));
  if (payable.length === 0) throw new Error('No item has an amount above 0 and a document date.');
  const first = payable.reduce((day, i) => Math.min(day, documentDate[i]!), Infinity);
  const last = payable.reduce((day, i) => Math.max(day, documentDate[i]!), NO_DATE);
  const end = dataEnd(items);
  if (trainUntil <= first) {
    throw new Error(
      `--train-until ${from}: no row is known by then, the first is issued on ${isoDate(first)}.`,
    );
  }
  if (trainUntil > end) {
    throw new Error(`--train-until ${from} is after the data's end, ${isoDate(end)}.`);
  }
  if (testUntil < trainUntil) {
    throw new Error(`--test-until ${to} is before --train-until ${from}.`);
  }
  const issued = payable.filter((i) => {
    const day = documentDate[i]!;
    return day >= trainUntil && day <= testUntil;
  });
  if (issued.length === 0) {
    throw new Error(
      `No item is issued from --train-until ${from} to --test-until ${to}; ` +
        `the data's are issued from ${isoDate(first)} to ${isoDate(last)}.`,
    );
  }
  return issued;
}

/** The last day the ledger tells of. */
export function dataEnd({ documentDate, receiptDate, applications }: Receivables): Serial {
  const latest = (days: Int32Array) => days.reduce((last, day) => Math.max(last, day), NO_DATE);
  return Math.max(latest(documentDate), latest(receiptDate), latest(applications.date));
}
