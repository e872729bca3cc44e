import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GROUPS } from '../../src/taskpane/functionForms';
import { FunctionsHost, metadataOf } from './functionsHost';

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown[][]>>;

const host = new FunctionsHost();
let catalogue: Functions;
beforeAll(async () => {
  await host.boot();
  catalogue = (await import('../../src/functions/catalogue')).CATALOGUE as unknown as Functions;
});
afterAll(() => host.dispose());

const chinese = metadataOf('functions.json').functions;
const english = metadataOf('functions.en-US.json').functions;

describe('functions.json', () => {
  it('names exactly the functions that are registered, and those of the catalogue', () => {
    const ids = chinese.map(({ id }) => id).toSorted();
    expect(Object.keys(host.mappings).toSorted()).toEqual(ids);
    expect(Object.keys(catalogue).toSorted()).toEqual(ids);
  });

  it('has functions that the pane offers, each once', () => {
    expect(GROUPS.flat().toSorted()).toEqual(chinese.map(({ id }) => id).toSorted());
  });

  it('has the parameters the code takes, optional ones last', () => {
    for (const { id, parameters } of chinese) {
      expect([id, catalogue[id]!.length]).toEqual([id, parameters.length]);
      const optional = parameters.map((parameter) => parameter.optional ?? false);
      expect(optional).toEqual(optional.toSorted());
    }
  });

  it('lets errors and texts of any kind reach the code', () => {
    for (const { allowErrorForDataTypeAny, parameters, result, options } of chinese) {
      expect(parameters.map(({ type }) => type)).toEqual(parameters.map(() => 'any'));
      expect([allowErrorForDataTypeAny, result.type]).toEqual([true, 'any']);
      expect(options).toBeUndefined(); // not volatile, not streaming
    }
  });

  it('has ASCII names that are the same in every language', () => {
    for (const { id, name } of chinese)
      expect([name, name]).toEqual([id, expect.stringMatching(/^[A-Z][A-Z_]+$/)]);
    const plain = (functions: typeof chinese) =>
      functions.map(({ description: _, helpUrl: __, parameters, ...rest }) => ({
        ...rest,
        parameters: parameters.map(({ description: ___, ...parameter }) => parameter),
      }));
    expect(plain(english)).toEqual(plain(chinese));
  });

  it('describes in the language it is of, each parameter too', () => {
    const texts = (functions: typeof chinese) =>
      functions.flatMap(({ description, parameters }) => [
        description,
        ...parameters.map((parameter) => parameter.description),
      ]);
    for (const text of texts(chinese)) expect(text).toMatch(/[\u4e00-\u9fff].*[。……]$/);
    for (const text of texts(english))
      expect(text).toMatch(/^[A-Z0-9].*[.…]$|^(simple|any|bank2023)/);
  });

  it.each(['README.md', 'README.zh-CN.md'])('%s lists every function', (file) => {
    const readme = readFileSync(path.join(__dirname, '../..', file), 'utf8');
    const listed = [...readme.matchAll(/^\| `AR\.([A-Z_]+)\(/gm)].map(([, id]) => id);
    expect(listed).toEqual(chinese.map(({ id }) => id));
  });
});

describe('a column and its cells one by one give the same', () => {
  const date = fc.oneof(
    fc.integer({ min: 45_000, max: 46_500 }),
    fc.constantFrom('2025-6-30', '20250101', '', 0, null, '月底'),
  );
  const amount = fc.oneof(
    fc.integer({ min: -1000, max: 100_000 }),
    fc.constantFrom('1,200.50', '1.2万', '', null, '若干'),
  );
  const share = fc.oneof(
    fc.constantFrom('38%', '', 'x'),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  const count = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.constantFrom('12', '', '十'));
  const term = fc.constantFrom('30天', 45, '月结60天', '次月15日', '', '月结', '验收后60天');
  const asOf = 45_838;

  it.each<[id: string, columns: fc.Arbitrary<unknown>[], rest: unknown[]]>([
    ['AGING_BUCKET', [date], [asOf, null]],
    ['OVERDUE_DAYS', [date], [asOf]],
    ['AGE_DAYS', [date], [asOf]],
    ['DUE_DATE', [date, term, fc.constantFrom('含当月', '', true, '?')], [[['CN']]]],
    ['RISK_CLASS', [count], [null]],
    ['WARNING_LEVEL', [date], [asOf, null, null, null]],
    ['RFA_SCORE', [count, share, share], [null]],
    ['RFA_TIER', [count], [null]],
    ['EXPECTED_LOSS', [share, amount, share], []],
    ['CEI', [amount, amount, amount, amount], []],
    ['ROLL_RATE', [amount, amount, amount], []],
    ['LATE_INTEREST', [amount, date, date, share], [null]],
    ['CREDIT_CHECK', [amount, amount, amount, count, amount], [30, 1000, '任一']],
    ['CN_WORKDAY', [date, count], [null]],
    ['CN_NETWORKDAYS', [date, date], [null]],
    ['CN_IS_WORKDAY', [date], [null]],
  ])('%s', (id, columns, rest) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(...columns), { minLength: 1, maxLength: 8 }), (rows) => {
        const work = catalogue[id]!;
        const down = columns.map((_, c) => rows.map((row) => [row[c]]));
        const across = columns.map((_, c) => [rows.map((row) => row[c])]);
        const one = rows.map((row) => work(...row.map((cell) => [[cell]]), ...rest)[0]![0]);
        expect(work(...down, ...rest)).toEqual(one.map((answer) => [answer]));
        expect(work(...across, ...rest)).toEqual([one]);
        for (const answer of one) expect(answer).not.toBeNaN();
      }),
    );
  });
});
