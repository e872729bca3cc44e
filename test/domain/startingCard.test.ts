import fc from 'fast-check';
import { scalingOf, scoreAt, startingProbability, STARTING_CARD } from '../../src/domain';

/** @returns the score behind a probability */
const scoreOf = (p: number) => scoreAt(p / (1 - p), scalingOf());

describe('the card before a model', () => {
  it.each([
    ['a new customer', [0, 0, 0, 0], 490 + 5 + 0 + 5],
    ['of a new customer no delay is known', [0, 0, 90, 0], 490 + 5 + 0 + 5],
    ['always early', [20, 0, -5, 0], 490 + 45 + 10 + 5],
    ['half late, 5 days, a fifth overdue', [8, 4, 5, 0.2], 490 - 5 - 5 - 5],
    ['always late', [20, 20, 30, 1], 490 - 50 - 10 - 10],
    ['4 late of 4 are drawn to the usual share: 0.7', [4, 4, 30, 1], 490 - 30 - 10 - 10],
  ])('%s', (_, [paid, late, delay, share], score) => {
    expect(scoreOf(startingProbability(paid!, late!, delay!, share!))).toBeCloseTo(score, 9);
  });

  it('another base moves every answer', () => {
    const strict = { ...STARTING_CARD, base: 470 };
    expect(scoreOf(startingProbability(0, 0, 0, 0, strict))).toBeCloseTo(480, 9);
  });

  it('never falls with a worse history', () => {
    const count = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: -30, max: 90 }), (a, b, delay) => {
        const [late, paid] = [Math.min(a, b), Math.max(a, b) + 1];
        const now = startingProbability(paid, late, delay, 0.1);
        expect(startingProbability(paid, late + 1, delay, 0.1)).toBeGreaterThanOrEqual(now);
        expect(startingProbability(paid, late, delay + 1, 0.1)).toBeGreaterThanOrEqual(now);
        expect(startingProbability(paid, late, delay, 0.3)).toBeGreaterThan(now);
      }),
    );
  });
});
