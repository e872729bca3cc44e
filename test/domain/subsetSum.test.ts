import fc from 'fast-check';
import { findSubset } from '../../src/domain/subsetSum';

const bounds = { maxSize: 4, maxSteps: 1000 };

describe('a search for a sum', () => {
  it.each<[string, number[], number, number[], number, boolean]>([
    ['finds two', [100, 250, 70], 320, [1, 2], 1, true],
    ['prefers the fewest', [10, 20, 30, 60], 90, [2, 3], 2, true],
    ['prefers the foremost of several', [30, 50, 30, 50], 80, [0, 1], 2, true],
    ['finds none', [100, 250, 70], 321, [], 0, true],
    ['takes no single amount', [100, 250], 100, [], 0, true],
    ['takes no more than it may', [10, 10, 10, 10, 10], 50, [], 0, true],
    ['has nothing to choose from', [], 50, [], 0, true],
  ])('%s', (_, amounts, target, found, answers, isComplete) => {
    const search = findSubset(amounts, target, bounds);
    expect(search).toMatchObject({ ...bounds, found, answers, isComplete });
    expect(search.candidates).toBe(amounts.length);
  });

  it('says where it was cut short', () => {
    const search = findSubset([1, 2, 4, 8, 16, 32, 64], 127, { maxSize: 7, maxSteps: 5 });
    expect(search).toMatchObject({ answers: 0, steps: 5, isComplete: false });
  });

  it('finds an answer within its bounds exactly where there is one', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 9 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 60 }), (list, target) => {
        const search = findSubset(list, target, { maxSize: 4, maxSteps: 1e6 });
        let answers = 0;
        for (let mask = 0; mask < 2 ** list.length; mask++) {
          const chosen = list.filter((_, i) => (mask >> i) & 1);
          const isRight = chosen.length >= 2 && chosen.length <= 4;
          if (isRight && chosen.reduce((a, b) => a + b, 0) === target) answers++;
        }
        expect(search.answers).toBe(Math.min(2, answers));
        expect(search.isComplete).toBe(true);
        if (answers > 0) {
          expect(search.found.reduce((sum, i) => sum + list[i]!, 0)).toBe(target);
        }
      }),
    );
  });
});
