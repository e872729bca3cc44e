import fc from 'fast-check';
import {
  analyse,
  baseAmounts,
  baseAnalysis,
  customerBalances,
  defaultSettings,
  formatFen,
  openAmounts,
  settle,
  settleFifo,
  type Analysis,
  type Receivables,
} from '../../src/domain';
import { columnsOf, ledgers, linkColumns, MIDDAY, shuffled } from '../support/ledgers';
import {
  naiveBase,
  naiveBucket,
  naiveOpen,
  naiveSettle,
  type NaiveItem,
  type NaiveLink,
} from '../support/naiveLedger';

interface Ledger {
  readonly items: NaiveItem[];
  readonly links: NaiveLink[];
}

const settled = ({ items, links }: Ledger, rows?: NaiveItem[]): Receivables =>
  settle(columnsOf(items, rows), linkColumns(items, links)).items;
const aged = (items: Receivables, asOf = MIDDAY): Analysis => analyse(items, defaultSettings(asOf));
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
const day = fc.integer({ min: MIDDAY - 450, max: MIDDAY + 120 });
const keys = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });

/** Ledgers of one account in which invoices, receipts and credit notes share three numbers. */
const repeated = ledgers.map(({ items, links }): Ledger => {
  const no = (item: NaiveItem) => `HT${items.indexOf(item) % 3}`;
  const one = new Map(
    items.map((item) => [item, { ...item, customer: '甲', currency: 'CNY', no: no(item) }]),
  );
  return {
    items: [...one.values()],
    links: links.map((link, k) => {
      const to = typeof link.to === 'string' ? `HT${k % 3}` : one.get(link.to)!;
      return { ...link, credit: one.get(link.credit)!, to };
    }),
  };
});

/** All a reader sees per customer and currency. */
const balancesOf = (analysis: Analysis) => ({
  totals: [...analysis.totals]
    .filter(
      ({ open, countByBucket, unapplied }) =>
        open !== 0 || unapplied !== 0 || sum(countByBucket) > 0,
    )
    .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  customers: customerBalances(analysis).sort((a, b) =>
    a.customer + a.currency < b.customer + b.currency ? -1 : 1,
  ),
});

describe('settling any ledger', () => {
  it('agrees with a plain reading of its rows, to the fen, on any day', () => {
    fc.assert(
      fc.property(ledgers, day, (ledger, asOf) => {
        const items = settled(ledger);
        const applications = naiveSettle(ledger.items, ledger.links);
        const open = ledger.items.map((item) => naiveOpen(item, applications, asOf));
        expect([...openAmounts(items, asOf)].map(formatFen)).toEqual(
          open.map((amount) => amount.toFixed(2)),
        );
        expect([...baseAmounts(items, asOf)].map(formatFen)).toEqual(
          ledger.items.map((item) => naiveBase(item, applications, asOf).toFixed(2)),
        );
        const { bucket, totals } = aged(items, asOf);
        expect([...bucket]).toEqual(
          ledger.items.map((item, i) =>
            open[i]!.greaterThan(0) ? naiveBucket(asOf - item.due) : -1,
          ),
        );
        for (const total of totals) {
          const own = open.filter((_, i) => ledger.items[i]!.currency === total.currency);
          expect(formatFen(total.open)).toBe(own.reduce((a, b) => a.plus(b)).toFixed(2));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('makes and loses no fen, per account and day, in its own and in base currency', () => {
    fc.assert(
      fc.property(ledgers, day, (ledger, asOf) => {
        const before = columnsOf(ledger.items);
        for (const after of [settled(ledger), settleFifo(settled(ledger))]) {
          const then = aged(before, asOf);
          const now = aged(after, asOf);
          expect(now.totals.map((total) => total.open)).toEqual(then.totals.map((t) => t.open));
          const byCustomer = (analysis: Analysis) =>
            customerBalances(analysis)
              .filter(({ open }) => open !== 0)
              .map((c) => `${c.customer} ${c.currency} ${c.open}`)
              .sort();
          expect(byCustomer(now)).toEqual(byCustomer(then));
          expect(sum(baseAmounts(after, asOf))).toBe(sum(baseAmounts(before, asOf)));
        }
      }),
    );
  });

  it('lets buckets, not due and unapplied be the balance', () => {
    fc.assert(
      fc.property(ledgers, day, (ledger, asOf) => {
        const analysis = aged(settleFifo(settled(ledger)), asOf);
        for (const part of [...analysis.totals, ...customerBalances(analysis)]) {
          expect(sum(part.byBucket) + part.unapplied).toBe(part.open);
        }
        const base = baseAnalysis(analysis);
        for (const part of [base.total, ...base.customers]) {
          expect(sum(part.byBucket) + part.unapplied + part.exchange).toBe(part.balance);
        }
        expect(sum(base.customers.map(({ balance }) => balance))).toBe(base.total.balance);
        expect(sum(base.amounts)).toBe(base.total.balance);
      }),
    );
  });

  it('does not ask for the order of rows or links', () => {
    fc.assert(
      fc.property(ledgers, keys, keys, day, (ledger, a, b, asOf) => {
        const mixed = { items: shuffled(ledger.items, a), links: shuffled(ledger.links, b) };
        expect(balancesOf(aged(settled(mixed, ledger.items), asOf))).toEqual(
          balancesOf(aged(settled(ledger), asOf)),
        );
        expect(balancesOf(aged(settleFifo(columnsOf(mixed.items, ledger.items)), asOf))).toEqual(
          balancesOf(aged(settleFifo(columnsOf(ledger.items)), asOf)),
        );
      }),
    );
  });

  it('puts two ledgers of different customers together as they are', () => {
    fc.assert(
      fc.property(ledgers, ledgers, (one, two) => {
        const others = two.items.map((item) => ({ ...item, customer: `另${item.customer}` }));
        const other = (item: NaiveItem) => others[two.items.indexOf(item)]!;
        const links = two.links.map((link) => ({
          ...link,
          credit: other(link.credit),
          to: typeof link.to === 'string' ? link.to : other(link.to),
        }));
        const both = settled({
          items: [...one.items, ...others],
          links: [...one.links, ...links],
        });
        expect([...openAmounts(both, MIDDAY)]).toEqual([
          ...openAmounts(settled(one), MIDDAY),
          ...openAmounts(settled({ items: others, links }), MIDDAY),
        ]);
      }),
    );
  });

  it('makes every item a day older on the next day', () => {
    fc.assert(
      fc.property(ledgers, day, (ledger, asOf) => {
        const items = settled(ledger);
        const [today, tomorrow] = [aged(items, asOf), aged(items, asOf + 1)];
        expect([...tomorrow.daysOverdue]).toEqual([...today.daysOverdue].map((days) => days + 1));
        ledger.items.forEach((item, i) => {
          if (item.date <= asOf) expect(tomorrow.ageDays[i]).toBe(today.ageDays[i]! + 1);
        });
      }),
    );
  });

  it('hears nothing before a day from documents after it', () => {
    fc.assert(
      fc.property(ledgers, day, (ledger, asOf) => {
        const known = ledger.items.filter((item) => item.date <= asOf);
        const links = ledger.links.filter(
          ({ credit, to }) =>
            known.includes(credit) && (typeof to === 'string' || known.includes(to)),
        );
        const later = settleFifo(columnsOf(ledger.items));
        expect(balancesOf(aged(settleFifo(columnsOf(known, ledger.items)), asOf))).toEqual(
          balancesOf(aged(later, asOf)),
        );
        const receipts = ledger.items.filter(
          (item) => item.date <= asOf || item.amount.isPositive(),
        );
        const without = {
          items: receipts,
          links: ledger.links.filter(
            ({ credit, to }) =>
              receipts.includes(credit) && (typeof to === 'string' || receipts.includes(to)),
          ),
        };
        expect(links.length).toBeLessThanOrEqual(without.links.length);
        expect(balancesOf(aged(settled(without, ledger.items), asOf))).toEqual(
          balancesOf(aged(settled(ledger), asOf)),
        );
      }),
    );
  });

  it('sets nothing before a day otherwise for documents and matchings after it', () => {
    fc.assert(
      fc.property(repeated, day, ({ items, links }, asOf) => {
        const known = items.filter(({ date }) => date <= asOf);
        const then = links.filter(
          ({ credit, to, date }) =>
            date <= asOf &&
            known.includes(credit) &&
            (typeof to === 'string' || known.includes(to)),
        );
        const now = openAmounts(settled({ items, links }), asOf);
        expect([...openAmounts(settled({ items: known, links: then }, items), asOf)]).toEqual(
          known.map((item) => now[items.indexOf(item)]),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with a plain reading where numbers repeat, credits bear them too', () => {
    fc.assert(
      fc.property(repeated, day, (ledger, asOf) => {
        const applications = naiveSettle(ledger.items, ledger.links);
        expect([...openAmounts(settled(ledger), asOf)].map(formatFen)).toEqual(
          ledger.items.map((item) => naiveOpen(item, applications, asOf).toFixed(2)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
