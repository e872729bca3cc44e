import {
  figureOfNoCurrency,
  GIVEN_NAMES,
  givenOf,
  NOTHING_GIVEN,
  readGiven,
  type Given,
} from '../../src/headless/given';

describe('figures given beside a ledger', () => {
  it('are money in fen and rates 0…1, however they are typed', () => {
    const given = readGiven({
      balance: '¥1200.50',
      'balance:宏达': '12万',
      cash: '-300',
      'cash:USD': '20',
      minimumCash: '0',
      badDebt: '5',
      lateRate: '18%',
      forwardLooking: '-0.1',
      industry: '医疗器械',
    });
    expect(given).toEqual({
      balance: 1200_50,
      balances: new Map([['宏达', 120_000_00]]),
      cash: new Map([
        ['', -300_00],
        ['USD', 20_00],
      ]),
      minimumCash: new Map([['', 0]]),
      badDebt: new Map([['', 5_00]]),
      lateRate: 0.18,
      forwardLooking: -0.1,
      industry: '医疗',
    });
  });

  it('are none where nobody says', () => {
    expect(readGiven({})).toEqual(NOTHING_GIVEN);
  });

  it.each([
    ['a name that is none', 'profit', '5'],
    ['a balance of nobody', 'balance:', '5'],
    ['cash of no currency', 'cash:', '5'],
    ['a rate of a currency', 'lateRate:USD', '5%'],
    ['an industry that the table lacks', 'industry', '教育'],
    ['an amount that is none', 'cash', 'much'],
    ['a blank', 'badDebt', ' '],
    ['a rate that is none', 'lateRate', '5 a day'],
  ])('%s is told', (_, name, figure) => {
    expect(readGiven({ balance: '1', [name]: figure })).toBe(name);
  });

  it('have names', () => {
    expect(GIVEN_NAMES).toEqual([
      'balance',
      'balance:CUSTOMER',
      'cash',
      'cash:CURRENCY',
      'minimumCash',
      'minimumCash:CURRENCY',
      'badDebt',
      'badDebt:CURRENCY',
      'lateRate',
      'forwardLooking',
      'industry',
    ]);
  });

  it('are of the main currency where they name none, and of others only where they name them', () => {
    const { cash } = readGiven({ cash: '1', 'cash:美元': '2', 'cash:人民币': '3' }) as Given;
    const saidOf = (...currencies: string[]) =>
      currencies.map((_, c) => givenOf(cash, currencies, c));
    expect(saidOf('USD', 'CNY', 'EUR')).toEqual([2_00, 3_00, undefined]);
    expect(saidOf('EUR', 'USD')).toEqual([1_00, 2_00]);
    expect(saidOf('USD', '')).toEqual([2_00, 3_00]);
    expect(saidOf('', 'RMB')).toEqual([1_00, 3_00]);
  });

  it.each([
    ['cash:USD', ['', '美元'], undefined],
    ['cash:CNY', ['', '美元'], undefined],
    ['cash:人民币', ['USD'], 'cash:人民币'],
    ['badDebt:USD', ['CNY', 'EUR'], 'badDebt:USD'],
    ['minimumCash:欧元', ['CNY'], 'minimumCash:欧元'],
    ['cash', ['USD'], undefined],
  ])('%s beside a ledger in %j lacks its currency: %s', (name, currencies, lacking) => {
    expect(figureOfNoCurrency(readGiven({ [name]: '5' }) as Given, currencies)).toBe(lacking);
  });
});
