import { membersOf } from './accounts';
import { NONE, type Analysis } from './analyse';
import { compareText } from './compareText';
import type { Serial } from './date';
import { groupItems } from './groupItems';
import type { Fen } from './money';
import { openAmounts } from './receivables';

/** What a salesperson answers for in one currency: opening + invoiced − settled = closing [fen]. */
export interface SalespersonAccount {
  /** '' for items of which nobody says whose they are: receipts set against nothing among them. */
  readonly salesperson: string;
  readonly currency: string;
  readonly opening: Fen;
  /** Documents of the period, credits below 0. */
  readonly invoiced: Fen;
  /** What of opening and invoiced is no longer open. */
  readonly settled: Fen;
  readonly closing: Fen;
  /** Positive open past due. */
  readonly overdue: Fen;
  /** Of it, what was not due yet on the day before the period. */
  readonly newlyOverdue: Fen;
  readonly overdueCustomers: number;
  /** Items overdue, the longest first, then in the ledger's order. */
  readonly overdueItems: readonly number[];
}

/**
 * What sales and finance go through together: each salesperson's own part of the ledger over a
 * period that ends on the day of an analysis, and the list of what is overdue.
 *
 * @param from - first day of the period
 * @returns one per salesperson and currency with anything to say: by currency in the ledger's order,
 *   then the most overdue money first, then by name; a currency's closings add up to its total
 */
export function salespersonAccounts(analysis: Analysis, from: Serial): SalespersonAccount[] {
  const { items, open, bucket, daysOverdue, asOf } = analysis;
  const { salesperson } = items.dimensions;
  const before = openAmounts(items, from - 1);
  const accounts = new Map<string, Draft>();
  for (let i = 0; i < items.count; i++) {
    const isNew = items.documentDate[i]! >= from && items.documentDate[i]! <= asOf;
    if (open[i] === 0 && before[i] === 0 && !isNew) continue;
    const name = salesperson ? salesperson.words[salesperson.index[i]!]! : '';
    const key = `${items.currency[i]!}\n${name}`;
    let account = accounts.get(key);
    if (!account) accounts.set(key, (account = emptyDraft(name, items.currency[i]!)));
    account.opening += before[i]!;
    account.invoiced += isNew ? items.amount[i]! : 0;
    account.closing += open[i]!;
    if (bucket[i] === NONE || daysOverdue[i]! <= 0) continue;
    account.overdue += open[i]!;
    if (items.dueDate[i]! >= from - 1) account.newlyOverdue += open[i]!;
    account.customers.add(items.customer[i]!);
    account.overdueItems.push(i);
  }
  return [...accounts.values()]
    .sort((a, b) => a.currency - b.currency || b.overdue - a.overdue || compareText(a.name, b.name))
    .map(({ name, currency, customers, overdueItems, ...sums }) => ({
      ...sums,
      salesperson: name,
      currency: items.currencies[currency]!,
      settled: sums.opening + sums.invoiced - sums.closing,
      overdueCustomers: customers.size,
      overdueItems: overdueItems.sort((a, b) => daysOverdue[b]! - daysOverdue[a]!),
    }));
}

/**
 * @param from - first day of the period
 * @returns what lists the items behind each of `salespersonAccounts(analysis, from)`, in the ledger's order
 */
export function itemsOfSalespersons(
  { items, open, asOf }: Analysis,
  from: Serial,
): (account: Pick<SalespersonAccount, 'salesperson' | 'currency'>) => Int32Array {
  const { count, currencies, documentDate } = items;
  const { words, index } = items.dimensions.salesperson ?? { words: [''], index: null };
  const before = openAmounts(items, from - 1);
  const accountOf = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const isNew = documentDate[i]! >= from && documentDate[i]! <= asOf;
    const isMeant = open[i] !== 0 || before[i] !== 0 || isNew;
    accountOf[i] = isMeant ? (index?.[i] ?? 0) * currencies.length + items.currency[i]! : NONE;
  }
  const groups = groupItems(accountOf, words.length * currencies.length);
  return ({ salesperson, currency }) =>
    membersOf(
      groups,
      words.indexOf(salesperson) * currencies.length + currencies.indexOf(currency),
    );
}

interface Draft {
  readonly name: string;
  /** Index into the ledger's currencies. */
  readonly currency: number;
  readonly customers: Set<number>;
  readonly overdueItems: number[];
  opening: Fen;
  invoiced: Fen;
  closing: Fen;
  overdue: Fen;
  newlyOverdue: Fen;
}

const emptyDraft = (name: string, currency: number): Draft => ({
  name,
  currency,
  customers: new Set(),
  overdueItems: [],
  opening: 0,
  invoiced: 0,
  closing: 0,
  overdue: 0,
  newlyOverdue: 0,
});
