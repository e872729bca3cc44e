import type { AlikeBy, AlikeKeys } from './alike';
import { calendarOf } from './date';
import { ALIKE_AT, AT, FIGURES_WIDTH, type HistoryAtIssue } from './historyAtIssue';
import { logistic, logOdds } from './logistic';
import { perDay } from './perDay';
import type { Receivables } from './receivables';

/** What every model looks at, in this order; an input for each way of being alike follows. */
export const INPUTS = [
  /** ln(1 + amount in base currency [yuan]). */
  'amount',
  /** Due − document date [days]. */
  'term',
  /** ln(1 + earlier items settled). */
  'settled',
  /** Share of late ones among the customer's items known late or on time, drawn to the ledger's; or its log-odds. */
  'lateShare',
  /** Mean delay of the settled ones [days]. */
  'meanDelay',
  /** Mean delay of the last three [days]. */
  'recentDelay',
  /** ln(1 + items), ln(1 + amount [yuan]) of the open, and of the overdue among them. */
  'open',
  'openAmount',
  'overdue',
  'overdueAmount',
  /** ln(1 + days since the customer's first document). */
  'age',
  /** 1 where the document is dated in the last ten days of a quarter, else 0. */
  'quarterEnd',
] as const;

/** Where the late share stands among the inputs. */
export const LATE_SHARE = INPUTS.indexOf('lateShare');

/** An input of a way of being alike: the late share among like items less the customer's. */
export type InputName = (typeof INPUTS)[number] | AlikeBy;

/** The ledger's late shares, which those of customers are drawn to; each strictly between 0 and 1. */
export interface LateRates {
  readonly all: number;
  /** Rows the ledger's share weighs among a customer's own. */
  readonly weight: number;
  /** Whether the late share is an input as its log-odds. */
  readonly asOdds: boolean;
  /** By label, for each way of being alike. */
  readonly alike: readonly {
    readonly by: AlikeBy;
    readonly late: Readonly<Record<string, number>>;
  }[];
}

/** Rows a prior share weighs among a few, where nothing else is known. */
const PRIOR_ROWS = 4;
/** What is tried in its place for customers. */
const OTHER_PRIOR_ROWS = [1, 2, 8, 16, 32];
/** Log-likelihood another one must gain. */
const LEAST_GAIN = 2;
/** Rows the ledger's share weighs among those of a label. */
const LABEL_PRIOR_ROWS = 20;
/** Rows that tell the weight; of more, every k-th. */
const WEIGHT_ROWS = 10_000;

/** @returns (late + 4 × prior) ÷ (n + 4): the share of a few rows, drawn to what is usual */
export const drawnShare = (late: number, n: number, prior: number, weight = PRIOR_ROWS): number =>
  (late + weight * prior) / (n + weight);

/**
 * @param rows - items whose outcome is known
 * @param isLate - 1 or 0, one per row
 * @param weight - where it is known already
 */
export function lateRates(
  history: HistoryAtIssue,
  ways: readonly AlikeKeys[],
  rows: Int32Array,
  isLate: Uint8Array,
  asOdds = false,
  weight?: number,
): LateRates {
  // Half a row of each outcome keeps the odds finite where there is one only.
  const all = drawnShare(
    isLate.reduce((sum, y) => sum + y, 0),
    rows.length,
    0.5,
    1,
  );
  const alike = ways.map(({ by, key, labels }) => {
    const n = new Int32Array(labels.length);
    const late = new Int32Array(labels.length);
    for (let r = 0; r < rows.length; r++) {
      n[key[rows[r]!]!]!++;
      late[key[rows[r]!]!]! += isLate[r]!;
    }
    const shares = labels.map((label, k): [string, number] => [
      label,
      drawnShare(late[k]!, n[k]!, all, LABEL_PRIOR_ROWS),
    ]);
    return { by, late: Object.fromEntries(shares) };
  });
  return { all, asOdds, weight: weight ?? priorWeight(history, all, rows, isLate), alike };
}

/** @returns the weight that makes most likely what became of the rows, each by the share known at its issue */
function priorWeight(
  { counts, countsWidth }: HistoryAtIssue,
  all: number,
  rows: Int32Array,
  isLate: Uint8Array,
): number {
  const step = Math.ceil(rows.length / WEIGHT_ROWS);
  const likelihood = (weight: number) => {
    let sum = 0;
    for (let r = 0; r < rows.length; r += step) {
      const line = rows[r]! * countsWidth;
      const share = drawnShare(counts[line + AT.knownLate]!, counts[line + AT.known]!, all, weight);
      sum += Math.log(isLate[r] === 1 ? share : 1 - share);
    }
    return sum;
  };
  let [best, most] = [PRIOR_ROWS, likelihood(PRIOR_ROWS) + LEAST_GAIN];
  for (const weight of OTHER_PRIOR_ROWS) {
    const reached = likelihood(weight);
    if (reached > most) [best, most] = [weight, reached];
  }
  return best;
}

/** Works out a model's inputs, item by item. */
export class OverdueInputs {
  readonly names: readonly InputName[];
  private readonly isQuarterEnd = perDay(quarterEnd);
  /** By way and key: ln of what its odds of being late are to the ledger's. */
  private readonly labelOdds: readonly Float64Array[];

  /**
   * @param ways - those of `rates.alike`, in its order
   * @param places - of each way among those of the history
   */
  constructor(
    private readonly items: Receivables,
    private readonly history: HistoryAtIssue,
    private readonly ways: readonly AlikeKeys[],
    private readonly rates: LateRates,
    private readonly places: readonly number[] = ways.map((_, way) => way),
  ) {
    this.names = [...INPUTS, ...ways.map(({ by }) => by)];
    const usual = logOdds(rates.all);
    this.labelOdds = ways.map(({ labels }, way) =>
      Float64Array.from(
        labels,
        (label) => logOdds(rates.alike[way]!.late[label] ?? rates.all) - usual,
      ),
    );
  }

  /** @returns the customer's late share, drawn to what is `usual` */
  lateShare(item: number, usual: number): number {
    const { counts, countsWidth } = this.history;
    const line = item * countsWidth;
    return drawnShare(
      counts[line + AT.knownLate]!,
      counts[line + AT.known]!,
      usual,
      this.rates.weight,
    );
  }

  /** @param into - receives from `at` on one number per name; all finite */
  read(item: number, into: Float64Array, at = 0): void {
    const { items } = this;
    const { counts, countsWidth, figures } = this.history;
    const { documentDate, dueDate, amount, rate } = items;
    const [count, figure] = [item * countsWidth, item * FIGURES_WIDTH];
    into[at] = Math.log1p((amount[item]! * rate[item]!) / 100);
    into[at + 1] = dueDate[item]! - documentDate[item]!;
    into[at + 2] = Math.log1p(counts[count + AT.settled]!);
    into[at + 4] = figures[figure + AT.meanDelay]!;
    into[at + 5] = figures[figure + AT.recentDelay]!;
    into[at + 6] = Math.log1p(counts[count + AT.open]!);
    into[at + 7] = Math.log1p(figures[figure + AT.openAmount]!);
    into[at + 8] = Math.log1p(counts[count + AT.overdue]!);
    into[at + 9] = Math.log1p(figures[figure + AT.overdueAmount]!);
    into[at + 10] = Math.log1p(counts[count + AT.age]!);
    into[at + 11] = this.isQuarterEnd(documentDate[item]!);
    this.readShares(item, into, at + LATE_SHARE, at + INPUTS.length);
  }

  /** Reads what depends on the rates: the late share, and from `alike` on the ways of being alike. */
  private readShares(item: number, into: Float64Array, lateShare: number, alike: number): void {
    const { rates, ways } = this;
    const { counts, countsWidth } = this.history;
    const share = this.lateShare(item, rates.all);
    const odds = logOdds(share);
    into[lateShare] = rates.asOdds ? odds : share;
    for (let way = 0; way < ways.length; way++) {
      const at = item * countsWidth + ALIKE_AT + 2 * this.places[way]!;
      const prior = logistic(odds + this.labelOdds[way]![ways[way]!.key[item]!]!);
      into[alike + way] = drawnShare(counts[at + 1]!, counts[at]!, prior) - share;
    }
  }

  /** @returns one column per name */
  columns(rows: Int32Array): Float64Array[] {
    return columnsOf(this.names.length, rows, (item, row) => this.read(item, row));
  }

  /** @returns the late share's column, then one per way of being alike */
  shareColumns(rows: Int32Array): Float64Array[] {
    return columnsOf(1 + this.ways.length, rows, (item, row) => this.readShares(item, row, 0, 1));
  }
}

function columnsOf(
  count: number,
  rows: Int32Array,
  read: (item: number, row: Float64Array) => void,
): Float64Array[] {
  const columns = Array.from({ length: count }, () => new Float64Array(rows.length));
  const row = new Float64Array(count);
  for (let r = 0; r < rows.length; r++) {
    read(rows[r]!, row);
    for (let c = 0; c < count; c++) columns[c]![r] = row[c]!;
  }
  return columns;
}

/** Quarters end on the last day of March, June, September and December; of their days the last 10. */
function quarterEnd(day: number): number {
  const [, month, dayOfMonth] = calendarOf(day);
  return month % 3 === 0 && dayOfMonth > (month === 6 || month === 9 ? 20 : 21) ? 1 : 0;
}
