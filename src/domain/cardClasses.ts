import type { Analysis } from './analyse';
import { classifiedItem, type Classified } from './classified';
import { classOf } from './classes';

/** A class (五级分类) some of a customer's open items have, and what it rests on. */
export interface CardClass extends Classified {
  /** Items that have it for the same reason. */
  readonly count: number;
  /** The one that is longest overdue; its `byDays` is the one told. */
  readonly item: number;
}

/**
 * @param debits - items with something open, above 0
 * @returns their classes by what they rest on, the worst first
 */
export function cardClasses(analysis: Analysis, debits: readonly number[]): CardClass[] {
  const { daysOverdue, classBounds } = analysis;
  const found = new Map<string, CardClass>();
  for (const item of debits) {
    const own = classifiedItem(analysis, item, classOf(daysOverdue[item]!, classBounds));
    const key = [own.riskClass, own.by, own.fact].join();
    const known = found.get(key);
    const isLonger = !known || daysOverdue[item]! > daysOverdue[known.item]!;
    const told = isLonger ? { ...own, item } : known;
    found.set(key, { ...told, count: (known?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.riskClass - a.riskClass || a.item - b.item);
}
