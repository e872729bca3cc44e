import Decimal from 'decimal.js';
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

/** An item as most programs hold it: an object, its money exact decimals of yuan. */
export interface NaiveRow {
  readonly customer: string;
  readonly region: string;
  readonly documentDate: number;
  readonly dueDate: number;
  readonly amount: Decimal;
  readonly received: Decimal;
  readonly receiptDate: number | null;
}

/** @returns the ledger's rows as objects */
export function naiveRows(items: Receivables): NaiveRow[] {
  const { index, words } = items.dimensions.region!;
  return Array.from({ length: items.count }, (_, i) => ({
    customer: items.customers[items.customer[i]!]!,
    region: words[index[i]!]!,
    documentDate: items.documentDate[i]!,
    dueDate: items.dueDate[i]!,
    amount: new Decimal(items.amount[i]!).div(100),
    received: new Decimal(items.received[i]!).div(100),
    receiptDate: items.receiptDate[i] === NO_DATE ? null : items.receiptDate[i]!,
  }));
}

const EDGES = [30, 60, 90, 180, 365];
const BOUNDS = [0, 90, 270, 360];

interface NaiveCustomer {
  balance: Decimal;
  positive: Decimal;
  overdue: Decimal;
  weighted: Decimal;
  byBucket: Decimal[];
  countByBucket: number[];
  maxDays: number;
  fallenDue: number;
  late: number;
  undated: number;
  oldest: number;
  score: number;
  ofCustomer: number;
}

/** What `naiveTask` finds of rows and customers. */
interface NaiveAnswer {
  readonly rows: {
    open: Decimal;
    daysOverdue: number;
    ageDays: number;
    bucket: number;
    riskClass: number;
    warning: number;
    probability: number;
  }[];
  readonly customers: Map<string, NaiveCustomer>;
  readonly byBucket: Decimal[];
  readonly pivot: Map<string, Decimal[]>;
  readonly countByRegion: Map<string, number[]>;
  readonly hhi: number;
  readonly topShare: number;
  readonly dso: number;
}

/** The whole task on row objects with decimal.js, written as one would first write it. */
export function naiveTask(rows: readonly NaiveRow[], asOf: number): NaiveAnswer {
  const zero = new Decimal(0);
  const bucketOf = (days: number) => {
    if (days <= 0) return 0;
    const found = EDGES.findIndex((edge) => days <= edge);
    return found < 0 ? EDGES.length + 1 : found + 1;
  };
  const classOf = (days: number) => {
    const found = BOUNDS.findIndex((bound) => days <= bound);
    return found < 0 ? BOUNDS.length : found;
  };
  const warningOf = (days: number) => {
    if (days <= 0) return days >= -7 ? 1 : 0;
    if (days === 1) return 2;
    return bucketOf(days) === bucketOf(days - 1) ? 0 : 3;
  };
  const customers = new Map<string, NaiveCustomer>();
  const newCustomer = (): NaiveCustomer => ({
    balance: zero,
    positive: zero,
    overdue: zero,
    weighted: zero,
    byBucket: EDGES.concat(0, 0).map(() => zero),
    countByBucket: EDGES.concat(0, 0).map(() => 0),
    maxDays: 0,
    fallenDue: 0,
    late: 0,
    undated: 0,
    oldest: -1,
    score: 0,
    ofCustomer: 0,
  });
  const byBucket = Array.from({ length: EDGES.length + 2 }, () => zero);
  const pivot = new Map(REGIONS.map((region) => [region, byBucket.map(() => zero)]));
  let total = zero;
  let sales = zero;
  const fallenFrom = addMonths(asOf, -WINDOW_MONTHS) + 1;
  const year = kpiWindow(asOf);
  const countByRegion = new Map(REGIONS.map((region) => [region, byBucket.map(() => 0)]));
  const results = rows.map((row, i) => {
    const isIn = row.receiptDate === null || row.receiptDate <= asOf;
    const isKnown = row.documentDate <= asOf;
    const open = !isKnown ? zero : isIn ? row.amount.minus(row.received) : row.amount;
    const daysOverdue = asOf - row.dueDate;
    const isOpen = open.gt(0);
    let customer = customers.get(row.customer);
    if (!customer) customers.set(row.customer, (customer = newCustomer()));
    customer.balance = customer.balance.plus(open);
    total = total.plus(open);
    if (isKnown && row.documentDate >= year.from) sales = sales.plus(row.amount);
    if (row.dueDate >= fallenFrom && daysOverdue >= 0 && isKnown && row.amount.gt(0)) {
      customer.fallenDue++;
      if (isOpen) {
        if (daysOverdue > 0) customer.late++;
      } else if (row.receiptDate === null) customer.undated++;
      else if (Math.max(row.receiptDate, row.documentDate) > row.dueDate) customer.late++;
    }
    const bucket = isOpen ? bucketOf(daysOverdue) : -1;
    if (isOpen) {
      customer.positive = customer.positive.plus(open);
      if (daysOverdue > 0) {
        customer.overdue = customer.overdue.plus(open);
        if (daysOverdue > customer.maxDays) {
          customer.maxDays = daysOverdue;
          customer.oldest = i;
        }
        customer.weighted = customer.weighted.plus(open.times(daysOverdue));
      }
      customer.byBucket[bucket] = customer.byBucket[bucket]!.plus(open);
      customer.countByBucket[bucket]!++;
      byBucket[bucket] = byBucket[bucket]!.plus(open);
      const line = pivot.get(row.region)!;
      line[bucket] = line[bucket]!.plus(open);
      countByRegion.get(row.region)![bucket]!++;
    }
    return {
      open,
      daysOverdue,
      ageDays: isKnown ? asOf - row.documentDate : -1,
      bucket,
      riskClass: isOpen ? classOf(daysOverdue) : -1,
      warning: isOpen ? warningOf(daysOverdue) : 0,
      probability: 0,
    };
  });
  for (const customer of customers.values()) {
    const { overdue, positive } = customer;
    const r = overdue.gt(0) ? customer.weighted.div(overdue).toNumber() : 0;
    const f = customer.fallenDue < LEAST_FALLEN_DUE ? 0 : customer.late / customer.fallenDue;
    const a = positive.gt(0) ? overdue.div(positive).toNumber() : 0;
    customer.score = scoreOf(pointsR(r), pointsF(f), pointsA(a));
    customer.ofCustomer = customerTerm(customer.fallenDue, r, f, a);
  }
  results.forEach((result, i) => {
    if (!result.open.gt(0)) return;
    const row = rows[i]!;
    result.probability = probabilityOf(
      row.amount.toNumber(),
      result.open.div(row.amount).toNumber(),
      row.dueDate - row.documentDate,
      result.daysOverdue,
      customers.get(row.customer)!.ofCustomer,
    );
  });
  const balances = [...customers.values()]
    .map(({ balance }) => balance)
    .filter((balance) => balance.gt(0))
    .sort((a, b) => b.comparedTo(a));
  const owed = balances.reduce((sum, balance) => sum.plus(balance), zero);
  const largest = balances.slice(0, TOP).reduce((sum, balance) => sum.plus(balance), zero);
  const squares = balances.reduce((sum, balance) => sum.plus(balance.div(owed).pow(2)), zero);
  return {
    rows: results,
    customers,
    byBucket,
    pivot,
    countByRegion,
    topShare: largest.div(owed).toNumber(),
    hhi: squares.toNumber(),
    dso: total.div(sales).times(year.days).toNumber(),
  };
}

/** @returns a naive answer in columns, to hold against the others */
export function naiveColumns(naive: NaiveAnswer, names: readonly string[]): Answer {
  const fen = (yuan: Decimal) => yuan.times(100).toNumber();
  const { rows } = naive;
  const customers = names.map((name) => naive.customers.get(name));
  const none = naive.byBucket.map(() => 0);
  return {
    open: rows.map((row) => fen(row.open)),
    daysOverdue: rows.map((row) => row.daysOverdue),
    ageDays: rows.map((row) => row.ageDays),
    bucket: rows.map((row) => row.bucket),
    riskClass: rows.map((row) => row.riskClass),
    warning: rows.map((row) => row.warning),
    probability: rows.map((row) => row.probability),
    score: customers.map((customer) => customer?.score ?? 0),
    fallenDue: customers.map((customer) => customer?.fallenDue ?? 0),
    late: customers.map((customer) => customer?.late ?? 0),
    undated: customers.map((customer) => customer?.undated ?? 0),
    oldest: customers.map((customer) => customer?.oldest ?? -1),
    ageing: customers.flatMap((customer) => customer?.byBucket.map(fen) ?? none),
    ageingCount: customers.flatMap((customer) => customer?.countByBucket ?? none),
    maxDays: customers.map((customer) => customer?.maxDays ?? 0),
    byBucket: naive.byBucket.map(fen),
    pivot: [...naive.pivot.values()].flatMap((line) => line.map(fen)),
    pivotCount: [...naive.countByRegion.values()].flat(),
    topShare: naive.topShare,
    hhi: naive.hhi,
    dso: naive.dso,
  };
}
