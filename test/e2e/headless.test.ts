import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWorkbook } from '../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { enterText } from '../../src/host/model/edits';
import { CellError } from '../../src/host/model/value';

const ROOT = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'headless-'));
const at = (name: string) => path.join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LEDGER = `客户,单据号,开票日期,到期日,应收金额,已收金额
宏达汽配,000123,2025-05-01,2025-05-31,1000.00,0
江南车桥,000124,2025-06-01,2025-06-30,500.00,200
华锐制动,000125,2025-01-01,2025-03-31,90.10,
北辰重工,000126,2025-01-01,2025-03-31,90.10,90.10
瑞丰模具,000127,2025-06-01,2025-06-29,"1,234.56",1000
新远客车,000128,2025-06-01,2025-07-30,70,0
沪宁轴承,000129,2024-01-01,2024-03-31,12,
`;

interface Report {
  readonly asOf: string;
  readonly totals: Record<string, { open: string; byBucket: Record<string, string> }>;
  readonly rows: readonly { row: number; light: string | null }[];
  readonly customers: readonly { customer: string; tier: string }[];
  readonly model: object;
  readonly answers: { readonly tieOut: object; readonly forecast: object };
  readonly run: { syncs: number };
}

/** Runs the program as `npm run headless` does. */
function headless(...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'scripts/run.mjs'), 'headless', ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } },
  );
  return { status, stderr };
}

const run = (...more: string[]) =>
  headless(
    'ledger.csv',
    '--as-of',
    '2025-06-30',
    '--out',
    'out.xlsx',
    '--json',
    'out.json',
    ...more,
  );

const report = (): Report => JSON.parse(readFileSync(at('out.json'), 'utf8')) as Report;

beforeAll(() => writeFileSync(at('ledger.csv'), LEDGER));

describe('a headless run', () => {
  it('ages a .csv, tells how far it is and what it found', () => {
    const { status, stderr } = run('--edges', '30,60,90');
    expect([status, stderr]).toEqual([0, expect.stringContaining('read 7 / 7')]);
    const { asOf, totals, rows } = report();
    expect(asOf).toBe('2025-06-30');
    expect(Object.values(totals)).toEqual([
      expect.objectContaining({
        open: '1706.66',
        byBucket: {
          未到期: '370.00',
          '1–30': '1234.56',
          '31–60': '0.00',
          '61–90': '0.00',
          '>90': '102.10',
        },
      }),
    ]);
    expect(rows.filter(({ light }) => light === 'red').map(({ row }) => row)).toEqual([2, 4, 6, 8]);
  });

  it('rates customers as the run does, and answers with the figures it is given', () => {
    expect(run('--given', 'balance=1706.66,balance:宏达汽配=900,minimumCash=100').status).toBe(0);
    const { customers, model, answers } = report();
    expect(customers.map(({ customer, tier }) => [customer, tier])).toContainEqual([
      '沪宁轴承',
      'high',
    ]);
    expect(model).toMatchObject({ kind: 'rate' });
    expect(answers.tieOut).toMatchObject({
      total: { difference: '0.00' },
      customers: [{ customer: '宏达汽配', balance: '1000.00', difference: '100.00' }],
    });
    expect(answers.forecast).toMatchObject({ cash: [{ minimum: '100.00' }] });
  });

  it('names a figure in a currency that the ledger lacks', () => {
    const { status, stderr } = run('--given', 'cash=5,minimumCash:USD=100');
    expect(status).toBe(1);
    expect(stderr).toContain('RangeError: minimumCash:USD: the ledger is in CNY');
  });

  it('is red in LibreOffice where the report is red', () => {
    run();
    const profile = `-env:UserInstallation=${pathToFileURL(at('profile')).href}`;
    const soffice = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder];
    execFileSync('soffice', [...soffice, at('out.xlsx')], { stdio: 'pipe', timeout: 120_000 });
    execFileSync('pdftoppm', ['-r', '96', '-singlefile', at('out.pdf'), at('page')]);
    expect(redBands(readFileSync(at('page.ppm')))).toBe(4); // red and plain rows take turns
  });

  it('saves what AR functions answer, not that they are awaited', () => {
    run();
    const workbook = openWorkbook(readFileSync(at('out.xlsx')), 'out.xlsx');
    enterText(workbook, workbook.sheet('AR设置')!, 2, 5, 'AR 函数', 'user');
    writeFileSync(at('asked.xlsx'), saveWorkbook(workbook));
    const args = ['--as-of', '2025-06-30', '--sheet', 'ledger', '--out', 'answered.xlsx'];
    expect(headless('asked.xlsx', ...args)).toMatchObject({ status: 0 });
    const cells = (file: string) => openWorkbook(readFileSync(at(file)), file).sheets[0]!.cells;
    const shown = (file: string) =>
      Array.from({ length: 7 * 8 }, (_, i) => {
        const value = cells(file).value(1 + Math.floor(i / 8), 6 + (i % 8));
        return value instanceof CellError ? value.code : (value ?? '');
      });
    expect(shown('answered.xlsx')).toEqual(shown('out.xlsx'));
    expect(cells('answered.xlsx').formula(1, 8)?.text(1, 8)).toContain('AR.AGE_DAYS(');
  });

  it('follows the mapping it is given', () => {
    writeFileSync(at('odd.csv'), LEDGER.replace('到期日', '最晚付款').replace('客户', '买方'));
    const args = ['--as-of', '2025-06-30', '--out', 'out.xlsx', '--json', 'out.json'];
    const { status } = headless('odd.csv', ...args, '--map', 'dueDate=最晚付款,customer=买方');
    expect(status).toBe(0);
    expect(report().rows[0]).toEqual({
      row: 2,
      customer: '宏达汽配',
      open: '1000.00',
      dueDate: '2025-05-31',
      daysOverdue: 30,
      ageDays: 60,
      bucket: '1–30',
      class: '关注',
      warning: null,
      light: 'red',
    });
  });
});

describe('exit codes', () => {
  it.each([
    ['no ledger', []],
    ['no day', ['ledger.csv', '--out', 'x.xlsx']],
    ['a day that is none', ['ledger.csv', '--as-of', '2025-02-30', '--out', 'x.xlsx']],
    ['no file to write', ['ledger.csv', '--as-of', '2025-06-30']],
    [
      'an unknown option',
      ['ledger.csv', '--as-of', '2025-06-30', '--out', 'x.xlsx', '--what', '1'],
    ],
    [
      'edges that are no days',
      ['ledger.csv', '--as-of', '2025-06-30', '--out', 'x.xlsx', '--edges', 'a'],
    ],
    [
      'edges out of order',
      ['ledger.csv', '--as-of', '2025-06-30', '--out', 'x.xlsx', '--edges', '60,30'],
    ],
    [
      'a role that is none',
      ['ledger.csv', '--as-of', '2025-06-30', '--out', 'x.xlsx', '--map', 'due=到期日'],
    ],
    [
      'a figure of no name',
      ['ledger.csv', '--as-of', '2025-06-30', '--out', 'x.xlsx', '--given', 'profit=1'],
    ],
    [
      'a figure that is none',
      ['ledger.csv', '--as-of', '2025-06-30', '--out', 'x.xlsx', '--given', 'cash=much'],
    ],
    ['a file that is not there', ['none.csv', '--as-of', '2025-06-30', '--out', 'x.xlsx']],
    [
      'a sheet that is not there',
      ['ledger.csv', '--as-of', '2025-06-30', '--out', 'x.xlsx', '--sheet', '无'],
    ],
  ])('%s is wrong usage', (_, args) => {
    const { status, stderr } = headless(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Usage:')]);
  });

  it('a file without a ledger ends in 1 and says why', () => {
    writeFileSync(at('notes.csv'), '会议,纪要\n一,二\n');
    const { status, stderr } = headless('notes.csv', '--as-of', '2025-06-30', '--out', 'x.xlsx');
    expect([status, stderr]).toEqual([1, expect.stringContaining('noLedger')]);
  });
});

/** How many bands of the light's red a picture shows from top to bottom; binary PPM. */
function redBands(ppm: Buffer): number {
  const [, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 30))!;
  const start = ppm.length - 3 * Number(width) * Number(height);
  let bands = 0;
  let inside = false;
  for (let y = 0; y < Number(height); y++) {
    let red = 0;
    for (let x = 0; x < Number(width); x++) {
      const i = start + 3 * (y * Number(width) + x);
      if (ppm[i] === 0xff && ppm[i + 1] === 0xc7 && ppm[i + 2] === 0xce) red++;
    }
    if (red > 30 && !inside) bands++;
    inside = red > 30;
  }
  return bands;
}
