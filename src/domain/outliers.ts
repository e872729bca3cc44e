import type { Analysis } from './analyse';
import { groupItems, type Groups } from './groupItems';
import { paymentsOf } from './payments';
import type { Fen } from './money';
import { KINDS, type Receivables } from './receivables';
import { robustSpread, type RobustSpread } from './robustSpread';
import type { DimensionRole } from './roles';
import { segmentsOf } from './segments';

export interface OutlierSettings {
  /** What makes a segment. */
  readonly segmentBy: DimensionRole;
  /** |z| above which an item is listed. */
  readonly threshold: number;
  /** Items a customer or segment must have to be compared with; 1 or more. */
  readonly minItems: number;
}

export const DEFAULT_OUTLIERS: OutlierSettings = {
  segmentBy: 'customerType',
  threshold: 3.5,
  minItems: 8,
};

/** An invoice that is unlike the others it is compared with, and by how much. */
export interface Outlier {
  /** Index among the items. */
  readonly item: number;
  readonly measure: 'delay' | 'amount';
  /** Days after the due date, of an open item so far; or fen. */
  readonly value: number;
  /** Of those it is compared with, in the same unit. */
  readonly median: number;
  /** In days; of amounts in natural logarithms. */
  readonly mad: number;
  /** Robust z-score of the delay, or of the amount's logarithm; above 0 is later, larger. */
  readonly z: number;
  /** From where to where an item would not be listed, in the same unit. */
  readonly usual: readonly [from: number, to: number];
  readonly level: 'customer' | 'segment' | 'ledger';
  /** The customer or segment it is compared with; '' for the ledger. */
  readonly group: string;
  /** Items it is compared with. */
  readonly count: number;
}

/**
 * Invoices whose delay or amount is far from the usual: of the customer, where it has enough items,
 * else of its segment, else of the ledger. Delays compare with those of settled items; an open one is
 * listed only when it is late beyond them. Amounts compare within their currency, by ratio.
 *
 * @returns the farthest first, then in the ledger's order
 */
export function findOutliers(
  analysis: Analysis,
  settings: OutlierSettings = DEFAULT_OUTLIERS,
): Outlier[] {
  const { items, open, daysOverdue } = analysis;
  const found: Outlier[] = [];
  const amounts = logAmounts(analysis);
  const byAmount = new Comparison(items, settings, amounts, items.currencies.length);
  const delays = settledDelays(analysis);
  const byDelay = new Comparison(items, settings, delays, 1);
  for (let i = 0; i < items.count; i++) {
    const amount = byAmount.unusual(i, amounts[i]!);
    if (amount) found.push(inFen({ item: i, measure: 'amount', ...amount }, items.amount[i]!));
    const isLate = open[i]! > 0 && daysOverdue[i]! > 0 && isInvoice(items, i);
    const delay = byDelay.unusual(i, isLate ? daysOverdue[i]! : delays[i]!);
    if (delay && (delay.z > 0 || !isLate)) found.push({ item: i, measure: 'delay', ...delay });
  }
  return found.sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || a.item - b.item);
}

const INVOICE = KINDS.indexOf('invoice');

/** Of invoices; NaN for other items. */
function logAmounts({ items, asOf }: Analysis): Float64Array {
  const logs = new Float64Array(items.count).fill(NaN);
  for (let i = 0; i < items.count; i++) {
    if (isInvoice(items, i) && items.documentDate[i]! <= asOf) logs[i] = Math.log(items.amount[i]!);
  }
  return logs;
}

/** Days from the due date to the last receipt, of settled invoices; NaN for other items. */
function settledDelays({ items, open, asOf }: Analysis): Float64Array {
  const delays = new Float64Array(items.count).fill(NaN);
  const { count, item, date, isMoney } = paymentsOf(items, asOf);
  for (let k = 0; k < count; k++) {
    const i = item[k]!;
    if (isMoney[k] === 0 || open[i]! > 0 || !isInvoice(items, i)) continue;
    const delay = date[k]! - items.dueDate[i]!;
    if (!(delays[i]! >= delay)) delays[i] = delay;
  }
  return delays;
}

const isInvoice = ({ kind, amount }: Receivables, i: number): boolean =>
  kind[i] === INVOICE && amount[i]! > 0;

/** Logarithms back to what they are of. */
function inFen(outlier: Outlier, amount: Fen): Outlier {
  const [from, to] = outlier.usual;
  return {
    ...outlier,
    value: amount,
    median: Math.round(Math.exp(outlier.median)),
    usual: [Math.round(Math.exp(from)), Math.round(Math.exp(to))],
  };
}

/** Items of one customer, segment or ledger, and of one currency where currencies count. */
interface Level {
  readonly name: Outlier['level'];
  /** Per item; below 0 for none. */
  readonly group: Int32Array;
  /** Those that are compared with. */
  readonly items: Groups;
  readonly wordOf: (item: number) => string;
  /** Worked out where first needed; null where too few, or all the same. */
  readonly spreads: Map<number, RobustSpread | null>;
}

/** Compares items with the narrowest level that says enough. */
class Comparison {
  private readonly levels: readonly Level[];

  /**
   * @param values - per item; NaN for those not to compare with
   * @param currencies - how many are told apart, 1 for none
   */
  constructor(
    items: Receivables,
    private readonly settings: OutlierSettings,
    private readonly values: Float64Array,
    currencies: number,
  ) {
    const level = (name: Outlier['level'], index: Int32Array, words: readonly string[]): Level => {
      const currency = (i: number) => (currencies === 1 ? 0 : items.currency[i]!);
      const group = index.map((word, i) => (word < 0 ? -1 : word * currencies + currency(i)));
      const compared = group.map((g, i) => (Number.isNaN(values[i]!) ? -1 : g));
      return {
        name,
        group,
        items: groupItems(compared, words.length * currencies),
        wordOf: (i) => words[index[i]!]!,
        spreads: new Map(),
      };
    };
    const segments = segmentsOf(items, settings.segmentBy);
    this.levels = [
      level('customer', items.customer, items.customers),
      level('segment', segments.index, segments.words),
      level('ledger', new Int32Array(items.count), ['']),
    ];
  }

  /** @returns null where a value is usual, missing, or has too little to compare with */
  unusual(item: number, value: number): Omit<Outlier, 'item' | 'measure'> | null {
    if (Number.isNaN(value)) return null;
    for (const level of this.levels) {
      const spread = this.spreadOf(level, level.group[item]!);
      if (spread === null) continue;
      const { count, median, mad, scale } = spread;
      const z = (value - median) / scale;
      const reach = this.settings.threshold * scale;
      if (Math.abs(z) <= this.settings.threshold) return null;
      return {
        value,
        median,
        mad,
        z,
        usual: [median - reach, median + reach],
        level: level.name,
        group: level.wordOf(item),
        count,
      };
    }
    return null;
  }

  private spreadOf({ items, spreads }: Level, group: number): RobustSpread | null {
    let spread = spreads.get(group);
    if (spread !== undefined) return spread;
    spread = null;
    const [from, to] = group < 0 ? [0, 0] : [items.start[group]!, items.start[group + 1]!];
    if (to - from >= this.settings.minItems) {
      const values = new Float64Array(to - from);
      for (let k = from; k < to; k++) values[k - from] = this.values[items.order[k]!]!;
      const found = robustSpread(values);
      if (found.scale > 0) spread = found;
    }
    spreads.set(group, spread);
    return spread;
  }
}
