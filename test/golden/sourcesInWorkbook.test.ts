/** The stories of sources/, each as a workbook that the add-in runs on and clears again. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDate } from '../../src/domain';
import { reportOf } from '../../src/headless/report';
import { createApiRoot } from '../../src/host/api';
import { bootOfficeRuntime, type OfficeRuntime } from '../../src/host/node/officeRuntime';
import { clear } from '../../src/workbook/clear';
import { runWarnings } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { storyWorkbook } from '../support/storyWorkbook';
import { contents, litRows, RED } from '../workbook/addin';

interface Story {
  readonly story: string;
  readonly sheets: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly open: readonly string[];
  readonly totals: Readonly<
    Record<string, { balance: string; overdue: string; unapplied: string }>
  >;
  readonly allocations: readonly string[];
  readonly issues: readonly string[];
}

interface Report {
  readonly ledger: { readonly sheets: readonly { sheet: string; kind: string }[] };
  readonly totals: Readonly<Record<string, { open: string; overdue: string; unapplied: string }>>;
  readonly issues: readonly { sheet: string; row: number; code: string }[];
  readonly rows: readonly { sheet?: string; row: number; open: string; light: string | null }[];
  readonly answers: { readonly applications: { readonly count: number } };
}

const FOLDER = path.join(__dirname, 'sources');
const stories = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(path.join(FOLDER, name, 'expected.json'), 'utf8');
  return { name, expected: JSON.parse(text) as Story };
});

let office: OfficeRuntime;

afterEach(() => office.dispose());

it.each(stories.map(({ name, expected }) => [expected.story, name, expected] as const))(
  '%s',
  async (_, name, expected) => {
    const workbook = storyWorkbook(`sources/${name}`, Object.keys(expected.sheets));
    office = await bootOfficeRuntime({ workbook, createRoot: createApiRoot });
    const { Excel, Office, OfficeExtension } = office;
    Object.assign(globalThis, { Excel, Office, OfficeExtension });
    const before = contents(workbook);
    const asOf = parseDate(expected.asOf)!;
    const options = { today: asOf, asOf, language: 'zh-CN' } as const;
    const report = reportOf(await runWarnings(options), 'zh-CN') as Report;

    const used = Object.entries(expected.sheets).filter(([, kind]) => kind !== 'other');
    expect(report.ledger.sheets.map(({ sheet, kind }) => [sheet, kind])).toEqual(used);
    const main = report.ledger.sheets[0]!.sheet;
    const open = report.rows
      .filter((row) => row.open !== '0.00')
      .map((row) => `${row.sheet ?? main}!${row.row}: ${row.open}`);
    const wanted = expected.open.map((line) => line.replace(/!(\d+) .*: /, '!$1: '));
    expect(open.sort()).toEqual(wanted.sort());
    for (const [currency, { balance, overdue, unapplied }] of Object.entries(expected.totals)) {
      expect(report.totals[currency]).toMatchObject({ open: balance, overdue, unapplied });
    }
    expect(report.answers.applications.count).toBe(expected.allocations.length);
    expect(report.issues.map(({ sheet, row, code }) => `${sheet}!${row} ${code}`)).toEqual(
      expected.issues.map((line) => line.split(' ').slice(0, 2).join(' ')),
    );

    for (const { sheet: title, kind } of report.ledger.sheets) {
      const sheet = workbook.sheet(title)!;
      const red = report.rows.filter((r) => (r.sheet ?? main) === title && r.light === 'red');
      const rows = [...new Set(red.map(({ row }) => row))].sort((a, b) => a - b);
      expect(litRows(workbook, sheet, 0, 60, RED)).toEqual(kind === 'receipts' ? [] : rows);
    }
    const once = contents(workbook);
    await runWarnings(options);
    expect(contents(workbook)).toEqual(once);
    await undo(options);
    expect(contents(workbook)).toEqual(once);
    await clear();
    expect(contents(workbook)).toEqual(before);
  },
);
