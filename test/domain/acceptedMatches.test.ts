import fc from 'fast-check';
import {
  analyse,
  defaultReconcileSettings,
  defaultSettings,
  formatFen,
  matchBetween,
  matchesOf,
  matchKey,
  openAmounts,
  reconcile,
  settle,
  settleAccepted,
  type AcceptedMatch,
} from '../../src/domain';
import { columnsOf, ledgers, linkColumns, MIDDAY, shuffled } from '../support/ledgers';
import { day, left, receivablesOf, type Told } from '../support/receivablesOf';

const asOf = day('2025-06-30');
const xs1: Told = { no: 'XS1', date: '2025-03-01', amount: 1000 };
const xs2: Told = { no: 'XS2', date: '2025-04-01', amount: 250 };
const sk1: Told = { no: 'SK1', kind: 'receipt', date: '2025-05-01', amount: -600 };

/** 600 of SK1 against XS1, accepted in a ledger of these three. */
const accepted = matchBetween(receivablesOf([xs1, xs2, sk1]), 2, 0, 600_00);

function after(told: Told[], matches: readonly AcceptedMatch[] = [accepted]) {
  const { items, outcomes } = settleAccepted(receivablesOf(told), matches);
  return {
    left: left(items, openAmounts(items, asOf)),
    codes: outcomes.map((outcome) => ('code' in outcome ? outcome.code : 'set')),
  };
}

describe('an accepted match', () => {
  it('is kept by what both documents say', () => {
    expect(accepted).toEqual({
      customer: '甲',
      currency: 'CNY',
      credit: { number: 'SK1', date: day('2025-05-01'), amount: -600_00 },
      item: { number: 'XS1', date: day('2025-03-01'), amount: 1000_00 },
      amount: 600_00,
    });
  });

  it('has a key that spelling does not change, and amounts do', () => {
    const spelt = { ...accepted, customer: '甲 ', currency: '人民币' };
    expect(matchKey(spelt)).toBe(matchKey(accepted));
    expect(matchKey({ ...accepted, amount: 1 })).not.toBe(matchKey(accepted));
  });

  it.each<[string, Told[], string[], string]>([
    ['counts', [xs1, xs2, sk1], ['XS1 400.00', 'XS2 250.00'], 'set'],
    ['counts after sorting', [sk1, xs2, xs1], ['XS2 250.00', 'XS1 400.00'], 'set'],
    [
      'counts with new rows between',
      [xs1, { ...xs2, no: 'NEW' }, sk1],
      ['XS1 400.00', 'NEW 250.00'],
      'set',
    ],
    ['is told when its receipt is gone', [xs1], ['XS1 1000.00'], 'matchCreditGone'],
    [
      'is told when its receipt was corrected',
      [xs1, { ...sk1, amount: -500 }],
      ['XS1 1000.00', 'SK1 -500.00'],
      'matchCreditGone',
    ],
    ['is told when its item is gone', [xs2, sk1], ['XS2 250.00', 'SK1 -600.00'], 'matchItemGone'],
    [
      "is told when its item is another customer's now",
      [{ ...xs1, customer: '乙' }, sk1],
      ['XS1 1000.00', 'SK1 -600.00'],
      'matchItemGone',
    ],
    [
      'is told when the item was paid otherwise',
      [{ ...xs1, received: 500 }, sk1],
      ['XS1 500.00', 'SK1 -600.00'],
      'matchItemPaid',
    ],
    [
      'takes the item with room among those alike',
      [{ ...xs1, received: 500 }, xs1, sk1],
      ['XS1 500.00', 'XS1 400.00'],
      'set',
    ],
  ])('%s', (_, told, open, code) => {
    expect(after(told)).toEqual({ left: open, codes: [code] });
  });

  it('accepted twice counts once, and is told', () => {
    expect(after([xs1, xs2, sk1], [accepted, accepted])).toEqual({
      left: ['XS1 400.00', 'XS2 250.00'],
      codes: ['set', 'matchCreditUsed'],
    });
  });

  it('of a code that is kept apart stays within its account', () => {
    const zero = { customer: '0012' };
    const match = { ...accepted, customer: '12' };
    const told = [
      { ...xs1, customer: '12' },
      { ...sk1, ...zero },
    ];
    expect(after(told, [match]).codes).toEqual(['matchItemGone']);
    const both = [
      { ...xs1, customer: '12' },
      { ...sk1, customer: '12', received: -600 },
      { ...xs1, ...zero, received: 1000 },
      { ...sk1, ...zero },
    ];
    expect(after(both, [match]).codes).toEqual(['matchItemPaid']);
  });

  it('that does not fit costs no other', () => {
    const gone = { ...accepted, credit: { ...accepted.credit, number: 'SK9' } };
    expect(after([xs1, xs2, sk1], [gone, accepted]).codes).toEqual(['matchCreditGone', 'set']);
  });
});

it('what is accepted moves what is open by item, never a balance, whatever the order of rows', () => {
  fc.assert(
    fc.property(ledgers, fc.array(fc.nat()), fc.array(fc.boolean()), (ledger, keys, yes) => {
      const books = (rows: typeof ledger.items) =>
        settle(columnsOf(rows, ledger.items), linkColumns(rows, ledger.links)).items;
      const items = books(ledger.items);
      const { suggestions } = reconcile(items, defaultReconcileSettings(MIDDAY));
      const matches = suggestions
        .flatMap((suggestion) => matchesOf(items, suggestion))
        .filter((_, i) => yes[i % Math.max(1, yes.length)] ?? true);
      const before = sums(items);
      const set = settleAccepted(items, matches);
      expect(sums(set.items)).toEqual(before);
      expect(set.outcomes.every((outcome) => 'credit' in outcome)).toBe(true);

      const other = settleAccepted(books(shuffled(ledger.items, keys)), matches);
      expect(other.outcomes.every((outcome) => 'credit' in outcome)).toBe(true);
      expect(sums(other.items)).toEqual(before);
    }),
  );
});

/** Balance of each customer and currency, `甲 CNY 12.00`. */
function sums(items: ReturnType<typeof columnsOf>): string[] {
  const { open } = analyse(items, defaultSettings(MIDDAY));
  const balances = new Map<string, number>();
  open.forEach((fen, i) => {
    const account = `${items.customers[items.customer[i]!]!} ${items.currencies[items.currency[i]!]!}`;
    balances.set(account, (balances.get(account) ?? 0) + fen);
  });
  return [...balances].map(([account, fen]) => `${account} ${formatFen(fen)}`).sort();
}
