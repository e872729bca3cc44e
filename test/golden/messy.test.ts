/**
 * The ledger with all that makes ledgers hard to read (assets/samples/ledger-messy-zh.xlsx), judged
 * by messy/expected.json: that was worked out by hand, row by row, from docs/ageing.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDate, serialOf } from '../../src/domain';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { parseArea } from '../../src/host/model/address';
import { MESSY_LEDGER } from '../../src/host/node/messyLedger';
import { reportOf } from '../../src/headless/report';
import { clear } from '../../src/workbook/clear';
import { runWarnings } from '../../src/workbook/runWarnings';
import { recalculated, type Judged } from '../support/libreoffice';
import { addinOverFile, AMBER, litRows, RED, values, type Addin } from '../workbook/addin';
import expected from './messy/expected.json';

const LEDGER = readFileSync(path.join(__dirname, '../../assets/samples/ledger-messy-zh.xlsx'));
const SHEET = expected.ledger.sheet;

interface Report {
  readonly asOf: string;
  readonly ledger: object;
  readonly outputs: { readonly columns: object };
  readonly totals: object;
  readonly issues: readonly object[];
  readonly customers: readonly object[];
  readonly rows: readonly object[];
}

let addin: Addin;
let report: Report;

beforeAll(async () => {
  addin = await addinOverFile(LEDGER);
  const result = await runWarnings({ today: serialOf(2025, 6, 30), language: 'zh-CN' });
  report = reportOf(result, 'zh-CN') as Report;
});

afterAll(() => addin.office.dispose());

/** A row as the report has it: without the reason we give for it. */
const facts = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'why'));

it('the file is the one our script writes', () => {
  expect(LEDGER.equals(MESSY_LEDGER.build())).toBe(true);
});

it('the ledger is found, with its two-row header, and every column understood', () => {
  expect(report.asOf).toBe(expected.asOf);
  expect(report.ledger).toMatchObject(expected.ledger);
});

it('every row has the open amount, due date, age, bucket, class, warning and light it should', () => {
  expect(report.rows).toEqual(expected.rows.map(facts));
});

it('all that could not be taken as it stands is told, cell by cell', () => {
  expect(report.issues).toEqual(expected.issues);
});

it('the totals, one per currency, are those of the rows', () => {
  expect(report.totals).toEqual(expected.totals);
});

it('each customer owes what it should, in its own currency', () => {
  expect(report.customers).toMatchObject(expected.customers);
});

it('our columns stand right of the ledger, and the user’s own 逾期天数 is as it was', () => {
  expect(report.outputs.columns).toEqual(expected.outputs.columns);
  expect(values(addin.sheet, 'U5:U8')).toEqual([['逾期天数'], [null], [350], [61]]);
});

it('the rows that should be red are red, those that should be amber are amber', () => {
  const { workbook, sheet } = addin;
  const rows = (light: string) =>
    expected.rows.filter((each) => each.light === light).map(({ row }) => row);
  expect(litRows(workbook, sheet, 0, 110, RED)).toEqual(rows('red'));
  expect(litRows(workbook, sheet, 0, 110, AMBER)).toEqual(rows('amber'));
});

describe('LibreOffice', () => {
  let judged: Judged;
  beforeAll(() => {
    judged = recalculated(saveWorkbook(addin.workbook));
  }, 150_000);

  it('calculates our columns to the same, and to nothing beside rows that are no items', () => {
    const columns = Object.values(expected.outputs.columns).map(
      (address) => parseArea(address)!.left,
    );
    for (let row = 7; row <= 76; row++) {
      const item = expected.rows.find((each) => each.row === row);
      const found = columns.map((column) => judged(SHEET, row - 1, column));
      expect([row, ...found]).toEqual([row, ...(item ? cellsOf(item) : NOTHING)]);
    }
  });

  it('ages the customers to the same, a block per currency, and no money is lost on the way', () => {
    const lines = Object.entries(expected.totals).flatMap(([currency, total]) => [
      ...expected.customers
        .filter((each) => each.currency === currency)
        .map(({ customer, ...each }) => lineOf(customer, { ...each, currency })),
      lineOf('合计', { ...total, currency }),
      ['与台账差额', currency, ...new Array<number>(8).fill(0)],
    ]);
    const found = lines.map((_, i) =>
      // customer, currency, open amount, seven buckets; the name of the customer is in column B
      [0, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((column) => judged('AR账龄', 4 + i, column)),
    );
    expect(found).toEqual(lines);
  });
});

it('clearing gives the file back, byte for byte', async () => {
  await clear();
  expect(LEDGER.equals(saveWorkbook(addin.workbook))).toBe(true);
});

const NOTHING = ['', '', '', '', '', '', '', ''];
const WARNINGS = ['', '预防', '响应', '监控'];

/** What stands in our columns beside an item; days as serial numbers. */
function cellsOf(item: (typeof expected.rows)[number]): (string | number)[] {
  const open = Number(item.open);
  const due = parseDate(item.dueDate)!;
  if (open <= 0) return [open, due, ...NOTHING.slice(2)];
  return [
    open,
    due,
    item.daysOverdue!,
    item.ageDays ?? '',
    item.bucket!,
    item.class!,
    WARNINGS[item.warning ?? 0]!,
    { red: '● 红 逾期', amber: '◐ 橙 7天内到期' }[item.light ?? ''] ?? '✓ 正常',
  ];
}

/** What stands in AR账龄: customer, currency, open amount, buckets. */
const lineOf = (
  label: string,
  { currency, open, byBucket }: { currency: string; open: string; byBucket: object },
): unknown[] => [label, currency, Number(open), ...Object.values(byBucket).map(Number)];
