import {
  ageBandLabels,
  ageBandOf,
  baseAnalysis,
  bucketLabels,
  bucketOf,
  CLASS_PRESETS,
  classOf,
  classifiedItem,
  DIMENSION_ROLES,
  formatFen,
  isoDate,
  itemsBehind,
  itemsOfCells,
  itemsOfOutside,
  NO_DATE,
  outside,
  pivot,
  type Analysis,
  type Balance,
  type PivotBy,
  type WarningLevel,
} from '../domain';
import type { Texts } from '../workbook/texts';
import { rowsOf, type Rows } from './rows';
import { list, money, where } from './say';

/** 账龄 by anniversary of the document date, per currency; without a date apart. */
export function agesOf(analysis: Analysis): object {
  const { items, open, asOf } = analysis;
  const labels = ageBandLabels();
  const bandOf = (i: number) => {
    const date = items.documentDate[i]!;
    return date === NO_DATE ? labels.length : ageBandOf(date, asOf);
  };
  return items.currencies.map((currency, c) => {
    const sums = labels.map(() => 0);
    let undated = 0;
    for (let i = 0; i < items.count; i++) {
      if (items.currency[i] !== c || open[i]! <= 0) continue;
      const date = items.documentDate[i]!;
      if (date === NO_DATE) undated += open[i]!;
      else sums[ageBandOf(date, asOf)]! += open[i]!;
    }
    const rows = openRows(analysis, c, bandOf, [...labels, 'undated']);
    return { currency, byBand: money(sums, labels), undated: formatFen(undated), rows };
  });
}

/** The rows of what is open above 0 in a currency, by the labels of its groups; empty groups left out. */
function openRows(
  analysis: Analysis,
  currency: number,
  groupOf: (item: number) => number,
  labels: readonly string[],
): Readonly<Record<string, Rows>> {
  const { items, open } = analysis;
  const found: number[][] = labels.map(() => []);
  for (let i = 0; i < items.count; i++) {
    if (items.currency[i] === currency && open[i]! > 0) found[groupOf(i)]!.push(i);
  }
  return Object.fromEntries(
    found.flatMap((own, g): [string, Rows][] =>
      own.length === 0 ? [] : [[labels[g]!, rowsOf(analysis, own)]],
    ),
  );
}

/** All in base currency, at booking rates. */
export function baseOf(analysis: Analysis, labels: readonly string[]): object {
  const { total, customers, amounts } = baseAnalysis(analysis);
  const { items, open } = analysis;
  const isLeft = (i: number) => amounts[i] !== 0 || open[i] !== 0;
  const left = itemsBehind(items.count, isLeft);
  const ofCustomer = new Map<string, number[]>();
  for (const i of left) {
    const customer = items.customers[items.customer[i]!]!;
    const own = ofCustomer.get(customer);
    if (own) own.push(i);
    else ofCustomer.set(customer, [i]);
  }
  const say = (b: typeof total) => ({
    balance: formatFen(b.balance),
    unapplied: formatFen(b.unapplied),
    exchange: formatFen(b.exchange),
    byBucket: money(b.byBucket, labels),
  });
  return {
    total: { ...say(total), rows: rowsOf(analysis, left) },
    customers: list(customers, (c) => ({
      customer: c.customer,
      ...say(c),
      rows: rowsOf(analysis, ofCustomer.get(c.customer)!),
    })),
  };
}

/** Receipts after the day, bills in hand and what is disputed. */
export function outsideOf(analysis: Analysis): object {
  const itemsOf = itemsOfOutside(analysis);
  return list(outside(analysis).accounts, ({ customer, currency, ...sums }) => ({
    customer,
    currency,
    future: formatFen(sums.future),
    remaining: formatFen(sums.remaining),
    bills: formatFen(sums.bills),
    disputed: formatFen(sums.disputed),
    rows: rowsOf(analysis, itemsOf({ customer, currency })),
  }));
}

/**
 * 五级分类 by the workbook's bounds and by each preset, what the ledger and the policy say of the class
 * included, and the items whose class rests on that.
 */
export function classesOf(analysis: Analysis, { classes }: Texts): object {
  const { items, open, daysOverdue, classBounds } = analysis;
  const classifiedBy = (bounds: typeof classBounds, item: number) =>
    classifiedItem(analysis, item, classOf(daysOverdue[item]!, bounds));
  const byBounds = (bounds: typeof classBounds) =>
    items.currencies.map((currency, c) => {
      const sums = classes.map(() => 0);
      const ofItem = (i: number) => classifiedBy(bounds, i).riskClass;
      for (let i = 0; i < items.count; i++) {
        if (items.currency[i] === c && open[i]! > 0) sums[ofItem(i)]! += open[i]!;
      }
      return {
        currency,
        byClass: money(sums, classes),
        rows: openRows(analysis, c, ofItem, classes),
      };
    });
  const overridden = [...open.keys()]
    .filter((item) => open[item]! > 0)
    .map((item) => ({ item, ...classifiedBy(classBounds, item) }))
    .filter(({ by }) => by !== 'days');
  return {
    bounds: classBounds,
    totals: byBounds(classBounds),
    presets: Object.fromEntries(
      Object.entries(CLASS_PRESETS).map(([name, bounds]) => [
        name,
        { bounds, totals: byBounds(bounds) },
      ]),
    ),
    overrides: list(overridden, ({ item, riskClass, byDays, by, fact }) => ({
      ...where(analysis, item),
      class: classes[riskClass],
      byDays: classes[byDays],
      by,
      fact,
      cell: items.classCells.get(item) ?? null,
    })),
  };
}

/** The three levels, each item with where it stood on the day of the run before. */
export function warningsOf(analysis: Analysis, labels: readonly string[]): object {
  const { items, asOf, previous, leadDays, edges, warning, open, countByWarning } = analysis;
  const stood = (item: number, day: number) => {
    const days = day - items.dueDate[item]!;
    return { daysOverdue: days, bucket: labels[bucketOf(days, edges)] };
  };
  const warned = [...warning.keys()]
    .filter((item) => warning[item]! > 0)
    .sort((a, b) => warning[b]! - warning[a]! || open[b]! - open[a]!);
  return {
    asOf: isoDate(asOf),
    previous: isoDate(previous),
    leadDays,
    count: { 1: countByWarning[1], 2: countByWarning[2], 3: countByWarning[3] },
    items: list(warned, (item) => ({
      ...where(analysis, item),
      level: warning[item] as WarningLevel,
      open: formatFen(open[item]!),
      dueDate: isoDate(items.dueDate[item]!),
      now: stood(item, asOf),
      before: stood(item, previous),
    })),
  };
}

const balance = (of: Balance, labels: readonly string[]) => ({
  currency: of.currency,
  open: formatFen(of.open),
  unapplied: formatFen(of.unapplied),
  byBucket: money(of.byBucket, labels),
});

/** Ageing by every dimension the ledger keeps, and by every two of them crossed. */
export function pivotsOf(analysis: Analysis, labels: readonly string[]): object {
  const kept = DIMENSION_ROLES.filter((role) => analysis.items.dimensions[role] !== undefined);
  const by: PivotBy[] = [
    ...kept.map((role) => [role] as const),
    ...kept.flatMap((role, i) => kept.slice(i + 1).map((other) => [role, other] as const)),
  ];
  return Object.fromEntries(
    by.map((roles) => {
      const itemsOf = itemsOfCells(analysis, roles);
      const cells = list(pivot(analysis, roles), (cell) => ({
        words: cell.words,
        ...balance(cell, labels),
        overdue: formatFen(cell.overdue),
        count: cell.count,
        rows: rowsOf(analysis, itemsOf(cell)),
      }));
      return [roles.join(' × '), cells];
    }),
  );
}

export const labelsOf = ({ edges }: Analysis, { notDue }: Texts): string[] =>
  bucketLabels(edges, notDue);
