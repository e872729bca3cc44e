import Decimal from 'decimal.js';
import fc from 'fast-check';
import {
  linksOf,
  NO_DATE,
  ReceivablesBuilder,
  serialOf,
  type Links,
  type Receivables,
} from '../../src/domain';
import type { NaiveItem, NaiveLink } from './naiveLedger';

/** The day random ledgers lie around. */
export const MIDDAY = serialOf(2025, 6, 30);

const day = fc.integer({ min: MIDDAY - 400, max: MIDDAY + 60 });
const fen = fc.integer({ min: 1, max: 1_000_00 });
const account = {
  customer: fc.constantFrom('甲', '乙', '丙'),
  currency: fc.constantFrom('CNY', 'USD'),
};
const rate = fc.constantFrom('1', '7.1', '7.1234', '0.0487');
const money = (value: number) => new Decimal(value).div(100);

const debit = fc.record({
  ...account,
  no: fc.integer({ min: 1, max: 6 }).map((n) => `XS${n}`),
  kind: fc.constant('invoice' as const),
  rate,
  date: day,
  due: day,
  amount: fen,
  received: fc.oneof(fc.constant(0), fen),
  receiptDate: fc.option(day),
});
const credit = fc.record({
  ...account,
  no: fc.constant(''),
  kind: fc.constantFrom('receipt', 'receipt', 'creditNote', 'advance', 'bill'),
  rate,
  date: day,
  due: day,
  amount: fen.map((amount) => -amount),
  received: fc.constant(0),
  receiptDate: fc.constant(null),
});

/** Up to 24 documents with part payments, instalments of one number, receipts and credit notes. */
const documents = fc
  .uniqueArray(fc.oneof(debit, credit), {
    maxLength: 24,
    selector: (item) => item.no && `${item.customer} ${item.currency} ${item.no} ${item.due}`,
    comparator: (a, b) => a !== '' && a === b,
  })
  .map((rows) =>
    rows.map((row, i): NaiveItem => ({
      ...row,
      no: row.no || `SK${100 + i}`,
      rate: new Decimal(row.rate),
      amount: money(row.amount),
      // Nobody receives more than was billed in these.
      received: money(Math.min(row.received, Math.max(0, row.amount))),
    })),
  );

/** A ledger and what its books say is set against what. */
export const ledgers = fc
  .record({ items: documents, seeds: fc.array(linkSeed(), { maxLength: 30 }) })
  .map(({ items, seeds }) => ({ items, links: seeds.flatMap((seed) => linkOf(items, seed)) }));

function linkSeed() {
  return fc.record({
    credit: fc.nat(),
    item: fc.nat(),
    byNumber: fc.boolean(),
    amount: fc.option(fen),
    date: fc.oneof(fc.constant(NO_DATE), day),
  });
}

type LinkSeed = ReturnType<typeof linkSeed> extends fc.Arbitrary<infer T> ? T : never;

/** Mostly a credit to an item of its account; a link between credits takes one over. */
function linkOf(items: readonly NaiveItem[], seed: LinkSeed): NaiveLink[] {
  const credits = items.filter(({ amount }) => amount.isNegative());
  const credit = credits[seed.credit % Math.max(1, credits.length)];
  const near = items.filter(
    (item) =>
      item !== credit && item.customer === credit?.customer && item.currency === credit.currency,
  );
  const among = seed.item % 5 === 0 ? items : near;
  const item = among[seed.item % Math.max(1, among.length)];
  if (!credit || !item) return [];
  const isTakenOver = item.amount.isNegative();
  const amount = money(seed.amount ?? 5000).times(isTakenOver ? -1 : 1);
  return [
    {
      credit,
      to: seed.byNumber ? item.no : item,
      amount: seed.amount === null && !isTakenOver ? null : amount,
      date: seed.date,
    },
  ];
}

/** @returns the items as columns, in the order given. */
export function columnsOf(items: readonly NaiveItem[], rows?: readonly NaiveItem[]): Receivables {
  const builder = new ReceivablesBuilder([]);
  for (const item of items) {
    builder.add({
      row: (rows ?? items).indexOf(item) + 2,
      kind: item.kind,
      customer: item.customer,
      currency: item.currency,
      rate: item.rate.toNumber(),
      documentNo: item.no,
      documentDate: item.date,
      dueDate: item.due,
      amount: item.amount.times(100).toNumber(),
      received: item.received.times(100).toNumber(),
      receiptDate: item.receiptDate ?? NO_DATE,
    });
  }
  return builder.build();
}

/** @returns the links as columns, in the order given. */
export const linkColumns = (items: readonly NaiveItem[], links: readonly NaiveLink[]): Links =>
  linksOf(
    links.map(({ credit, to, amount, date }) => ({
      credit: items.indexOf(credit),
      to: typeof to === 'string' ? to : items.indexOf(to),
      ...(amount === null ? {} : { amount: amount.times(100).toNumber() }),
      date,
    })),
  );

/** A list and another order of it. */
export const shuffled = <T>(list: readonly T[], keys: readonly number[]): T[] =>
  list
    .map((entry, i) => [keys[i % Math.max(1, keys.length)] ?? 0, entry] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, entry]) => entry);
