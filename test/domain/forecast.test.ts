import fc from 'fast-check';
import {
  analyse,
  BEYOND,
  cashLine,
  DEFAULT_FORECAST,
  defaultSettings,
  DELAY_LEVELS,
  DISPUTED,
  forecast,
  isoDate,
  itemsOfWeek,
  NO_DATE,
  NOT_OPEN,
  ReceivablesBuilder,
  serialOf,
  type Applications,
  type Band,
  type CashPlan,
  type Receivable,
  type Serial,
} from '../../src/domain';

const asOf = serialOf(2025, 6, 30);
const day = (month: number, date: number) => serialOf(2025, month, date);

/** An open invoice of 甲 over 100 yuan. */
const open = (dueDate: Serial, changes: Partial<Receivable> = {}): Receivable => ({
  row: 2,
  customer: '甲',
  currency: 'CNY',
  documentDate: serialOf(2024, 1, 1),
  dueDate,
  amount: 100_00,
  received: 0,
  receiptDate: NO_DATE,
  ...changes,
});

/** One that was paid some days after 31 January 2025. */
const paid = (delay: number, changes: Partial<Receivable> = {}): Receivable =>
  open(day(1, 31), {
    received: changes.amount ?? 100_00,
    receiptDate: day(1, 31) + delay,
    ...changes,
  });

function analysisOf(rows: readonly Receivable[], applications: Partial<Applications> = {}) {
  const builder = new ReceivablesBuilder(['customerType']);
  rows.forEach((row, i) => builder.add({ ...row, row: i + 2 }));
  const items = builder.build();
  return analyse(
    { ...items, applications: { ...items.applications, ...applications } },
    defaultSettings(asOf),
  );
}

/** Expected date, level and receipts of the first row. */
function first(rows: readonly Receivable[], applications: Partial<Applications> = {}) {
  const { expectedDate, level, receipts } = forecast(analysisOf(rows, applications));
  return [isoDate(expectedDate[0]!), DELAY_LEVELS[level[0]!], receipts[0]];
}

const times = <T>(n: number, item: T): T[] => new Array<T>(n).fill(item);

describe('the day an item is expected on', () => {
  const due = day(7, 10);
  const foreign = { customer: '乙' };
  it.each<[string, Receivable[], unknown[]]>([
    ['by term where nobody ever paid', [open(due)], ['2025-07-10', 'term', 0]],
    [
      'by term where too few receipts are known',
      [open(due), paid(9), paid(9)],
      ['2025-07-10', 'term', 0],
    ],
    ['tomorrow where it is due today', [open(asOf)], ['2025-07-01', 'term', 0]],
    ['not told where it is overdue and nobody ever paid', [open(asOf - 1)], ['', 'term', 0]],
    [
      'by the mean delay, weighted by amount: (0 × 100 + 10 × 100 + 20 × 200) ÷ 400 = 12.5',
      [open(due), paid(0), paid(10), paid(20, { amount: 200_00 })],
      ['2025-07-23', 'ledger', 3],
    ],
    [
      'early where the customer pays early',
      [open(due), ...times(3, paid(-4))],
      ['2025-07-06', 'ledger', 3],
    ],
    [
      'half by ten receipts of its own (5 days), half by the ledger’s ((50 + 82) ÷ 12 = 11)',
      [open(due), ...times(10, paid(5)), ...times(2, paid(41, foreign))],
      ['2025-07-18', 'customer', 10],
    ],
    [
      'by the segment, where the customer has no history',
      [
        open(due, { dimensions: { customerType: '主机厂' } }),
        ...times(30, paid(40, { ...foreign, dimensions: { customerType: '主机厂' } })),
        ...times(10, paid(0, { customer: '丙', dimensions: { customerType: '零售' } })),
      ],
      ['2025-08-17', 'segment', 30],
    ],
    [
      'by the ledger, where nobody says what segment it is of',
      [
        open(due),
        ...times(30, paid(40, { ...foreign, dimensions: {} })),
        ...times(10, paid(0, { customer: '丙', dimensions: { customerType: '零售' } })),
      ],
      ['2025-08-09', 'ledger', 40],
    ],
    [
      'overdue 20 days: by the receipts that were later than that alone',
      [open(asOf - 20), ...times(7, paid(5)), ...times(3, paid(50, foreign))],
      ['2025-07-30', 'ledger', 3],
    ],
    [
      'not told where it is later than nearly all receipts',
      [open(asOf - 20), ...times(7, paid(5)), ...times(2, paid(50, foreign))],
      ['', 'term', 0],
    ],
    [
      'not told for a revaluation, which nobody pays',
      [open(due, { kind: 'revaluation' }), ...times(3, paid(9))],
      ['', 'term', 0],
    ],
  ])('%s', (_, rows, expected) => {
    expect(first(rows)).toEqual(expected);
  });

  it.each<[string, Receivable[]]>([
    ['after the day', times(3, open(asOf - 5, { received: 1, receiptDate: asOf + 1 }))],
    ['of an unknown day', times(3, paid(9, { receiptDate: NO_DATE }))],
    ['on a credit note', times(3, paid(9, { amount: -1, received: -1 }))],
    ['on a revaluation', times(3, paid(9, { kind: 'revaluation' }))],
  ])('does not look at receipts %s', (_, rows) => {
    expect(first([open(due), ...rows])).toEqual(['2025-07-10', 'term', 0]);
  });

  it('weighs receipts of other currencies at their booking rates', () => {
    const dollars = paid(70, { currency: 'USD', rate: 7 });
    // (7 × 100 × 70 + 2 × 100 × 7) ÷ 900 = 56
    expect(first([open(due), dollars, paid(7), paid(7)])).toEqual(['2025-09-04', 'ledger', 3]);
  });

  describe('by receipts set against invoices', () => {
    const receipt = (kind: 'receipt' | 'creditNote') =>
      open(NO_DATE, { kind, amount: -100_00, documentDate: day(2, 10), dueDate: day(2, 10) });
    const invoices = times(3, open(day(1, 31)));
    const applied = (count: number, amounts: number[]): Partial<Applications> => ({
      count,
      credit: Int32Array.from(amounts, (_, k) => 4 + (k % 3)),
      item: Int32Array.from(amounts, (_, k) => 1 + (k % 3)),
      amount: Float64Array.from(amounts),
      date: new Int32Array(count).fill(day(3, 31)),
      derived: new Uint8Array(count),
    });

    it('counts from the day the money came, not from the day of matching', () => {
      const rows = [open(due), ...invoices, ...times(3, receipt('receipt'))];
      expect(first(rows, applied(3, times(3, 100_00)))).toEqual(['2025-07-20', 'ledger', 3]);
    });

    it('leaves out what was taken back', () => {
      const rows = [open(due), ...invoices, ...times(3, receipt('receipt')), paid(50)];
      const taken = applied(5, [100_00, 100_00, 100_00, -100_00, -100_00]);
      expect(first(rows, taken)).toEqual(['2025-07-10', 'term', 0]);
      const all = applied(6, [100_00, 100_00, 100_00, -100_00, -100_00, -100_00]);
      expect(first([...rows, paid(50), paid(50)], all)).toEqual(['2025-08-29', 'ledger', 3]);
    });

    it('counts from the day of matching where nobody knows when the money came', () => {
      const dateless = { documentDate: NO_DATE };
      const rows = [
        open(due),
        ...invoices.map((invoice) => ({ ...invoice, ...dateless })),
        ...times(3, { ...receipt('receipt'), ...dateless }),
      ];
      // matched on 03-31, 59 days after 01-31
      expect(first(rows, applied(3, times(3, 100_00)))).toEqual(['2025-09-07', 'ledger', 3]);
    });

    it('leaves credit notes out', () => {
      const rows = [open(due), ...invoices, ...times(3, receipt('creditNote'))];
      expect(first(rows, applied(3, times(3, 100_00)))).toEqual(['2025-07-10', 'term', 0]);
    });
  });

  it('has an early and a late day, by which 20 % and 80 % of the money had come', () => {
    const rows = [open(due), ...[1, 2, 3, 4, 50].map((delay) => paid(delay)), paid(6), paid(7)];
    const { earlyDate, lateDate, expectedDate, delay } = forecast(analysisOf(rows));
    // 7 × 100 yuan: 140 had come after 2 days, 560 after 7; the mean is 73 ÷ 7 = 10.4.
    expect([earlyDate[0]! - due, expectedDate[0]! - due, lateDate[0]! - due]).toEqual([2, 10, 10]);
    expect(delay[0]).toBeCloseTo(73 / 7, 10);
  });
});

describe('the worked example of docs/spec-forecast.md', () => {
  const other = { customer: '乙' };
  const analysis = analysisOf([
    open(day(7, 10), { amount: 1000_00 }),
    open(day(7, 20), { ...other, amount: 600_00 }),
    open(asOf - 20, { amount: 500_00 }),
    open(asOf - 60, { customer: '丙', amount: 300_00 }),
    open(day(7, 1), { amount: 200_00, disputed: true }),
    open(day(12, 31), { customer: '丙', amount: 400_00 }),
    open(day(12, 31), { customer: '丙', amount: -50_00 }),
    ...times(10, paid(5)),
    paid(41, other),
    ...times(2, paid(41, { ...other, amount: 50_00 })),
  ]);
  const result = forecast(analysis);
  const [cny] = result.currencies;

  it('says when each item is expected, and by whose receipts', () => {
    const { expectedDate, earlyDate, lateDate, level, receipts, week } = result;
    expect(
      [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [
        isoDate(earlyDate[i]!),
        isoDate(expectedDate[i]!),
        isoDate(lateDate[i]!),
        DELAY_LEVELS[level[i]!],
        receipts[i],
        week[i],
      ]),
    ).toEqual([
      ['2025-07-15', '2025-07-18', '2025-07-18', 'customer', 10, 3],
      ['2025-08-02', '2025-08-07', '2025-08-07', 'ledger', 13, 6],
      ['2025-07-21', '2025-07-21', '2025-07-21', 'ledger', 3, 3],
      ['', '', '', 'term', 0, BEYOND],
      ['2025-07-06', '2025-07-09', '2025-07-09', 'customer', 10, DISPUTED],
      ['2026-01-05', '2026-01-11', '2026-01-11', 'ledger', 13, BEYOND],
      ['', '', '', 'term', 0, NOT_OPEN],
      ['', '', '', 'term', 0, NOT_OPEN],
    ]);
  });

  it('adds them up by week', () => {
    const weeks = cny!.weeks.map((w) => [w.low, w.expected, w.high].map((fen) => fen / 100));
    expect(weeks).toHaveLength(13);
    expect(weeks[2]).toEqual([1500, 1500, 1500]);
    expect(weeks[4]).toEqual([0, 0, 600]);
    expect(weeks[5]).toEqual([600, 600, 0]);
    expect([cny!.weeks[2]!.from, cny!.weeks[2]!.to].map(isoDate)).toEqual([
      '2025-07-15',
      '2025-07-21',
    ]);
    expect(cny!.weeks[5]!.cumulative).toEqual({
      low: 2100_00,
      expected: 2100_00,
      high: 2100_00,
    });
    expect([cny!.open, cny!.disputed, cny!.beyond.expected]).toEqual([3000_00, 200_00, 700_00]);
  });

  it('adds them up by month, within the 13 weeks', () => {
    expect(
      cny!.months.map(({ from, to, expected }) => [isoDate(from), isoDate(to), expected / 100]),
    ).toEqual([
      ['2025-07-01', '2025-07-31', 1500],
      ['2025-08-01', '2025-08-31', 600],
      ['2025-09-01', '2025-09-29', 0],
    ]);
  });

  it('gives the rows behind a sum', () => {
    const rows = (week: number) =>
      [...itemsOfWeek(analysis, result, 0, week)].map((i) => analysis.items.row[i]);
    expect([3, 6, 7, BEYOND, DISPUTED].map(rows)).toEqual([[2, 4], [3], [], [5, 7], [6]]);
    expect(itemsOfWeek(analysis, result, 1, 3)).toHaveLength(0);
  });

  it('says what it was made with', () => {
    expect(result).toMatchObject({ ...DEFAULT_FORECAST, asOf, monthFactors: null });
  });

  describe('with cash', () => {
    const plan = (changes: Partial<CashPlan> = {}): CashPlan => ({
      currency: '人民币',
      opening: 1000_00,
      payments: [
        { date: day(6, 15), amount: 100_00 },
        { date: day(7, 8), amount: 600_00 },
        { date: day(7, 15), amount: 700_00 },
        { date: day(8, 5), amount: 900_00 },
        { date: day(10, 30), amount: 9999_00 },
      ],
      minimum: 300_00,
      ...changes,
    });
    const closing = (of: CashPlan) =>
      cashLine(result, of).weeks.map(({ closing: { expected } }) => expected / 100);

    it('closes each week with opening + receipts − payments; what was to be paid before is paid first', () => {
      expect(closing(plan()).slice(0, 7)).toEqual([900, 300, 1100, 1100, 1100, 800, 800]);
      expect(cashLine(result, plan()).weeks[1]).toMatchObject({ to: day(7, 14), payments: 600_00 });
    });

    it.each<[string, Partial<CashPlan>, CashPlan[keyof CashPlan] | object]>([
      ['on the line is not below it', {}, { low: null, expected: null, high: null }],
      ['a fen above is', { minimum: 300_01 }, { low: 2, expected: 2, high: 2 }],
      [
        'with the late dates sooner than with the early ones',
        { opening: 500_00, minimum: 0, payments: [{ date: day(7, 29), amount: 2300_00 }] },
        { low: 5, expected: 5, high: null },
      ],
      [
        'an overdraft is below from the first week',
        { opening: -1 },
        { low: 1, expected: 1, high: 1 },
      ],
    ])('%s', (_, changes, firstBelow) => {
      expect(cashLine(result, plan(changes)).firstBelow).toEqual(firstBelow);
    });

    it('a currency nobody owes us brings nothing in', () => {
      expect(closing(plan({ currency: 'USD' })).slice(0, 3)).toEqual([900, 300, -400]);
    });
  });
});

describe('month factors', () => {
  /** Over three years of receipts, paid on the due date, twice as much in December, none in February. */
  const seasonal = Array.from({ length: 37 }, (_, m) => {
    const date = serialOf(2022 + Math.floor(m / 12), (m % 12) + 1, 1);
    const days = serialOf(2022 + Math.floor((m + 1) / 12), ((m + 1) % 12) + 1, 1) - date;
    const share = m % 12 === 1 ? 0 : m % 12 === 11 ? 2 : 1;
    return paid(0, {
      documentDate: NO_DATE,
      dueDate: date,
      receiptDate: date,
      amount: days * share * 100,
      received: days * share * 100,
    });
  });
  const of = (date: Serial, rows: readonly Receivable[]) => {
    const builder = new ReceivablesBuilder([]);
    for (const row of rows) builder.add(row);
    return forecast(analyse(builder.build(), defaultSettings(date)));
  };
  const at = (date: Serial, ...dueDates: Serial[]) =>
    of(date, [...dueDates.map((due) => open(due)), ...seasonal]);

  it('tell how much comes in a day of each month', () => {
    const { monthFactors } = at(serialOf(2024, 12, 31), serialOf(2025, 1, 5));
    expect(monthFactors!.map((f) => Number(f.toFixed(9)))).toEqual([
      1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2,
    ]);
  });

  it.each([
    ['24 whole months', 12, serialOf(2024, 12, 31), true],
    ['24 months but a day', 12, serialOf(2024, 12, 30), false],
    ['24 months, the first begun', 11.5, serialOf(2024, 12, 31), false],
  ])('are there after %s: %p', (_, from, date, isThere) => {
    const rows = seasonal.slice(Math.ceil(from));
    const late = paid(1, { dueDate: serialOf(2022, 12, 20), receiptDate: serialOf(2022, 12, 20) });
    const history = from % 1 === 0 ? rows : [late, ...rows.slice(1)];
    expect(of(date, history).monthFactors !== null).toBe(isThere);
  });

  it.each([
    ['a year has no receipts', [0, 35]],
    ['the middle of two years has none', [12, 17, 30, 35]],
  ])('are not there where %s', (_, months) => {
    const history = months.map((m) => seasonal[m]!);
    expect(of(serialOf(2024, 12, 31), history).monthFactors).toBeNull();
  });

  it('move what would come in a month without receipts behind it, and say by how many days', () => {
    const result = at(serialOf(2025, 1, 31), serialOf(2025, 2, 1), serialOf(2025, 2, 10));
    expect([0, 1].map((i) => isoDate(result.expectedDate[i]!))).toEqual([
      '2025-03-01',
      '2025-03-10',
    ]);
    expect([...result.seasonDays.slice(0, 2)]).toEqual([28, 28]);
  });

  it('draw what comes in a strong month forward', () => {
    const result = at(serialOf(2024, 11, 30), serialOf(2024, 12, 20));
    expect(isoDate(result.expectedDate[0]!)).toBe('2024-12-10');
    expect(result.seasonDays[0]).toBe(-10);
  });
});

const anyItem = fc
  .record({
    customer: fc.constantFrom('甲', '乙', '丙'),
    currency: fc.constantFrom('CNY', 'USD'),
    dueDate: fc.integer({ min: asOf - 200, max: asOf + 200 }),
    amount: fc.integer({ min: -300, max: 9000 }),
    received: fc.constantFrom(0, 0.5, 1),
    delay: fc.integer({ min: -20, max: 120 }),
    disputed: fc.boolean(),
    customerType: fc.constantFrom('主机厂', '零售', ''),
  })
  .map(({ received, delay, customerType, ...rest }) => ({
    ...open(rest.dueDate, rest),
    received: Math.trunc(rest.amount * received),
    receiptDate: received === 0 ? NO_DATE : rest.dueDate + delay,
    dimensions: { customerType },
  }));
const ledger = fc.array(anyItem, { maxLength: 40 });
const SCENARIOS = ['low', 'expected', 'high'] as const;

describe('any ledger', () => {
  it('Σ weeks + beyond + disputed = positive open, in each scenario and by months too', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        const analysis = analysisOf(rows);
        const { currencies } = forecast(analysis);
        for (const [c, of] of currencies.entries()) {
          const total = analysis.totals[c]!;
          expect(of.open).toBe(total.open - total.unapplied);
          for (const scenario of SCENARIOS) {
            const sum = (bands: readonly Band[]) => bands.reduce((s, b) => s + b[scenario], 0);
            expect(sum(of.weeks) + of.beyond[scenario] + of.disputed).toBe(of.open);
            expect(sum(of.months)).toBe(sum(of.weeks));
            expect(of.weeks.at(-1)!.cumulative[scenario]).toBe(sum(of.weeks));
          }
        }
      }),
    );
  });

  it('by any week, low ≤ expected ≤ high', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        for (const { weeks } of forecast(analysisOf(rows)).currencies) {
          for (const { cumulative } of weeks) {
            expect(cumulative.low).toBeLessThanOrEqual(cumulative.expected);
            expect(cumulative.expected).toBeLessThanOrEqual(cumulative.high);
          }
        }
      }),
    );
  });

  it('nothing is expected on the day itself or before; sums are those of their items', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        const analysis = analysisOf(rows);
        const result = forecast(analysis);
        for (const dates of [result.earlyDate, result.expectedDate, result.lateDate]) {
          for (const date of dates) expect(date === NO_DATE || date > asOf).toBe(true);
        }
        for (const [c, { weeks, beyond }] of result.currencies.entries()) {
          for (const [w, sums] of [beyond, ...weeks].entries()) {
            for (const scenario of ['low', 'expected', 'high'] as const) {
              const found = itemsOfWeek(analysis, result, c, w, scenario);
              expect(found.reduce((s, i) => s + analysis.open[i]!, 0)).toBe(sums[scenario]);
            }
          }
        }
      }),
    );
  });

  it('is the same in any order of its rows', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        const facts = (of: readonly Receivable[]) => {
          const { expectedDate, earlyDate, lateDate, level, receipts, currencies } = forecast(
            analysisOf(of),
          );
          return {
            dates: of.map((_, i) => [
              expectedDate[i],
              earlyDate[i],
              lateDate[i],
              level[i],
              receipts[i],
            ]),
            currencies: currencies.map((c) => JSON.stringify(c)).sort(),
          };
        };
        const [there, back] = [facts(rows), facts([...rows].reverse())];
        expect(back).toEqual({ ...there, dates: [...there.dates].reverse() });
      }),
    );
  });
});
