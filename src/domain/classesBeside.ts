import { NONE, type Analysis } from './analyse';
import { classOf } from './classes';
import { classifiedItem, type Classified } from './classified';

/** A class that is not the one of the days, and the item that has it. */
export interface ClassBeside extends Classified {
  readonly item: number;
}

/**
 * @param item - with something open, above 0
 * @returns its class where a fact beside the days made it another; null where it is that of the days
 */
export function classBeside(analysis: Analysis, item: number): ClassBeside | null {
  const byDays = classOf(analysis.daysOverdue[item]!, analysis.classBounds);
  if (analysis.riskClass[item] === byDays) return null;
  return { ...classifiedItem(analysis, item, byDays), item };
}

/**
 * @returns by code: customers whose worst class no days of an open item would give, with the first item
 *   that has it
 */
export function worstClassesBeside(analysis: Analysis): ReadonlyMap<string, ClassBeside> {
  const { items, open, riskClass } = analysis;
  const worst = new Int32Array(items.customers.length).fill(NONE);
  for (let i = 0; i < items.count; i++) {
    if (open[i]! <= 0) continue;
    const c = items.customer[i]!;
    const known = worst[c]!;
    const change = known === NONE ? 1 : riskClass[i]! - riskClass[known]!;
    const isByDays = change === 0 && classBeside(analysis, i) === null;
    if (change > 0 || isByDays) worst[c] = i;
  }
  const found = new Map<string, ClassBeside>();
  for (const [c, customer] of items.customers.entries()) {
    const beside = worst[c] === NONE ? null : classBeside(analysis, worst[c]!);
    if (beside) found.set(customer, beside);
  }
  return found;
}
