import { benchmarkOf } from './benchmarks';
import type { Serial } from './date';
import { openAmounts, type Receivables } from './receivables';

/** Whose usual figures a firm is held against where neither a person nor the ledger says. */
export const DEFAULT_INDUSTRY = '制造';

/** Whose usual figures are looked at, and who says so. */
export interface OwnIndustry {
  /** As the table of benchmarks has it. */
  readonly industry: string;
  readonly source: 'given' | 'ledger' | 'default';
  /** Of what is open above 0, the part with customers of that industry, 0…1; null unless `ledger`. */
  readonly share: number | null;
}

/**
 * The industry that benchmarks are taken from: the one somebody names, else the one of the ledger's
 * 行业 column that has the most open of those the table knows, all currencies at booking rates.
 */
export function ownIndustry(items: Receivables, asOf: Serial, given?: string): OwnIndustry {
  const known = (word: string) => benchmarkOf(word)?.industry;
  const named = given === undefined ? undefined : known(given);
  if (named !== undefined) return { industry: named, source: 'given', share: null };
  const open = openAmounts(items, asOf);
  const sums = new Map<string | undefined, number>();
  const column = items.dimensions.industry;
  const words = column?.words.map(known) ?? [];
  let total = 0;
  for (let i = 0; column && i < items.count; i++) {
    if (open[i]! <= 0) continue;
    const industry = words[column.index[i]!];
    const amount = open[i]! * items.rate[i]!;
    sums.set(industry, (sums.get(industry) ?? 0) + amount);
    total += amount;
  }
  sums.delete(undefined);
  const [most] = [...sums].sort(([, a], [, b]) => b - a);
  if (most === undefined) return { industry: DEFAULT_INDUSTRY, source: 'default', share: null };
  return { industry: most[0]!, source: 'ledger', share: most[1] / total };
}
