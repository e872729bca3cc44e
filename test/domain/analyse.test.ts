import fc from 'fast-check';
import {
  analyse,
  bucketOf,
  CLASS_FACTS,
  classified,
  classOf,
  customerBalances,
  defaultSettings,
  NO_DATE,
  NONE,
  overdueOf,
  ReceivablesBuilder,
  serialOf,
  warningOf,
  type AnalysisSettings,
  type Receivable,
  type Receivables,
} from '../../src/domain';

const asOf = serialOf(2025, 6, 30);

const columns = (items: readonly Receivable[]): Receivables => {
  const builder = new ReceivablesBuilder();
  for (const item of items) builder.add(item);
  return builder.build();
};

const day = fc.integer({ min: asOf - 500, max: asOf + 60 });
const item: fc.Arbitrary<Receivable> = fc.record({
  row: fc.integer({ min: 2, max: 999 }),
  customer: fc.constantFrom('甲', '乙', '丙', '丁'),
  currency: fc.constantFrom('CNY', 'USD', 'EUR', 'HKD'),
  documentDate: fc.oneof(day, fc.constant(NO_DATE)),
  dueDate: day,
  amount: fc.integer({ min: -9999, max: 99_999 }),
  received: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 99_999 })),
  receiptDate: fc.oneof(day, fc.constant(NO_DATE)),
  classFact: fc.integer({ min: 0, max: 5 + CLASS_FACTS.length }),
});

/** The ageing as one would first write it: row after row. */
function byRows(items: readonly Receivable[], settings: AnalysisSettings) {
  const rows = items.map(({ documentDate, dueDate, receiptDate, amount, received, ...rest }) => {
    const isIn = receiptDate === NO_DATE || receiptDate <= asOf;
    const open = documentDate > asOf ? 0 : amount - (isIn ? received : 0);
    const days = asOf - dueDate;
    const byDays = classOf(days, settings.classBounds);
    const isBankrupt = settings.knockIns.some(
      ({ customer, reason, since }) =>
        customer === rest.customer && reason === 'bankruptcy' && since <= asOf,
    );
    return {
      ...rest,
      open,
      days,
      age: documentDate === NO_DATE || documentDate > asOf ? NONE : asOf - documentDate,
      bucket: open > 0 ? bucketOf(days, settings.edges) : NONE,
      riskClass: open > 0 ? classified(byDays, rest.classFact!, isBankrupt).riskClass : NONE,
      warning: open > 0 ? warningOf(dueDate, settings, documentDate) : 0,
    };
  });
  const balance = (of: typeof rows) => ({
    open: of.reduce((sum, { open }) => sum + open, 0),
    unapplied: of.reduce((sum, { open }) => sum + Math.min(open, 0), 0),
    byBucket: Array.from({ length: settings.edges.length + 2 }, (_, b) =>
      of.reduce((sum, row) => sum + (row.bucket === b ? row.open : 0), 0),
    ),
    countByBucket: Array.from(
      { length: settings.edges.length + 2 },
      (_, b) => of.filter((row) => row.bucket === b).length,
    ),
  });
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  const customers = [...new Set(rows.map(({ customer }) => customer))]
    .flatMap((customer) => currencies.map((currency) => ({ customer, currency })))
    .flatMap(({ customer, currency }) => {
      const of = rows.filter((row) => row.customer === customer && row.currency === currency);
      const maxDaysOverdue = Math.max(0, ...of.map(({ open, days }) => (open > 0 ? days : 0)));
      return of.some(({ open }) => open !== 0)
        ? [{ customer, currency, ...balance(of), maxDaysOverdue }]
        : [];
    });
  return {
    open: rows.map(({ open }) => open),
    daysOverdue: rows.map(({ days }) => days),
    ageDays: rows.map(({ age }) => age),
    bucket: rows.map(({ bucket }) => bucket),
    riskClass: rows.map(({ riskClass }) => riskClass),
    warning: rows.map(({ warning }) => warning),
    totals: currencies.map((currency) => ({
      currency,
      ...balance(rows.filter((row) => row.currency === currency)),
    })),
    customers,
    overdueCount: rows.filter(({ open, days }) => open > 0 && days > 0).length,
    countByWarning: [0, 1, 2, 3].map(
      (level) => rows.filter(({ open, warning }) => open > 0 && warning === level).length,
    ),
  };
}

const settings: fc.Arbitrary<AnalysisSettings> = fc.record({
  asOf: fc.constant(asOf),
  previous: fc.integer({ min: asOf - 40, max: asOf - 1 }),
  leadDays: fc.integer({ min: 0, max: 20 }),
  edges: fc
    .uniqueArray(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 6 })
    .map((edges) => edges.sort((a, b) => a - b)),
  classBounds: fc.constantFrom([0, 90, 270, 360] as const, [5, 6, 7, 700] as const),
  knockIns: fc.array(
    fc.record({
      customer: fc.constantFrom('甲', '乙', '远东'),
      reason: fc.constantFrom('blacklist' as const, 'bankruptcy' as const),
      since: fc.constantFrom(NO_DATE, asOf, asOf + 1),
    }),
    { maxLength: 3 },
  ),
});

const byName = (a: { customer: string; currency: string }, b: typeof a) =>
  `${a.customer}${a.currency}` < `${b.customer}${b.currency}` ? -1 : 1;

describe('an analysis', () => {
  it('says of any ledger what its rows say one by one', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), settings, (rows, chosen) => {
        const found = analyse(columns(rows), chosen);
        const expected = byRows(rows, chosen);
        const { open, daysOverdue, ageDays, bucket, riskClass, warning } = found;
        expect({
          ...Object.fromEntries(
            Object.entries({ open, daysOverdue, ageDays, bucket, riskClass, warning }).map(
              ([name, column]) => [name, [...column]],
            ),
          ),
          totals: found.totals,
          customers: customerBalances(found).sort(byName),
          overdueCount: found.overdueCount,
          countByWarning: found.countByWarning,
        }).toEqual({ ...expected, customers: expected.customers.sort(byName) });
      }),
    );
  });

  it('lists customers by the money past due, then by name', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (rows) => {
        const customers = customerBalances(analyse(columns(rows), defaultSettings(asOf)));
        for (let i = 1; i < customers.length; i++) {
          const [one, next] = [customers[i - 1]!, customers[i]!];
          const [more, less] = [overdueOf(one), overdueOf(next)];
          expect(more > less || (more === less && one.customer <= next.customer)).toBe(true);
        }
      }),
    );
  });

  it('where nobody has set anything, sees a week ahead and compares with the day before', () => {
    expect(defaultSettings(asOf)).toEqual({
      asOf: serialOf(2025, 6, 30),
      previous: serialOf(2025, 6, 29),
      leadDays: 7,
      edges: [30, 60, 90, 180, 365],
      classBounds: [0, 90, 270, 360],
      knockIns: [],
    });
  });

  it('gives an item of the day an age of 0, a customer the buckets there are, and no more overdue than is', () => {
    const one = { row: 2, customer: '甲', currency: '', received: 0, receiptDate: NO_DATE };
    const found = analyse(
      columns([
        { ...one, documentDate: asOf, dueDate: asOf, amount: 40_00 },
        { ...one, documentDate: asOf - 40, dueDate: asOf - 10, amount: 60_00 },
        { ...one, documentDate: asOf - 5, dueDate: asOf - 5, amount: -30_00 },
        { ...one, documentDate: asOf - 90, dueDate: asOf - 80, amount: 20_00, received: 20_00 },
      ]),
      defaultSettings(asOf),
    );
    expect([...found.ageDays]).toEqual([0, 40, 5, 90]);
    expect(found.overdueCount).toBe(1); // what falls due today is not overdue
    const [customer] = customerBalances(found);
    expect(customer!.byBucket).toHaveLength(7);
    expect(customer!.countByBucket).toHaveLength(7);
    expect(overdueOf(customer!)).toBe(60_00);
    expect(customer!.maxDaysOverdue).toBe(10); // what is settled is no longer
  });

  it('calls new what was issued since the run before and is overdue already, and nothing else', () => {
    const one = { row: 2, customer: '甲', currency: '', amount: 100, received: 0 };
    const issuedAndDue = [
      [-5, -2],
      [-5, 0], // due today is not overdue
      [-5, 30],
      [-10, -50], // the run before has seen it, and no edge has passed since
      [-9, -50],
    ].map(([issued, due]) => ({
      ...one,
      documentDate: asOf + issued!,
      dueDate: asOf + due!,
      receiptDate: NO_DATE,
    }));
    const found = analyse(columns(issuedAndDue), {
      ...defaultSettings(asOf),
      previous: asOf - 10,
    });
    expect([...found.warning]).toEqual([2, 1, 0, 0, 2]);
    expect(found.countByWarning).toEqual([2, 1, 2, 0]);
  });

  it('gives the balances of one customer alone', () => {
    const one = { row: 2, received: 0, receiptDate: NO_DATE, documentDate: asOf, dueDate: asOf };
    const found = analyse(
      columns([
        { ...one, customer: '甲', currency: 'USD', amount: 1 },
        { ...one, customer: '乙', currency: 'USD', amount: 2 },
        { ...one, customer: '乙', currency: 'CNY', amount: -3 },
        { ...one, customer: '丙', currency: 'CNY', amount: 0 },
      ]),
      defaultSettings(asOf),
    );
    const told = (customer: number) =>
      customerBalances(found, customer).map((b) => [b.customer, b.currency, b.open, b.unapplied]);
    expect([told(0), told(1), told(2)]).toEqual([
      [['甲', 'USD', 1, 0]],
      [
        ['乙', 'USD', 2, 0],
        ['乙', 'CNY', -3, -3],
      ],
      [],
    ]);
  });

  it('takes bounds that no date reaches, and dates beyond all bounds', () => {
    const one = { customer: '甲', currency: '', amount: 100, received: 0, receiptDate: NO_DATE };
    const dates = [61, 2_958_465].map((dueDate) => ({ ...one, row: 2, documentDate: 61, dueDate }));
    const far = { edges: [1e9], leadDays: 1e9, classBounds: [0, 1, 2, 1e9] as const };
    const found = analyse(columns(dates), { ...defaultSettings(asOf), ...far });
    expect([...found.bucket]).toEqual([1, 0]);
    expect([...found.riskClass]).toEqual([3, 0]);
    expect([...found.warning]).toEqual([0, 1]);
  });
});
