import { alertEfficiency, recordAlerts, type Alert, type AlertRecord } from '../../src/domain';

const alert = (customer: string): Alert => ({
  rule: 'overLimit',
  customer,
  value: 1,
  line: 0,
  evidence: {},
  note: '',
});
const record = (
  customer: string,
  raised: number,
  acted: number | null = null,
  closed: number | null = null,
): AlertRecord => ({ rule: 'overLimit', customer, raised, acted, closed });

describe('the log of alerts', () => {
  it('raises new ones once, keeps those that stand, closes those that do not', () => {
    const first = recordAlerts([], [alert('甲'), alert('乙')], 100);
    expect(first).toEqual([record('甲', 100), record('乙', 100)]);
    const second = recordAlerts(first, [alert('乙'), alert('丙')], 101);
    expect(second).toEqual([record('甲', 100, null, 101), record('乙', 100), record('丙', 101)]);
  });

  it('what was closed and comes back is a new one', () => {
    const closed = [record('甲', 100, 100.5, 101)];
    expect(recordAlerts(closed, [alert('甲')], 102)).toEqual([...closed, record('甲', 102)]);
  });
});

describe('warning-handling efficiency', () => {
  const records = [
    record('甲', 100, 100.25, 102), // 6 h
    record('乙', 100, 101, 103), // 24 h: in time
    record('丙', 100, 101.5), // 36 h: late
    record('丁', 100), // nobody, for 50 h: late
    record('戊', 101.5), // nobody yet, 14 h: not judged
    record('己', 100, null, 100.5), // gone by itself after 12 h: not judged
  ];

  it('median hours and the share in time', () => {
    expect(alertEfficiency(records, 100 + 50 / 24)).toEqual({
      raised: 6,
      acted: 3,
      closed: 3,
      medianHoursToAct: 24,
      medianHoursToClose: 48,
      onTimeShare: 0.5,
    });
  });

  it('the hours allowed are a setting', () => {
    expect(alertEfficiency(records, 100 + 50 / 24, 36).onTimeShare).toBe(0.75);
    expect(alertEfficiency(records, 100 + 50 / 24, 6).onTimeShare).toBe(1 / 6);
  });

  it('the middle of an even number is between the two', () => {
    expect(alertEfficiency(records.slice(0, 2), 103).medianHoursToAct).toBe(15);
  });

  it('nothing raised, nothing to tell', () => {
    expect(alertEfficiency([], 100)).toEqual({
      raised: 0,
      acted: 0,
      closed: 0,
      medianHoursToAct: null,
      medianHoursToClose: null,
      onTimeShare: null,
    });
  });
});
