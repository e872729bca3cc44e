import { formatFen, isoDate, smePayments, type HolidayTable } from '../../src/domain';
import { analyse, defaultSettings, NO_DATE, ReceivablesBuilder } from '../../src/domain';
import { day } from '../support/itemsOf';

const weekends: HolidayTable = {
  holidays: new Set(),
  workdays: new Set(),
  last: day('2025-12-31'),
};

type Row = readonly [type: string, date: string, due: string, yuan: number];

function analysisOf(rows: readonly Row[], keepsTypes = true) {
  const builder = new ReceivablesBuilder(keepsTypes ? ['customerType'] : []);
  rows.forEach(([customerType, date, due, yuan], i) =>
    builder.add({
      row: i + 2,
      customer: `K${i}`,
      currency: '',
      documentDate: date === '' ? NO_DATE : day(date),
      dueDate: day(due),
      amount: yuan * 100,
      received: 0,
      receiptDate: NO_DATE,
      dimensions: { customerType },
    }),
  );
  return analyse(builder.build(), defaultSettings(day('2025-08-31')));
}

const LEDGER: readonly Row[] = [
  ['大型企业', '2025-06-02', '2025-08-31', 600], // 60 of 90 days hold: 2025-08-01, 30 days late
  ['机关', '2025-06-03', '2025-07-03', 1000], // 59 days late
  ['国企', '2025-08-20', '2025-12-18', 100], // not late, yet 120 days agreed
  ['央企', '2025-05-30', '2025-06-29', 500], // delivered before the regulation
  ['大型企业', '2025-08-01', '2025-08-31', 70], // in time
  ['大型企业', '2025-06-02', '2025-08-01', 0], // settled
  ['经销商', '2025-06-02', '2025-07-02', 900], // not bound, as far as the words go
  ['大型企业', '', '2025-07-02', 90], // no day to count from
];

it('flags what is late or agreed for too long, with the interest of 0.05 % a day', () => {
  const { flagged, bound, unknown } = smePayments(analysisOf(LEDGER), weekends);
  expect(
    flagged.map(({ item, buyer, days, lastDay, daysLate, isTooLong, interest }) => {
      return [item, buyer, days, isoDate(lastDay), daysLate, isTooLong, formatFen(interest)];
    }),
  ).toEqual([
    [1, 'public', 30, '2025-07-03', 59, false, '29.50'],
    [0, 'large', 60, '2025-08-01', 30, true, '9.00'],
    [2, 'large', 60, '2025-10-20', 0, true, '0.00'],
  ]);
  expect([bound, unknown]).toEqual([5, 2]);
});

it('knows no buyer without a column of customer types', () => {
  expect(smePayments(analysisOf(LEDGER, false), weekends)).toEqual({
    flagged: [],
    bound: 0,
    unknown: 7,
  });
});
