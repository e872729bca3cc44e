import fc from 'fast-check';
import {
  DEFAULT_PERSONA_RULES,
  DEFAULT_TREATMENTS,
  FACT_NAMES,
  isPersonaRule,
  personaOf,
  PERSONAS,
  SOP_STEPS,
  type FactName,
  type Facts,
} from '../../src/domain';

/** Nothing known but what is said. */
const knowing = (known: Partial<Facts<FactName>>): Facts<FactName> => ({
  ...(Object.fromEntries(FACT_NAMES.map((name) => [name, null])) as Facts<FactName>),
  ...known,
});

describe('the first rule that holds', () => {
  it.each<[string, Partial<Facts<FactName>>, string]>([
    ['a bounced bill and money overdue', { bouncedBills: 1, overdueDays: 5 }, 'endangered'],
    ['a bounced bill since made good', { bouncedBills: 1, overdueDays: 0 }, 'ordinary'],
    ['a grave signal and money overdue', { signalSeverity: 3, overdueDays: 5 }, 'endangered'],
    ['a slight one', { signalSeverity: 2, overdueDays: 5 }, 'ordinary'],
    [
      'ever later, orders halved, half of all overdue',
      { overdueDaysRise: 30, orderChange: -0.5, overdueShare: 0.5 },
      'endangered',
    ],
    [
      'ever later, buying half, nearly all overdue',
      { overdueDaysRise: 45, salesGrowth: -0.6, overdueShare: 0.9 },
      'endangered',
    ],
    [
      'ever later, yet buying',
      { overdueDaysRise: 45, salesGrowth: 0, orderChange: 0, overdueShare: 0.9 },
      'ordinary',
    ],
    ['two broken promises, half of all late', { brokenPromises: 2, lateRatio: 0.5 }, 'staller'],
    ['one', { brokenPromises: 1, lateRatio: 0.5 }, 'ordinary'],
    ['disputes without ground', { groundlessDisputes: 1, lateRatio: 0.6 }, 'staller'],
    ['mostly late, and long', { lateRatio: 0.75, overdueDays: 61, maxDelay: 91 }, 'staller'],
    ['pays on time, an old dispute is left', { recentLateRatio: 0, oldDisputedShare: 1 }, 'legacy'],
    ['an old dispute and late again', { recentLateRatio: 0.5, oldDisputedShare: 1 }, 'ordinary'],
    [
      'large, often late, always pays',
      { salesShare: 0.05, lateRatio: 0.4, maxDaysOverdue: 90 },
      'strategic',
    ],
    ['large and long overdue', { salesShare: 0.3, lateRatio: 0.4, maxDaysOverdue: 91 }, 'ordinary'],
    [
      'small, on time, growing',
      { salesShare: 0.01, lateRatio: 0.1, overdueShare: 0, salesGrowth: 0.2 },
      'potential',
    ],
    [
      'small, on time, not growing',
      { salesShare: 0.01, lateRatio: 0.1, overdueShare: 0, salesGrowth: 0.1 },
      'ordinary',
    ],
    [
      'endangered before staller',
      { bouncedBills: 1, overdueDays: 90, brokenPromises: 3, lateRatio: 1 },
      'endangered',
    ],
    [
      'staller before strategic',
      { brokenPromises: 2, lateRatio: 0.5, salesShare: 0.2, maxDaysOverdue: 20 },
      'staller',
    ],
    [
      'legacy before strategic',
      {
        recentLateRatio: 0.1,
        oldDisputedShare: 0.8,
        lateRatio: 0.3,
        salesShare: 0.1,
        maxDaysOverdue: 0,
      },
      'legacy',
    ],
    ['nothing known', {}, 'ordinary'],
  ])('%s', (_, known, persona) => {
    expect(personaOf(knowing(known)).persona).toBe(persona);
  });
});

describe('why', () => {
  it('names the rule, its conditions and the figures found', () => {
    const found = personaOf(knowing({ salesShare: 0.12, lateRatio: 0.4, maxDaysOverdue: 20 }));
    expect(found.rule).toBe(8);
    expect(DEFAULT_PERSONA_RULES[found.rule]!.persona).toBe('strategic');
    expect(found.matches).toEqual([
      { fact: 'salesShare', comparison: '>=', value: 0.05, found: 0.12 },
      { fact: 'lateRatio', comparison: '>=', value: 0.25, found: 0.4 },
      { fact: 'maxDaysOverdue', comparison: '<=', value: 90, found: 20 },
    ]);
  });

  it('names missing facts only where they might change the answer', () => {
    const known = {
      overdueDays: 5,
      lateRatio: 0,
      overdueDaysRise: 0,
      overdueShare: 0.2,
      salesShare: 0.5,
    };
    // Broken promises, orders and growth do not matter: another condition of their rules fails.
    expect(personaOf(knowing(known)).missing).toEqual([
      'bouncedBills',
      'signalSeverity',
      'recentLateRatio',
      'oldDisputedShare',
    ]);
  });

  it('below the rule that decides nothing is missed', () => {
    expect(personaOf(knowing({ bouncedBills: 1, overdueDays: 1 })).missing).toEqual([]);
  });
});

describe('rules of one’s own', () => {
  it('decide in their order', () => {
    const rules = [
      { persona: 'potential', conditions: [{ fact: 'overdueDays', comparison: '<', value: 10 }] },
      { persona: 'staller', conditions: [{ fact: 'overdueDays', comparison: '>=', value: 10 }] },
    ] as const;
    expect(
      [9, 10].map((overdueDays) => personaOf(knowing({ overdueDays }), rules).persona),
    ).toEqual(['potential', 'staller']);
    expect(personaOf(knowing({}), [])).toEqual({
      persona: 'ordinary',
      rule: -1,
      matches: [],
      missing: [],
    });
  });

  const condition = { fact: 'lateRatio', comparison: '>=', value: 0.5 };
  it.each([
    ['as it should be', 'staller', [condition], true],
    ['an unknown persona', 'villain', [condition], false],
    ['an unknown fact', 'staller', [{ ...condition, fact: 'mood' }], false],
    ['an unknown comparison', 'staller', [condition, { ...condition, comparison: '≈' }], false],
    ['no figure', 'staller', [{ ...condition, value: NaN }], false],
    ['no condition', 'staller', [], false],
  ])('%s', (_, persona, conditions, valid) => {
    expect(isPersonaRule({ persona, conditions })).toBe(valid);
  });

  it('the defaults are valid, in the order of the personas', () => {
    expect(DEFAULT_PERSONA_RULES.every(isPersonaRule)).toBe(true);
    const order = DEFAULT_PERSONA_RULES.map(({ persona }) => PERSONAS.indexOf(persona));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

it('every persona has a treatment of known steps, none twice', () => {
  for (const persona of PERSONAS) {
    const { steps } = DEFAULT_TREATMENTS[persona];
    expect(steps.length).toBeGreaterThan(0);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps.every((step) => SOP_STEPS.includes(step))).toBe(true);
  }
});

it('whatever is known, one persona: the matches are those of its rule, and all hold', () => {
  const facts = fc.record(
    Object.fromEntries(
      FACT_NAMES.map((name) => [name, fc.option(fc.double({ min: -100, max: 200, noNaN: true }))]),
    ),
  );
  fc.assert(
    fc.property(facts, (known) => {
      const found = personaOf(known as Facts<FactName>);
      const own = DEFAULT_PERSONA_RULES[found.rule];
      expect(found.persona).toBe(own?.persona ?? 'ordinary');
      expect(found.matches.map(({ fact }) => fact)).toEqual(
        own?.conditions.map(({ fact }) => fact) ?? [],
      );
    }),
  );
});
