import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serialOf } from '../../src/domain';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { clear } from '../../src/workbook/clear';
import { addNote, readNotes, removeNotes, type Note } from '../../src/workbook/noteSheet';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { addinOver, addinOverFile, contents, formulas, put, values, type Addin } from './addin';

const asOf = serialOf(2025, 6, 30);
const LEDGER = [
  ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额'],
  ['宏达', 'A1', serialOf(2025, 4, 1), serialOf(2025, 5, 31), 1000, 0],
];
const options: RunOptions = { today: asOf, asOf, language: 'zh-CN' };
const note = (text: string, customer = '宏达'): Note => ({ date: '2025-06-30', customer, text });

let addin: Addin;

beforeEach(async () => {
  addin = await addinOver(LEDGER);
});

afterEach(() => addin.office.dispose());

const names = () => addin.workbook.sheets.map(({ name }) => name);

it('a workbook without notes has none, and reading makes no sheet', async () => {
  expect(await readNotes()).toEqual([]);
  expect(names()).toEqual(['Sheet1']);
});

it('notes are kept in the order they were written, as text whatever they look like', async () => {
  await addNote(note('=1+1'), 'zh-CN');
  await addNote(note('两行\n的话', '0012'), 'zh-CN');
  expect(await readNotes()).toEqual([note('=1+1'), note('两行\n的话', '0012')]);
  const sheet = addin.workbook.sheet('AR备注')!;
  expect(formulas(sheet, 'A1:C3')).toEqual([
    ['日期', '客户', '备注'],
    ['2025-06-30', '宏达', '=1+1'],
    ['2025-06-30', '0012', '两行\n的话'],
  ]);
});

it('a note goes below what somebody typed there', async () => {
  await addNote(note('一'), 'zh-CN');
  const sheet = addin.workbook.sheet('AR备注')!;
  put(addin.workbook, sheet, 'A3', [["'2025-07-01", '宏达', '手写']]);
  await addNote(note('二'), 'zh-CN');
  expect((await readNotes()).map(({ text }) => text)).toEqual(['一', '手写', '二']);
});

it('runs and their undoing leave notes alone, even where the sheet is protected', async () => {
  await runWarnings(options);
  await addNote(note('一'), 'zh-CN');
  addin.workbook.sheet('AR备注')!.protection = { options: {}, password: null };
  await runWarnings(options);
  await undo(options);
  await undo(options);
  expect(names()).toEqual(['Sheet1', 'AR备注']);
  expect(await readNotes()).toEqual([note('一')]);
  await expect(addNote(note('二'), 'zh-CN')).rejects.toMatchObject({
    code: 'protectedSheet',
    where: 'AR备注',
  });
});

describe('clearing', () => {
  it('keeps notes, which the next run and the next note find again', async () => {
    await runWarnings(options);
    await addNote(note('一'), 'zh-CN');
    expect(await clear()).toBe(true);
    expect(names()).toEqual(['Sheet1', 'AR备注']);
    await runWarnings(options);
    await addNote(note('二'), 'en-US');
    expect((await readNotes()).map(({ text }) => text)).toEqual(['一', '二']);
    expect(names().filter((name) => /备注|Notes/.test(name))).toEqual(['AR备注']);
  });

  it('takes a sheet of notes away whose notes somebody deleted', async () => {
    const before = contents(addin.workbook);
    await addNote(note('一'), 'zh-CN');
    const sheet = addin.workbook.sheet('AR备注')!;
    put(addin.workbook, sheet, 'A2', [['', '', '']]);
    expect(values(sheet, 'A2:C2')).toEqual([[null, null, null]]);
    expect(await clear()).toBe(false);
    expect(contents(addin.workbook)).toEqual(before);
  });

  it('with the notes leaves the file as it was, byte for byte', async () => {
    addin.office.dispose();
    const sample = readFileSync(path.join(__dirname, '../../assets/samples/ledger-zh.xlsx'));
    addin = await addinOverFile(sample);
    await runWarnings({ ...options, today: serialOf(2026, 11, 22) });
    await addNote(note('一'), 'zh-CN');
    expect(await clear()).toBe(true);
    await removeNotes();
    expect(sample.equals(saveWorkbook(addin.workbook))).toBe(true);
  });
});
