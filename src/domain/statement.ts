import { accountCount, accountsOf, membersOf } from './accounts';
import { NONE, type Analysis } from './analyse';
import type { Serial } from './date';
import { groupItems } from './groupItems';
import type { Fen } from './money';
import { KINDS, openAmounts, type Receivables } from './receivables';

const REVALUATION = KINDS.indexOf('revaluation');

/** A movement of an account: a document, or what its row says was received. */
export interface StatementLine {
  /** Index among the items. */
  readonly item: number;
  /** Whether it is the receipt that the item's own row tells of. */
  readonly isReceipt: boolean;
  readonly date: Serial;
  /** Fen, 0 or above. */
  readonly debit: Fen;
  /** Fen, 0 or above. */
  readonly credit: Fen;
  /** After this line. */
  readonly balance: Fen;
}

/** What a customer is asked to confirm (对账确认, 询证). */
export interface Confirmation {
  readonly date: Serial;
  /** Fen, 0 or above. */
  readonly amount: Fen;
  /** Who owes it. */
  readonly owedBy: 'customer' | 'us' | 'nobody';
  /** Invoices of which something is open. */
  readonly openItems: number;
}

/** 对账单 of a customer in one currency. `opening` + `debits` − `credits` = `closing`. All in fen. */
export interface Statement {
  readonly customer: string;
  /** '' where the ledger gives none. */
  readonly customerName: string;
  readonly currency: string;
  /** First and last day, both included. */
  readonly from: Serial;
  readonly to: Serial;
  readonly opening: Fen;
  readonly debits: Fen;
  readonly credits: Fen;
  readonly closing: Fen;
  /** By date, as they stand in the ledger. */
  readonly lines: readonly StatementLine[];
  /** Of `closing`, per bucket; entry 0 is not due. */
  readonly byBucket: readonly Fen[];
  /** Of `closing`, 0 or below. */
  readonly unapplied: Fen;
  readonly confirmation: Confirmation;
}

/**
 * Statements to the day of an analysis.
 *
 * @param from - first day of the period
 * @param customers - by code; all when left out
 * @returns one per customer and currency with a movement or a balance, in the ledger's order
 */
export function statements(
  analysis: Analysis,
  from: Serial,
  customers?: ReadonlySet<string>,
): Statement[] {
  const { items, asOf } = analysis;
  const count = accountCount(items);
  const groups = groupItems(accountsOf(items), count);
  const before = openAmounts(items, from - 1);
  const found: Statement[] = [];
  for (let account = 0; account < count; account++) {
    const members = membersOf(groups, account);
    if (members.length === 0) continue;
    if (customers && !customers.has(items.customers[items.customer[members[0]!]!]!)) continue;
    const opening = sumOf(before, members);
    const lines = linesOf(items, members, from, asOf, opening);
    const hasOpen = members.some((i) => analysis.open[i] !== 0);
    if (hasOpen || opening !== 0 || lines.length > 0) {
      found.push(statementOf(analysis, members, from, opening, lines));
    }
  }
  return found;
}

/** The items behind a statement, in the ledger's order. */
export interface StatementItems {
  /** With something open before the period; after it. */
  readonly opening: Int32Array;
  readonly closing: Int32Array;
  /** Those of its lines. */
  readonly movements: Int32Array;
}

/**
 * @param from - first day of the period
 * @returns what lists the items behind each of `statements(analysis, from)`
 */
export function itemsOfStatements(
  { items, open }: Analysis,
  from: Serial,
): (statement: Statement) => StatementItems {
  const { customers, currencies } = items;
  const before = openAmounts(items, from - 1);
  const groups = groupItems(accountsOf(items), accountCount(items));
  const numbers = new Map(customers.map((customer, c) => [customer, c]));
  return ({ customer, currency, lines }) => {
    const account = numbers.get(customer)! * currencies.length + currencies.indexOf(currency);
    const members = membersOf(groups, account);
    return {
      opening: members.filter((i) => before[i] !== 0),
      closing: members.filter((i) => open[i] !== 0),
      movements: Int32Array.from(new Set(lines.map(({ item }) => item))).sort(),
    };
  };
}

function statementOf(
  { items, asOf, open, bucket, edges }: Analysis,
  members: Int32Array,
  from: Serial,
  opening: Fen,
  lines: readonly StatementLine[],
): Statement {
  const byBucket = new Array<Fen>(edges.length + 2).fill(0);
  let unapplied = 0;
  let openItems = 0;
  for (const i of members) {
    if (bucket[i] === NONE) unapplied += open[i]!;
    else {
      byBucket[bucket[i]!]! += open[i]!;
      openItems++;
    }
  }
  const closing = sumOf(open, members);
  const customer = items.customer[members[0]!]!;
  return {
    customer: items.customers[customer]!,
    customerName: items.customerNames[customer]!,
    currency: items.currencies[items.currency[members[0]!]!]!,
    from,
    to: asOf,
    opening,
    debits: lines.reduce((sum, { debit }) => sum + debit, 0),
    credits: lines.reduce((sum, { credit }) => sum + credit, 0),
    closing,
    lines,
    byBucket,
    unapplied,
    confirmation: {
      date: asOf,
      amount: Math.abs(closing),
      owedBy: closing > 0 ? 'customer' : closing < 0 ? 'us' : 'nobody',
      openItems,
    },
  };
}

/** Movements of a period. Applications move nothing: both sides are of the account. */
function linesOf(
  items: Receivables,
  members: Int32Array,
  from: Serial,
  to: Serial,
  opening: Fen,
): StatementLine[] {
  const { documentDate, receiptDate, amount, received } = items;
  const moves: { item: number; isReceipt: boolean; date: Serial; change: Fen }[] = [];
  for (const item of members) {
    if (items.kind[item] === REVALUATION) continue;
    const date = documentDate[item]!;
    moves.push({ item, isReceipt: false, date, change: amount[item]! });
    const receipt = Math.max(receiptDate[item]!, date);
    moves.push({ item, isReceipt: true, date: receipt, change: 0 - received[item]! });
  }
  let balance = opening;
  return moves
    .filter(({ date, change }) => date >= from && date <= to && change !== 0)
    .sort((a, b) => a.date - b.date)
    .map(({ change, ...move }) => {
      balance += change;
      return { ...move, debit: Math.max(0, change), credit: Math.max(0, -change), balance };
    });
}

const sumOf = (amounts: Float64Array, members: Int32Array): Fen =>
  members.reduce((sum, i) => sum + amounts[i]!, 0);
