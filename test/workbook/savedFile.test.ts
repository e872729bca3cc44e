import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { serialOf } from '../../src/domain';
import { clear } from '../../src/workbook/clear';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { addinOverFile, type Addin } from './addin';

const SAMPLE = readFileSync(path.join(__dirname, '../../assets/samples/ledger-zh.xlsx'));
const options: RunOptions = { today: serialOf(2026, 11, 22), language: 'zh-CN' };

let addin: Addin;

async function open(file: Uint8Array): Promise<() => Uint8Array> {
  const opened = await addinOverFile(file);
  addin = opened;
  return () => saveWorkbook(opened.workbook);
}

afterEach(() => addin.office.dispose());

const isSample = (file: Uint8Array): boolean => SAMPLE.equals(file);

it('a run that is cleared leaves the file as it was, byte for byte', async () => {
  const save = await open(SAMPLE);
  await runWarnings(options);
  expect(isSample(save())).toBe(false);
  await clear();
  expect(isSample(save())).toBe(true);
});

it('so does undoing the first run', async () => {
  const save = await open(SAMPLE);
  await runWarnings(options);
  await undo(options);
  expect(isSample(save())).toBe(true);
});

it('and clearing in another session, after saving and opening again', async () => {
  const save = await open(SAMPLE);
  await runWarnings(options);
  const saved = save();
  addin.office.dispose();
  const saveAgain = await open(saved);
  await runWarnings({ ...options, asOf: serialOf(2026, 12, 31), edges: [60] });
  await clear();
  const cleared = openWorkbook(saveAgain(), '台账.xlsx');
  const original = openWorkbook(SAMPLE, '台账.xlsx');
  const outline = (book: typeof original) => ({
    sheets: book.sheets.map((s) => [s.name, s.cells.usedArea(true), s.conditionalFormats.length]),
    names: book.names,
  });
  expect(outline(cleared)).toEqual(outline(original));
});
