import {
  DEFAULT_PERSONA_RULES,
  DEFAULT_POLICY,
  DEFAULT_TREATMENTS,
  NO_DATE,
  serialOf,
  type Policy,
} from '../../src/domain';
import { cellsOfPolicy, policyOf } from '../../src/workbook/policyCells';
import type { CellProblem, PolicyCells, PolicyPart } from '../../src/workbook/policyParts';
import { POLICY_TEXTS } from '../../src/workbook/policyTexts';
import { treatmentWords } from '../../src/workbook/treatmentWords';
import type { Language } from '../../src/workbook/texts';

type Cells = PolicyCells<unknown>;

const STANDARD: Cells = cellsOfPolicy(DEFAULT_POLICY, POLICY_TEXTS['zh-CN']);

/** The usual cells, but for some from a row and column on. */
function typing(part: PolicyPart, row: number, column: number, typed: readonly unknown[]): Cells {
  const rows = STANDARD[part]!.map((cells) => [...cells]);
  typed.forEach((cell, i) => (rows[row]![column + i] = cell));
  return { ...STANDARD, [part]: rows };
}

const read = (cells: Cells) => policyOf(cells, false);

describe('a figure', () => {
  it.each<[string, PolicyPart, number, number, readonly unknown[], Partial<Policy['rfa']>]>([
    ['days of R', 'rfaThresholds', 0, 0, [5, 10, 20, 40, 80], lines('r', [5, 10, 20, 40, 80])],
    ['a share of F', 'rfaThresholds', 1, 1, [0.2], lines('f', [0, 0.2, 0.25, 0.5, 0.75])],
    ['a share of A as text', 'rfaThresholds', 2, 1, ['6%'], lines('a', [0, 0.06, 0.2, 0.4, 0.7])],
    ['in full width', 'rfaThresholds', 2, 1, ['６％'], lines('a', [0, 0.06, 0.2, 0.4, 0.7])],
    [
      'cut points',
      'rfaThresholds',
      3,
      0,
      [0.1, 0.2, 0.3, 0.4, 0.5],
      { quantiles: [0.1, 0.2, 0.3, 0.4, 0.5] },
    ],
    ['a weight', 'rfaWeights', 0, 0, [0], { weights: { r: 0, f: 0.3, a: 0.3 } }],
    ['tiers', 'rfaTiers', 0, 0, [10, 20, 30], { tierFrom: [10, 20, 30] }],
    ['the mode', 'rfaMode', 0, 0, ['分位'], { mode: 'quantiles' }],
    ['the mode in the other language', 'rfaMode', 0, 0, [' quantiles '], { mode: 'quantiles' }],
    ['months', 'rfaWindow', 0, 0, [24], { windowMonths: 24 }],
    ['least items', 'rfaLeast', 0, 0, [0], { leastFallenDue: 0 }],
  ])('%s is followed', (_, part, row, column, typed, rfa) => {
    const { policy, problems } = read(typing(part, row, column, typed));
    expect(problems).toEqual([]);
    expect(policy).toEqual({ ...DEFAULT_POLICY, rfa: { ...DEFAULT_POLICY.rfa, ...rfa } });
  });

  it.each<[string, PolicyPart, number, number, unknown, CellProblem['code']]>([
    ['a word among thresholds', 'rfaThresholds', 0, 2, '三十', 'number'],
    ['a blank among them', 'rfaThresholds', 1, 4, '', 'share'],
    ['an error', 'rfaThresholds', 0, 0, '#N/A', 'number'],
    ['a yes', 'rfaThresholds', 0, 0, true, 'number'],
    ['days below 0', 'rfaThresholds', 0, 0, -1, 'number'],
    ['a percentage without its sign', 'rfaThresholds', 1, 1, 10, 'share'],
    ['lines that fall', 'rfaThresholds', 2, 3, 0.1, 'ascending'],
    ['two that are the same', 'rfaThresholds', 3, 1, 1 / 6, 'ascending'],
    ['a weight below 0', 'rfaWeights', 1, 0, -0.1, 'number'],
    ['a blank weight', 'rfaWeights', 2, 0, '', 'number'],
    ['a score over 100', 'rfaTiers', 0, 2, 101, 'score'],
    ['tiers that fall', 'rfaTiers', 0, 1, 20, 'ascending'],
    ['a mode nobody knows', 'rfaMode', 0, 0, '平均', 'mode'],
    ['no month', 'rfaWindow', 0, 0, 0, 'months'],
    ['half a month', 'rfaWindow', 0, 0, 0.5, 'months'],
    ['half an item', 'rfaLeast', 0, 0, 2.5, 'whole'],
    ['a loss over all', 'lossGivenDefault', 0, 0, 45, 'share'],
    ['a word for a probability', 'amberFrom', 0, 0, '高', 'share'],
  ])('%s is told, and the usual one counts', (_, part, row, column, cell, code) => {
    const { policy, problems } = read(typing(part, row, column, [cell]));
    expect(problems).toEqual([{ part, row, column, code, instead: 'default' }]);
    expect(policy).toEqual(DEFAULT_POLICY);
  });

  it('weights that are all 0 are none', () => {
    const { policy, problems } = read({ ...STANDARD, rfaWeights: [[0], [0], [0]] });
    expect(problems).toMatchObject([{ part: 'rfaWeights', row: 0, code: 'weights' }]);
    expect(policy).toEqual(DEFAULT_POLICY);
  });

  it('blank ones are as usual', () => {
    const blank = (part: PolicyPart) => [part, STANDARD[part]!.map((cells) => cells.map(() => ''))];
    const cells = Object.fromEntries(
      Object.keys(STANDARD).map((part) => blank(part as PolicyPart)),
    );
    const { policy, problems } = read(cells as Cells);
    expect(problems).toEqual([]);
    expect(policy).toEqual({ ...DEFAULT_POLICY, personaRules: [] });
  });

  it('cells that are gone are told, part by part', () => {
    const gone = Object.fromEntries(Object.keys(STANDARD).map((part) => [part, null]));
    const { policy, problems } = read(gone as unknown as Cells);
    expect(problems.map(({ part }) => part)).toEqual(expect.arrayContaining(Object.keys(STANDARD)));
    expect(problems.every(({ code }) => code === 'missing')).toBe(true);
    expect(policy).toEqual(DEFAULT_POLICY);
  });

  it('rows and columns cut off are as usual too', () => {
    const cells = { ...STANDARD, rfaThresholds: [[1, 2, 3, 4, 5]], rfaTiers: [], rfaWindow: [[]] };
    const { policy, problems } = read({ ...cells, rfaMode: [], rfaWeights: [[1]] });
    expect(problems).toMatchObject([{ part: 'rfaWeights', row: 1, code: 'number' }]);
    expect(policy.rfa).toEqual({ ...DEFAULT_POLICY.rfa, ...lines('r', [1, 2, 3, 4, 5]) });
  });
});

describe('a rule', () => {
  const [first, ...others] = DEFAULT_PERSONA_RULES;
  const spare = DEFAULT_PERSONA_RULES.length + 1;

  it('is followed, in either language, with signs as anybody types them', () => {
    const typed = [
      'Rising customer',
      '销售占比',
      '<=',
      0.1,
      '',
      '',
      '',
      'SALES GROWTH',
      '＞',
      '150%',
    ];
    const { policy, problems } = read(typing('personaRules', spare, 0, typed));
    expect(problems).toEqual([]);
    expect(policy.personaRules).toEqual([
      ...DEFAULT_PERSONA_RULES,
      {
        persona: 'potential',
        conditions: [
          { fact: 'salesShare', comparison: '<=', value: 0.1 },
          { fact: 'salesGrowth', comparison: '>', value: 1.5 },
        ],
      },
    ]);
  });

  it('moves others when its line goes first', () => {
    const [head, one, two, ...rest] = STANDARD.personaRules!;
    const { policy } = read({ ...STANDARD, personaRules: [head!, two!, one!, ...rest] });
    expect(policy.personaRules.slice(0, 2)).toEqual([others[0], first]);
  });

  it.each<[string, number, unknown, CellProblem['code']]>([
    ['a persona nobody knows', 0, '好人', 'persona'],
    ['a figure nobody knows', 1, '天气', 'fact'],
    ['no figure', 1, '', 'fact'],
    ['an equals sign', 2, '=', 'comparison'],
    ['no sign', 5, '', 'comparison'],
    ['a word for a value', 3, '多', 'number'],
    ['fewer than none', 3, -1, 'number'],
    ['no value', 6, '', 'days'],
  ])('with %s is told, and the usual one counts', (_, column, cell, code) => {
    const { policy, problems } = read(typing('personaRules', 1, column, [cell]));
    expect(problems).toEqual([{ part: 'personaRules', row: 1, column, code, instead: 'default' }]);
    expect(policy.personaRules).toEqual(DEFAULT_PERSONA_RULES);
  });

  it.each<[string, readonly unknown[], number, CellProblem['code']]>([
    ['a share of more than all', ['潜力股客户', '逾期频率', '>', 25], 3, 'share'],
    ['a change that is a slip', ['潜力股客户', '销售增长', '>', 25], 3, 'change'],
    ['no condition', ['潜力股客户'], 1, 'fact'],
    ['no persona', ['', '逾期频率', '>', 0.5], 0, 'persona'],
  ])('on a line of its own with %s is told and left out', (_, typed, column, code) => {
    const { policy, problems } = read(typing('personaRules', spare, 0, typed));
    expect(problems).toMatchObject([{ row: spare, column, code, instead: 'leftOut' }]);
    expect(policy.personaRules).toEqual(DEFAULT_PERSONA_RULES);
  });

  it('that is broken in place of another persona’s does not bring that one back', () => {
    const { policy, problems } = read(typing('personaRules', 1, 0, ['潜力股客户', '天气']));
    expect(problems).toMatchObject([{ row: 1, column: 1, code: 'fact', instead: 'leftOut' }]);
    expect(policy.personaRules).toEqual(others);
  });
});

describe('a treatment', () => {
  it('is in words of the user’s own, or ours in either language', () => {
    const typed = ['Staller in bad faith', '电话', '客气', '对账确认', '', '每周三拜访', 'Call'];
    const { policy, problems } = read(typing('treatments', 2, 0, typed));
    expect(problems).toEqual([]);
    expect(policy.treatments.staller).toEqual({
      channel: 'phone',
      tone: '客气',
      steps: ['reconcile', '每周三拜访', 'call', 'lawyerLetter', 'legalAction'],
    });
    expect(policy.treatments.legacy).toEqual(DEFAULT_TREATMENTS.legacy);
    expect(treatmentWords(policy.treatments.staller, POLICY_TEXTS['en-US'])).toMatchObject({
      channel: 'Phone',
      tone: '客气',
      steps: [
        'Reconcile accounts',
        '每周三拜访',
        'Call',
        "Lawyer's letter",
        'Freeze assets and sue',
      ],
    });
  });

  it.each<[string, unknown, CellProblem['code']]>([
    ['of nobody we know', '好人', 'persona'],
    ['said twice', '现金流断裂的濒危客户', 'repeated'],
  ])('%s is told and left out', (_, persona, code) => {
    const { policy, problems } = read(typing('treatments', 6, 0, [persona]));
    expect(problems).toEqual([{ part: 'treatments', row: 6, column: 0, code, instead: 'leftOut' }]);
    expect(policy.treatments).toEqual(DEFAULT_POLICY.treatments);
  });

  it('words like those of objects are words', () => {
    const { policy } = read(typing('treatments', 1, 3, ['constructor']));
    const { steps } = treatmentWords(policy.treatments.endangered, POLICY_TEXTS['zh-CN']);
    expect(steps[0]).toBe('constructor');
  });
});

describe('a knock-in', () => {
  const day = serialOf(2025, 3, 1);

  it.each<[string, readonly unknown[], readonly unknown[]]>([
    ['for ever', ['宏达', '黑名单', ''], ['宏达', 'blacklist', NO_DATE]],
    ['from a day on', ['宏达', '破产', day], ['宏达', 'bankruptcy', day]],
    ['from a day as text', ['宏达', 'Bankruptcy', '2025年3月1日'], ['宏达', 'bankruptcy', day]],
    ['of a code that is a number', [123, '', ''], ['123', 'blacklist', NO_DATE]],
  ])('%s is followed', (_, typed, [customer, reason, since]) => {
    const { policy, problems } = read(typing('knockIns', 7, 0, typed));
    expect(problems).toEqual([]);
    expect(policy.knockIns).toEqual([{ customer, reason, since }]);
  });

  it.each<[string, readonly unknown[], number, CellProblem['code'], CellProblem['instead']]>([
    ['a reason nobody knows', ['宏达', '讨厌', ''], 1, 'reason', 'blacklist'],
    ['a day that is none', ['宏达', '黑名单', '去年'], 2, 'since', 'ever'],
    ['one that can be read in two ways', ['宏达', '黑名单', '3/1/2025'], 2, 'since', 'ever'],
  ])('with %s is told, and on the safe side', (_, typed, column, code, instead) => {
    const { policy, problems } = read(typing('knockIns', 1, 0, typed));
    expect(problems).toEqual([{ part: 'knockIns', row: 1, column, code, instead }]);
    expect(policy.knockIns).toEqual([{ customer: '宏达', reason: 'blacklist', since: NO_DATE }]);
  });

  it('of nobody is told and left out', () => {
    const { policy, problems } = read(typing('knockIns', 1, 0, ['', '黑名单', '']));
    expect(problems).toMatchObject([{ row: 1, column: 0, code: 'customer', instead: 'leftOut' }]);
    expect(policy.knockIns).toEqual([]);
  });

  it('has its day by the workbook’s own count', () => {
    const cells = typing('knockIns', 1, 0, ['宏达', '黑名单', day - 1462]);
    expect(policyOf(cells, true).policy.knockIns[0]!.since).toBe(day);
  });
});

it.each<Language>(['zh-CN', 'en-US'])('words of %s mean one thing each', (language) => {
  const { personas, facts, steps, channels, tones, modes, reasons } = POLICY_TEXTS[language];
  const words = Object.values(facts).map(([word]) => word);
  for (const all of [personas, steps, channels, tones, modes, reasons].map(Object.values)) {
    expect(new Set(all).size).toBe(all.length);
    expect(all.join()).not.toContain(', ');
  }
  expect(new Set(words).size).toBe(words.length);
});

function lines(part: 'r' | 'f' | 'a', numbers: [number, number, number, number, number]) {
  return { thresholds: { ...DEFAULT_POLICY.rfa.thresholds, [part]: numbers } };
}
