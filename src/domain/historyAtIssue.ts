import type { AlikeKeys } from './alike';
import { NO_DATE } from './date';
import { paidDates, UNPAID } from './paidDates';
import { KINDS, type Receivables } from './receivables';
import { stableOrder, valuesOf } from './stableOrder';

/** Whole numbers. */
const COUNTS = [
  /** Earlier items settled by then, and how many of them late. */
  'settled',
  'settledLate',
  /** Delay of the one settled last; of one day the greatest document number is last. */
  'lastDelay',
  /** Settled ones that were disputed. */
  'settledDisputed',
  /** Issued and not settled. */
  'open',
  /** The open ones past due. */
  'overdue',
  /** Items known to be late or on time, and the late ones. */
  'known',
  'knownLate',
  /** Days since the customer's first document; 0 for the first. */
  'age',
] as const;

/** Others. */
const FIGURES = [
  /** Over the settled ones; 0 where there is none. */
  'meanDelay',
  /** Mean of max(delay, 0). */
  'meanLate',
  /** Sample standard deviation; 0 below two. */
  'delayDeviation',
  /** Mean delay of the last three. */
  'recentDelay',
  /** Amount of the open ones, and of the overdue among them, in base currency [yuan]. */
  'openAmount',
  'overdueAmount',
] as const;

/**
 * What was known of an item's customer when the document was issued: only what happened on earlier
 * days counts. See docs/spec-overdue.md.
 *
 * Delay = settled − due [days, below 0 for early]. An item is late when its delay is above the grace;
 * it is known to be late from the day after due + grace on, paid or not.
 */
export const HISTORY = [...COUNTS, ...FIGURES] as const;

export type HistoryName = (typeof HISTORY)[number];

/** Where each stands in an item's line. */
export const AT = Object.fromEntries(
  [COUNTS, FIGURES].flatMap((names) => names.map((name, k) => [name, k])),
) as Readonly<Record<HistoryName, number>>;

/** Lines of numbers, an item's from item × width on; whole ones apart, in half the memory. */
export interface HistoryAtIssue {
  /** As `paidDates`. */
  readonly settledOn: Int32Array;
  /** COUNTS, then known and knownLate among items like it for each way asked for. */
  readonly counts: Int32Array;
  readonly countsWidth: number;
  /** FIGURES. */
  readonly figures: Float64Array;
}

/** Of `figures`. */
export const FIGURES_WIDTH = FIGURES.length;
/** Where the ways of being alike stand in a line of `counts`. */
export const ALIKE_AT = COUNTS.length;

const isCount = (name: HistoryName): boolean => (COUNTS as readonly string[]).includes(name);

/** @returns one of the numbers, an entry per item */
export function historyOf(history: HistoryAtIssue, name: HistoryName): Float64Array {
  const { counts, countsWidth, figures, settledOn } = history;
  const [lines, width] = isCount(name) ? [counts, countsWidth] : [figures, FIGURES_WIDTH];
  return Float64Array.from(settledOn, (_, item) => lines[item * width + AT[name]]!);
}

const INVOICE = KINDS.indexOf('invoice');

/** @returns whether an item is one to be paid: an invoice above 0 with its own date */
export const isPayable = (
  { kind, amount, rate, documentDate }: Receivables,
  item: number,
): boolean =>
  kind[item] === INVOICE && amount[item]! * rate[item]! > 0 && documentDate[item] !== NO_DATE;

/**
 * Sweeps each customer's events once, in order of day. Items that are not payable, and those settled
 * on a day nobody knows, are no part of a history and have none.
 *
 * @param grace - days after due that are not late yet [≥ 0]
 * @param ways - in which items are alike
 */
export function historyAtIssue(
  items: Receivables,
  grace: number,
  ways: readonly AlikeKeys[] = [],
): HistoryAtIssue {
  const settledOn = paidDates(items);
  const countsWidth = COUNTS.length + 2 * ways.length;
  const counts = new Int32Array(items.count * countsWidth);
  const figures = new Float64Array(items.count * FIGURES_WIDTH);
  const events = eventsOf(items, settledOn, grace);
  const { never, item, issuedDay } = events;
  const customer = valuesOf(items.customer, item);
  const settlements = queueOf(customer, events.settledDay);
  const overdues = queueOf(customer, events.overdueDay);
  const lates = queueOf(customer, events.lateDay);
  const known = new Known(items, events, ways, grace);
  const sizes = new Int32Array(items.customers.length);
  for (let at = 0; at < items.count; at++) sizes[customer[at]!]!++;
  let from = 0;
  for (const size of sizes) {
    const end = from + size;
    let [issued, settled, overdue, late] = [from, from, from, from];
    known.forget();
    for (let at = from; at < end; at++) {
      const today = issuedDay[at]!;
      if (today === never) break;
      while (issuedDay[issued]! < today) known.issue(issued++);
      while (overdue < end && overdues.day[overdue]! < today) {
        known.fallOverdue(overdues.at[overdue++]!);
      }
      while (late < end && lates.day[late]! < today) known.learn(lates.at[late++]!, 1);
      while (settled < end && settlements.day[settled]! < today) {
        known.settle(settlements.at[settled++]!);
      }
      known.count(at, today - issuedDay[from]!, counts, item[at]! * countsWidth);
      known.figure(figures, item[at]! * FIGURES_WIDTH);
    }
    from = end;
  }
  return { settledOn, counts, countsWidth, figures };
}

/** Items customer by customer, each customer's by day; the days beside them, to be read in one run. */
interface Queue {
  /** Positions in the order of issue. */
  readonly at: Int32Array;
  readonly day: Int32Array;
}

function queueOf(customer: Int32Array, day: Int32Array): Queue {
  const byDay = stableOrder(day);
  const at = stableOrder(customer, byDay);
  // Memory new from the system costs more than what is done in it.
  return { at, day: valuesOf(day, at, byDay) };
}

/**
 * Items customer by customer in the order of issue, so that what a customer's sweep reads lies together, and
 * the days after which each counts as something; `never` where it does not.
 */
interface Events {
  /** After all of the ledger's days. */
  readonly never: number;
  /** Index among the ledger's items. */
  readonly item: Int32Array;
  readonly issuedDay: Int32Array;
  readonly settledDay: Int32Array;
  readonly overdueDay: Int32Array;
  readonly lateDay: Int32Array;
  /** Of what is settled; days. */
  readonly delay: Int32Array;
  /** Amount in base currency [fen]. */
  readonly fen: Float64Array;
}

function eventsOf(items: Receivables, settledOn: Int32Array, grace: number): Events {
  const { count, customer, documentDate, dueDate, amount, rate } = items;
  let last = 0;
  for (let i = 0; i < count; i++) {
    const settled = settledOn[i]!;
    last = Math.max(last, documentDate[i]!, dueDate[i]! + grace);
    if (settled !== UNPAID) last = Math.max(last, settled);
  }
  const never = last + 1;
  const issued = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const isPart = isPayable(items, i) && settledOn[i] !== NO_DATE;
    issued[i] = isPart ? documentDate[i]! : never;
  }
  const item = stableOrder(customer, stableOrder(issued));
  const unseen = () => new Int32Array(count).fill(never);
  const [issuedDay, settledDay, overdueDay, lateDay] = [unseen(), unseen(), unseen(), unseen()];
  const delay = new Int32Array(count);
  const fen = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const i = item[at]!;
    if (issued[i] === never) continue;
    const day = issued[i]!;
    const settled = Math.min(never, settledOn[i]!);
    const due = Math.max(day, dueDate[i]!);
    issuedDay[at] = day;
    settledDay[at] = settled;
    if (settled > due) overdueDay[at] = due;
    delay[at] = settledOn[i]! - dueDate[i]!;
    if (delay[at]! > grace) lateDay[at] = Math.max(day, dueDate[i]! + grace);
    fen[at] = amount[i]! * rate[i]!;
  }
  return { never, item, issuedDay, settledDay, overdueDay, lateDay, delay, fen };
}

/** What is known of a customer on the day the sweep has come to; items by their position. */
class Known {
  private settled = 0;
  private settledLate = 0;
  private delays = 0;
  private lateDays = 0;
  private squares = 0;
  private disputed = 0;
  private open = 0;
  private openFen = 0;
  private overdue = 0;
  private overdueFen = 0;
  private known = 0;
  private knownLate = 0;
  /** The last three settled, latest first. */
  private readonly last = [-1, -1, -1];
  private readonly tallies: readonly {
    readonly key: Int32Array;
    readonly known: Int32Array;
    readonly late: Int32Array;
  }[];

  constructor(
    private readonly items: Receivables,
    private readonly events: Events,
    ways: readonly AlikeKeys[],
    private readonly grace: number,
  ) {
    this.tallies = ways.map(({ key, labels }) => ({
      key: valuesOf(key, events.item),
      known: new Int32Array(labels.length),
      late: new Int32Array(labels.length),
    }));
  }

  forget(): void {
    this.settled = this.settledLate = this.delays = this.lateDays = this.squares = 0;
    this.disputed = this.known = this.knownLate = 0;
    this.open = this.openFen = this.overdue = this.overdueFen = 0;
    this.last.fill(-1);
    for (const { known, late } of this.tallies) {
      known.fill(0);
      late.fill(0);
    }
  }

  issue(at: number): void {
    this.open++;
    this.openFen += this.events.fen[at]!;
  }

  fallOverdue(at: number): void {
    this.overdue++;
    this.overdueFen += this.events.fen[at]!;
  }

  learn(at: number, isLate: 0 | 1): void {
    this.known++;
    this.knownLate += isLate;
    for (const { key, known, late } of this.tallies) {
      known[key[at]!]!++;
      late[key[at]!]! += isLate;
    }
  }

  settle(at: number): void {
    const { never, item, delay: delays, fen, overdueDay } = this.events;
    const delay = delays[at]!;
    this.settled++;
    this.delays += delay;
    this.squares += delay * delay;
    this.disputed += this.items.disputed[item[at]!]!;
    if (delay > 0) this.lateDays += delay;
    if (delay > this.grace) this.settledLate++;
    else this.learn(at, 0);
    this.remember(at);
    this.open--;
    this.openFen -= fen[at]!;
    if (overdueDay[at] === never) return;
    this.overdue--;
    this.overdueFen -= fen[at]!;
  }

  /** Writes the counts into the line of an item. */
  count(at: number, age: number, counts: Int32Array, line: number): void {
    counts[line + AT.settled] = this.settled;
    counts[line + AT.settledLate] = this.settledLate;
    counts[line + AT.lastDelay] = this.settled > 0 ? this.delayOf(0) : 0;
    counts[line + AT.settledDisputed] = this.disputed;
    counts[line + AT.open] = this.open;
    counts[line + AT.overdue] = this.overdue;
    counts[line + AT.known] = this.known;
    counts[line + AT.knownLate] = this.knownLate;
    counts[line + AT.age] = age;
    let way = line + ALIKE_AT;
    for (const { key, known, late } of this.tallies) {
      counts[way++] = known[key[at]!]!;
      counts[way++] = late[key[at]!]!;
    }
  }

  /** Writes the figures into the line of an item. */
  figure(figures: Float64Array, line: number): void {
    const { settled: n } = this;
    // Sums of foreign amounts leave a trace of rounding where nothing is open.
    figures[line + AT.openAmount] = this.open === 0 ? 0 : this.openFen / 100;
    figures[line + AT.overdueAmount] = this.overdue === 0 ? 0 : this.overdueFen / 100;
    if (n > 0) {
      figures[line + AT.meanDelay] = this.delays / n;
      figures[line + AT.meanLate] = this.lateDays / n;
      const recent = Math.min(n, 3);
      let sum = 0;
      for (let k = 0; k < recent; k++) sum += this.delayOf(k);
      figures[line + AT.recentDelay] = sum / recent;
    }
    if (n > 1) {
      const variance = (this.squares - this.delays ** 2 / n) / (n - 1);
      figures[line + AT.delayDeviation] = Math.sqrt(Math.max(0, variance));
    }
  }

  private delayOf(k: number): number {
    return this.events.delay[this.last[k]!]!;
  }

  private remember(at: number): void {
    const { last } = this;
    let later = at;
    for (let k = 0; k < last.length; k++) {
      const held = last[k]!;
      if (held >= 0 && this.isLater(held, later)) continue;
      last[k] = later;
      later = held;
    }
  }

  /** Of one day's the greatest number is the last: the longer one, or the later in the alphabet. */
  private isLater(a: number, b: number): boolean {
    const { item, settledDay } = this.events;
    if (settledDay[a] !== settledDay[b]) return settledDay[a]! > settledDay[b]!;
    const { documentNo } = this.items;
    const [one, two] = [documentNo[item[a]!]!, documentNo[item[b]!]!];
    return one.length === two.length ? one > two : one.length > two.length;
  }
}
