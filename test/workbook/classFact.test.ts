/**
 * 五级分类 by what days do not tell, in each mode: the ledger's own column of classes and facts (定性分类,
 * 是否诉讼), and the customers the policy lists as 破产.
 */
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { serialOf } from '../../src/domain';
import type { CellInput } from '../../src/host/model/edits';
import { changePolicy, toKnockIn } from '../../src/workbook/changePolicy';
import { clear } from '../../src/workbook/clear';
import { COLUMN_MODES, type ColumnMode } from '../../src/workbook/columnMode';
import { runWarnings } from '../../src/workbook/runWarnings';
import { recalculated } from '../support/libreoffice';
import {
  addinWithFunctions,
  calculated,
  contents,
  formulas,
  put,
  values,
  type Addin,
} from './addin';

const asOf = serialOf(2025, 6, 30);
const LATE = asOf - 10;
const OLD = asOf - 400;

/** A word, the days it falls due, and the class; 关注 and 损失 by days alone. */
const CASES: [word: string, due: number | string, riskClass: string][] = [
  ['破产', LATE, '损失'],
  ['诉讼中', LATE, '可疑'],
  ['已起诉，诉讼阶段', LATE, '可疑'],
  ['無訴訟', LATE, '关注'],
  ['訴訟中', LATE, '可疑'],
  ['无诉讼', LATE, '关注'],
  ['未诉讼', LATE, '关注'],
  ['No litigation', LATE, '关注'],
  ['诉讼中，无破产', LATE, '可疑'],
  ['诉讼中（原无诉讼）', LATE, '可疑'],
  ['是', LATE, '关注'],
  ['无力偿还，已破产', LATE, '损失'],
  ['可疑', LATE, '可疑'],
  ['可疑类', LATE, '可疑'],
  ['Doubtful', LATE, '可疑'],
  ['老客户', LATE, '关注'],
  ['', LATE, '关注'],
  ['关注', OLD, '关注'],
  ['诉讼', OLD, '损失'],
  ['正常', OLD, '正常'],
  ['失信', asOf + 30, '可疑'],
  ['*', LATE, '关注'],
  ['失信', "'2025年6月20日", '可疑'],
  ['无诉讼', "'2025年6月20日", '关注'],
];
const LEDGER = [
  ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '定性分类'],
  ...CASES.map(([word, due], i) => [`客户${i}`, `A${i}`, asOf - 500, due, 100 + i, 0, word]),
  ['客户x', 'A99', asOf - 500, LATE, 100, 100, '破产'],
];
const expected = [...CASES.map(([, , riskClass]) => riskClass), ''];

/** The same of a column that asks for yes or no. */
const ANSWERS: [word: string | number, riskClass: string][] = [
  ['是', '可疑'],
  ['否', '关注'],
  ['未诉讼', '关注'],
  ['无', '关注'],
  ['Y', '可疑'],
  ['n', '关注'],
  ['√', '可疑'],
  ['×', '关注'],
  [' Ｙ', '可疑'],
  ['诉讼中', '可疑'],
  ['破产', '损失'],
  ['正常', '正常'],
  ['', '关注'],
  [1, '可疑'],
  [0, '关注'],
];
const asked = (header: string) => [
  ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', header],
  ...ANSWERS.map(([word], i) => [`客户${i}`, `A${i}`, asOf - 500, LATE, 100 + i, 0, word]),
];

let addin: Addin;

async function run(mode: ColumnMode): Promise<number> {
  const result = await runWarnings({ today: asOf, asOf, language: 'zh-CN', mode });
  await calculated(addin);
  return result.columns.get('riskClass')!;
}

async function start(ledger: readonly (readonly CellInput[])[]): Promise<void> {
  const workbook = createWorkbook();
  put(workbook, workbook.activeSheet, 'A1', ledger);
  addin = await addinWithFunctions(workbook);
}

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

const cellsOf = (column: number, rows = LEDGER.length - 1): string => {
  const letter = String.fromCharCode(65 + column);
  return `${letter}2:${letter}${1 + rows}`;
};
/** A blank is nothing, or a formula's ''. */
const classesIn = (column: number, rows = LEDGER.length - 1) =>
  values(sheet(), cellsOf(column, rows))
    .flat()
    .map((value) => value ?? '');
const sheet = () => addin.workbook.activeSheet;

/** @returns the classes as LibreOffice calculates them */
function judged(column: number, rows: number): (string | number)[] {
  const theirs = recalculated(saveWorkbook(addin.workbook));
  return Array.from({ length: rows }, (_, row) => theirs(sheet().name, 1 + row, column));
}

describe.each(COLUMN_MODES)('as %s', (mode) => {
  it('the class is what the ledger says', async () => {
    await start(LEDGER);
    const column = await run(mode);
    expect(classesIn(column)).toEqual(expected);
    const before = contents(addin.workbook);
    expect(await run(mode)).toBe(column);
    expect(contents(addin.workbook)).toEqual(before);
  });

  it('the header says what a yes means', async () => {
    await start(asked('是否诉讼'));
    const column = await run(mode);
    const told = ANSWERS.map(([, riskClass]) => riskClass);
    expect(classesIn(column, told.length)).toEqual(told);
  });

  it('a customer the policy lists as 破产 is a loss from its day on, and no more once it is not', async () => {
    await start(BOOK);
    const column = await run(mode);
    expect(classesIn(column, 5)).toEqual(['关注', '关注', '正常', '关注', '']);
    await listBankrupt();
    expect(await run(mode)).toBe(column);
    expect(classesIn(column, 5)).toEqual(LISTED);
    const before = contents(addin.workbook);
    await run(mode);
    expect(contents(addin.workbook)).toEqual(before);
    await listBankrupt(false);
    await run(mode);
    expect(classesIn(column, 5)).toEqual(['关注', '关注', '正常', '关注', '']);
  }, 60_000);
});

/** 甲 is on the list; 乙 will be tomorrow. */
const BOOK = [
  ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '定性分类'],
  ['甲', 'A1', asOf - 60, LATE, 100, 0, ''],
  ['甲', 'A2', asOf - 60, "'2025年6月20日", 200, 0, '关注'],
  ['甲', 'A3', asOf - 60, LATE, 300, 0, '正常'],
  ['乙', 'B1', asOf - 60, LATE, 400, 0, ''],
  ['甲', 'A4', asOf - 60, LATE, 500, 500, ''],
];
const LISTED = ['损失', '损失', '损失', '关注', ''];
const KNOWN = { customers: ['甲', '乙'], customerNames: ['', ''] };

async function listBankrupt(holds = true): Promise<void> {
  const reason = 'bankruptcy' as const;
  for (const knockIn of [
    { customer: '甲', reason, since: asOf },
    { customer: '乙', reason, since: asOf + 1 },
  ]) {
    await changePolicy(toKnockIn(KNOWN, knockIn, holds), 'zh-CN');
  }
}

it.each([
  [
    'words and the policy',
    start.bind(null, [...LEDGER, ...BOOK.slice(1)]),
    [...expected, ...LISTED],
  ],
  ['answers', start.bind(null, asked('是否诉讼')), ANSWERS.map(([, riskClass]) => riskClass)],
] as const)(
  'LibreOffice comes to the same by %s',
  async (_, begin, told) => {
    await begin();
    await listBankrupt();
    expect(judged(await run('formulas'), told.length)).toEqual(told);
  },
  150_000,
);

it.each(['诉讼中', '訴訟中'])('a merged cell says %s of every row it spans', async (word) => {
  await start([
    BOOK[0]!,
    ['甲', 'A1', asOf - 60, LATE, 100, 0, word],
    ['甲', 'A2', asOf - 60, LATE, 200, 0, ''],
    ['甲', 'A3', asOf - 60, LATE, 300, 0, ''],
  ]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('G2:G3').merge();
    await context.sync();
  });
  expect(classesIn(await run('formulas'), 3)).toEqual(['可疑', '可疑', '关注']);
});

describe.each(['formulas', 'functions'] as const)('as %s', (mode) => {
  const allLive = (column: number, rows: number) => {
    const cells = formulas(sheet(), cellsOf(column, rows)).flat();
    expect(cells.filter((cell) => !String(cell).startsWith('='))).toEqual([]);
  };

  it('every cell follows bounds, words and denials', async () => {
    await start(LEDGER);
    const column = await run(mode);
    allLive(column, LEDGER.length - 1);
    const typed = [
      ...['', '破产', '未诉讼', '无', '没有破产', '否'],
      ...['not bankrupt', '已起诉', '诉讼，无破产'],
    ];
    put(
      addin.workbook,
      sheet(),
      'G2',
      typed.map((word) => [word]),
    );
    await calculated(addin);
    expect(classesIn(column).slice(0, typed.length)).toEqual([
      ...['关注', '损失', '关注', '关注', '关注', '关注'],
      ...['关注', '可疑', '可疑'],
    ]);
  }, 30_000);

  it('a yes or no that is typed shows at once', async () => {
    await start(asked('是否破产'));
    const column = await run(mode);
    allLive(column, ANSWERS.length);
    put(addin.workbook, sheet(), 'G2', [['否'], ['是'], ['Yes'], ['未破产'], ['no'], ['√']]);
    await calculated(addin);
    expect(classesIn(column).slice(0, 6)).toEqual(['关注', '损失', '损失', '关注', '关注', '损失']);
  }, 30_000);

  it('the day from which the policy says 破产 is that of the as-of cell', async () => {
    await start(BOOK);
    await listBankrupt();
    const column = await run(mode);
    allLive(column, 5);
    const moveTo = async (day: number) => {
      const cell = addin.workbook.names.find(({ name }) => name === 'ARW_AsOf')!;
      const [name, address] = cell.formula.slice(1).split('!');
      put(addin.workbook, addin.workbook.sheet(name!)!, address!.replaceAll('$', ''), [[day]]);
      await calculated(addin);
      return classesIn(column, 5);
    };
    expect(await moveTo(asOf + 1)).toEqual(['损失', '损失', '损失', '损失', '']);
    expect(await moveTo(asOf - 1)).toEqual(['关注', '关注', '正常', '关注', '']);
  }, 60_000);
});
