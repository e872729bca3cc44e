import {
  alertEfficiency,
  alertsOf,
  analyse,
  baseAmounts,
  classOf,
  CLASS_PRESETS,
  CLASS_WORDS,
  classifiedItem,
  defaultSettings,
  findOutliers,
  kpiChanges,
  kpisOf,
  ledgerFigures,
  lightOf,
  dueDateOf,
  formatFen,
  isoDate,
  lateInterest,
  limitationOf,
  lossRatesFromRolls,
  parseTerm,
  presetOf,
  paymentProfile,
  provisionMatrix,
  smePaymentOf,
  warningOf,
  type HolidayTable,
  type Term,
  type WarningLevel,
} from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

const weekends: HolidayTable = {
  holidays: new Set(),
  workdays: new Set(),
  last: day('2025-12-31'),
};

/** The ledger of spec-kpi. */
const KPI_LEDGER: ItemRow[] = [
  { doc: 'old', date: '2024-06-20', due: '2024-07-20', amount: 100 },
  { doc: 'A', date: '2025-04-10', due: '2025-05-10', amount: 300 },
  { doc: 'B', customer: '乙', date: '2025-05-10', due: '2025-06-09', amount: 300 },
  { doc: 'C', customer: '丙', date: '2025-06-10', due: '2025-07-10', amount: 300 },
  { kind: 'receipt', date: '2024-07-20', amount: -60, applied: { old: 60 } },
  { kind: 'receipt', date: '2025-05-20', amount: -300, applied: { A: 300 } },
  { kind: 'receipt', customer: '乙', date: '2025-05-30', amount: -100, applied: { B: 100 } },
  { kind: 'creditNote', customer: '丙', date: '2025-06-15', amount: -50, applied: { C: 50 } },
  { kind: 'advance', date: '2025-06-20', amount: -20 },
];

describe('the worked examples of docs', () => {
  it('ageing: five invoices on 2025-06-30', () => {
    const items = itemsOf([
      { doc: 'F1', date: '2025-05-31', due: '2025-06-30', amount: 1000 },
      { doc: 'F2', date: '2025-05-30', due: '2025-06-29', amount: 500, received: 200 },
      { doc: 'F3', date: '2025-01-01', due: '2025-03-31', amount: 90.1 },
      { doc: 'F4', date: '2025-06-01', due: '2025-07-08', amount: 70 },
      { doc: 'F5', date: '2025-06-10', due: '2025-06-10', amount: -40 },
    ]);
    const analysis = analyse(items, defaultSettings(day('2025-06-30')));
    const { open, daysOverdue, ageDays, bucket, warning, totals } = analysis;
    expect(
      [...open.keys()].map((i) => [
        open[i]! / 100,
        daysOverdue[i],
        ageDays[i],
        bucket[i],
        open[i]! > 0 ? classOf(daysOverdue[i]!, CLASS_PRESETS.bank2023) : null,
        warning[i],
        open[i]! > 0 ? lightOf(daysOverdue[i]!, warning[i] as WarningLevel) : null,
      ]),
    ).toEqual([
      [1000, 0, 30, 0, 0, 1, 'amber'],
      [300, 1, 31, 1, 1, 2, 'red'],
      [90.1, 91, 180, 4, 2, 3, 'red'],
      [70, -8, 29, 0, 0, 0, null],
      [-40, 20, 20, -1, null, 0, null],
    ]);
    expect(totals[0]).toMatchObject({ open: 1420_10, unapplied: -40_00 });
  });

  it('ageing: what four classes rest on', () => {
    const items = itemsOf([
      { doc: 'G1', date: '2025-05-01', due: '2025-06-20', amount: 1, lawsuit: '否' },
      { doc: 'G2', date: '2025-05-01', due: '2025-06-20', amount: 1, lawsuit: '是' },
      {
        doc: 'G3',
        customer: '乙',
        date: '2024-01-01',
        due: '2024-01-31',
        amount: 1,
        lawsuit: '诉讼中',
      },
      { doc: 'G4', customer: '丙', date: '2025-06-01', due: '2025-07-31', amount: 1 },
    ]);
    const knockIns = [{ customer: '丙', reason: 'bankruptcy', since: day('2025-06-01') }] as const;
    const analysis = analyse(items, { ...defaultSettings(day('2025-06-30')), knockIns });
    const found = [...analysis.riskClass].map((riskClass, i) => {
      const byDays = classOf(analysis.daysOverdue[i]!, analysis.classBounds);
      const { by, fact, ...classes } = classifiedItem(analysis, i, byDays);
      expect(classes).toEqual({ riskClass, byDays });
      return [CLASS_WORDS[byDays], CLASS_WORDS[riskClass], by, fact];
    });
    expect(found).toEqual([
      ['关注', '关注', 'days', null],
      ['关注', '可疑', 'ledger', '诉讼'],
      ['损失', '损失', 'days', null],
      ['正常', '损失', 'policy', '破产'],
    ]);
    expect([analysis.daysOverdue[2], presetOf(analysis.classBounds)]).toEqual([516, 'bank2023']);
  });

  it('spec-kpi: three months of a small ledger', () => {
    const figures = ledgerFigures(itemsOf(KPI_LEDGER), day('2025-06-30'), 0, 3);
    const { values, concentration } = kpisOf(figures, { top: 1, badDebt: 4_90 });
    const rounded = (digits: number, names: (keyof typeof values)[]) =>
      names.map((name) => Number(values[name].value!.toFixed(digits)));
    expect([figures.opening, figures.gross, figures.closing, figures.sales]).toEqual(
      [40, 490, 470, 850].map((yuan) => yuan * 100),
    );
    expect(
      rounded(1, ['dso', 'bestPossibleDso', 'delinquentDso', 'countBackDso', 'turnover']),
    ).toEqual([50.3, 26.8, 23.6, 52.7, 13.3]);
    expect(rounded(1, ['averageDaysLate', 'averageCollectionDays', 'turnoverDays'])).toEqual([
      5, 35, 27.4,
    ]);
    expect(
      rounded(3, ['collectionEffectiveness', 'overdueShare', 'badDebtRate', 'topShare', 'hhi']),
    ).toEqual([0.656, 0.49, 0.01, 0.532, 0.466]);
    expect(concentration.top.map(({ customer }) => customer)).toEqual(['丙']);
  });

  it('spec-kpi: before and after', () => {
    const on = (text: string) => analyse(itemsOf(KPI_LEDGER), defaultSettings(day(text)));
    const { overdue, overdueCustomers, kpis } = kpiChanges(on('2025-05-31'), on('2025-06-30'), 0);
    expect(overdue).toEqual({ before: 40_00, after: 240_00, change: 200_00, relative: 5 });
    expect(overdueCustomers).toMatchObject({ before: 1, after: 2 });
    const { before, after } = kpis.overdueShare;
    expect([before, after].map((share) => Number(share!.toFixed(3)))).toEqual([0.167, 0.49]);
  });

  it('spec-outliers: a receipt forty days late', () => {
    const late = [1, 2, 3, 4, 5, 6, 7, 8, 40];
    const items = itemsOf(
      late.map((days, i) => ({
        doc: `D${i}`,
        date: '2025-03-01',
        amount: 100,
        received: 100,
        receiptDate: isoDate(day('2025-03-01') + days),
      })),
    );
    const [found, ...more] = findOutliers(analyse(items, defaultSettings(day('2025-06-30'))));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ item: 8, measure: 'delay', value: 40, median: 5, mad: 2 });
    expect([found!.z, ...found!.usual].map((n) => Number(n.toFixed(1)))).toEqual([
      11.8, -5.4, 15.4,
    ]);
  });

  it('spec-settlement: what rates leave in base currency', () => {
    const rows: ItemRow[] = [
      { doc: 'U1', currency: 'USD', date: '2025-03-01', amount: 300 },
      { kind: 'receipt', currency: 'USD', date: '2025-04-01', amount: -300, applied: { U1: 300 } },
    ];
    const items = { ...itemsOf(rows), rate: Float64Array.of(7.25, 7.1) };
    const base = baseAmounts(items, day('2025-06-30'));
    expect(base.reduce((sum, fen) => sum + fen, 0)).toBe(45_00);
  });

  it('spec-warnings: a customer who pays later and later', () => {
    const delays = new Map([['甲', [1, 3, 9, 10, 11]]]);
    expect(alertsOf({ asOf: day('2025-06-30'), delays })).toEqual([
      {
        rule: 'paymentSlowing',
        customer: '甲',
        value: 8,
        line: 7,
        evidence: { latest: 10, before: 2, count: 5 },
        note: '',
      },
    ]);
  });

  it('spec-terms: an invoice of 月结30天, paid late in part', () => {
    const due = dueDateOf(day('2025-03-15'), parseTerm('月结30天') as Term);
    expect(isoDate(due)).toBe('2025-04-30');
    const asOf = day('2025-06-30');
    const items = itemsOf([
      { doc: 'A', date: '2025-03-15', due: isoDate(due), amount: 1000 },
      { kind: 'receipt', date: '2025-05-10', amount: -400, applied: { A: 400 } },
    ]);
    expect(formatFen(lateInterest(items, asOf, 0.18)[0]!)).toBe('20.02');
    const paid = [{ kind: 'partPayment', date: day('2025-05-10') }] as const;
    const [without, restarted] = [[], paid].map((r) => limitationOf(due, r, asOf, weekends));
    expect([isoDate(without!.end), without!.isKnown]).toEqual(['2028-05-01', false]);
    expect(isoDate(restarted!.end)).toBe('2028-05-10');
  });

  it('spec-terms: a large enterprise that pays ten days late', () => {
    const claim = { delivered: day('2025-06-02'), contractDays: null, yearlyRate: null };
    const found = smePaymentOf(
      { buyer: 'large', open: 60_000, ...claim },
      day('2025-08-11'),
      weekends,
    );
    expect([isoDate(found.lastDay), formatFen(found.interest)]).toEqual(['2025-08-01', '3.00']);
  });

  it('spec-allowance: by payment profile', () => {
    const { lossRates } = paymentProfile(100_000, [50_000, 27_000, 15_000, 6_000]);
    const balances = [300_000, 140_000, 60_000, 23_000, 5_000].map((yuan) => yuan * 100);
    const matrix = provisionMatrix(balances, lossRates);
    expect(matrix.lines.map((line) => formatFen(line.allowance))).toEqual([
      '6000.00',
      '5600.00',
      '5217.39',
      '5750.00',
      '5000.00',
    ]);
    expect(formatFen(matrix.allowance)).toBe('27567.39');
  });

  it('spec-allowance: by roll rates', () => {
    expect(lossRatesFromRolls([0.1, 0.5]).forced).toEqual([0.05, 0.5, 1]);
    const { forced } = lossRatesFromRolls([0.1, 0.5], 1, 0.2);
    expect(forced).toEqual([0.06, 0.6, 1]);
    expect(formatFen(provisionMatrix([100_000, 10_000, 1_000], forced).allowance)).toBe('130.00');
    expect(lossRatesFromRolls([1.5, 0.03])).toEqual({
      raw: [0.045, 0.03, 1],
      forced: [0.045, 0.045, 1],
      raised: [1],
    });
  });

  it('spec-warnings: after a weekend', () => {
    const asOf = day('2025-06-30');
    const settings = { asOf, previous: day('2025-06-27'), leadDays: 7, edges: [30, 60, 90] };
    const dues = ['2025-07-07', '2025-06-28', '2025-06-26', '2025-05-30'];
    expect(dues.map((due) => warningOf(day(due), settings))).toEqual([1, 2, 0, 3]);
  });

  it('spec-warnings: how soon alerts were acted on', () => {
    const start = day('2025-06-30') + 9 / 24;
    const record = (raised: number, acted: number | null) => {
      return { rule: 'paymentSlowing', customer: '甲', raised, acted, closed: null } as const;
    };
    const now = start + 36 / 24;
    const records = [record(start, start + 6 / 24), record(start, now), record(now - 5 / 24, null)];
    expect(alertEfficiency(records, now)).toMatchObject({
      medianHoursToAct: 21,
      onTimeShare: 0.5,
    });
  });
});
