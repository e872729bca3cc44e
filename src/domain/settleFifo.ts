import { accountCount, accountsOf, membersOf } from './accounts';
import { ApplicationList } from './applicationList';
import { NO_DATE, type Serial } from './date';
import { groupItems } from './groupItems';
import { NO_APPLICATIONS, openAmounts, type Applications, type Receivables } from './receivables';

/**
 * Sets what is left of credits against what is left of debits, within an account, the oldest debit
 * first and the oldest credit first, as a 明细账 without matching is read. An application counts
 * from the later of both dates.
 *
 * @returns the items with the new applications after those they had; these are marked as derived
 */
export function settleFifo(items: Receivables): Receivables {
  const list = new ApplicationList(items.applications);
  pairAll(items, openAmounts(items, Infinity), list);
  return { ...items, applications: list.build() };
}

/** How a day would look if every credit were set against the oldest debits (净额): for display. */
export interface VirtualNet {
  /** Fen per item; sums to the same per account as what is really open. */
  readonly open: Float64Array;
  /** What pays what; nothing of it is in the books. */
  readonly applications: Applications;
}

/** @param open - fen per item, as openAmounts has it for the day */
export function netVirtually(items: Receivables, open: Float64Array): VirtualNet {
  const list = new ApplicationList(NO_APPLICATIONS);
  const net = open.slice();
  pairAll(items, net, list);
  return { open: net, applications: list.build() };
}

function pairAll(items: Receivables, open: Float64Array, list: ApplicationList): void {
  const count = accountCount(items);
  const groups = groupItems(accountsOf(items), count);
  for (let account = 0; account < count; account++) {
    pairFifo(items, membersOf(groups, account), open, list);
  }
}

/**
 * Pairs the credits of one account with its debits, both oldest first; an opening balance is just
 * the oldest of them.
 *
 * @param members - items of the account
 * @param open - fen per item; lowered by what is paired
 */
export function pairFifo(
  items: Receivables,
  members: Int32Array,
  open: Float64Array,
  list: ApplicationList,
): void {
  const debits = members.filter((i) => open[i]! > 0);
  const credits = members.filter((i) => open[i]! < 0);
  if (debits.length === 0 || credits.length === 0) return;
  const { documentDate } = items;
  oldestFirst(items, debits);
  oldestFirst(items, credits);
  for (let d = 0, c = 0; d < debits.length && c < credits.length;) {
    const [item, credit] = [debits[d]!, credits[c]!];
    const part = Math.min(open[item]!, -open[credit]!);
    list.add(credit, item, part, Math.max(documentDate[item]!, documentDate[credit]!), true);
    open[item]! -= part;
    open[credit]! += part;
    if (open[item] === 0) d++;
    if (open[credit] === 0) c++;
  }
}

/** Sorts items of one account in place: by date, due date, then as they stand in the ledger. */
export function oldestFirst(items: Receivables, members: Int32Array): Int32Array {
  const { dueDate, sheet, row } = items;
  return members.sort(
    (a, b) =>
      dateOf(items, a) - dateOf(items, b) ||
      dueDate[a]! - dueDate[b]! ||
      sheet[a]! - sheet[b]! ||
      row[a]! - row[b]!,
  );
}

/** The document's date, else its due date: an item always has one of them. */
const dateOf = ({ documentDate, dueDate }: Receivables, item: number): Serial =>
  documentDate[item] === NO_DATE ? dueDate[item]! : documentDate[item]!;
