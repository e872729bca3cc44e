import { NO_DATE, type Serial } from './date';
import type { Fen } from './money';
import { KINDS, openAmounts, type Receivables } from './receivables';
import { stableOrder } from './stableOrder';

/**
 * How an invoice stands on a day. none: no invoice, void, not yet issued, or cancelled by credit
 * notes alone; open: not past due; overdue: open and past due; onTime, late: paid, by the due date
 * or after it; undated: paid, nobody knows when.
 */
export const OUTCOMES = ['none', 'open', 'overdue', 'onTime', 'late', 'undated'] as const;

/** Column by column; all have an entry per item. */
export interface Outcomes {
  /** Index into OUTCOMES. */
  readonly outcome: Uint8Array;
  /** Day paid − due date, of open items `asOf` − due date; 0 and below is not late; 0 where none. */
  readonly daysLate: Int32Array;
  /** Fen. */
  readonly open: Float64Array;
}

const [NONE, OPEN, OVERDUE, ON_TIME, LATE, UNDATED] = OUTCOMES.map((_, i) => i) as [
  number,
  number,
  number,
  number,
  number,
  number,
];
const [CREDIT_NOTE, REVALUATION] = (['creditNote', 'revaluation'] as const).map((kind) =>
  KINDS.indexOf(kind),
);

/**
 * How each invoice stands on a day, as the books know it then. It was paid when the last money came
 * that it still took: what credit notes take off never had to be paid, what is paid twice was paid the
 * first time.
 *
 * @param asOf - Infinity for the end of all days
 * @param open - what of each item is open on the day
 */
export function outcomesOf(
  items: Receivables,
  asOf: Serial,
  open: Float64Array = openAmounts(items, asOf),
): Outcomes {
  const { count, documentDate, dueDate } = items;
  const outcome = new Uint8Array(count);
  const daysLate = new Int32Array(count);
  const paid = lastMoney(items, asOf);
  for (let i = 0; i < count; i++) {
    const how = outcomeOf(items, i, asOf, open[i]!, paid[i]!);
    outcome[i] = how;
    if (how === OPEN || how === OVERDUE) daysLate[i] = asOf - dueDate[i]!;
    else if (how === ON_TIME || how === LATE) {
      daysLate[i] = Math.max(paid[i]!, documentDate[i]!) - dueDate[i]!;
    }
  }
  return { outcome, daysLate, open };
}

/**
 * How one item stands on a day, as `outcomesOf` has it.
 *
 * @param open - what of it is open on the day
 * @param paid - of `lastMoney`
 * @returns index into OUTCOMES
 */
export function outcomeOf(
  { documentDate, dueDate, amount, received, kind }: Receivables,
  item: number,
  asOf: Serial,
  open: Fen,
  paid: Serial,
): number {
  const issued = documentDate[item]!;
  if (amount[item]! <= 0 || issued > asOf || kind[item] === REVALUATION) return NONE;
  const due = dueDate[item]!;
  const isLate = Math.max(paid, issued) > due;
  const settled =
    paid === NO_DATE ? (received[item]! > 0 ? UNDATED : NONE) : ON_TIME + Number(isLate);
  // Both are hard to guess: no branch.
  const isOpen = Number(open > 0);
  return (OPEN + Number(asOf > due)) * isOpen + settled * (1 - isOpen);
}

/**
 * When the last money came that each invoice still took. Money counts from the day it came, whenever
 * somebody matched it, unless it has no day of its own.
 *
 * @returns serial per item, for those with nothing open; NO_DATE where no money of a known day came
 */
export function lastMoney(items: Receivables, asOf: Serial): Int32Array {
  const { documentDate, receiptDate, amount, received, kind, applications } = items;
  // What is settled without applications was so by what its own row says was received.
  if (applications.count === 0) return receiptDate;
  const last = receiptDate.slice();
  const left = amount.slice();
  const isOwnTaken = new Uint8Array(items.count);
  const cameOn = new Int32Array(applications.count);
  for (let k = 0; k < cameOn.length; k++) {
    const came = documentDate[applications.credit[k]!]!;
    cameOn[k] = came === NO_DATE ? applications.date[k]! : came;
    last[applications.item[k]!] = NO_DATE;
  }
  const take = (item: number, day: Serial, fen: number) => {
    if (fen > 0 && left[item]! > 0) last[item] = day;
    left[item]! -= fen;
  };
  const takeOwn = (item: number, by: Serial) => {
    if (isOwnTaken[item] === 1 || receiptDate[item]! > by) return;
    isOwnTaken[item] = 1;
    take(item, receiptDate[item]!, received[item]!);
  };
  for (const k of stableOrder(cameOn)) {
    if (applications.date[k]! > asOf) continue;
    const item = applications.item[k]!;
    takeOwn(item, cameOn[k]!);
    if (kind[applications.credit[k]!] === CREDIT_NOTE) left[item]! -= applications.amount[k]!;
    else take(item, cameOn[k]!, applications.amount[k]!);
  }
  for (const item of applications.item) takeOwn(item, asOf);
  return last;
}
