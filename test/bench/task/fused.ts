import { addMonths, kpiWindow, NO_DATE, type Receivables } from '../../../src/domain';
import type { Answer } from './answer';
import {
  customerTerm,
  LEAST_FALLEN_DUE,
  pointsA,
  pointsF,
  pointsR,
  probabilityOf,
  scoreOf,
  TOP,
  WINDOW_MONTHS,
} from './formulas';
import { REGIONS } from './ledger';

const BUCKETS = 7;

/** The fused reference: the whole task by hand, in two loops over the items and one over customers. */
export function fusedTask(items: Receivables, asOf: number): Answer {
  const { count, customer, documentDate, dueDate, receiptDate, amount, received } = items;
  const region = items.dimensions.region!.index;
  const customers = items.customers.length;
  const open = new Float64Array(count);
  const daysOverdue = new Int32Array(count);
  const ageDays = new Int32Array(count);
  const bucket = new Int8Array(count);
  const riskClass = new Int8Array(count);
  const warning = new Uint8Array(count);
  const probability = new Float64Array(count);
  const balance = new Float64Array(customers);
  const positive = new Float64Array(customers);
  const overdue = new Float64Array(customers);
  const weighted = new Float64Array(customers);
  const maxDays = new Int32Array(customers);
  const fallenDue = new Int32Array(customers);
  const late = new Int32Array(customers);
  const undated = new Int32Array(customers);
  const oldest = new Int32Array(customers).fill(-1);
  const ageing = new Float64Array(customers * BUCKETS);
  const ageingCount = new Int32Array(customers * BUCKETS);
  const pivot = new Float64Array(REGIONS.length * BUCKETS);
  const pivotCount = new Int32Array(REGIONS.length * BUCKETS);
  const fallenFrom = addMonths(asOf, -WINDOW_MONTHS) + 1;
  const year = kpiWindow(asOf);
  let total = 0;
  let sales = 0;
  for (let i = 0; i < count; i++) {
    const issued = documentDate[i]!;
    const due = dueDate[i]!;
    const receipt = receiptDate[i]!;
    const buyer = customer[i]!;
    const days = asOf - due;
    let left = 0;
    if (issued <= asOf) {
      left = amount[i]!;
      if (issued >= year.from) sales += left;
      if (receipt <= asOf) left -= received[i]!;
      ageDays[i] = asOf - issued;
    } else ageDays[i] = -1;
    open[i] = left;
    daysOverdue[i] = days;
    if (due >= fallenFrom && days >= 0 && issued <= asOf && amount[i]! > 0) {
      // Nothing is set against items here, so what is settled was so by its receipt.
      fallenDue[buyer]!++;
      if (left > 0) {
        if (days > 0) late[buyer]!++;
      } else if (receipt === NO_DATE) undated[buyer]!++;
      else if (receipt > due || issued > due) late[buyer]!++;
    }
    balance[buyer]! += left;
    total += left;
    if (left <= 0) {
      bucket[i] = -1;
      riskClass[i] = -1;
      continue;
    }
    let range = 0;
    let level = 0;
    if (days <= 0) {
      riskClass[i] = 0;
      if (days >= -7) level = 1;
    } else {
      range =
        days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : days <= 180 ? 4 : days <= 365 ? 5 : 6;
      riskClass[i] = days <= 90 ? 1 : days <= 270 ? 2 : days <= 360 ? 3 : 4;
      if (days === 1) level = 2;
      else if (days === 31 || days === 61 || days === 91 || days === 181 || days === 366) level = 3;
      overdue[buyer]! += left;
      weighted[buyer]! += left * days;
      if (days > maxDays[buyer]!) {
        maxDays[buyer] = days;
        oldest[buyer] = i;
      }
    }
    bucket[i] = range;
    warning[i] = level;
    positive[buyer]! += left;
    ageing[buyer * BUCKETS + range]! += left;
    ageingCount[buyer * BUCKETS + range]!++;
    pivot[region[i]! * BUCKETS + range]! += left;
    pivotCount[region[i]! * BUCKETS + range]!++;
  }
  const byBucket = new Float64Array(BUCKETS);
  const score = new Float64Array(customers);
  const ofCustomer = new Float64Array(customers);
  let owed = 0;
  let squares = 0;
  for (let c = 0; c < customers; c++) {
    if (balance[c]! > 0) {
      owed += balance[c]!;
      squares += balance[c]! ** 2;
    }
    const r = overdue[c]! > 0 ? weighted[c]! / overdue[c]! : 0;
    const f = fallenDue[c]! < LEAST_FALLEN_DUE ? 0 : late[c]! / fallenDue[c]!;
    const a = positive[c]! > 0 ? overdue[c]! / positive[c]! : 0;
    score[c] = scoreOf(pointsR(r), pointsF(f), pointsA(a));
    ofCustomer[c] = customerTerm(fallenDue[c]!, r, f, a);
    for (let b = 0; b < BUCKETS; b++) byBucket[b]! += ageing[c * BUCKETS + b]!;
  }
  for (let i = 0; i < count; i++) {
    const left = open[i]!;
    if (left <= 0) continue;
    const invoiced = amount[i]!;
    probability[i] = probabilityOf(
      invoiced / 100,
      left / invoiced,
      dueDate[i]! - documentDate[i]!,
      daysOverdue[i]!,
      ofCustomer[customer[i]!]!,
    );
  }
  const largest = balance.slice().sort().subarray(-TOP);
  return {
    open,
    daysOverdue,
    ageDays,
    bucket,
    riskClass,
    warning,
    probability,
    score,
    fallenDue,
    late,
    undated,
    oldest,
    ageing,
    ageingCount,
    maxDays,
    byBucket,
    pivot,
    pivotCount,
    topShare: largest.reduce((sum, fen) => sum + fen, 0) / owed,
    hhi: squares / owed ** 2,
    dso: (total / sales) * year.days,
  };
}

/** One streaming pass that reads every column of the ledger and writes every column of the answer. */
export function readWritePass(items: Receivables, asOf: number): readonly ArrayLike<number>[] {
  const { count, customer, documentDate, dueDate, receiptDate, amount, received } = items;
  const region = items.dimensions.region!.index;
  const customerType = items.dimensions.customerType!.index;
  const productModel = items.dimensions.productModel!.index;
  const open = new Float64Array(count);
  const daysOverdue = new Int32Array(count);
  const ageDays = new Int32Array(count);
  const bucket = new Int8Array(count);
  const riskClass = new Int8Array(count);
  const warning = new Uint8Array(count);
  const probability = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    open[i] = amount[i]! - received[i]!;
    daysOverdue[i] = asOf - dueDate[i]!;
    ageDays[i] = asOf - documentDate[i]!;
    bucket[i] = region[i]!;
    riskClass[i] = customerType[i]!;
    warning[i] = productModel[i]!;
    probability[i] = customer[i]! + receiptDate[i]!;
  }
  return [open, daysOverdue, ageDays, bucket, riskClass, warning, probability];
}
