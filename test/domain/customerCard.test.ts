import {
  analyse,
  assessRisk,
  customerCard,
  defaultSettings,
  isoDate,
  paymentHistories,
  type CustomerCard,
} from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';
import { overdueLedger, START } from '../support/overdueLedger';

const asOf = day('2025-06-30');

/** 甲 is the customer of docs/spec-rfa.md. */
const ROWS: ItemRow[] = [
  { doc: 'A', date: '2025-01-01', due: '2025-01-31', amount: 100 },
  { doc: 'B', date: '2025-02-01', due: '2025-03-03', amount: 200 },
  { doc: 'C', date: '2025-03-01', due: '2025-03-31', amount: 300 },
  { doc: 'E', date: '2025-06-15', due: '2025-07-15', amount: 600 },
  { doc: 'D', date: '2025-05-01', due: '2025-05-31', amount: 400 },
  { kind: 'receipt', date: '2025-03-13', amount: -200, applied: { B: 200 } },
  { kind: 'receipt', date: '2025-01-31', amount: -100, applied: { A: 100 } },
  { kind: 'receipt', date: '2025-04-20', amount: -300, applied: { C: 300 } },
  { customer: '乙', doc: 'F', date: '2025-06-01', due: '2025-07-03', amount: 50 },
  { customer: '乙', doc: 'G', date: '2025-06-01', due: '2025-06-20', amount: 8, currency: 'USD' },
  { customer: '乙', doc: 'H', kind: 'creditNote', date: '2025-06-02', amount: -10 },
  { customer: '丙', doc: 'I', date: '2025-01-01', amount: 7, received: 7 },
  { customer: '丁', doc: 'J', date: '2025-06-30', due: '2025-07-07', amount: 9 },
  { customer: '丁', doc: 'K', date: '2025-06-30', due: '2025-07-30', amount: 9 },
  { customer: '戊', doc: 'L', date: '2025-06-30', due: '2025-07-30', amount: 9 },
];
const items = itemsOf(ROWS);
const analysis = analyse(items, defaultSettings(asOf));
const assessed = assessRisk(analysis);
const card = (customer: string): CustomerCard => customerCard(analysis, assessed, customer)!;
const documents = (numbers: readonly number[]) => numbers.map((i) => items.documentNo[i]);

describe('a card tells', () => {
  it('what is open, the longest overdue first, credits last', () => {
    expect(documents(card('甲').openItems)).toEqual(['D', 'E']);
    expect(documents(card('乙').openItems)).toEqual(['G', 'F', 'H']);
  });

  it.each([
    ['甲', 'red'],
    ['乙', 'red'],
    ['丙', null],
    ['丁', 'amber'],
    ['戊', null],
  ])('the gravest light of what is open: %s %s', (customer, light) => {
    expect(card(customer).light).toBe(light);
  });

  it('the classes of what is open and what each rests on, the worst first', () => {
    const ledger = itemsOf([
      { customer: '甲', doc: 'A', date: '2025-05-01', due: '2025-06-20', amount: 1 },
      { customer: '甲', doc: 'B', date: '2025-05-01', due: '2025-06-10', amount: 1 },
      { customer: '甲', doc: 'C', date: '2025-05-01', due: '2025-06-15', amount: 1 },
      { customer: '甲', doc: 'D', date: '2025-06-01', due: '2025-07-15', amount: 1 },
      {
        customer: '甲',
        doc: 'E',
        date: '2025-05-01',
        due: '2025-06-20',
        amount: 1,
        lawsuit: '诉讼中',
      },
      {
        customer: '甲',
        doc: 'F',
        date: '2025-05-01',
        due: '2025-06-20',
        amount: 1,
        lawsuit: '可疑',
      },
      { customer: '甲', doc: 'G', date: '2025-05-01', amount: 1, received: 1, lawsuit: '破产' },
      {
        customer: '乙',
        doc: 'H',
        date: '2025-05-01',
        due: '2025-06-20',
        amount: 1,
        lawsuit: '诉讼',
      },
      { customer: '丙', doc: 'I', date: '2025-05-01', amount: 1, received: 1 },
    ]);
    const knockIns = [{ customer: '乙', reason: 'bankruptcy', since: asOf }] as const;
    const declared = analyse(ledger, { ...defaultSettings(asOf), knockIns });
    const told = (customer: string) =>
      customerCard(declared, null, customer)!.classes.map(
        ({ riskClass, byDays, by, fact, count, item }) => [
          ...[riskClass, byDays, by, fact],
          ...[count, ledger.documentNo[item]],
        ],
      );
    expect(told('甲')).toEqual([
      [3, 1, 'ledger', '诉讼', 1, 'E'],
      [3, 1, 'ledger', '可疑', 1, 'F'],
      [1, 1, 'days', null, 3, 'B'],
      [0, 0, 'days', null, 1, 'D'],
    ]);
    expect(told('乙')).toEqual([[4, 1, 'policy', '破产', 1, 'H']]);
    expect(told('丙')).toEqual([]);
  });

  it('yellow where nothing is worse and an item is likely to be late', () => {
    const probability = new Float64Array(items.count).fill(0.5);
    const watch = { probability, amberFrom: 0.5 };
    const lights = ['甲', '丙', '丁', '戊'].map(
      (customer) => customerCard(analysis, null, customer, watch)!.light,
    );
    expect(lights).toEqual(['red', null, 'amber', 'yellow']);
  });

  it('open, overdue and share of each currency by itself', () => {
    const balancesOf = (customer: string) =>
      card(customer).balances.map((b) => [b.currency, b.open, b.overdue, b.overdueShare]);
    expect(balancesOf('甲')).toEqual([['CNY', 100_000, 40_000, 0.4]]);
    expect(balancesOf('乙')).toEqual([
      ['USD', 800, 800, 1],
      ['CNY', 4_000, 0, 0],
    ]);
    expect(balancesOf('丙')).toEqual([]);
  });

  it('each payment by the day its money came, early ones below 0', () => {
    const paid = card('甲').payments.map(({ item, paidOn, delay }) => [
      items.documentNo[item],
      isoDate(paidOn),
      delay,
    ]);
    expect(paid).toEqual([
      ['A', '2025-01-31', 0],
      ['B', '2025-03-13', 10],
      ['C', '2025-04-20', 20],
    ]);
    expect([card('甲').meanDelay, card('甲').recentDelay]).toEqual([10, 10]);
  });

  it('the mean delay of all payments and of the last three', () => {
    const paid = [9, 0, 6, 3].map((late) => ({
      date: '2025-01-01',
      due: '2025-01-11',
      amount: 5,
      received: 5,
      receiptDate: isoDate(day('2025-01-11') + late),
    }));
    const { meanDelay, recentDelay } = customerCard(
      analyse(itemsOf(paid), defaultSettings(asOf)),
      null,
      '甲',
    )!;
    expect([meanDelay, recentDelay]).toEqual([4.5, 6]);
  });

  it('that something was paid and nobody knows when', () => {
    const { payments, undatedCount, meanDelay, recentDelay } = card('丙');
    expect([payments, undatedCount, meanDelay, recentDelay]).toEqual([[], 1, null, null]);
  });

  it('the risk, and the largest open invoice, which its factors are of', () => {
    expect(card('甲').risk).toMatchObject({ customer: '甲', score: 58, tier: 'high' });
    expect(documents([card('甲').largest!, card('乙').largest!])).toEqual(['E', 'F']);
    expect(card('丙').largest).toBeNull();
    expect(card('丙').balances).toEqual([]);
  });

  it('what is known without an assessment', () => {
    const { risk, largest, balances, openItems } = customerCard(analysis, null, '甲')!;
    expect([risk, largest]).toEqual([null, null]);
    expect(balances[0]).toMatchObject({ open: 100_000, probability: null, expectedLoss: 0 });
    expect(documents(openItems)).toEqual(['D', 'E']);
  });

  it('a credit alone: a balance without a share, and no probability', () => {
    const credit = itemsOf([{ kind: 'advance', date: '2025-06-01', amount: -10 }]);
    const only = analyse(credit, defaultSettings(asOf));
    const [balance] = customerCard(only, assessRisk(only), '甲')!.balances;
    expect(balance).toMatchObject({ open: -1_000, overdue: 0, overdueShare: 0, probability: null });
  });

  it('nothing of a customer the ledger does not know', () => {
    expect(customerCard(analysis, assessed, '己')).toBeNull();
  });
});

describe('all cards of a ledger together', () => {
  const ledger = overdueLedger({ rows: 1_500, days: 700, knownUntil: START + 600 });
  const known = analyse(ledger, defaultSettings(START + 600));
  const risk = assessRisk(known)!;
  const cardOf = (customer: string) => customerCard(known, risk, customer)!;
  const all = ledger.customers.map(cardOf);

  it('hold every open item and every payment once', () => {
    const open = [...known.open.keys()].filter((i) => known.open[i] !== 0);
    expect(all.flatMap(({ openItems }) => openItems).sort((a, b) => a - b)).toEqual(open);
    const paid = [...ledger.receiptDate.keys()].filter((i) => ledger.receiptDate[i]! >= 0);
    const payments = all.flatMap((one) => one.payments);
    expect(payments.map(({ item }) => item).sort((a, b) => a - b)).toEqual(paid);
    for (const { item, paidOn, delay } of payments) {
      expect(paidOn).toBe(ledger.receiptDate[item]);
      expect(delay).toBe(ledger.receiptDate[item]! - ledger.dueDate[item]!);
    }
  });

  it('say what the other reckonings of one currency say', () => {
    for (const { customer, probability, expectedLoss } of risk.customers) {
      const [balance] = cardOf(customer).balances;
      expect(balance?.probability ?? null).toBe(probability);
      expect(balance?.expectedLoss ?? 0).toBe(expectedLoss);
    }
    for (const { customer, meanDelay } of paymentHistories(ledger, START + 600)) {
      expect(cardOf(customer).meanDelay).toBe(meanDelay);
    }
  });
});
