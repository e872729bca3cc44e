import { groupItems } from './groupItems';

/** Receipts of a group that came later than some number of days after the due date. */
export interface LaterReceipts {
  /** 1 or more. */
  readonly receipts: number;
  /** Days after the due date, weighted by amount. */
  readonly mean: number;
  /** @returns days after the due date by which a share [0…1] of their money had come */
  readonly quantile: (share: number) => number;
}

/** How late receipts came, by group: each customer's, each segment's, all. */
export class Delays {
  /** Where each group begins among the days; one more at the end. */
  private readonly start: Int32Array;
  /** Delays, ascending within a group, each once. */
  private readonly days: Int32Array;
  /** Receipts, money and money × days before each of the days; one more at the end. */
  private readonly receipts: Float64Array;
  private readonly money: Float64Array;
  private readonly moment: Float64Array;

  /**
   * @param group - per receipt; below 0 for those of none
   * @param groups - how many there are
   * @param delay - days after the due date per receipt, ascending; below 0 is early
   * @param money - whole units per receipt; below 0 takes back another one of the same delay
   */
  constructor(group: Int32Array, groups: number, delay: Int32Array, money: Float64Array) {
    const { start, order } = groupItems(group, groups);
    this.start = new Int32Array(groups + 1);
    this.days = new Int32Array(delay.length);
    this.receipts = new Float64Array(delay.length + 1);
    this.money = new Float64Array(delay.length + 1);
    this.moment = new Float64Array(delay.length + 1);
    let size = 0;
    for (let g = 0; g < groups; g++) {
      let at = start[g]!;
      while (at < start[g + 1]!) {
        const day = delay[order[at]!]!;
        let [receipts, sum] = [0, 0];
        for (; at < start[g + 1]! && delay[order[at]!] === day; at++) {
          receipts += Math.sign(money[order[at]!]!);
          sum += money[order[at]!]!;
        }
        if (receipts <= 0 || sum <= 0) continue;
        this.days[size++] = day;
        this.receipts[size] = this.receipts[size - 1]! + receipts;
        this.money[size] = this.money[size - 1]! + sum;
        this.moment[size] = this.moment[size - 1]! + sum * day;
      }
      this.start[g + 1] = size;
    }
  }

  /** @returns the group's receipts later than `days` after the due date; null when there are none */
  laterThan(group: number, days: number): LaterReceipts | null {
    const end = this.start[group + 1]!;
    const first = firstOf(this.start[group]!, end, (k) => this.days[k]! > days);
    if (first === end) return null;
    const total = this.money[end]! - this.money[first]!;
    return {
      receipts: this.receipts[end]! - this.receipts[first]!,
      mean: (this.moment[end]! - this.moment[first]!) / total,
      quantile: (share) => {
        const needed = this.money[first]! + share * total;
        return this.days[firstOf(first, end - 1, (k) => this.money[k + 1]! >= needed)]!;
      },
    };
  }
}

/** @returns the first of from … to − 1 from which on `holds` is true; `to` where it never is */
function firstOf(from: number, to: number, holds: (k: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
