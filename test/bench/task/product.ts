import {
  analyse,
  concentrationOf,
  creditSales,
  defaultSettings,
  kpiWindow,
  logistic,
  logOddsOf,
  pivot,
  rfa,
  simpleDso,
  type Analysis,
  type CustomerRfa,
  type Receivables,
} from '../../../src/domain';
import type { Answer } from './answer';
import { MODEL } from './formulas';

/** The product's way: `analyse`, then one function of src/domain a question over its columns. */
export function productTask(items: Receivables, asOf: number) {
  const analysis = analyse(items, defaultSettings(asOf));
  const risk = rfa(items, asOf, [], undefined, analysis.open);
  const window = kpiWindow(asOf);
  return {
    analysis,
    risk,
    probability: probabilities(analysis, risk.customers),
    cells: pivot(analysis, ['region']),
    concentration: concentrationOf(analysis.customers),
    dso: simpleDso(analysis.totals[0]!.open, creditSales(items, window), window.days),
  };
}

/** The task's own inputs, item by item, in the model's order; the product's arithmetic over them. */
function probabilities(
  { items, open, daysOverdue }: Analysis,
  risks: readonly CustomerRfa[],
): Float64Array {
  const { count, customer, customers, amount, documentDate, dueDate } = items;
  const byName = new Map<string, number>();
  for (let c = 0; c < customers.length; c++) byName.set(customers[c]!, c);
  // A line a customer of four inputs.
  const inputs = new Float64Array(customers.length * 4);
  for (const one of risks) {
    const at = byName.get(one.customer)! * 4;
    inputs[at] = Math.log(1 + one.fallenDue);
    inputs[at + 1] = one.measures.r;
    inputs[at + 2] = one.measures.f;
    inputs[at + 3] = one.measures.a;
  }
  const probability = new Float64Array(count);
  const row = new Float64Array(MODEL.terms.length);
  for (let i = 0; i < count; i++) {
    const left = open[i]!;
    if (left <= 0) continue;
    const at = customer[i]! * 4;
    row[0] = Math.log(1 + amount[i]! / 100);
    row[1] = left / amount[i]!;
    row[2] = dueDate[i]! - documentDate[i]!;
    row[3] = daysOverdue[i]!;
    row[4] = inputs[at]!;
    row[5] = inputs[at + 1]!;
    row[6] = inputs[at + 2]!;
    row[7] = inputs[at + 3]!;
    probability[i] = logistic(logOddsOf(MODEL, row));
  }
  return probability;
}

/** @returns the product's answer in columns, to hold against the others */
export function productColumns(product: ReturnType<typeof productTask>): Answer {
  const { analysis, risk, probability, cells, concentration, dso } = product;
  const { items, edges, totals } = analysis;
  const buckets = edges.length + 2;
  const count = items.customers.length;
  const ints = () => new Int32Array(count);
  const ageing = new Float64Array(count * buckets);
  const ageingCount = new Int32Array(count * buckets);
  const [maxDays, fallenDue, late, undated, oldest] = [ints(), ints(), ints(), ints(), ints()];
  const score = new Float64Array(count);
  const indexOf = new Map(items.customers.map((customer, c) => [customer, c]));
  for (const { customer, byBucket, countByBucket, maxDaysOverdue } of analysis.customers) {
    const c = indexOf.get(customer)!;
    ageing.set(byBucket, c * buckets);
    ageingCount.set(countByBucket, c * buckets);
    maxDays[c] = maxDaysOverdue;
  }
  oldest.fill(-1);
  for (const one of risk.customers) {
    const c = indexOf.get(one.customer)!;
    score[c] = one.score;
    fallenDue[c] = one.fallenDue;
    late[c] = one.late;
    undated[c] = one.undated;
    oldest[c] = one.accounts[0]!.oldest;
  }
  const { words } = items.dimensions.region!;
  const pivot = new Float64Array(words.length * buckets);
  const pivotCount = new Int32Array(words.length * buckets);
  for (const { words: own, byBucket, countByBucket } of cells) {
    pivot.set(byBucket, words.indexOf(own[0]!) * buckets);
    pivotCount.set(countByBucket, words.indexOf(own[0]!) * buckets);
  }
  const { open, daysOverdue, ageDays, bucket, riskClass, warning } = analysis;
  return {
    ...{ open, daysOverdue, ageDays, bucket, riskClass, warning, probability },
    ...{ score, fallenDue, late, undated, oldest, ageing, ageingCount, maxDays },
    ...{ byBucket: totals[0]!.byBucket, pivot, pivotCount },
    topShare: concentration.topShare!,
    hhi: concentration.hhi!,
    dso: dso!,
  };
}
