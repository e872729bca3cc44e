import { FACT_NAMES, rootCauseOf, type FactName, type Facts } from '../../src/domain';

const knowing = (known: Partial<Facts<FactName>>): Facts<FactName> => ({
  ...(Object.fromEntries(FACT_NAMES.map((name) => [name, null])) as Facts<FactName>),
  ...known,
});
const late = { overdueDays: 20, lateRatio: 0.4 };

describe('why a customer pays late', () => {
  it.each<[string, Partial<Facts<FactName>>, string | null]>([
    ['a third disputed', { ...late, disputedShare: 0.3 }, 'process'],
    ['disputes it was right in', { ...late, upheldDisputes: 2 }, 'process'],
    ['bills bounce', { ...late, bouncedBills: 1, disputedShare: 0.5 }, 'ability'],
    ['orders fall and delays grow', { ...late, orderChange: -0.4, delayTrend: 20 }, 'ability'],
    ['promises broken', { ...late, brokenPromises: 2, delayTrend: 20 }, 'willingness'],
    ['buys on and pays late', { overdueDays: 20, lateRatio: 0.9, salesGrowth: 0.1 }, 'willingness'],
    ['equal evidence: ours first', { ...late, disputedShare: 0.3, orderChange: -0.3 }, 'process'],
    ['late and nothing known', late, null],
    ['signs, but nothing late', { overdueDays: 0, lateRatio: 0, brokenPromises: 5 }, null],
    ['signs, and nobody knows of late', { brokenPromises: 5 }, null],
    [
      'late before, nothing open now',
      { overdueDays: 0, lateRatio: 0.2, brokenPromises: 5 },
      'willingness',
    ],
  ])('%s', (_, known, cause) => {
    expect(rootCauseOf(knowing(known)).cause).toBe(cause);
  });

  it('shows what speaks for each cause, how sure it is, and what nobody knows', () => {
    const found = rootCauseOf(
      knowing({ ...late, orderChange: -0.4, delayTrend: 20, disputedShare: 0.5 }),
    );
    expect(found.confidence).toBeCloseTo(4 / 6, 12);
    expect(found.evidence.map(({ cause, weight }) => [cause, weight])).toEqual([
      ['ability', 4],
      ['process', 2],
      ['willingness', 0],
    ]);
    expect(found.evidence[1]!.signs).toEqual([
      {
        cause: 'process',
        weight: 2,
        fact: 'disputedShare',
        comparison: '>=',
        value: 0.3,
        found: 0.5,
      },
    ]);
    expect(found.missing).toEqual([
      'upheldDisputes',
      'creditNoteShare',
      'bouncedBills',
      'signalSeverity',
      'salesGrowth',
      'partPaidShare',
      'brokenPromises',
      'groundlessDisputes',
    ]);
  });

  it('without evidence is not sure at all', () => {
    expect(rootCauseOf(knowing(late))).toMatchObject({ cause: null, confidence: 0 });
  });

  it('signs are a table of one’s own', () => {
    const signs = [
      { cause: 'ability', weight: 1, fact: 'maxDelay', comparison: '>', value: 10 },
    ] as const;
    expect(rootCauseOf(knowing({ ...late, maxDelay: 11 }), signs)).toMatchObject({
      cause: 'ability',
      confidence: 1,
    });
  });
});
