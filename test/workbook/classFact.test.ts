/** A ledger's own column of classes and facts (定性分类): what our column makes of it, in each mode. */
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { serialOf } from '../../src/domain';
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

let addin: Addin;

async function run(mode: ColumnMode): Promise<number> {
  const result = await runWarnings({ today: asOf, asOf, language: 'zh-CN', mode });
  await calculated(addin);
  return result.columns.get('riskClass')!;
}

beforeEach(async () => {
  const workbook = createWorkbook();
  put(workbook, workbook.activeSheet, 'A1', LEDGER);
  addin = await addinWithFunctions(workbook);
});

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

const cellsOf = (column: number): string => {
  const letter = String.fromCharCode(65 + column);
  return `${letter}2:${letter}${LEDGER.length}`;
};
/** A blank is nothing, or a formula's ''. */
const classesIn = (column: number) =>
  values(sheet(), cellsOf(column))
    .flat()
    .map((value) => value ?? '');
const sheet = () => addin.workbook.activeSheet;

describe.each(COLUMN_MODES)('as %s', (mode) => {
  it('the class is what the ledger says', async () => {
    const column = await run(mode);
    expect(classesIn(column)).toEqual(expected);
    const before = contents(addin.workbook);
    expect(await run(mode)).toBe(column);
    expect(contents(addin.workbook)).toEqual(before);
  });
});

it('LibreOffice comes to the same', async () => {
  const column = await run('formulas');
  const theirs = recalculated(saveWorkbook(addin.workbook));
  expect(expected.map((_, row) => theirs(sheet().name, 1 + row, column))).toEqual(expected);
}, 150_000);

it.each(['formulas', 'functions'] as const)(
  'as %s every cell follows bounds and words',
  async (mode) => {
    const column = await run(mode);
    const cells = formulas(sheet(), cellsOf(column)).flat();
    expect(cells.filter((cell) => !String(cell).startsWith('='))).toEqual([]);
    put(addin.workbook, sheet(), 'G2', [[''], ['破产']]);
    put(addin.workbook, sheet(), 'G13', [['诉讼中']]);
    await calculated(addin);
    const found = classesIn(column);
    expect([found[0], found[1], found[11]]).toEqual(['关注', '损失', '可疑']);
  },
);
