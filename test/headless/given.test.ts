import { GIVEN_NAMES, NOTHING_GIVEN, readGiven } from '../../src/headless/given';

describe('figures given beside a ledger', () => {
  it('are money in fen and rates 0…1, however they are typed', () => {
    const given = readGiven({
      balance: '¥1200.50',
      'balance:宏达': '12万',
      cash: '-300',
      minimumCash: '0',
      badDebt: '5',
      lateRate: '18%',
      forwardLooking: '-0.1',
    });
    expect(given).toEqual({
      balance: 1200_50,
      balances: new Map([['宏达', 120_000_00]]),
      cash: -300_00,
      minimumCash: 0,
      badDebt: 5_00,
      lateRate: 0.18,
      forwardLooking: -0.1,
    });
  });

  it('are none where nobody says', () => {
    expect(readGiven({})).toEqual(NOTHING_GIVEN);
  });

  it.each([
    ['a name that is none', 'profit', '5'],
    ['a balance of nobody', 'balance:', '5'],
    ['an amount that is none', 'cash', 'much'],
    ['a blank', 'badDebt', ' '],
    ['a rate that is none', 'lateRate', '5 a day'],
  ])('%s is told', (_, name, figure) => {
    expect(readGiven({ balance: '1', [name]: figure })).toBe(name);
  });

  it('have names', () => {
    expect(GIVEN_NAMES).toHaveLength(7);
  });
});
