import fc from 'fast-check';
import {
  ageBandOf,
  itemsOfMigrations,
  openAmounts,
  rollRate,
  rollRatesOf,
  settleFifo,
  type RollSettings,
} from '../../src/domain';
import { day, itemsOf } from '../support/itemsOf';
import { columnsOf, ledgers, MIDDAY } from '../support/ledgers';

describe('roll rate', () => {
  it.each([
    ['write-offs are no collections', 100, 50, 20, 0.7],
    ['all collected', 100, 0, 0, 0],
    ['all written off', 100, 0, 100, 1],
    ['nothing there', 0, 50, 0, null],
  ])('%s', (_, opening, next, writtenOff, rate) => {
    expect(rollRate(opening, next, writtenOff)).toBe(rate);
  });
});

describe('roll rates of a ledger, year by year', () => {
  const items = itemsOf([
    { doc: 'A', date: '2022-06-01', amount: 100 }, // rolls on and on
    { doc: 'B', date: '2022-06-01', amount: 100, received: 100, receiptDate: '2023-03-01' },
    { doc: 'C', date: '2022-06-01', amount: 200, received: 150, receiptDate: '2024-03-01' },
    { doc: 'D', date: '2023-06-01', amount: 400, received: 400, receiptDate: '2024-05-01' }, // written off
    { doc: 'E', date: '2020-06-01', amount: 70 }, // in the oldest band from the start
    { doc: 'F', date: '2023-06-01', amount: 9, currency: 'USD' },
    { kind: 'receipt', date: '2022-07-01', amount: -30 },
  ]);
  const settings: RollSettings = {
    days: ['2022-12-31', '2023-12-31', '2024-12-31'].map(day),
    bands: 3,
    bandOf: (item, asOf) => ageBandOf(items.documentDate[item]!, asOf, [1, 2]),
    writeOffs: [
      { item: 3, date: day('2024-05-01'), amount: 40_000 },
      { item: 3, date: day('2023-12-31'), amount: 1 },
      { item: 5, date: day('2024-05-01'), amount: 1 },
      { item: 1, date: day('2024-05-01'), amount: 1 },
    ],
  };
  const { migrations, mean } = rollRatesOf(items, 0, settings);

  it('what rolled, what was written off, what came in', () => {
    expect(migrations).toEqual([
      [
        { opening: 40_000, rolled: 30_000, writtenOff: 0, rate: 0.75 },
        { opening: 0, rolled: 0, writtenOff: 0, rate: null },
      ],
      [
        { opening: 40_000, rolled: 0, writtenOff: 40_000, rate: 1 },
        { opening: 30_000, rolled: 15_000, writtenOff: 0, rate: 0.5 },
      ],
    ]);
  });

  it('the mean leaves out pairs that say nothing', () => {
    expect(mean).toEqual([0.875, 0.5]);
    const early = { ...settings, days: settings.days.slice(0, 2) };
    expect(rollRatesOf(items, 0, early).mean).toEqual([0.75, null]);
  });

  it('the items behind what was there and what rolled', () => {
    const [first, second, third] = settings.days as [number, number, number];
    const named = (currency: number, pair: readonly [number, number]) =>
      itemsOfMigrations(items, currency, pair, settings).map(({ opening, rolled }) => [
        [...opening],
        [...rolled],
      ]);
    expect(named(0, [first, second])).toEqual([
      [
        [0, 1, 2],
        [0, 2],
      ],
      [[], []],
    ]);
    expect(named(0, [second, third])).toEqual([
      [[3], []],
      [
        [0, 2],
        [0, 2],
      ],
    ]);
    expect(named(1, [second, third])).toEqual([
      [[5], [5]],
      [[], []],
    ]);
  });

  it('currencies apart', () => {
    expect(rollRatesOf(items, 1, settings).migrations[1]![0]).toEqual({
      opening: 900,
      rolled: 900,
      writtenOff: 1,
      rate: 901 / 900,
    });
  });
});

it('names items that add up to what was there and what rolled, whatever the ledger', () => {
  const days = [MIDDAY - 180, MIDDAY - 90, MIDDAY] as const;
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const items = settleFifo(columnsOf(ledger.items));
      const bandOf = (item: number, asOf: number) =>
        Math.min(2, Math.max(0, Math.floor((asOf - items.dueDate[item]!) / 90)));
      const settings: RollSettings = { days, bands: 3, bandOf, writeOffs: [] };
      items.currencies.forEach((_, currency) => {
        rollRatesOf(items, currency, settings).migrations.forEach((pair, p) => {
          const between = [days[p]!, days[p + 1]!] as const;
          const [before, after] = between.map((day) => openAmounts(items, day));
          const sum = (of: Int32Array, fen: Float64Array) => of.reduce((s, i) => s + fen[i]!, 0);
          expect(
            itemsOfMigrations(items, currency, between, settings).map(({ opening, rolled }) => [
              sum(opening, before!),
              sum(rolled, after!),
            ]),
          ).toEqual(pair.map(({ opening, rolled }) => [opening, rolled]));
        });
      });
    }),
  );
});
