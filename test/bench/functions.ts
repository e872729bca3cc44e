import { createApiRoot } from '../../src/host/api';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { bootOfficeRuntime } from '../../src/host/node/officeRuntime';
import { bucketOf, DEFAULT_EDGES } from '../../src/domain';
import { CATALOGUE } from '../../src/functions/catalogue';
import { rfaOfLedger } from '../../src/functions/rfaOfLedger';
import { enterText } from '../../src/host/model/edits';
import { ledgerWorkbook } from './ledger';
import { interleaved, round, stopwatch, timed } from './measure';
import { bootAddin } from './run';

const CELLS = 100_000;
const AS_OF = 45_838;
const ROUNDS = 9;

type Cells = unknown[][];

/** 100 000 cells of each kind, as a ledger would have them. */
const column = (cell: (row: number) => unknown): Cells =>
  Array.from({ length: CELLS }, (_, row) => [cell(row)]);
const dates = column((row) => AS_OF - 500 + ((row * 7919) % 700));
const textDates = column((row) => `2025-${1 + (row % 12)}-${1 + (row % 28)}`);
const later = column((row) => AS_OF - 300 + ((row * 7919) % 700));
const amounts = column((row) => ((row * 104_729) % 1_000_000) / 100);
const more = column((row) => 20_000 + row / 4);
const textAmounts = column((row) => `${1 + (row % 900)},${100 + (row % 900)}.50`);
const days = column((row) => ((row * 7919) % 500) - 100);
const shares = column((row) => ((row * 7919) % 101) / 100);
/** Roll rates of four decimals and of as many as there are; their products do not come to nothing. */
const nearOne = column((row) => (9_990 + ((row * 7919) % 10)) / 10_000);
const longRates = column((row) => 1 / (1 + ((row * 7919) % 10_007) / 1e8));
const customers = column((row) => `C${row % 2_000}`);
const features: Cells = Array.from({ length: CELLS / 4 }, (_, row) => [
  row % 20,
  row % 7,
  (row % 60) - 10,
  (row % 101) / 100,
]);
const terms = column((row) => ['30天', '月结60天', '次月15日', '3个月', 45][row % 5]);

/** A ledger of 20 000 rows and 5 columns, and all its customers. */
const ledger: Cells = [
  ['客户编码', '到期日', '应收金额', '已收金额', '收款日期'],
  ...Array.from({ length: CELLS / 5 }, (_, row) => [
    `C${row % 2_000}`,
    dates[row]![0],
    amounts[row]![0],
    row % 3 === 0 ? amounts[row]![0] : 0,
    row % 3 === 0 ? later[row]![0] : 0,
  ]),
];

/** One call each of every function; 100 000 cells in the longest argument. */
const WHOLE: Readonly<Record<string, () => unknown>> = {
  AGING_BUCKET: () => CATALOGUE.AGING_BUCKET(dates, AS_OF, null, null),
  'AGING_BUCKET of text dates': () => CATALOGUE.AGING_BUCKET(textDates, AS_OF, null, null),
  OVERDUE_DAYS: () => CATALOGUE.OVERDUE_DAYS(dates, AS_OF),
  AGE_DAYS: () => CATALOGUE.AGE_DAYS(dates, AS_OF),
  DUE_DATE: () => CATALOGUE.DUE_DATE(dates, terms, null, null),
  'DUE_DATE of text dates, over holidays': () =>
    CATALOGUE.DUE_DATE(textDates, terms, null, [['CN']]),
  RISK_CLASS: () => CATALOGUE.RISK_CLASS(days, null, null),
  WARNING_LEVEL: () => CATALOGUE.WARNING_LEVEL(dates, AS_OF, null, null, null),
  RFA_SCORE: () => CATALOGUE.RFA_SCORE(days, shares, shares, null),
  RFA_TIER: () => CATALOGUE.RFA_TIER(days, null),
  'RFA of 20 000 ledger rows': () => rfaOfLedger(customers.slice(0, 2_000), ledger, AS_OF),
  'OVERDUE_PROB of 25 000 × 4': () => CATALOGUE.OVERDUE_PROB(features, null),
  EXPECTED_LOSS: () => CATALOGUE.EXPECTED_LOSS(shares, amounts, null),
  AGING_TABLE: () => CATALOGUE.AGING_TABLE(customers, dates, amounts, AS_OF, null),
  OPEN_AMOUNT: () => CATALOGUE.OPEN_AMOUNT(more, amounts, AS_OF, dates, later),
  'OPEN_AMOUNT of text amounts': () => CATALOGUE.OPEN_AMOUNT(textAmounts, null, null, null, null),
  FIFO_OPEN: () => CATALOGUE.FIFO_OPEN(dates, amounts, more, AS_OF),
  DSO: () => CATALOGUE.DSO('simple', amounts, more, [[30]], null),
  CEI: () => CATALOGUE.CEI(amounts, more, amounts, amounts),
  TOP_SHARE: () => CATALOGUE.TOP_SHARE(customers, amounts, null),
  ROLL_RATE: () => CATALOGUE.ROLL_RATE(more, amounts, null),
  ECL_RATE: () => CATALOGUE.ECL_RATE(shares, null, null),
  'ECL_RATE of rates just below 1': () => CATALOGUE.ECL_RATE(nearOne, null, null),
  'ECL_RATE of long rates, raised': () => CATALOGUE.ECL_RATE(longRates, null, 0.1),
  LATE_INTEREST: () => CATALOGUE.LATE_INTEREST(amounts, dates, [[AS_OF]], [[0.18]], null),
  CREDIT_CHECK: () => CATALOGUE.CREDIT_CHECK(more, amounts, more, days, amounts, 30, 1000, null),
  CN_WORKDAY: () => CATALOGUE.CN_WORKDAY(dates, [[20]], null),
  CN_NETWORKDAYS: () => CATALOGUE.CN_NETWORKDAYS(dates, later, null),
  CN_IS_WORKDAY: () => CATALOGUE.CN_IS_WORKDAY(dates, null),
};

/**
 * Custom functions: each on a whole column in one call (our own time), and the ageing bucket whole
 * and cell by cell through JSON, as office.js passes arguments, and bare.
 *
 * @returns milliseconds, and cells a second
 */
export async function benchFunctions(): Promise<Record<string, number>> {
  const measured = new Set(Object.keys(WHOLE).map((name) => name.split(' ')[0]));
  for (const id of Object.keys(CATALOGUE)) {
    if (!measured.has(id)) throw new Error(`${id} is not measured`);
  }
  const office = await bootOfficeRuntime({
    workbook: createWorkbook(),
    createRoot: createApiRoot,
  });
  Object.assign(globalThis, { CustomFunctions: office.CustomFunctions });
  const figures: Record<string, number> = {};
  for (const [name, work] of Object.entries(WHOLE)) {
    figures[`${name}, whole column: ms`] = round(
      interleaved({ work: timed(work) }, ROUNDS, 2).work,
      1,
    );
  }
  // As office.js gets a call and sends its answer.
  const message = (id: number, dueDate: Cells) =>
    JSON.stringify([id, 'AGING_BUCKET', [dueDate, AS_OF, null], null, 0]);
  const call = (text: string) => {
    const [id, , [dueDate, asOf, edges]] = JSON.parse(text) as [
      number,
      string,
      [Cells, number, null],
    ];
    return JSON.stringify([id, true, CATALOGUE.AGING_BUCKET(dueDate, asOf, edges, null)]);
  };
  const oneCall = message(1, dates);
  const calls = dates.map((row, id) => message(id, [row]));
  const bare = Int32Array.from(dates, ([cell]) => cell as number);
  const times = interleaved(
    {
      column: timed(() => call(oneCall)),
      cells: timed(() => calls.reduce((length, message) => length + call(message).length, 0)),
      scalar: timed(() => bare.reduce((sum, due) => sum + bucketOf(AS_OF - due, DEFAULT_EDGES), 0)),
    },
    ROUNDS,
    3,
  );
  office.dispose();
  const perSecond = (ms: number) => Math.round((CELLS / ms) * 1000);
  return {
    ...figures,
    'AGING_BUCKET through JSON, whole column: cells/s': perSecond(times.column),
    'AGING_BUCKET through JSON, cell by cell: cells/s': perSecond(times.cells),
    'AGING_BUCKET, whole column to cell by cell': round(times.cells / times.column, 1),
    'AGING_BUCKET, scalar bare: cells/s': perSecond(times.scalar),
    ...(await benchColumns(1_000)),
    ...(await benchColumns(5_000)),
  };
}

/**
 * AR functions as result columns: a run over a ledger that had formulas, then the answers.
 *
 * @returns milliseconds by the clock, as office.js waits between answers, and of processor time
 */
async function benchColumns(rows: number): Promise<Record<string, number>> {
  const workbook = ledgerWorkbook(rows);
  const { office, addin } = await bootAddin(workbook);
  const run = () => addin.runReport({ asOf: AS_OF, language: 'zh-CN' });
  await run();
  enterText(workbook, workbook.sheet('AR设置')!, 2, 5, 'AR 函数', 'user');
  const { run: timings } = await run();
  const start = performance.now();
  const busy = stopwatch();
  await office.host.functions!.idle(60_000);
  const clock = performance.now() - start;
  const figures = {
    'run ms': timings.readMs + timings.analyseMs + timings.writeMs,
    'answers ms': clock,
    'of them busy': busy(),
  };
  office.dispose();
  return Object.fromEntries(
    Object.entries(figures).map(([what, ms]) => [
      `AR functions beside ${rows} rows: ${what}`,
      Math.round(ms),
    ]),
  );
}
