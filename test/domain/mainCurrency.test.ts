import { mainCurrency } from '../../src/domain';

it.each([
  [['USD', 'CNY'], 1],
  [['美元', '人民币', 'EUR'], 1],
  [['USD', ''], 1],
  [['USD', 'EUR'], 0],
  [['RMB'], 0],
  [[], 0],
])('of %j is the one at %i', (currencies, index) => {
  expect(mainCurrency(currencies)).toBe(index);
});
