import { saysWriteOff, writeOffsOf } from '../../src/domain';
import { day, itemsOf } from '../support/itemsOf';

it.each([
  ['核销坏账', true],
  ['A 坏账核销', true],
  ['轉銷呆賬', true],
  ['Bad debt', true],
  ['write-off of A', true],
  ['written off', true],
  ['收回已核销坏账', false],
  ['核销 A', false],
  ['', false],
])('“%s” beside a credit', (words, isWriteOff) => {
  expect(saysWriteOff(words)).toBe(isWriteOff);
});

it('what of write-offs is set against items up to the day', () => {
  const items = itemsOf([
    { doc: 'A', date: '2024-01-10', amount: 400 },
    { kind: 'receipt', date: '2025-02-01', amount: -100, applied: { A: 100 } },
    { kind: 'writeOff', date: '2025-03-01', amount: -220, applied: { A: 200 } },
    { kind: 'writeOff', date: '2025-08-01', amount: -50, applied: { A: 50 } },
  ]);
  expect(writeOffsOf(items, day('2025-06-30'))).toEqual([
    { item: 0, date: day('2025-03-01'), amount: 200_00 },
  ]);
});
