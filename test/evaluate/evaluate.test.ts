import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import {
  defaultTrainingSettings,
  fitLogistic,
  HISTORY,
  historyAtIssue,
  historyOf,
  NO_DATE,
  OverdueScorer,
  parseDate,
  trainOverdue,
  trainPlainLogit,
  type Receivables,
} from '../../src/domain';
import { day, itemsOf } from '../support/itemsOf';
import { overdueLedger, START } from '../support/overdueLedger';
import { dataEnd, evaluate } from './evaluate';
import { openLedger } from './openLedger';

describe('items not seen', () => {
  it('are rated from the first day to the second, open ones late when past due at the end', () => {
    const items = overdueLedger({ rows: 900, days: 400, weekends: true });
    const [from, to, end] = [START + 300, START + 380, dataEnd(items)];
    const result = evaluate(items, from, to);
    const tested = [...items.documentDate.keys()].filter((i) => {
      const isOpen = items.receiptDate[i] === NO_DATE;
      const issued = items.documentDate[i]!;
      return issued >= from && issued <= to && !(isOpen && items.dueDate[i]! >= end);
    });
    const late = tested.filter(
      (i) => items.receiptDate[i] === NO_DATE || items.receiptDate[i]! > items.dueDate[i]!,
    );
    for (const name of ['model', 'logit', 'priorRatio', 'constant'] as const) {
      expect([result[name].n, result[name].positives]).toEqual([tested.length, late.length]);
    }
    expect(result.model.auc!).toBeGreaterThan(result.logit.auc!);
    expect(result.model.brier!).toBeLessThan(result.priorRatio.brier!);
    expect(result.constant.auc).toBe(0.5);
  });

  it('are rated also by a ledger of a few rows', () => {
    const paid = { due: '2025-02-01', amount: 1, received: 1 };
    const items = itemsOf([
      { ...paid, date: '2025-01-01', receiptDate: '2025-02-10' },
      { ...paid, date: '2025-01-02', receiptDate: '2025-01-30' },
      { ...paid, date: '2025-01-03' },
      { date: '2025-01-04', due: '2025-02-05', amount: 1 },
      { date: '2025-01-04', due: '2025-02-10', amount: 1 },
    ]);
    const { model, logit, trained } = evaluate(items, day('2025-01-02'), day('2025-12-31'));
    expect(trained.kind).toBe('rate');
    expect([model.n, model.positives, logit.n]).toEqual([2, 1, 2]);
    expect(Number.isFinite(model.logLoss)).toBe(true);
  });
});

describe('what happens later', () => {
  const items = overdueLedger({ rows: 420, days: 400, weekends: true });
  const cutOff = START + 300;
  const settings = { ...defaultTrainingSettings(cutOff), leastDays: 200 };
  const train = (of: Receivables) => [trainOverdue(of, settings), trainPlainLogit(of, settings)];
  const trained = train(items);
  const { model } = trainOverdue(items, settings)!;
  const scorer = new OverdueScorer(items, model);

  /** The ledger with anything at all in place of what happens on a day and later. */
  const changed = (day: number, numbers: readonly number[]): Receivables => {
    const number = (i: number, k: number) => numbers[(i * 7 + k) % numbers.length]!;
    const isLater = (i: number) => items.documentDate[i]! >= day;
    const later = <T extends Int32Array | Float64Array>(column: T, of: (i: number) => number) =>
      column.map((own, i) => (isLater(i) ? of(i) : own)) as T;
    const paid = items.receiptDate.map((own, i) => {
      if (!isLater(i) && own !== NO_DATE && own < day) return own;
      return number(i, 3) % 4 === 0
        ? NO_DATE
        : Math.max(day, items.documentDate[i]!) + number(i, 4);
    });
    const amount = later(items.amount, (i) => 1 + number(i, 0) * 1000);
    return {
      ...items,
      currencies: [...items.currencies, 'USD'],
      currency: later(items.currency, (i) => number(i, 5) % 2),
      customer: later(items.customer, (i) => number(i, 1) % items.customers.length),
      documentDate: later(items.documentDate, (i) => items.documentDate[i]! + number(i, 2)),
      dueDate: later(items.dueDate, (i) => items.dueDate[i]! + number(i, 2) + (number(i, 6) % 60)),
      amount,
      receiptDate: paid,
      received: amount.map((fen, i) => (paid[i] === NO_DATE ? 0 : fen)),
    };
  };
  const anything = fc.array(fc.nat(200), { minLength: 5, maxLength: 50 });

  it('does not train', () => {
    fc.assert(
      fc.property(anything, (numbers) => {
        expect(train(changed(cutOff, numbers))).toEqual(trained);
      }),
      { numRuns: 8 },
    );
  });

  it('is not known to an item: its probability is the same', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 399 }), (numbers, days) => {
        const day = START + days;
        const then = new OverdueScorer(changed(day, numbers), model);
        for (const i of items.documentDate.keys()) {
          // Of the same day nothing is known either.
          if (items.documentDate[i]! < day) {
            expect(then.probabilities([i])).toEqual(scorer.probabilities([i]));
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'evaluate-'));
  const file = path.join(folder, 'ledger.csv');
  writeFileSync(
    file,
    'Cust No,Bill Date,Due,Cleared,Value,Status\n' +
      '007,2025-01-01,2025-01-31,2025-02-05,"1,000.50",Paid\n' +
      '007,2025-02-01,2025-03-03,,20,Paid\n',
  );
  afterAll(() => rmSync(folder, { recursive: true }));
  const mapping = {
    customer: 'cust no',
    documentDate: 'BillDate',
    dueDate: 'Due',
    receiptDate: 'Cleared',
    amount: 'Value',
  };

  it('is read by the columns that are named, and by no other', () => {
    const { items, issues } = openLedger(file, mapping);
    expect(items.customers).toEqual(['007']);
    expect([...items.amount]).toEqual([100050, 2000]);
    expect([...items.receiptDate]).toEqual([day('2025-02-05'), NO_DATE]);
    expect([...items.received]).toEqual([100050, 0]); // the status would say both
    expect(issues).toEqual([]);
  });

  it('is read by its headers where none is named', () => {
    expect(openLedger(file, null).items.count).toBe(2);
  });
});

/** Real ledgers with figures computed elsewhere; no part of the project. */
const DATA = path.resolve('../shared/data');
const HIGHRADIUS = {
  customer: 'cust_number',
  documentDate: 'posting_date_est',
  dueDate: 'due_date',
  receiptDate: 'clear_date',
  amount: 'amount',
};
const IBM = {
  customer: 'customerID',
  documentDate: 'InvoiceDate',
  dueDate: 'DueDate',
  receiptDate: 'SettledDate',
  amount: 'InvoiceAmount',
};
const HIGHRADIUS_FILE = 'hr_snapshot_2019-06-30.csv';
const IBM_FILE = 'WA_Fn-UseC_-Accounts-Receivable.csv';

type Row = Readonly<Record<string, string>>;

const table = (name: string): Row[] =>
  Papa.parse<Row>(readFileSync(path.join(DATA, name), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

interface Reference {
  readonly features: readonly string[];
  readonly statsmodels: { intercept: number; coef: Record<string, number>; llf: number };
  readonly sklearn_C1_zscored: {
    coef_z: Record<string, number>;
    sd_population: Record<string, number>;
  };
}

if (existsSync(DATA)) {
  describe('real ledgers', () => {
    it.each([
      ['ibm', 'y_late'],
      ['ibm', 'y_late14'],
      ['hr', 'y_late'],
      ['hr', 'y_late30'],
    ])('%s %s: coefficients as statsmodels and sklearn have them', (set, target) => {
      const rows = table(`${set}_train.csv`);
      const json = readFileSync(path.join(DATA, `${set}_${target}_coef.json`), 'utf8');
      const { features, statsmodels, sklearn_C1_zscored: ridge } = JSON.parse(json) as Reference;
      const column = (name: string) => Float64Array.from(rows, (row) => Number(row[name]));
      const outcome = Uint8Array.from(rows, (row) => Number(row[target]));
      const free = fitLogistic(features.map(column), outcome);
      expect(free.status).toBe('converged');
      expect(free.intercept).toBeCloseTo(statsmodels.intercept, 8);
      expect(free.logLikelihood).toBeCloseTo(statsmodels.llf, 6);
      const held = fitLogistic(features.map(column), outcome, {
        penalties: features.map(() => 1),
      });
      features.forEach((name, k) => {
        expect(free.coefficients[k]).toBeCloseTo(statsmodels.coef[name]!, 8);
        const standardised = held.coefficients[k]! * ridge.sd_population[name]!;
        expect(standardised).toBeCloseTo(ridge.coef_z[name]!, 8);
      });
    });

    it.each([
      ['ibm_train.csv', IBM_FILE, { ...IBM, documentNo: 'invoiceNumber', disputed: 'Disputed' }],
      ['ibm_test.csv', IBM_FILE, { ...IBM, documentNo: 'invoiceNumber', disputed: 'Disputed' }],
      ['hr_train.csv', HIGHRADIUS_FILE, { ...HIGHRADIUS, documentNo: 'row_id' }],
    ])('%s: the same history', (reference, file, mapping) => {
      // What is marked as an exact repeat is no part of the reference.
      const repeats = new Set(
        table(file).flatMap((row) => (row.is_dup === '1' ? [row.row_id!] : [])),
      );
      const { items: all } = openLedger(path.join(DATA, file), mapping);
      const kind = all.kind.map((own, i) => (repeats.has(all.documentNo[i]!) ? 1 : own));
      const items = { ...all, kind };
      const history = historyAtIssue(items, 0);
      const known = Object.fromEntries(HISTORY.map((name) => [name, historyOf(history, name)]));
      const late30 = historyOf(historyAtIssue(items, 30), 'settledLate');
      const itemOf = new Map(items.documentNo.map((no, i) => [no, i]));
      const rows = table(reference);
      for (const row of rows) {
        const i = itemOf.get(row.id!)!;
        const n = known.settled![i]!;
        const ours: Record<string, number> = {
          h_n: n,
          h_late: known.settledLate![i]!,
          h_late30: late30[i]!,
          h_disp: known.settledDisputed![i]!,
          h_open: known.open![i]!,
          h_overdue: known.overdue![i]!,
          delay: history.settledOn[i]! - items.dueDate[i]!,
          log_amount: Math.log1p(items.amount[i]! / 100),
          prior_n_log: Math.log1p(n),
          prior_late_ratio: (known.settledLate![i]! + 1) / (n + 2),
          prior_late30_ratio: (late30[i]! + 0.1) / (n + 5),
          prior_disputed_ratio: (known.settledDisputed![i]! + 1) / (n + 2),
          prior_mean_delay: known.meanDelay![i]!,
          prior_mean_late: known.meanLate![i]!,
          prior_std_delay: known.delayDeviation![i]!,
          last3_mean_delay: known.recentDelay![i]!,
          last_late: Math.max(0, known.lastDelay![i]!),
          open_n_log: Math.log1p(known.open![i]!),
          overdue_n_log: Math.log1p(known.overdue![i]!),
        };
        const wrong = Object.entries(ours).filter(
          ([name, value]) => row[name] !== undefined && Math.abs(value - Number(row[name])) > 1e-9,
        );
        expect([row.id, wrong]).toEqual([row.id, []]);
      }
      expect(rows.length).toBeGreaterThan(800);
    });

    it.each([
      ['HighRadius', HIGHRADIUS_FILE, HIGHRADIUS, '2019-04-01', '2019-06-15', 0.83, 0.158],
      ['IBM', IBM_FILE, IBM, '2013-04-01', '2014-12-31', 0.875, 0.128],
    ])(
      '%s: the model foretells better than the prior ratio and the plain logit',
      (_, file, mapping, from, to, auc, brier) => {
        const { items } = openLedger(path.join(DATA, file), mapping);
        const result = evaluate(items, parseDate(from)!, parseDate(to)!);
        for (const baseline of [result.logit, result.priorRatio, result.constant]) {
          expect(result.model.auc!).toBeGreaterThan(baseline.auc!);
          expect(result.model.brier!).toBeLessThan(baseline.brier!);
          expect(result.model.logLoss!).toBeLessThan(baseline.logLoss!);
        }
        expect(result.model.auc!).toBeGreaterThan(auc);
        expect(result.model.brier!).toBeLessThan(brier);
      },
    );
  });
}
