import type { Analysis } from './analyse';
import { classFactWord, classGiven, leastClass } from './classes';

/** A class and what it rests on. */
export interface Classified {
  /** 0 正常 … 4 损失 */
  readonly riskClass: number;
  /** By days alone. */
  readonly byDays: number;
  /** What decided: the days, a word of the ledger's, or 破产 of the policy. */
  readonly by: 'days' | 'ledger' | 'policy';
  /** The word that decided; null where the days did. */
  readonly fact: string | null;
}

/**
 * @param byDays - the class by days overdue
 * @param classFact - as parseClassFact has it: a class replaces that by days, a fact makes it at least
 *   as bad as the fact is
 * @param isBankrupt - whether the policy lists the customer as 破产: 损失 whatever else is said
 */
export function classified(byDays: number, classFact: number, isBankrupt = false): Classified {
  const riskClass = classGiven(byDays, classFact, isBankrupt);
  if (riskClass !== classGiven(byDays, classFact)) {
    return { riskClass, byDays, by: 'policy', fact: '破产' };
  }
  // A class by name decides even where it is that of the days; a fact only where it is worse.
  const isByDays = classFact === 0 || (leastClass(classFact) > 0 && riskClass === byDays);
  return isByDays
    ? { riskClass, byDays, by: 'days', fact: null }
    : { riskClass, byDays, by: 'ledger', fact: classFactWord(classFact) };
}

/**
 * @param byDays - the item's class by days overdue
 * @returns the class of an item with something open, and what it rests on
 */
export function classifiedItem(
  { items, asOf, bankruptFrom }: Analysis,
  item: number,
  byDays: number,
): Classified {
  const isBankrupt = bankruptFrom[items.customer[item]!]! <= asOf;
  return classified(byDays, items.classFact[item]!, isBankrupt);
}
