/**
 * Holds headless runs of the built add-in against ageing computed elsewhere, to the cent.
 * `npm run reference -- <folder>`: the folder has the snapshots and their reference ageing by
 * customer and by invoice; it is not part of the project.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { setValues } from '../../src/host/model/edits';
import { createRuleView } from '../../src/host/rules/ruleView';
import { openWorkbook } from '../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';

type Row = Readonly<Record<string, string>>;

interface Report {
  readonly totals: Record<
    string,
    { readonly open: string; readonly byBucket: Record<string, string> }
  >;
  readonly customers: readonly {
    readonly customer: string;
    readonly currency: string;
    readonly open: string;
    readonly maxDaysOverdue: number;
    readonly byBucket: Record<string, string>;
  }[];
  readonly rows: readonly {
    readonly row: number;
    readonly open: string;
    readonly daysOverdue: number | null;
    readonly bucket: string;
    readonly light: string | null;
  }[];
}

const EDGES = '30,60,90';
const RED = '#FFC7CE';
/** Reference column → label of our bucket. */
const BUCKETS = {
  due_0: '未到期',
  'due_1-30': '1–30',
  'due_31-60': '31–60',
  'due_61-90': '61–90',
  'due_90+': '>90',
};

const data = path.resolve(process.argv[2] ?? '../shared/data');
const work = path.resolve('build/reference');
mkdirSync(work, { recursive: true });
let passed = 0;
let failed = 0;

const table = (file: string): Row[] =>
  Papa.parse<Row>(readFileSync(path.join(data, file), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** `2019-04-30` or `4/30/2019` as a serial; '' stays blank. */
function serial(text: string): number | '' {
  if (!text) return '';
  const us = /^(\d+)\/(\d+)\/(\d+)$/.exec(text);
  const [year, month, day] = us ? [us[3], us[1], us[2]] : text.split('-');
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
}

/** @returns sheet rows (1-based) of a saved result that its own rules paint red */
function redRows(file: string): number[] {
  const workbook = openWorkbook(readFileSync(file), 'result.xlsx');
  const sheet = workbook.activeSheet;
  const view = createRuleView(workbook, sheet);
  const rows = Array.from(
    { length: (sheet.cells.usedArea(true)?.bottom ?? 0) + 1 },
    (_, row) => row,
  );
  return rows.filter((row) => view.look(row, 0)?.format.fillColor === RED).map((row) => row + 1);
}

/** Writes rows as a plain ledger and runs the add-in on it. */
function run(name: string, rows: readonly Row[], columns: Columns, asOf: string): Report {
  const workbook = createWorkbook();
  const header = [
    'customer',
    'documentNo',
    'documentDate',
    'dueDate',
    'receiptDate',
    'amount',
    'currency',
  ];
  const cells = rows.map((row) => [
    row[columns.customer]!,
    row[columns.documentNo]!,
    serial(row[columns.documentDate]!),
    serial(row[columns.dueDate]!),
    serial(row[columns.receiptDate]!),
    Number(row[columns.amount]),
    columns.currency ? row[columns.currency]! : '',
  ]);
  const titles = ['客户', '单据号', '开票日期', '到期日', '收款日期', '应收金额', '币种'];
  const sheet = workbook.sheets[0]!;
  setValues(
    workbook,
    sheet,
    { top: 0, left: 0, bottom: rows.length, right: header.length - 1 },
    [titles, ...cells],
    'user',
  );
  const [ledger, out, json] = ['ledger.xlsx', 'result.xlsx', 'result.json'].map((file) =>
    path.join(work, `${name}-${file}`),
  );
  writeFileSync(ledger!, saveWorkbook(workbook));
  const program = path.join(__dirname, 'headless.cjs');
  const args = [
    program,
    ledger!,
    '--as-of',
    asOf,
    '--edges',
    EDGES,
    '--out',
    out!,
    '--json',
    json!,
  ];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const report = JSON.parse(readFileSync(json!, 'utf8')) as Report;
  const overdue = report.rows.filter(({ light }) => light === 'red').map(({ row }) => row);
  const red = redRows(out!);
  const same = JSON.stringify(red) === JSON.stringify(overdue);
  check(
    `${name}: the ${overdue.length} overdue rows are red`,
    same ? [] : [`${red.length} rows are red`],
  );
  return report;
}

interface Columns {
  readonly customer: string;
  readonly documentNo: string;
  readonly documentDate: string;
  readonly dueDate: string;
  readonly receiptDate: string;
  readonly amount: string;
  readonly currency: string | null;
}

function check(title: string, differences: readonly string[]): void {
  if (differences.length === 0) passed++;
  else failed++;
  process.stdout.write(`${differences.length === 0 ? 'ok  ' : 'FAIL'} ${title}\n`);
  for (const line of differences.slice(0, 10)) process.stdout.write(`       ${line}\n`);
}

const cents = (text: string): number => Math.round(Number(text) * 100);

function compareCustomers(
  report: Report,
  reference: readonly Row[],
  currencyOf: (row: Row) => string,
): string[] {
  const differences: string[] = [];
  const ours = new Map(report.customers.map((c) => [`${c.customer}|${c.currency}`, c]));
  const customers = reference.filter((row) => row.cust !== 'TOTAL');
  for (const row of customers) {
    const key = `${row.cust}|${currencyOf(row)}`;
    const mine = ours.get(key);
    if (!mine) {
      differences.push(`${key} is missing`);
      continue;
    }
    if (cents(mine.open) !== cents(row.total!))
      differences.push(`${key} open ${mine.open} ≠ ${row.total}`);
    if (mine.maxDaysOverdue !== Math.max(0, Number(row.max_days_overdue))) {
      differences.push(`${key} days ${mine.maxDaysOverdue} ≠ ${row.max_days_overdue}`);
    }
    for (const [column, label] of Object.entries(BUCKETS)) {
      if (cents(mine.byBucket[label]!) !== cents(row[column]!)) {
        differences.push(`${key} ${label} ${mine.byBucket[label]} ≠ ${row[column]}`);
      }
    }
  }
  if (ours.size !== customers.length)
    differences.push(`${ours.size} customers ≠ ${customers.length}`);
  return differences;
}

function compareTotals(
  report: Report,
  reference: readonly Row[],
  currencyOf: (row: Row) => string,
): string[] {
  return reference
    .filter((row) => row.cust === 'TOTAL')
    .flatMap((row) => {
      const mine = report.totals[currencyOf(row)];
      const pairs = Object.entries(BUCKETS).map(([column, label]) => [
        mine?.byBucket[label],
        row[column],
      ]);
      return [[mine?.open, row.total], ...pairs]
        .filter(([a, b]) => a === undefined || cents(a) !== cents(b!))
        .map(([a, b]) => `${currencyOf(row)} ${a} ≠ ${b}`);
    });
}

function compareInvoices(
  report: Report,
  rows: readonly Row[],
  reference: readonly Row[],
  number: string,
): string[] {
  const byNumber = new Map(reference.map((row) => [row.id, row]));
  const open = report.rows.filter((row) => row.open !== '0.00');
  const differences = open.flatMap((mine) => {
    const id = rows[mine.row - 2]![number]!;
    const theirs = byNumber.get(id);
    const same =
      theirs !== undefined &&
      cents(theirs.amount!) === cents(mine.open) &&
      Number(theirs.days_overdue) === mine.daysOverdue &&
      Number(theirs.days_overdue) > 0 === (mine.light === 'red');
    return same ? [] : [`${id} row ${mine.row}: ${mine.open}, ${mine.daysOverdue} days`];
  });
  if (open.length !== reference.length)
    differences.push(`${open.length} open ≠ ${reference.length}`);
  return differences;
}

const IBM: Columns = {
  customer: 'customerID',
  documentNo: 'invoiceNumber',
  documentDate: 'InvoiceDate',
  dueDate: 'DueDate',
  receiptDate: 'SettledDate',
  amount: 'InvoiceAmount',
  currency: null,
};
const HIGHRADIUS: Columns = {
  customer: 'cust_number',
  documentNo: 'row_id',
  documentDate: 'posting_date_est',
  dueDate: 'due_date',
  receiptDate: 'clear_date',
  amount: 'amount',
  currency: 'currency',
};

const highRadius = table('hr_snapshot_2019-06-30.csv');
for (const [kind, rows] of [
  ['raw', highRadius],
  ['dedup', highRadius.filter((row) => row.is_dup !== '1')],
] as const) {
  const report = run(`highradius-${kind}`, rows, HIGHRADIUS, '2019-04-30');
  const reference = table(`hr_closed_${kind}_2019-04-30_by_customer.csv`);
  const currency = (row: Row) => row.currency!;
  check(
    `HighRadius ${kind}: totals by currency and bucket`,
    compareTotals(report, reference, currency),
  );
  check(`HighRadius ${kind}: customers`, compareCustomers(report, reference, currency));
}
const ibm = table('WA_Fn-UseC_-Accounts-Receivable.csv');
for (const asOf of ['2012-06-30', '2012-12-31']) {
  const report = run(`ibm-${asOf}`, ibm, IBM, asOf);
  check(
    `IBM ${asOf}: customers`,
    compareCustomers(report, table(`ibm_${asOf}_by_customer.csv`), () => ''),
  );
  check(
    `IBM ${asOf}: invoices`,
    compareInvoices(report, ibm, table(`ibm_${asOf}_invoices.csv`), 'invoiceNumber'),
  );
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
