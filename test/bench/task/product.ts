import {
  addTerms,
  analyse,
  concentrationOf,
  creditSales,
  defaultSettings,
  kpiWindow,
  logistic,
  pivot,
  rfaColumns,
  simpleDso,
  TERM_ROWS,
  type Analysis,
  type Receivables,
  type RfaColumns,
} from '../../../src/domain';
import type { Answer } from './answer';
import { MODEL } from './formulas';

/** The product's way: `analyse`, then one function of src/domain a question over its columns. */
export function productTask(items: Receivables, asOf: number) {
  const analysis = analyse(items, defaultSettings(asOf));
  const risk = rfaColumns(items, asOf, undefined, analysis.open);
  const window = kpiWindow(asOf);
  return {
    analysis,
    risk,
    probability: probabilities(analysis, risk),
    cells: pivot(analysis, ['region']),
    concentration: concentrationOf(items.customers, analysis.accounts.open),
    dso: simpleDso(analysis.totals[0]!.open, creditSales(items, window), window.days),
  };
}

/** What of the model's terms are an item's own; the rest are its customer's. */
const ITEM_TERMS = MODEL.terms.slice(0, 4);
const CUSTOMER_TERMS = MODEL.terms.slice(4);

/** The task's own inputs, in the model's order, a block of items at a time; the product's arithmetic over them. */
function probabilities(analysis: Analysis, risk: RfaColumns): Float64Array {
  const { items, open, daysOverdue } = analysis;
  const { count, customer, amount, documentDate, dueDate } = items;
  const ofCustomer = customerOdds(items, risk);
  const probability = new Float64Array(count);
  const inputs = new Float64Array(TERM_ROWS * ITEM_TERMS.length);
  const logOdds = new Float64Array(TERM_ROWS);
  const item = new Int32Array(TERM_ROWS);
  for (let i = 0; i < count;) {
    let rows = 0;
    for (; i < count && rows < TERM_ROWS; i++) {
      item[rows] = i;
      rows += Number(open[i]! > 0); // hard to guess: no branch
    }
    for (let row = 0, at = 0; row < rows; row++) {
      const own = item[row]!;
      logOdds[row] = ofCustomer[customer[own]!]!;
      inputs[at++] = Math.log(1 + amount[own]! / 100);
      inputs[at++] = open[own]! / amount[own]!;
      inputs[at++] = dueDate[own]! - documentDate[own]!;
      inputs[at++] = daysOverdue[own]!;
    }
    addTerms(ITEM_TERMS, inputs, logOdds, rows);
    for (let row = 0; row < rows; row++) probability[item[row]!] = logistic(logOdds[row]!);
  }
  return probability;
}

/** @returns per customer the log-odds its own four inputs come to */
function customerOdds({ customers }: Receivables, risk: RfaColumns): Float64Array {
  const inputs = new Float64Array(customers.length * CUSTOMER_TERMS.length);
  const { customer, measures } = risk.accounts;
  const { fallenDue } = risk.customers;
  for (let k = 0; k < customer.length; k++) {
    const c = customer[k]!;
    let at = c * CUSTOMER_TERMS.length;
    inputs[at++] = Math.log(1 + fallenDue[c]!);
    inputs[at++] = measures.r[k]!;
    inputs[at++] = measures.f[k]!;
    inputs[at++] = measures.a[k]!;
  }
  const logOdds = new Float64Array(customers.length).fill(MODEL.intercept);
  addTerms(CUSTOMER_TERMS, inputs, logOdds);
  return logOdds;
}

/** @returns the product's answer in columns, to hold against the others */
export function productColumns(product: ReturnType<typeof productTask>): Answer {
  const { analysis, risk, probability, cells, concentration, dso } = product;
  const { items, edges, totals } = analysis;
  const buckets = edges.length + 2;
  const count = items.customers.length;
  const ageing = new Float64Array(count * buckets);
  const ageingCount = new Int32Array(count * buckets);
  const score = new Float64Array(count);
  const oldest = new Int32Array(count);
  const { accounts } = analysis;
  for (let c = 0; c < count; c++) {
    const line = c * accounts.width + 1;
    ageing.set(accounts.amount.subarray(line, line + buckets), c * buckets);
    ageingCount.set(accounts.count.subarray(line, line + buckets), c * buckets);
    const k = risk.customers.leading[c]!;
    score[c] = k < 0 ? 0 : risk.accounts.score[k]!;
    oldest[c] = k < 0 ? -1 : risk.accounts.oldest[k]!;
  }
  const { fallenDue, late, undated } = risk.customers;
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
    ...{
      score,
      fallenDue,
      late,
      undated,
      oldest,
      ageing,
      ageingCount,
      maxDays: accounts.maxDaysOverdue,
    },
    ...{ byBucket: totals[0]!.byBucket, pivot, pivotCount },
    topShare: concentration.topShare!,
    hhi: concentration.hhi!,
    dso: dso!,
  };
}
