import { serialOf } from '../../src/domain';
import {
  addAutoFilter,
  addSheet,
  addTable,
  protectSheet,
  setFilter,
} from '../../src/host/model/edits';
import { parseArea } from '../../src/host/model/address';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { clear } from '../../src/workbook/clear';
import { countCalls, freeze } from '../../src/workbook/freeze';
import { isCall } from '../../src/workbook/findCalls';
import { runWarnings } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
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
const day = (month: number, d: number) => serialOf(2025, month, d);
const options = { today: asOf, asOf, language: 'zh-CN' } as const;

let addin: Addin;

/** Dates in A2:A4; one answer a cell in B, a column spilling from C2, a table on another sheet. */
async function start(): Promise<Addin> {
  addin = await addinWithFunctions(createWorkbook());
  const { workbook, sheet } = addin;
  put(workbook, sheet, 'A1', [
    ['到期日', '区间', '逾期天数', '说明'],
    [day(5, 31), '=AR.AGING_BUCKET(A2,45838,{30})', '=AR.OVERDUE_DAYS(A2:A4,45838)', '=A2+1'],
    [day(3, 1), '=AR.AGING_BUCKET(A3,45838,{30},{"未到期";"1-2";"007"})'],
    ["'月底", '=IFERROR(AR.AGING_BUCKET(A4,45838),"?")', '', '="AR.OVERDUE_DAYS(A2)"'],
  ]);
  const other = addSheet(workbook, "AR.X('甲", 'user');
  put(workbook, other, 'A1', [
    ['天数', '分类'],
    [100, '=AR.RISK_CLASS(A2)'],
    [1, '=AR.RISK_CLASS(A3)'],
  ]);
  addTable(workbook, other, parseArea('A1:B3')!, true, 'user', '分类表');
  await calculated(addin);
  return addin;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );

describe('a formula calls a function of ours', () => {
  it.each<[string, boolean]>([
    ['=AR.RISK_CLASS(A2)', true],
    ['=1+ar.dso(A1:A9)', true],
    ['=IF(A1="",0,AR.DSO(A1:A9))', true],
    ["='甲 AR.X('!A2", false],
    ['="AR.DSO(1)"&A1', false],
    ['=BAR.DSO(A1)', false],
    ['=AR!A1', false],
    ['AR.DSO(1)', false],
    ['', false],
  ])('%s: %s', (formula, expected) => expect(isCall(formula)).toBe(expected));
});

describe('turning AR functions into values', () => {
  afterEach(async () => {
    await clear();
    addin.office.dispose();
  });

  it('counts first, cells of spilled answers too, and changes nothing', async () => {
    const { workbook } = await start();
    const before = contents(workbook);
    expect(await countCalls({})).toEqual({ cells: 8, sheets: 2, unanswered: 0 });
    expect(contents(workbook)).toEqual(before);
  });

  it('leaves what the cells show, texts as texts and errors as errors, and every other formula', async () => {
    const { workbook, sheet } = await start();
    const before = values(sheet, 'A1:D4');
    await freeze({});
    expect(formulas(sheet, 'A2:D4')).toEqual([
      [day(5, 31), '1–30', 30, '=A2+1'],
      [day(3, 1), '007', 121, null],
      ['月底', '?', expect.anything(), '="AR.OVERDUE_DAYS(A2)"'],
    ]);
    expect(values(sheet, 'A1:D4')).toEqual(before);
    expect(formulas(workbook.sheets[1]!, 'B2:B3')).toEqual([['次级'], ['关注']]);
    put(workbook, sheet, 'A2', [[day(1, 1)]]);
    expect(values(sheet, 'B2:C2')).toEqual([['1–30', 30]]);
    expect(await countCalls({})).toEqual({ cells: 0, sheets: 0, unanswered: 0 });
  });

  it('is undone, but for cells that say something else by now', async () => {
    const { workbook, sheet } = await start();
    const before = contents(workbook);
    await freeze({});
    expect(await undo(options)).toBe(true);
    await calculated(addin);
    expect(contents(workbook)).toEqual(before);

    await freeze({});
    put(workbook, sheet, 'B3', [['特批']]);
    put(workbook, sheet, 'C3', [[9]]);
    await undo(options);
    await calculated(addin);
    expect(formulas(sheet, 'B2:C4')).toEqual([
      ['=AR.AGING_BUCKET(A2,45838,{30})', 30],
      ['特批', 9],
      ['=IFERROR(AR.AGING_BUCKET(A4,45838),"?")', expect.anything()],
    ]);
  });

  it('leaves cells without an answer as they are, and says how many', async () => {
    const { workbook, sheet } = await start();
    put(workbook, sheet, 'F2', [['=AR.NONE(1)']]);
    put(workbook, sheet, 'C4', [['占用']]); // the column can spill no more
    await calculated(addin);
    expect(await freeze({})).toEqual({ cells: 5, sheets: 2, unanswered: 2 });
    expect(formulas(sheet, 'C2:C2')).toEqual([['=AR.OVERDUE_DAYS(A2:A4,45838)']]);
    expect(formulas(sheet, 'F2:F2')).toEqual([['=AR.NONE(1)']]);
  });

  it.each<[string, (addin: Addin) => void]>([
    ['protectedSheet', ({ workbook }) => protectSheet(workbook, workbook.sheets[1]!, {}, null)],
    [
      'filteredSheet',
      ({ workbook, sheet }) => {
        addAutoFilter(workbook, sheet, parseArea('A1:D4')!);
        setFilter(workbook, sheet, 0, { values: new Set(['月底']), blanks: false });
      },
    ],
  ])('%s: it is said, and nothing is changed', async (code, spoil) => {
    const { workbook } = await start();
    spoil(addin);
    const before = contents(workbook);
    expect(await codeOf(freeze({}))).toBe(code);
    expect(contents(workbook)).toEqual(before);
    expect(await undo(options)).toBe(false);
  });

  it('cancelled, changes nothing', async () => {
    const { workbook } = await start();
    const before = contents(workbook);
    expect(await codeOf(freeze({ signal: AbortSignal.abort() }))).toBe('cancelled');
    expect(contents(workbook)).toEqual(before);
  });

  it.each(['before', 'after'] as const)('cut short %s any batch, is undone', async (when) => {
    const { workbook, office } = await start();
    const before = contents(workbook);
    let cuts = 0;
    for (let k = 1; k <= 12; k++) {
      office.faults.failBatch(k, when);
      if ((await codeOf(freeze({}))) !== 'done') cuts++;
      office.faults.clear();
      await undo(options);
      await calculated(addin);
      expect(contents(workbook)).toEqual(before);
    }
    expect(cuts).toBeGreaterThan(4);
  });

  it('takes our columns too; the next run brings the functions back, clearing takes all away', async () => {
    addin = await addinWithFunctions(createWorkbook());
    const { workbook, sheet } = addin;
    put(workbook, sheet, 'A1', [
      ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额'],
      ['宏达', 'A1', day(5, 1), day(5, 31), 1000, 0],
      ['江南', 'B1', day(1, 1), day(3, 31), 90, 0],
    ]);
    const file = saveWorkbook(workbook);
    await runWarnings({ ...options, mode: 'functions' });
    await calculated(addin);
    const live = contents(workbook);
    const shown = values(sheet, 'G2:M3').map((row) =>
      row.map((cell) => (cell === '' ? null : cell)),
    );
    expect(await freeze({})).toEqual({ cells: 12, sheets: 1, unanswered: 0 });
    expect(values(sheet, 'G2:M3')).toEqual(shown);
    expect(formulas(sheet, 'G2:L2')).toEqual([shown[0]!.slice(0, 6)]);
    await runWarnings(options);
    await calculated(addin);
    expect(contents(workbook)).toEqual(live);
    await clear();
    expect(Buffer.from(saveWorkbook(workbook)).equals(file)).toBe(true);
  });
});
