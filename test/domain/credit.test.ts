import { checkLimit } from '../../src/domain';

it.each([
  ['500 000 limit, 480 000 open, 50 000 order: 30 000 over', 500_000, 480_000, 50_000, 30_000],
  ['equality passes', 500_000, 450_000, 50_000, 0],
  ['room is left', 500_000, 100_000, 50_000, 0],
  ['a customer in credit has more room', 10_000, -5_000, 15_000, 0],
  ['a blank limit is not controlled', null, 480_000, 9_000_000, 0],
  ['0 is cash only', 0, 0, 1, 1],
])('%s', (_, limit, exposure, order, over) => {
  expect(checkLimit(limit, exposure, order)).toBe(over);
});
