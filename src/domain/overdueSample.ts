import { alikeKeys, alikeWays, type AlikeKeys } from './alike';
import { NO_DATE, type Serial } from './date';
import { historyAtIssue, isPayable, type HistoryAtIssue } from './historyAtIssue';
import type { Receivables } from './receivables';
import { stableOrder, valuesOf } from './stableOrder';

export interface SampleSettings {
  /** What happened on this day and later is not known. */
  readonly cutOff: Serial;
  /** Days after due that are not late yet [≥ 0]. */
  readonly grace: number;
  /** Only items due this many days before the cut-off, or more, train: others may be paid yet. */
  readonly maturityDays: number;
  /**
   * A ledger whose mature items span fewer days than this trains on all whose outcome is certain: due
   * + grace is before the cut-off, and what is unpaid then is late.
   */
  readonly leastDays: number;
  /** Settled items that coefficients take, late ones, and as many on time. */
  readonly leastClosed: number;
  readonly leastLate: number;
}

/** Why there are no coefficients. */
export type TooLittle = 'fewClosed' | 'fewLate' | 'fewOnTime';

/** The items a model is trained on. */
export interface OverdueSample {
  readonly ways: readonly AlikeKeys[];
  readonly history: HistoryAtIssue;
  /** Index among the items, ascending by document date. */
  readonly rows: Int32Array;
  /** 1 or 0 per row. */
  readonly isLate: Uint8Array;
  /** Days between due and cut-off that were asked for: short ledgers ask 1 + grace. */
  readonly maturity: number;
  /** Rows settled before the cut-off. */
  readonly closed: number;
  readonly late: number;
  /** Items left out: settled on a day nobody knows. */
  readonly undated: number;
  /** Null where there is enough. */
  readonly tooLittle: TooLittle | null;
}

export function sampleOf(items: Receivables, settings: SampleSettings): OverdueSample {
  const { cutOff, grace, leastDays, leastClosed, leastLate } = settings;
  const ways = alikeWays(items)
    .map((by) => alikeKeys(items, by))
    .filter(({ key }) => isMixedBefore(items, key, cutOff));
  const history = historyAtIssue(items, grace, ways);
  const { settledOn } = history;
  const certain = 1 + grace;
  let maturity = Math.max(certain, settings.maturityDays);
  let rows = matureRows(items, settledOn, cutOff, maturity);
  if (maturity > certain && daysOf(items, rows) < leastDays) {
    maturity = certain;
    rows = matureRows(items, settledOn, cutOff, maturity);
  }
  const isLate = new Uint8Array(rows.length);
  let [closed, late] = [0, 0];
  for (let r = 0; r < rows.length; r++) {
    const settled = settledOn[rows[r]!]!;
    if (settled < cutOff) closed++;
    if (settled > items.dueDate[rows[r]!]! + grace) late += isLate[r] = 1;
  }
  const tooLittle =
    closed < leastClosed
      ? 'fewClosed'
      : late < leastLate
        ? 'fewLate'
        : rows.length - late < leastLate
          ? 'fewOnTime'
          : null;
  let undated = 0;
  for (let i = 0; i < items.count; i++) {
    if (settledOn[i] === NO_DATE && isPayable(items, i)) undated++;
  }
  return { ways, history, rows, isLate, maturity, closed, late, undated, tooLittle };
}

/** Whether what was issued before the cut-off is of more than one kind: later items are not known yet. */
function isMixedBefore({ documentDate }: Receivables, key: Int32Array, cutOff: Serial): boolean {
  const first = documentDate.findIndex((day) => day < cutOff);
  return documentDate.some((day, i) => day < cutOff && key[i] !== key[first]);
}

function matureRows(
  items: Receivables,
  settledOn: Int32Array,
  cutOff: Serial,
  maturity: number,
): Int32Array {
  const { count, documentDate, dueDate } = items;
  const kept = new Int32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    const isMature = documentDate[i]! < cutOff && dueDate[i]! <= cutOff - maturity;
    if (isMature && isPayable(items, i) && settledOn[i] !== NO_DATE) kept[length++] = i;
  }
  const rows = kept.subarray(0, length);
  return valuesOf(rows, stableOrder(valuesOf(documentDate, rows)));
}

/** Days from the first document to the last. */
const daysOf = ({ documentDate }: Receivables, rows: Int32Array): number =>
  rows.length === 0 ? 0 : documentDate[rows.at(-1)!]! - documentDate[rows[0]!]!;
