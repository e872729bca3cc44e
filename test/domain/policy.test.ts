import {
  DEFAULT_POLICY,
  DEFAULT_RISK_SETTINGS,
  NO_DATE,
  policyFromJson,
  policyToJson,
  riskSettingsOf,
  serialOf,
  type Policy,
} from '../../src/domain';

it('the policy nobody has changed is the risk as usual', () => {
  expect(riskSettingsOf(DEFAULT_POLICY)).toEqual(DEFAULT_RISK_SETTINGS);
});

describe('a policy in a file', () => {
  const POLICY: Policy = {
    ...DEFAULT_POLICY,
    rfa: { ...DEFAULT_POLICY.rfa, tierFrom: [10, 20, 30], mode: 'quantiles' },
    treatments: {
      ...DEFAULT_POLICY.treatments,
      staller: { steps: ['call', '每周三拜访'], channel: 'phone', tone: '客气' },
    },
    knockIns: [
      { customer: '宏达', reason: 'bankruptcy', since: serialOf(2025, 3, 1) },
      { customer: '江南', reason: 'blacklist', since: NO_DATE },
    ],
  };
  const file = JSON.parse(policyToJson(POLICY)) as Record<string, unknown>;

  it('is the same when it is read again', () => {
    expect(policyFromJson(policyToJson(POLICY))).toEqual({ policy: POLICY });
    expect(policyFromJson(policyToJson(DEFAULT_POLICY))).toEqual({ policy: DEFAULT_POLICY });
  });

  it('says days as people do', () => {
    expect(file).toMatchObject({
      kind: 'ar-sentinel-policy',
      version: 1,
      knockIns: [{ since: '2025-03-01' }, { since: null }],
    });
  });

  it.each<[string, string]>([
    ['no JSON', 'RFA'],
    ['a list', '[]'],
    ['nothing', 'null'],
  ])('is refused where it is %s', (_, text) => {
    expect(policyFromJson(text)).toEqual({ wrong: [''] });
  });

  const rule = (over: object) => [{ ...DEFAULT_POLICY.personaRules[0], ...over }];
  const knockIn = (over: object) => [
    { customer: '宏达', reason: 'blacklist', since: null, ...over },
  ];

  const RFA = [
    'rfa.mode',
    'rfa.thresholds.r',
    'rfa.thresholds.f',
    'rfa.thresholds.a',
    'rfa.quantiles',
    'rfa.weights',
    'rfa.tierFrom',
    'rfa.windowMonths',
    'rfa.leastFallenDue',
  ];

  it.each<[string, string, unknown]>([
    ['another kind of file', 'kind', 'settings'],
    ['of a later version', 'version', 2],
    ['without a part', 'rfa', undefined],
    ['with a mode nobody knows', 'rfa.mode', 'mean'],
    ['with four thresholds', 'rfa.thresholds.r', [1, 2, 3, 4]],
    ['with one that is text', 'rfa.thresholds.r', [1, 2, 3, 4, '5']],
    ['with one that is no list', 'rfa.thresholds.r', 5],
    ['with days below 0', 'rfa.thresholds.r', [-1, 2, 3, 4, 5]],
    ['with a share over 1', 'rfa.thresholds.f', [0, 10, 25, 50, 75]],
    ['with lines that fall', 'rfa.thresholds.a', [0, 0.2, 0.1, 0.4, 0.7]],
    ['with equal cut points', 'rfa.quantiles', [0.1, 0.1, 0.2, 0.3, 0.4]],
    ['without weights', 'rfa.weights', null],
    ['without a weight', 'rfa.weights', { r: 1, f: 1 }],
    ['with R as a word', 'rfa.weights', { r: '1', f: 1, a: 1 }],
    ['with F as a word', 'rfa.weights', { r: 1, f: '1', a: 1 }],
    ['with weights of 0', 'rfa.weights', { r: 0, f: 0, a: 0 }],
    ['with tiers over 100', 'rfa.tierFrom', [25, 50, 750]],
    ['with half a month', 'rfa.windowMonths', 0.5],
    ['with no month', 'rfa.windowMonths', 0],
    ['with 200 years', 'rfa.windowMonths', 2400],
    ['with months as text', 'rfa.windowMonths', '12'],
    ['with rules that are none', 'personaRules', {}],
    ['with a rule that is none', 'personaRules', [null]],
    ['with a rule of nobody', 'personaRules', rule({ persona: 1 })],
    ['with a persona nobody knows', 'personaRules', rule({ persona: 'saint' })],
    ['with a rule without conditions', 'personaRules', rule({ conditions: [] })],
    ['with conditions that are none', 'personaRules', rule({ conditions: ['late'] })],
    ['with a figure that is none', 'personaRules', rule({ conditions: [{ fact: 1 }] })],
    [
      'with a comparison that is none',
      'personaRules',
      rule({ conditions: [{ fact: 'lateRatio', comparison: 1, value: 1 }] }),
    ],
    [
      'with a value that is none',
      'personaRules',
      rule({ conditions: [{ fact: 'lateRatio', comparison: '>', value: '1' }] }),
    ],
    ['without a treatment', 'treatments.legacy', undefined],
    ['with steps that are none', 'treatments.legacy', { channel: 'a', tone: 'b', steps: [1] }],
    ['with a channel that is none', 'treatments.legacy', { channel: 1, tone: 'b', steps: [] }],
    ['with a tone that is none', 'treatments.legacy', { channel: 'a', tone: 1, steps: [] }],
    ['with a knock-in that is none', 'knockIns', ['宏达']],
    ['with a knock-in of nobody', 'knockIns', knockIn({ customer: 12 })],
    ['with a reason nobody knows', 'knockIns', knockIn({ reason: 'limitation' })],
    ['with a day that is none', 'knockIns', knockIn({ since: '去年' })],
    ['with a blank day', 'knockIns', knockIn({ since: '' })],
    ['with a day that is a number', 'knockIns', knockIn({ since: 45_000 })],
    ['with a loss over all', 'lossGivenDefault', 1.1],
    ['with a line below 0', 'amberFrom', -0.1],
    ['with a line as text', 'amberFrom', '0.5'],
  ])('is refused %s, and tells where', (_, where, value) => {
    const isOfList = (where === 'personaRules' || where === 'knockIns') && Array.isArray(value);
    const wrong = where === 'rfa' ? RFA : [isOfList ? `${where}.1` : where];
    expect(policyFromJson(JSON.stringify(changed(file, where.split('.'), value)))).toEqual({
      wrong,
    });
  });

  it('tells every place at once, of a list which', () => {
    const known = { customer: '甲', reason: 'blacklist', since: null };
    const text = JSON.stringify({ ...file, amberFrom: 2, knockIns: [known, 1, known, {}] });
    expect(policyFromJson(text)).toEqual({ wrong: ['knockIns.2', 'knockIns.4', 'amberFrom'] });
  });

  it('leaves out what it does not know', () => {
    expect(policyFromJson(JSON.stringify({ ...file, more: 1 }))).toEqual({ policy: POLICY });
  });
});

function changed(of: object, [key, ...rest]: readonly string[], value: unknown): object {
  const now = (of as Record<string, unknown>)[key!];
  return { ...of, [key!]: rest.length > 0 ? changed(now as object, rest, value) : value };
}
