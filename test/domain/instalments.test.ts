import fc from 'fast-check';
import {
  formatFen,
  instalmentsOf,
  isoDate,
  NO_DATE,
  parseStages,
  splitAmount,
  type Stage,
} from '../../src/domain';
import { day } from '../support/itemsOf';

describe('terms in parts', () => {
  it.each([
    [
      '预付30%，发货60%，质保金10%一年',
      [
        ['30.00', '2025-03-01'],
        ['60.00', '2025-03-10'],
        ['10.00', '2026-03-20'],
      ],
    ],
    [
      '50% 30天; 50% 60天',
      [
        ['50.00', '2025-03-31'],
        ['50.00', '2025-04-30'],
      ],
    ],
    [
      '预付30%，余款60天',
      [
        ['30.00', '2025-03-01'],
        ['70.00', '2025-04-30'],
      ],
    ],
    [
      '33.33%预付、33.33%验收后30天、33.34%验收后1年',
      [
        ['33.33', '2025-03-01'],
        ['33.33', '2025-04-19'],
        ['33.34', '2026-03-20'],
      ],
    ],
    ['30天', [['100.00', '2025-03-31']]],
    [
      '预付款30%，到货款60%，质保金10%（1年）',
      [
        ['30.00', '2025-03-01'],
        ['60.00', '2025-03-15'],
        ['10.00', '2026-03-20'],
      ],
    ],
  ])('%p of 100 yuan', (cell, expected) => {
    const dates = {
      document: day('2025-03-01'),
      shipment: day('2025-03-10'),
      delivery: day('2025-03-15'),
      acceptance: day('2025-03-20'),
    };
    const parts = instalmentsOf(10_000, parseStages(cell) as Stage[], dates);
    expect(parts.map((p) => [formatFen(p.amount), isoDate(p.dueDate)])).toEqual(expected);
  });

  it('a part whose day is not known yet has no due date', () => {
    const stages = parseStages('预付30%，验收70%') as Stage[];
    const parts = instalmentsOf(10_000, stages, { document: day('2025-03-01') });
    expect(parts.map((part) => part.dueDate)).toEqual([day('2025-03-01'), NO_DATE]);
    expect(parts[1]!.stage.term.from).toBe('acceptance');
  });

  it('the customer’s rule for 月结 holds for every part', () => {
    const stages = parseStages('50%月结30天，50%月结60天') as Stage[];
    const parts = instalmentsOf(10_000, stages, { document: day('2025-03-15') }, true);
    expect(parts.map((part) => isoDate(part.dueDate))).toEqual(['2025-03-30', '2025-04-29']);
  });

  it.each([
    ['shares below 100 %', '预付30%，发货60%'],
    ['shares above 100 %', '预付60%，发货60%'],
    ['nothing left for the last part', '预付100%，余款30天'],
    ['two parts without a share', '预付30%，30天，60天'],
    ['a part that says no day', '预付30%，质保金70%'],
    ['a part without a term', '30%，70%60天'],
    ['a term that is ambiguous itself', '月结'],
  ])('%s: ask', (_, cell) => {
    expect(parseStages(cell)).toBe('ambiguous');
  });

  it('a blank cell is no term', () => {
    expect(parseStages(' ')).toBeNull();
    expect(parseStages('无')).toBeNull();
  });
});

describe('amounts in shares', () => {
  it.each([
    ['the last takes the rest', 10_001, [0.3333, 0.3333, 0.3334], [3333, 3333, 3335]],
    ['half a fen goes up', 1, [0.5, 0.5], [1, 0]],
    ['never more than is left', 2, [0.25, 0.25, 0.25, 0.25], [1, 1, 0, 0]],
    ['credit notes likewise', -10_001, [0.5, 0.5], [-5001, -5000]],
    ['0.29 of 100.00 is 29.00', 10_000, [0.29, 0.71], [2900, 7100]],
    ['nothing', 0, [0.5, 0.5], [0, 0]],
  ])('%s', (_, amount, shares, parts) => {
    expect(splitAmount(amount, shares)).toEqual(parts);
  });

  it('no fen is made or lost, and no part has another sign', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (amount, ws) => {
        const whole = ws.reduce((sum, w) => sum + w, 0);
        const parts = splitAmount(
          amount,
          ws.map((w) => w / whole),
        );
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        expect(parts.every((part) => part * Math.sign(amount) >= 0)).toBe(true);
      }),
    );
  });
});
