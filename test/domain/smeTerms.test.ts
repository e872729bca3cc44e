import {
  formatFen,
  isoDate,
  smePaymentOf,
  type HolidayTable,
  type SmeClaim,
} from '../../src/domain';
import { day } from '../support/itemsOf';

const table: HolidayTable = {
  holidays: new Set([1, 2, 3, 6, 7, 8].map((d) => day(`2025-10-${d}`))),
  workdays: new Set(),
  last: day('2025-12-31'),
};
const claim: SmeClaim = {
  buyer: 'large',
  delivered: day('2025-06-02'),
  contractDays: null,
  yearlyRate: null,
  open: 10_000_000,
};

describe('payments to small and medium enterprises', () => {
  it.each<[string, Partial<SmeClaim>, string, boolean, boolean]>([
    ['large enterprises within 60 days', {}, '2025-08-01', true, false],
    ['public bodies within 30', { buyer: 'public' }, '2025-07-02', true, false],
    [
      'public bodies within 60 by contract',
      { buyer: 'public', contractDays: 60 },
      '2025-08-01',
      true,
      false,
    ],
    [
      'no public body later than 60',
      { buyer: 'public', contractDays: 90 },
      '2025-08-01',
      true,
      true,
    ],
    ['earlier where the contract says so', { contractDays: 45 }, '2025-07-17', true, false],
    ['a contract beyond 60 days is flagged', { contractDays: 61 }, '2025-08-01', true, true],
    ['over the holiday', { delivered: day('2025-08-02') }, '2025-10-09', true, false],
    [
      'deliveries before the regulation',
      { delivered: day('2025-05-31') },
      '2025-07-30',
      false,
      false,
    ],
    ['deliveries of its first day', { delivered: day('2025-06-01') }, '2025-07-31', true, false],
  ])('%s', (_, changed, lastDay, applies, isTooLong) => {
    const found = smePaymentOf({ ...claim, ...changed }, day('2025-06-30'), table);
    expect({ ...found, lastDay: isoDate(found.lastDay) }).toMatchObject({
      lastDay,
      applies,
      isTooLong,
      isKnown: true,
      daysLate: 0,
      interest: 0,
    });
  });

  it.each<[string, Partial<SmeClaim>, string, string]>([
    ['0.05 % a day where no rate is agreed', {}, '2025-08-11', '500.00'],
    ['the agreed rate', { yearlyRate: 0.0365 }, '2025-08-11', '100.00'],
    ['half a fen goes up', { open: 1000 }, '2025-08-02', '0.01'],
    ['nothing on the last day', {}, '2025-08-01', '0.00'],
    ['nothing where nothing is open', { open: -5 }, '2025-08-11', '0.00'],
    ['nothing before the regulation', { delivered: day('2025-05-31') }, '2025-08-11', '0.00'],
  ])('%s', (_, changed, asOf, interest) => {
    const found = smePaymentOf({ ...claim, ...changed }, day(asOf), table);
    expect(formatFen(found.interest)).toBe(interest);
  });

  it('says the rate a day and the days late', () => {
    const found = smePaymentOf({ ...claim, yearlyRate: 0.0365 }, day('2025-08-11'), table);
    expect(found).toMatchObject({ daysLate: 10, days: 60 });
    expect(found.dailyRate).toBeCloseTo(0.0001, 12);
    expect(smePaymentOf(claim, day('2025-08-11'), table).dailyRate).toBe(0.0005);
  });
});
