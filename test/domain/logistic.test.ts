import fc from 'fast-check';
import { fitLogistic, logistic, type LogisticFit } from '../../src/domain';

const fit = (inputs: number[][], outcome: number[], settings = {}): LogisticFit =>
  fitLogistic(
    inputs.map((column) => Float64Array.from(column)),
    Uint8Array.from(outcome),
    settings,
  );

/** 1 of 4 late without the flag, 3 of 4 with it: odds of 1/3 and 3. */
const FLAG = [0, 0, 0, 0, 1, 1, 1, 1];
const LATE = [1, 0, 0, 0, 1, 1, 1, 0];

describe('coefficients', () => {
  it('of a yes/no input are the log-odds of its two groups', () => {
    const { status, intercept, coefficients } = fit([FLAG], LATE);
    expect(status).toBe('converged');
    expect(intercept).toBeCloseTo(Math.log(1 / 3), 12);
    expect(coefficients[0]).toBeCloseTo(Math.log(9), 12);
  });

  it('are per unit of the input as given', () => {
    const thousands = FLAG.map((x) => 1000 * x + 5000);
    const { coefficients } = fit([thousands], LATE);
    expect(coefficients[0]).toBeCloseTo(Math.log(9) / 1000, 12);
  });

  it('give the log-likelihood: 6 rows of p = 3/4, 2 of 1/4', () => {
    const { logLikelihood } = fit([FLAG], LATE);
    expect(logLikelihood).toBeCloseTo(6 * Math.log(0.75) + 2 * Math.log(0.25), 9);
  });

  it('shrink with the penalty, the intercept does not', () => {
    const free = fit([FLAG], LATE);
    const held = fit([FLAG], LATE, { penalties: [1] });
    const tiny = fit([FLAG], LATE, { penalties: [1e9] });
    expect(held.coefficients[0]).toBeLessThan(free.coefficients[0]!);
    expect(held.coefficients[0]).toBeGreaterThan(0);
    expect(tiny.coefficients[0]).toBeCloseTo(0, 6);
    expect(tiny.intercept).toBeCloseTo(0, 6);
  });

  it('are drawn to their centre, in units of the input as given', () => {
    const thousands = FLAG.map((x) => 1000 * x + 5000);
    const { coefficients, intercept } = fit([thousands], LATE, {
      penalties: [1e12],
      centres: [0.002],
    });
    expect(coefficients[0]).toBeCloseTo(0.002, 9);
    // The intercept is free: as many are late as were.
    const late = logistic(intercept + 10) + logistic(intercept + 12);
    expect(4 * late).toBeCloseTo(4, 6);
  });

  it('do not depend on where they start, how long it takes does', () => {
    const cold = fit([FLAG], LATE);
    const warm = fit([FLAG], LATE, { start: cold });
    expect(warm.coefficients[0]).toBeCloseTo(cold.coefficients[0]!, 12);
    expect(warm.intercept).toBeCloseTo(cold.intercept, 12);
    expect(warm.iterations).toBe(1);
    expect(cold.iterations).toBeGreaterThan(1);
  });

  it('come also where the first step goes too far', () => {
    const amounts = [0, 26, 2, 273, 0, 0, 64, 2, 0, 0, 0, 0, 19, 0, 0, 50, 1, 0, 0, 0];
    const late = amounts.map((x, row) => (x === 273 || row === 17 ? 1 : 0));
    const { status, intercept, coefficients } = fit([amounts], late);
    expect(status).toBe('converged');
    const score = amounts.reduce(
      (sum, x, r) => sum + x * (late[r]! - logistic(intercept + coefficients[0]! * x)),
      0,
    );
    expect(score).toBeCloseTo(0, 8);
  });
});

describe('no maximum ends in a word, with finite figures', () => {
  it.each<[string, number[][], number[], Partial<LogisticFit>]>([
    ['all late', [FLAG], LATE.map(() => 1), { status: 'oneClass', coefficients: [0] }],
    ['none late', [FLAG], LATE.map(() => 0), { status: 'oneClass', coefficients: [0] }],
    ['no rows', [[]], [], { status: 'oneClass', intercept: 0, coefficients: [0] }],
    ['a constant', [FLAG, FLAG.map(() => 7)], LATE, { status: 'collinear', column: 1 }],
    [
      'the same twice, in other units',
      [FLAG, [3, 1, 4, 1, 5, 9, 2, 6], FLAG.map((x) => 30 - 2 * x)],
      LATE,
      { status: 'collinear', column: 2 },
    ],
    ['a flag that tells all', [FLAG], FLAG, { status: 'separated', column: null }],
    [
      'a flag that tells some for sure',
      [[0, 0, 0, 0, 0, 0, 1, 1]],
      [1, 0, 0, 1, 0, 0, 1, 1],
      { status: 'separated' },
    ],
  ])('%s', (_, inputs, outcome, expected) => {
    const result = fit(inputs, outcome);
    expect(result).toMatchObject(expected);
    const figures = [result.intercept, ...result.coefficients, result.logLikelihood];
    expect(figures.every(Number.isFinite)).toBe(true);
  });

  it('a penalty makes an end of separation and of collinearity', () => {
    expect(fit([FLAG], FLAG, { penalties: [1] }).status).toBe('converged');
    expect(fit([FLAG, FLAG, FLAG.map(() => 7)], LATE, { penalties: [1, 1, 1] })).toMatchObject({
      status: 'converged',
      column: null,
    });
  });
});

it('tells of each iteration and stops when told to', () => {
  const seen: number[] = [];
  const onIteration = (iteration: number) => {
    seen.push(iteration);
    return iteration < 3;
  };
  const { status, iterations } = fit([FLAG], LATE, { onIteration });
  expect(seen).toEqual([1, 2, 3]);
  expect([status, iterations]).toEqual(['cancelled', 2]);
});

it('is never NaN, and where it converges the penalised score is 0', () => {
  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: -50, max: 50 }),
      fc.constantFrom(0, 1),
      // In thousandths: columns that differ by the last digits of a double have no deviation to tell.
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => Math.round(x * 1000) / 1000),
      fc.constantFrom(0, 1),
    ),
    { minLength: 1, maxLength: 600 },
  );
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(0, 0.5, 30),
      fc.constantFrom(0, 0.1),
      (table, penalty, centre) => {
        const inputs = [0, 1, 2].map((c) => table.map((row) => row[c]!));
        const late = table.map((row) => row[3]);
        const { status, intercept, coefficients } = fit(inputs, late, {
          penalties: inputs.map(() => penalty),
          centres: [centre, 0, 0],
        });
        expect([intercept, ...coefficients].every(Number.isFinite)).toBe(true);
        if (status !== 'converged') return;
        const residual = table.map(
          (row, r) =>
            late[r]! -
            logistic(intercept + coefficients.reduce((sum, b, c) => sum + b * row[c]!, 0)),
        );
        inputs.forEach((column, c) => {
          const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
          const squares = column.reduce((sum, x) => sum + (x - mean) ** 2, 0);
          const deviation = Math.sqrt(squares / column.length) || 1;
          const score = column.reduce(
            (sum, x, r) => sum + residual[r]! * ((x - mean) / deviation),
            0,
          );
          const off = coefficients[c]! - (c === 0 ? centre : 0);
          expect(score - penalty * off * deviation).toBeCloseTo(0, 5);
        });
      },
    ),
  );
});
