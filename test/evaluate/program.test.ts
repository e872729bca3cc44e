import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { isoDate, NO_DATE, type Discrimination } from '../../src/domain';
import { overdueLedger } from '../support/overdueLedger';
import { runEvaluation } from './program';

const folder = mkdtempSync(path.join(tmpdir(), 'evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CONTENDERS = ['model', 'logit', 'priorRatio', 'constant'] as const;
const HEADERS = ['客户', '开票日', '到期日', '收款日', '金额'];
const MAP = 'customer=客户,documentDate=开票日,dueDate=到期日,receiptDate=收款日,amount=金额';

type Row = readonly [customer: string, issued: string, due: string, paid: string, amount: string];

/** Twenty customers of different habits, two items in three days from 2024-01-01 on, the last ones open. */
const ROWS: readonly Row[] = (() => {
  const ledger = overdueLedger({ rows: 120, days: 180, customers: 20 });
  const text = (day: number) => (day === NO_DATE ? '' : isoDate(day));
  return [...ledger.documentDate.keys()].map((i): Row => [
    ledger.customers[ledger.customer[i]!]!,
    text(ledger.documentDate[i]!),
    text(ledger.dueDate[i]!),
    text(ledger.receiptDate[i]!),
    (ledger.amount[i]! / 100).toFixed(2),
  ]);
})();
const [FROM, TO] = ['2024-04-15', '2024-06-10'];

const csv = (rows: readonly (readonly string[])[], separator = ','): string =>
  [HEADERS, ...rows].map((row) => row.join(separator)).join('\n');

function fileOf(content: string | Uint8Array, name = 'ledger.csv'): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** @returns what is printed and what is written as JSON */
function run(content: string | Uint8Array, args: readonly string[] = [], name?: string) {
  const json = path.join(folder, 'out.json');
  const days = args.length > 0 ? args : ['--train-until', FROM, '--test-until', TO];
  const printed = runEvaluation([fileOf(content, name), '--map', MAP, ...days, '--json', json]);
  const figures = JSON.parse(readFileSync(json, 'utf8')) as Record<string, Discrimination>;
  return { printed, figures };
}

const PLAIN = run(csv(ROWS));

describe('what cannot be evaluated', () => {
  const file = fileOf(csv(ROWS), 'whole.csv');
  const days = ['--train-until', FROM];
  const mapped = ['--map', MAP, ...days];
  const map = (text: string) => [file, '--map', text, ...days];
  const made = (content: string, name: string) => [fileOf(content, name), ...mapped];
  mkdirSync(path.join(folder, 'folder'));

  it.each<[string, readonly string[], string]>([
    ['no file named', days, 'No ledger file is named.'],
    ['two files', [file, 'b.csv', ...days], 'One ledger file, not also b.csv.'],
    ['an unknown option', [file, '--until', FROM], "Unknown option '--until'"],
    ['no first day', [file, '--map', MAP], '--train-until is missing.'],
    ['a first day that is none', [file, '--train-until', 'April'], '--train-until April: no date'],
    ['a day no month has', [file, '--train-until', '2024-02-30'], '--train-until 2024-02-30: no'],
    [
      'a last day that is none',
      [file, ...mapped, '--test-until', '1/2/2024'],
      '--test-until 1/2/2024: no date such as 2025-03-31.',
    ],
    [
      'a first day before the data',
      [file, '--map', MAP, '--train-until', '2024-01-01'],
      '--train-until 2024-01-01: no row is known by then, the first is issued on 2024-01-01.',
    ],
    [
      'a first day after the data',
      [file, '--map', MAP, '--train-until', '2024-09-01'],
      `--train-until 2024-09-01 is after the data's end, 2024-06-28.`,
    ],
    [
      'the days the wrong way round',
      [file, ...mapped, '--test-until', '2024-03-31'],
      '--test-until 2024-03-31 is before --train-until 2024-04-15.',
    ],
    [
      'nothing issued between the days',
      made(csv(ROWS.filter(([, issued]) => issued < FROM)), 'early.csv'),
      'No item is issued from --train-until 2024-04-15 to --test-until 2024-05-16; ' +
        "the data's are issued from 2024-01-01 to 2024-04-13.",
    ],
    [
      'nothing issued between the days of which the outcome is known',
      [file, '--map', MAP, '--train-until', '2024-06-26'],
      'Of 2 items issued from 2024-06-26 to 2024-06-28 none is known to be late or on time: ' +
        "none is paid, and none is past due on 2024-06-28, the data's end.",
    ],
    ['a role there is not', map('client=客户'), '--map: “client” is no role; there are customer,'],
    ['a role without a column', map('customer='), '--map: customer names no column.'],
    ['a role twice', map(`${MAP},amount=余额`), '--map names amount twice.'],
    [
      'a column twice',
      map(MAP.replace('=收款日', '= 到期日')),
      '--map: column “到期日” is both dueDate and receiptDate.',
    ],
    [
      'columns that are not there',
      map(MAP.replace('=收款日', '=回款日').replace('=金额', '=Value, net')),
      `${file}: no column “回款日” (receiptDate), “Value, net” (amount) among 客户, 开票日, 到期日, 收款日, 金额.`,
    ],
    [
      'required roles without a column',
      map('customer=客户,amount=金额'),
      '--map lacks documentDate, dueDate or term, receiptDate.',
    ],
    [
      'required columns not found by their headers',
      [fileOf('客户,开票日期,金额\n甲,2024-01-01,1\n', 'short.csv'), ...days],
      'short.csv: no column found for dueDate or term, receiptDate among 客户, 开票日期, 金额.',
    ],
    [
      'a file without a ledger',
      [fileOf('a,b\nc,d\n', 'ab.csv'), ...days],
      'ab.csv: no row of headers names a date and an amount.',
    ],
    ['no file', [path.join(folder, 'no.csv'), ...mapped], 'no.csv: there is no such file.'],
    ['a folder', [path.join(folder, 'folder'), ...mapped], 'folder: is a folder.'],
    ['an empty file', made('', 'empty.csv'), 'empty.csv: the file is empty.'],
    ['prose', made('Dear all\nhello\n', 'prose.csv'), 'prose.csv: no table, each row is one cell'],
    ['no text', made('a\u0000b', 'bytes.csv'), 'bytes.csv: The file holds no text.'],
    ['headers only', made(csv([]), 'bare.csv'), 'no row can be read: nothing below the headers.'],
    [
      'rows without a single date',
      made(csv([['甲', 'soon', 'later', '', '1']]), 'soon.csv'),
      'no row can be read: 3 issues, the first in row 2: documentDate “soon” (dateUnreadable).',
    ],
    [
      'credits only',
      made(csv([['甲', '2024-01-01', '2024-02-01', '', '-1']]), 'credits.csv'),
      'No item has an amount above 0 and a document date.',
    ],
    [
      'figures that cannot be written',
      [file, ...mapped, '--json', path.join(folder, 'no', 'out.json')],
      `--json ${path.join(folder, 'no', 'out.json')}: ENOENT`,
    ],
  ])('%s: says so', (_, args, message) => {
    expect(() => runEvaluation(args)).toThrow(message);
  });
});

describe('what is written', () => {
  it('has the figures of all four, of the same rows, finite or null', () => {
    const { figures } = PLAIN;
    expect(Object.keys(figures)).toEqual([...CONTENDERS, 'trained', 'card']);
    const measures = ['n', 'positives', 'auc', 'gini', 'ks', 'brier', 'logLoss', 'calibration'];
    for (const name of CONTENDERS) {
      expect(Object.keys(figures[name]!)).toEqual(measures);
      expect([figures[name]!.n, figures[name]!.positives]).toEqual([37, 11]);
      for (const measure of ['auc', 'ks', 'brier', 'logLoss'] as const) {
        expect(figures[name]![measure]).toEqual(expect.any(Number));
      }
    }
  });

  it('is printed too, with the calibration of the model', () => {
    const lines = PLAIN.printed.split('\n');
    const { n, positives, auc, ks, brier, logLoss, calibration } = PLAIN.figures.model!;
    const cells = lines.map((line) => line.trim().split(/\s+/));
    expect(cells[4]).toEqual([
      'model',
      String(n),
      String(positives),
      ...[auc, ks, brier, logLoss].map((x) => x!.toFixed(4)),
    ]);
    expect(cells.slice(4, 8).map(([name]) => name)).toEqual(CONTENDERS);
    const bins = calibration.map((bin) => [
      'model',
      bin.from.toFixed(4),
      bin.to.toFixed(4),
      String(bin.n),
      bin.meanProbability.toFixed(4),
      bin.observed.toFixed(4),
    ]);
    expect(cells.slice(-1 - bins.length, -1)).toEqual(bins);
  });

  it('says where late shares stand in for coefficients', () => {
    expect(PLAIN.printed).toContain('too little for coefficients (fewClosed)');
  });

  it('is of all items from the first day on where there is no second', () => {
    const all = run(csv(ROWS), ['--train-until', FROM]);
    const end = run(csv(ROWS), ['--train-until', FROM, '--test-until', '2024-06-28']);
    expect(all.figures).toEqual(end.figures);
    expect(all.figures.model!.n).toBeGreaterThan(PLAIN.figures.model!.n);
  });
});

describe('a ledger of one outcome', () => {
  const paid = (days: number) =>
    ROWS.map(([customer, issued, due, , amount]): Row => {
      const day = new Date(Date.parse(due) + days * 86_400_000);
      return [customer, issued, due, day.toISOString().slice(0, 10), amount];
    });

  it.each([
    ['all late', 5, (p: number) => p > 0.9 && p < 1],
    ['none late', -5, (p: number) => p > 0 && p < 0.1],
  ])('%s: smoothed rates, no AUC, and a word of it', (_, days, isSuch) => {
    const { printed, figures } = run(csv(paid(days)));
    for (const name of CONTENDERS) {
      const { n, positives, auc, ks, brier, logLoss } = figures[name]!;
      expect([positives, auc, ks]).toEqual([days > 0 ? n : 0, null, null]);
      expect(brier!).toBeLessThan(0.1);
      expect(logLoss!).toBeGreaterThan(0);
    }
    expect(isSuch(figures.constant!.calibration[0]!.meanProbability)).toBe(true);
    expect(printed).toContain(
      `AUC and KS are undefined: all items rated were ${days > 0 ? 'late' : 'on time'}`,
    );
  });

  it('or of no outcome yet says a half', () => {
    const { figures } = run(csv(ROWS), ['--train-until', '2024-01-10']);
    for (const name of ['logit', 'constant'] as const) {
      expect(figures[name]!.logLoss).toBeCloseTo(Math.LN2, 12);
      expect(figures[name]!.brier).toBe(0.25);
    }
    // A customer nothing is known of is rated a half as well.
    expect(figures.model!.calibration.some(({ from, to }) => from <= 0.5 && to >= 0.5)).toBe(true);
  });

  it('or of one customer is rated', () => {
    const one = ROWS.map(([, ...rest]) => ['甲', ...rest]);
    const { figures } = run(csv(one));
    expect(figures.model!.n).toBe(37);
    expect(figures.constant!.auc).toBe(0.5);
  });
});

describe('the same ledger gives the same figures', () => {
  const map = (change: (row: Row, i: number) => readonly string[]) => ROWS.map(change);
  const sheet = (rows: readonly (readonly string[])[]) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '台账');
    return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  };
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const spoken = (text: string) => text.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

  it.each<[string, string | Uint8Array, string?]>([
    ['with a mark of UTF-8', `\ufeff${csv(ROWS)}`],
    ['separated by semicolons', csv(ROWS, ';')],
    ['separated by tabs', csv(ROWS, '\t')],
    ['in GBK', gbk(csv(ROWS))],
    ['with dates in words', csv(map(([c, ...days]) => [c, ...days.map(spoken)]))],
    ['with digits of full width', csv(map(([c, ...rest]) => [c, ...rest.map(wide)]))],
    [
      'with separated thousands',
      csv(
        map(([c, a, b, d, amount]) => [
          ...[c, a, b, d],
          `"${amount.replace(/\B(?=(\d{3})+\.)/g, ',')}"`,
        ]),
      ),
    ],
    [
      'as a workbook with titles above',
      sheet([['应收账款台账'], ['编制单位：甲公司', '', '单位：元'], [], HEADERS, ...ROWS]),
      'ledger.xlsx',
    ],
    [
      'with credits, which are not to be paid',
      csv([...ROWS, ['C1', '2024-05-01', '2024-05-01', '', '-10.00']]),
    ],
  ])('%s', (...[, content, name]) => {
    expect(run(content, [], name).figures).toEqual(PLAIN.figures);
  });

  it('in another order, but for the order of sums', () => {
    const { figures } = run(csv(ROWS.toReversed()));
    for (const name of CONTENDERS) {
      for (const measure of ['n', 'positives', 'auc', 'ks', 'brier', 'logLoss'] as const) {
        expect(figures[name]![measure]).toBeCloseTo(PLAIN.figures[name]![measure]!, 12);
      }
    }
  });

  it('when paid before it was issued: settled on the day of issue', () => {
    const [first, ...rest] = ROWS;
    const [customer, issued, due, , amount] = first!;
    const at = (paid: string) => run(csv([[customer, issued, due, paid, amount], ...rest])).figures;
    expect(at('2023-12-01')).toEqual(at(issued));
  });

  it('but without amounts all items are of one size', () => {
    const file = fileOf(csv(ROWS));
    const json = path.join(folder, 'size.json');
    const args = ['--map', MAP.replace(',amount=金额', ''), '--train-until', FROM, '--json', json];
    runEvaluation([file, ...args, '--test-until', TO]);
    const figures = JSON.parse(readFileSync(json, 'utf8')) as typeof PLAIN.figures;
    const same = run(csv(map(([c, a, b, d]) => [c, a, b, d, '1.00']))).figures;
    expect(figures).toEqual(same);
  });
});

it('counts exact repeats and says so: nobody agreed to leave them out', () => {
  const numbered = ROWS.map((row, i) => [...row, `XS${i}`]);
  const text = csv([...numbered, ...numbered.slice(-60, -40)]).replace('金额', '金额,单号');
  const args = ['--map', `${MAP},documentNo=单号`, '--train-until', FROM, '--test-until', TO];
  const printed = runEvaluation([fileOf(text), ...args]);
  expect(printed).toContain('140 items, data until 2024-06-28, issues: 20 duplicate\n');
  const repeated = numbered.slice(-60, -40).filter(([, issued]) => issued! >= FROM);
  expect(printed).toContain(`model               ${37 + repeated.length}`);
});

/** Bytes of a text as Windows writes it in China. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const bytesOf = new Map<string, readonly number[]>();
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return Uint8Array.from([...text].flatMap((c) => bytesOf.get(c) ?? [c.charCodeAt(0)]));
}
