import { existsSync } from 'node:fs';
import path from 'node:path';
import { runnerOf } from './areas';
import { difference } from './compare';
import { casesOf, problemOf } from './judge';

describe('an answer agrees with the expected one', () => {
  it.each<[string, unknown, unknown, number | undefined, string | null]>([
    [
      'to the last digit',
      { dso: 55.351 },
      { dso: 55.35 },
      undefined,
      'answer.dso is 55.351, expected 55.35',
    ],
    ['within a tolerance', { dso: 55.351 }, { dso: 55.35 }, 0.005, null],
    ['where a double stands for the same decimal', 0.1 + 0.2, 0.3, undefined, null],
    ['and may say more', { a: 1, b: 2 }, { a: 1 }, undefined, null],
    [
      'but not less',
      { a: 1 },
      { a: 1, b: null },
      undefined,
      'answer.b is undefined, expected null',
    ],
    ['nor list more', [1, 2], [1], undefined, 'answer is [1,2], expected [1]'],
    ['in words too', ['pass'], ['lock'], undefined, 'answer.0 is "pass", expected "lock"'],
  ])('%s', (_, actual, expected, tolerance, problem) => {
    expect(difference(actual, expected, tolerance)).toBe(problem);
  });

  it.each<[string, string, unknown, string]>([
    ['an area that is not built', 'weather', { sun: 1 }, 'this area is not built yet'],
    ['a case that expects nothing', 'cei', {}, 'the case expects nothing'],
    ['a figure nobody works out', 'turnover', { sun: 1 }, 'answer.sun is undefined, expected 1'],
  ])('%s is a problem', (_, area, expected, problem) => {
    const c = { id: 'X', title: '', area, status: 'adopt', as_of: null, policy: {} };
    const input = { credit_sales: 1, beginning_ar: 1, ending_ar: 1 };
    expect(problemOf({ ...c, input, expected })).toBe(problem);
  });
});

/** A case in the terms of what it varies. */
const caseOf = (
  area: string,
  input: unknown,
  expected: unknown,
  policy = {},
  as_of = '2025-06-30',
) => ({
  id: 'X',
  title: '',
  area,
  status: 'adopt',
  as_of,
  policy,
  input,
  expected,
});

describe('ledgers', () => {
  const invoice = { doc: 'A', type: 'invoice', customer: 'C1', date: '2025-05-01', amount: 100 };
  const part = (due: string, amount: number) => ({ due, amount });
  const open = (...items: object[]) => ({ open_items: items });
  const credit = { ...invoice, doc: 'CN', type: 'credit_note' };
  const payment = { ...invoice, doc: 'P', type: 'payment', date: '2025-06-10' };

  it.each<[string, object[], object, object?]>([
    ['no instalments are none', [{ ...invoice, instalments: [] }], open({ due: '2025-05-01' })],
    ['a blank due date is missing', [{ ...invoice, due: '' }], open({ days_overdue: 60 })],
    ['so it may be answered', [invoice], open({ doc: 'A', due: null })],
    ['a term in words', [{ ...invoice, term: 'net_30' }], open({ due: '2025-05-31' })],
    ['and in days', [{ ...invoice, terms: 30 }], open({ due: '2025-05-31' })],
    ['a term that asks', [{ ...invoice, term: '月结' }], open({ due: '2025-05-01' })],
    [
      'a term in parts',
      [{ ...invoice, term: '预付30%，余款60天' }],
      open({ due: '2025-05-01', outstanding: 30 }, { due: '2025-06-30', outstanding: 70 }),
    ],
    [
      'the last part takes what rounding leaves',
      [{ ...invoice, instalments: [part('2025-05-31', 33.33), part('2025-06-15', 66.66)] }],
      open({ outstanding: 33.33 }, { outstanding: 66.67 }),
    ],
    [
      'no currency is the base currency',
      [
        { ...invoice, currency: 'CNY', rate: 1 },
        { ...payment, amount: 60, apply: [{ to: 'A', amount: 60 }] },
      ],
      open({ outstanding: 40, currency: 'CNY' }),
    ],
    [
      'but not of several',
      [
        { ...invoice, currency: 'CNY' },
        { ...invoice, currency: 'USD' },
        { ...invoice, doc: 'B' },
      ],
      { totals: { CNY: 100, USD: 100, '': 100 } },
    ],
    [
      'one number of two customers',
      [invoice, { ...invoice, customer: 'C2', amount: 70 }],
      open({ doc: 'A', outstanding: 70 }, { doc: 'A', outstanding: 100, customer: 'C1' }),
    ],
    [
      'sums beyond 2^53 fen',
      [
        { ...invoice, amount: 6e13 },
        { ...invoice, amount: 6e13 },
        { ...invoice, amount: 0.01 },
        { ...payment, amount: 6e13 },
        { ...payment, amount: 6e13 },
      ],
      { total: 0.01 },
    ],
    [
      'a credit paid out',
      [credit, { ...payment, apply: [{ to: 'CN', amount: -100 }] }],
      { open_items: [], total: 0 },
    ],
    [
      'credits set against debits virtually',
      [invoice, { ...payment, amount: 30 }],
      open({ doc: 'A', outstanding: 70 }),
      { unapplied_credit: 'virtual_fifo' },
    ],
    [
      'credits in a column of their own',
      [invoice, { ...payment, amount: 30 }],
      { unapplied: -30 },
      { unapplied_credit: 'separate_column' },
    ],
  ])('%s', (_, input, expected, policy = {}) => {
    expect(problemOf(caseOf('a ledger of any area', input, expected, policy))).toBeNull();
  });

  it.each<[string, object, string, string?]>([
    ['a type nobody knows', { type: 'gift' }, 'Error: A: no such type as gift'],
    ['a date that is none', { due: 'soon' }, 'Error: A: "soon" is no ISO date'],
    ['a day that is none', { date: '2025-02-30' }, 'Error: A: "2025-02-30" is no ISO date'],
    ['no date', { date: null }, 'Error: A: null is no ISO date'],
    [
      'a part without one',
      { instalments: [{ amount: 100 }] },
      'Error: A: undefined is no ISO date',
    ],
    ['a day to look from', {}, 'Error: "2025/06/30" is no ISO date', '2025/06/30'],
  ])('%s is a problem', (_, fields, problem, asOf = '2025-06-30') => {
    const c = caseOf('instalments', [{ ...invoice, ...fields }], { total: 100 }, {}, asOf);
    expect(problemOf(c)).toBe(problem);
  });
});

describe('figures', () => {
  const two = [
    { p: '2025-04', sales: 300 },
    { p: '2025-05', sales: 310 },
  ];
  const simple = { ending_ar: 100, sales: [200], days: 30, current_ar: 40 };
  it.each<[string, string, unknown, object, object?]>([
    [
      'nothing to collect',
      'cei',
      { beginning_ar: 0.1, credit_sales: 0.2, ending_total: 0.3, ending_current: 0.3 },
      { cei: null },
    ],
    [
      'months by their names, the latest first',
      'dso',
      { ar: 460, periods: two },
      { dso: 46 },
      { method: 'count_back' },
    ],
    ['months together', 'dso', { ar: 610, periods: two }, { dso: 61 }, { method: 'simple' }],
    ['days that are given', 'dso', { ar: 610, periods: [{ sales: 610 }], days: 90 }, { dso: 90 }],
    ['of late payers', 'dso', simple, { dso: 9 }, { method: 'delinquent' }],
    ['of late payers as an area', 'delinquent_dso', simple, { dso: 9 }],
    ['best possible', 'BPDSO', simple, { dso: 6 }],
    ['by name', 'kpi', simple, { dso: 15 }, { kpi: 'DSO' }],
    ['by what is expected', 'kpi', { overdue: 1, gross: 4 }, { overdue_share: 0.25 }],
    ['average delay', 'adl', [{ days_late: 10, amount: 1 }], { adl: 10 }],
    ['KS', 'ksp', { scores: [1, 2], labels: [0, 1] }, { ks: 1 }],
    ['five classes', 'five_class', { days: [1] }, { class: ['关注'] }],
    ['bands', 'bands', { document_dates: ['2025-01-01'] }, { band: ['1年以内'] }],
    ['an allowance', 'provision', { balances: [100], rates: [0.05] }, { total: 5 }],
  ])('%s', (_, area, input, expected, policy = {}) => {
    expect(problemOf(caseOf(area, input, expected, policy))).toBeNull();
  });

  it.each<[string, string, unknown, object, string]>([
    ['a method nobody knows', 'dso', simple, { method: 'magic' }, 'Error: no such method as magic'],
    [
      'a month without days',
      'dso',
      { ar: 1, periods: [{ p: 'May', sales: 1 }] },
      { method: 'count_back' },
      'Error: the case gives no days of May',
    ],
    ['no rates', 'ecl', { balances: [100] }, {}, 'Error: the case gives no loss rates'],
    [
      'another zero',
      'boundary',
      { days: [0] },
      { age_zero: '1-30' },
      'Error: not built: age_zero "1-30"',
    ],
    [
      'lower bounds',
      'boundary',
      { days: [0] },
      { upper_inclusive: false },
      'Error: not built: upper_inclusive false',
    ],
    [
      'net risk',
      'rfa',
      [{}],
      { unapplied_credit: 'net' },
      'Error: not built: unapplied_credit "net"',
    ],
  ])('%s is a problem', (_, area, input, policy, problem) => {
    expect(problemOf(caseOf(area, input, { dso: 1 }, policy))).toBe(problem);
  });

  it('days off move every part', () => {
    const row = { term: '50% 30天，50% 60天', invoice_date: '2025-05-01', amount: 1 };
    const parts = [
      { due: '2025-06-02', amount: 0.5 },
      { due: '2025-06-30', amount: 0.5 },
    ];
    const policy = { holiday_roll: true };
    expect(problemOf(caseOf('holiday', [row], [parts], policy))).toBeNull();
    const one = { term: '30天', invoice_date: '2025-05-01', amount: 1 };
    expect(problemOf(caseOf('terms', [one], [[{ due: '2025-06-02' }]], policy))).toBeNull();
  });
});

/** Worked answers of other systems that may lie beside the project. */
const FOLDER = path.join(__dirname, '../../../shared/cases');
const built = existsSync(FOLDER) ? casesOf(FOLDER).filter((c) => runnerOf(c)) : [];
if (built.length > 0) {
  test.each(built.map((c) => [c.id, c.title, c] as const))('%s: %s', (_id, _title, c) => {
    expect(problemOf(c)).toBeNull();
  });
}
