import {
  ALERT_RULES,
  alertsOf,
  DEFAULT_ALERT_SETTINGS,
  serialOf,
  type AlertFacts,
  type AlertRule,
} from '../../src/domain';

const asOf = serialOf(2025, 6, 30);
const raised = (facts: Omit<AlertFacts, 'asOf'>) => alertsOf({ asOf, ...facts });
const orders = (...daysAgo: number[]) => new Map([['甲', daysAgo.map((n) => asOf - n)]]);
const delays = (...days: number[]) => new Map([['甲', days]]);

describe('alerts', () => {
  it.each<[string, AlertRule, Omit<AlertFacts, 'asOf'>, Omit<AlertFacts, 'asOf'>]>([
    [
      'the overdue share rose by 5 points',
      'overdueShareUp',
      { overdueShare: { now: 0.253, before: 0.203 } },
      { overdueShare: { now: 0.2529, before: 0.203 } },
    ],
    [
      'the overdue share against a day without any',
      'overdueShareUp',
      { overdueShare: { now: 0.05, before: 0 } },
      { overdueShare: { now: 0.05, before: null } },
    ],
    [
      'the overdue share where nothing is open any more',
      'overdueShareUp',
      { overdueShare: { now: 0.06, before: 0 } },
      { overdueShare: { now: null, before: 0 } },
    ],
    [
      'more than half with the top customers',
      'concentration',
      { topShare: 0.501 },
      { topShare: 0.5 },
    ],
    ['nobody owes anything', 'concentration', { topShare: 1 }, { topShare: null }],
    [
      'twice the usual orders',
      'orderFrequency',
      { orders: orders(0, 10, 29, 30, 60, 90, 120, 150, 200, 209) },
      { orders: orders(0, 10, 29, 30, 31, 32, 33, 60, 90, 120, 150, 200, 209) },
    ],
    [
      'too few orders for a jump',
      'orderFrequency',
      { orders: orders(0, 10, 29, 30) },
      { orders: orders(0, 10, 30) },
    ],
    [
      'a customer of yesterday has no usual',
      'orderFrequency',
      { orders: orders(1, 2, 3, 209) },
      { orders: orders(1, 2, 3, 210, -1) },
    ],
    [
      'the last three receipts 7 days later than before',
      'paymentSlowing',
      { delays: delays(1, 3, 9, 9, 9) },
      { delays: delays(1, 3, 9, 9, 8.9) },
    ],
    [
      'three receipts have nothing before them',
      'paymentSlowing',
      { delays: delays(0, 30, 30, 30) },
      { delays: delays(30, 30, 30) },
    ],
    [
      'a fen over the limit',
      'overLimit',
      { exposures: [{ customer: '甲', exposure: 100_01, limit: 100_00 }] },
      { exposures: [{ customer: '甲', exposure: 100_00, limit: 100_00 }] },
    ],
    [
      'cash only, unlike no limit',
      'overLimit',
      { exposures: [{ customer: '甲', exposure: 1, limit: 0 }] },
      { exposures: [{ customer: '甲', exposure: 1, limit: null }] },
    ],
    [
      'more bad debt than the industry has',
      'badDebtRate',
      { badDebt: { rate: 0.029, benchmark: 0.028 } },
      { badDebt: { rate: 0.028, benchmark: 0.028 } },
    ],
    [
      'a bad-debt rate nobody knows',
      'badDebtRate',
      { badDebt: { rate: 1, benchmark: 0 } },
      { badDebt: { rate: null, benchmark: 0.028 } },
    ],
    [
      'grave news',
      'externalSignal',
      { signals: [{ customer: '甲', date: asOf - 90, severity: 2, words: '被执行人' }] },
      {
        signals: [
          { customer: '甲', date: asOf - 91, severity: 3, words: 'old' },
          { customer: '甲', date: asOf, severity: 1, words: 'slight' },
          { customer: '甲', date: asOf + 1, severity: 3, words: 'of tomorrow' },
        ],
      },
    ],
  ])('%s', (_, rule, yes, no) => {
    expect(raised(yes).map((alert) => alert.rule)).toEqual([rule]);
    expect(raised(no)).toEqual([]);
  });

  it('say what they rest on', () => {
    expect(raised({ delays: delays(1, 3, 9, 10, 11) })).toEqual([
      {
        rule: 'paymentSlowing',
        customer: '甲',
        value: 8,
        line: 7,
        evidence: { latest: 10, before: 2, count: 5 },
        note: '',
      },
    ]);
    expect(raised({ orders: orders(1, 2, 3, 40, 70) })[0]).toMatchObject({
      value: 9,
      evidence: { latest: 3, before: 2, usual: 1 / 3 },
    });
    expect(
      raised({ signals: [{ customer: '乙', date: asOf, severity: 3, words: '停产' }] })[0],
    ).toMatchObject({ customer: '乙', value: 3, line: 2, evidence: { date: asOf }, note: '停产' });
    expect(raised({ exposures: [{ customer: '甲', exposure: 530, limit: 500 }] })[0]).toMatchObject(
      { value: 30, evidence: { exposure: 530, limit: 500 } },
    );
  });

  it('what is not known raises nothing', () => {
    expect(raised({})).toEqual([]);
  });

  it.each(ALERT_RULES)('%s has its own switch', (rule) => {
    const facts: AlertFacts = {
      asOf,
      overdueShare: { now: 1, before: 0 },
      topShare: 1,
      orders: orders(1, 2, 3, 40),
      delays: delays(0, 30, 30, 30),
      exposures: [{ customer: '甲', exposure: 2, limit: 1 }],
      badDebt: { rate: 1, benchmark: 0 },
      signals: [{ customer: '甲', date: asOf, severity: 3, words: '' }],
    };
    const isOn = { ...DEFAULT_ALERT_SETTINGS.isOn, [rule]: false };
    const rules = alertsOf(facts, { ...DEFAULT_ALERT_SETTINGS, isOn }).map((alert) => alert.rule);
    expect(rules).toEqual(ALERT_RULES.filter((other) => other !== rule));
  });
});
