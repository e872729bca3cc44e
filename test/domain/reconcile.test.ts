import fc from 'fast-check';
import {
  defaultReconcileSettings,
  formatFen,
  openAmounts,
  matchesOf,
  reconcile,
  settleAccepted,
  type Reconciliation,
} from '../../src/domain';
import { columnsOf, ledgers, MIDDAY } from '../support/ledgers';
import { day, left, receivablesOf, type Told } from '../support/receivablesOf';

const asOf = day('2025-06-30');
const xs1: Told = { no: 'XS1001', date: '2025-03-01', amount: 1000 };
const xs2: Told = { no: 'XS1002', date: '2025-04-01', amount: 250 };
const xs3: Told = { no: 'XS1003', date: '2025-05-01', amount: 640 };
const receipt = (amount: number, more: Partial<Told> = {}): Told => ({
  no: '',
  kind: 'receipt',
  date: '2025-06-01',
  amount: -amount,
  ...more,
});

function matched(told: Told[], text = '', settings = defaultReconcileSettings(asOf)) {
  const items = receivablesOf(told);
  return { items, ...reconcile(items, settings, () => text) };
}

const said = ({ suggestions }: Reconciliation, told: Told[]): string[] =>
  suggestions.map(
    ({ parts, evidence, confidence }) =>
      `${evidence.reason} ${confidence}: ` +
      parts.map(({ item, amount }) => `${told[item]!.no} ${formatFen(amount)}`).join(', '),
  );

describe('a credit is matched', () => {
  it.each<[string, Told[], string, string[]]>([
    [
      'by the number it names',
      [xs1, xs2, receipt(250)],
      '付XS1001货款',
      ['number 0.95: XS1001 250.00'],
    ],
    [
      'by numbers in the order it names them, as far as it goes',
      [xs1, xs2, xs3, receipt(700)],
      'xs1003、ＸＳ１００２',
      ['number 0.95: XS1003 640.00, XS1002 60.00'],
    ],
    [
      'by no number it has no money left for',
      [xs1, xs2, receipt(1000)],
      'XS1001、XS1002',
      ['number 0.95: XS1001 1000.00'],
    ],
    [
      'by its own number, however short',
      [{ ...xs1, no: '7' }, xs2, receipt(250, { no: '7' })],
      '',
      ['number 0.95: 7 250.00'],
    ],
    [
      'by a number with strokes in it',
      [{ ...xs1, no: '2025/001' }, receipt(10)],
      '2025/001',
      ['number 0.95: 2025/001 10.00'],
    ],
    [
      'by two numbers with a stroke between',
      [xs1, xs2, receipt(1250)],
      'XS1001/XS1002',
      ['number 0.95: XS1001 1000.00, XS1002 250.00'],
    ],
    [
      'by number, the instalment due first',
      [{ ...xs1, due: '2025-09-01' }, { ...xs1, due: '2025-06-01' }, receipt(1500)],
      'XS1001',
      ['number 0.95: XS1001 1000.00, XS1001 500.00'],
    ],
    [
      'by no number that is too short within a text',
      [{ ...xs1, no: '100' }, xs2, receipt(250)],
      '100',
      ['amount 0.85: XS1002 250.00'],
    ],
    ['by its amount', [xs1, xs2, receipt(250)], '', ['amount 0.85: XS1002 250.00']],
    [
      'by its amount, the oldest first, less sure where others have it too',
      [{ ...xs3, amount: 250 }, xs2, receipt(250)],
      '',
      ['amount 0.425: XS1002 250.00'],
    ],
    [
      'by the amount another left',
      [xs2, { ...xs2, no: 'XS9' }, receipt(250), receipt(250), receipt(250)],
      '',
      ['amount 0.425: XS1002 250.00', 'amount 0.85: XS9 250.00'],
    ],
    [
      'by items that add up to it',
      [xs1, xs2, xs3, receipt(890)],
      '',
      ['sum 0.6: XS1002 250.00, XS1003 640.00'],
    ],
    [
      'by the oldest of several sums, less sure',
      [xs2, xs3, { ...xs3, no: 'XS9', amount: 640 }, receipt(890)],
      '',
      ['sum 0.3: XS1002 250.00, XS1003 640.00'],
    ],
    [
      'with the oldest, where nothing tells',
      [xs2, xs1, receipt(1100)],
      '',
      ['fifo 0.3: XS1001 1000.00, XS1002 100.00'],
    ],
    [
      'with what surer matches leave',
      [xs1, xs2, receipt(700), receipt(1000)],
      '',
      ['amount 0.85: XS1001 1000.00', 'fifo 0.3: XS1002 250.00'],
    ],
    ['not with documents of later days', [{ ...xs1, date: '2025-07-01' }, receipt(1000)], '', []],
    ['not before it is there', [xs1, receipt(1000, { date: '2025-07-01' })], '', []],
    ['not with items of another currency', [{ ...xs1, currency: 'USD' }, receipt(1000)], '', []],
  ])('%s', (_, told, text, suggestions) => {
    expect(said(matched(told, text), told)).toEqual(suggestions);
  });

  it('tells what it rests on', () => {
    const told = [xs1, xs2, xs3, receipt(10), receipt(250), receipt(1630), receipt(5)];
    const texts = ['', '', '', 'XS1001, XS1001, XS7777, XS1002'];
    const { suggestions } = reconcile(
      receivablesOf(told),
      defaultReconcileSettings(asOf),
      (credit) => texts[credit] ?? '',
    );
    expect(suggestions.map(({ credit, evidence }) => [credit, evidence])).toEqual([
      [3, { reason: 'number', numbers: ['XS1001'] }],
      [4, { reason: 'amount', candidates: 1 }],
      [
        5,
        {
          reason: 'sum',
          search: {
            found: [0, 1],
            answers: 1,
            candidates: 2,
            steps: 2,
            isComplete: true,
            maxSize: 6,
            maxSteps: 100_000,
          },
        },
      ],
    ]);
  });

  it('goes by its own number where it says no more', () => {
    const told = [xs1, xs2, receipt(250, { no: 'xs1001' })];
    const result = reconcile(receivablesOf(told), defaultReconcileSettings(asOf));
    expect(said(result, told)).toEqual(['number 0.95: XS1001 250.00']);
  });

  it('looks no further for a sum than it may', () => {
    const told = [xs1, xs2, xs3, receipt(890)];
    const settings = defaultReconcileSettings(asOf);
    const reasons = (more: Partial<typeof settings>) =>
      said(matched(told, '', { ...settings, ...more }), told).map((text) => text.slice(0, 8));
    expect(reasons({ maxCandidates: 1 })).toEqual(['fifo 0.3']);
    expect(reasons({ maxSize: 1 })).toEqual(['fifo 0.3']);
    expect(reasons({ maxSteps: 2 })).toEqual(['sum 0.3:']);
    expect(reasons({ maxAllSteps: 0 })).toEqual(['fifo 0.3']);
  });
});

/** The worked example of docs/spec-reconciliation.md. */
it('the receipts of a customer, pass by pass', () => {
  const told: Told[] = [
    xs1,
    xs2,
    xs3,
    { no: 'XS1004', date: '2025-05-20', amount: 400 },
    receipt(250, { no: 'R1', date: '2025-06-01' }),
    receipt(1040, { no: 'R2', date: '2025-06-02' }),
    receipt(400, { no: 'R3', date: '2025-06-03' }),
    receipt(700, { no: 'R4', date: '2025-06-04' }),
  ];
  const result = reconcile(receivablesOf(told), defaultReconcileSettings(asOf), (credit) =>
    credit === 4 ? '付XS1001货款' : '',
  );
  expect(result.suggestions.map(({ credit }) => told[credit]!.no)).toEqual([
    'R1',
    'R3',
    'R2',
    'R4',
  ]);
  expect(said(result, told)).toEqual([
    'number 0.95: XS1001 250.00',
    'amount 0.85: XS1004 400.00',
    'fifo 0.3: XS1001 750.00, XS1002 250.00, XS1003 40.00',
    'fifo 0.3: XS1003 600.00',
  ]);
  expect(result.unmatched).toEqual([{ credit: 7, amount: 100_00, code: 'overpaid' }]);
});

describe('a credit is not matched', () => {
  it.each<[string, Told[], string, string]>([
    ['where nothing is open', [receipt(10)], '', '10.00 noOpenItem'],
    ['beyond what is owed', [xs2, receipt(300)], '', '50.00 overpaid'],
    ['beyond the document it names', [xs2, receipt(300)], 'XS1002', '50.00 overpaid'],
    [
      'where the document it names is settled',
      [{ ...xs1, received: 1000 }, receipt(1000)],
      'XS1001',
      '1000.00 settledDocument',
    ],
    [
      "where it names another customer's document",
      [{ ...xs1, customer: '乙' }, receipt(1000)],
      'XS1001',
      '1000.00 otherCustomer',
    ],
    [
      'where it names a document in another currency',
      [{ ...xs1, currency: 'USD', received: 1000 }, receipt(1000)],
      'XS1001',
      '1000.00 otherCurrency',
    ],
    [
      'where the customer owes in another currency only',
      [{ ...xs1, currency: 'USD' }, receipt(1000)],
      '',
      '1000.00 otherCurrency',
    ],
    [
      'where it has no number and documents have none',
      [{ ...xs1, no: '', customer: '乙' }, receipt(5)],
      '',
      '5.00 noOpenItem',
    ],
  ])('%s', (_, told, text, code) => {
    const { unmatched } = matched(told, text);
    expect(unmatched.map((u) => `${formatFen(u.amount)} ${u.code}`)).toEqual([code]);
  });
});

describe('what is accepted', () => {
  it('is set, the rest stays unapplied', () => {
    const told = [xs1, xs2, receipt(1000, { no: 'SK1' }), receipt(250, { no: 'SK2' })];
    const { items, suggestions } = matched(told);
    const { items: after } = settleAccepted(items, matchesOf(items, suggestions[0]!));
    expect(left(after, openAmounts(after, asOf))).toEqual(['XS1002 250.00', 'SK2 -250.00']);
    expect([...after.applications.date]).toEqual([day('2025-06-01')]);
  });

  it('all fits together, whatever the ledger', () => {
    fc.assert(
      fc.property(ledgers, ({ items: naive }) => {
        const items = columnsOf(naive);
        const settings = { ...defaultReconcileSettings(MIDDAY), minNumberLength: 3 };
        const { suggestions, unmatched } = reconcile(items, settings, (i) => `付XS${i % 7}`);
        const matches = suggestions.flatMap((suggestion) => matchesOf(items, suggestion));
        const { items: after, outcomes } = settleAccepted(items, matches);
        expect(outcomes.filter((outcome) => 'code' in outcome)).toEqual([]);
        const open = openAmounts(after, Infinity);
        const known = [...open.keys()].filter((i) => items.documentDate[i]! <= MIDDAY);
        const rest = known.filter((i) => open[i]! < 0);
        expect(rest.reduce((sum, i) => sum - open[i]!, 0)).toBe(
          unmatched.reduce((sum, { amount }) => sum + amount, 0),
        );
        const account = (i: number) => `${items.customer[i]!} ${items.currency[i]!}`;
        const owing = new Set(known.filter((i) => open[i]! > 0).map(account));
        expect(rest.filter((i) => owing.has(account(i)))).toEqual([]);
      }),
    );
  });
});
