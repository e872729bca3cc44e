import { itemsBehind } from '../../src/domain';

it.each<[string, (item: number) => boolean, number[]]>([
  ['all that hold, ascending', (i) => i % 2 === 1, [1, 3]],
  ['none', () => false, []],
  ['every one', () => true, [0, 1, 2, 3, 4]],
])('names %s', (_, holds, items) => {
  expect([...itemsBehind(5, holds)]).toEqual(items);
});
