/** Every golden story in each mode of our columns: cells, lights and what clearing leaves. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDate, serialOf } from '../../src/domain';
import { openWorkbook } from '../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import type { CellValue } from '../../src/host/model/value';
import type { Workbook } from '../../src/host/model/workbook';
import { clear } from '../../src/workbook/clear';
import { COLUMN_MODES, type ColumnMode } from '../../src/workbook/columnMode';
import { runWarnings, type RunOptions, type RunResult } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { storyWorkbook } from '../support/storyWorkbook';
import {
  addinWithFunctions,
  AMBER,
  calculated,
  contents,
  formulas,
  litRows,
  RED,
  values,
  type Addin,
} from '../workbook/addin';

const ROOT = path.join(__dirname, '../..');
const FOLDER = path.join(__dirname, 'sources');
const sample = (name: string): Buffer =>
  readFileSync(path.join(ROOT, 'assets/samples', `${name}.xlsx`));

interface Story {
  readonly name: string;
  readonly day: number;
  /** Whether formulas can say it: one sheet whose rows say what was received. */
  readonly isNative: boolean;
  readonly open: () => Workbook;
}

const SAMPLES: [name: string, day: number][] = [
  ['ledger-messy-zh', serialOf(2025, 6, 30)],
  ['ledger-zh', serialOf(2026, 11, 22)],
  ['ledger-en', serialOf(2026, 11, 22)],
];
const files = SAMPLES.map(([name, day]): Story => ({
  name,
  day,
  isNative: true,
  open: () => openWorkbook(sample(name), `${name}.xlsx`),
}));

const stories: Story[] = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(path.join(FOLDER, name, 'expected.json'), 'utf8');
  const { asOf, sheets } = JSON.parse(text) as { asOf: string; sheets: Record<string, string> };
  const kinds = Object.values(sheets).filter((kind) => kind !== 'other');
  return {
    name,
    day: parseDate(asOf)!,
    isNative: kinds.length === 1 && kinds[0] === 'items',
    open: () => storyWorkbook(`sources/${name}`, Object.keys(sheets)),
  };
});

let addin: Addin;

afterEach(() => addin.office.dispose());

/** What the reader sees of a run: our columns, AR账龄, and the rows each light shines on. */
function seen({ workbook }: Addin, { sheets, outputs }: RunResult): unknown {
  const ledgers = sheets.map(({ place, columns }) => {
    const sheet = workbook.sheet(place.sheet)!;
    const cells = [...columns].map(([key, column]) => {
      const rows = Array.from({ length: place.lastRow - place.firstRow + 1 }, (_, i) =>
        sheet.cells.value(place.firstRow + i, column),
      );
      return [key, rows.map(plain)];
    });
    const lit = (fill: string) =>
      litRows(workbook, sheet, place.firstColumn, place.lastRow + 2, fill);
    return { cells, red: lit(RED), amber: lit(AMBER) };
  });
  return {
    ledgers,
    ageing: values(workbook.sheet(outputs.sheets[1]!)!, 'A5:P60').map((row) => row.map(plain)),
  };
}

/** A blank is nothing, or a formula's ''; sums of doubles may be off in the last digits. */
const plain = (value: CellValue): unknown =>
  value === null || value === ''
    ? ''
    : typeof value === 'number'
      ? Number(value.toFixed(4))
      : String(value);

const callsOf = ({ workbook }: Addin): number =>
  workbook.sheets
    .flatMap((sheet) => formulas(sheet, 'A1:AH200').flat())
    .filter((cell) => /\bAR\./.test(String(cell))).length;

const told = [...files, ...stories].map((story) => [story.name, 'zh-CN' as const, story] as const);
const english = files.map((story) => [story.name, 'en-US' as const, story] as const);

it.each([...told, ...english])(
  '%s in %s says the same by formulas, AR functions and values; each is undone',
  async (_, language, { day, isNative, open }) => {
    const workbook = open();
    addin = await addinWithFunctions(workbook);
    const options: RunOptions = { today: day, asOf: day, language };
    const states = [contents(workbook)];
    const run = async (mode: ColumnMode) => {
      const result = await runWarnings({ ...options, mode });
      await calculated(addin);
      states.push(contents(workbook));
      return { written: result.written, calls: callsOf(addin), seen: seen(addin, result) };
    };
    const native = await run('formulas');
    const functions = await run('functions');
    const plainValues = await run('values');
    expect([native.calls, plainValues.calls]).toEqual([0, 0]);

    expect(functions.written).toBe(isNative ? 'functions' : 'values');
    expect(functions.calls > 0).toBe(isNative);
    expect(functions.seen).toEqual(native.seen);
    expect(plainValues.seen).toEqual(native.seen);

    for (const state of states.toReversed().slice(1)) {
      await undo(options);
      await calculated(addin);
      expect(contents(workbook)).toEqual(state);
    }
  },
  30_000,
);

it('a file that was run in each mode is byte for byte what it was when it is cleared', async () => {
  const file = sample('ledger-messy-zh');
  addin = await addinWithFunctions(openWorkbook(file, '台账.xlsx'));
  for (const mode of COLUMN_MODES) {
    await runWarnings({ today: serialOf(2025, 6, 30), language: 'zh-CN', mode });
    await calculated(addin);
  }
  await clear();
  expect(file.equals(saveWorkbook(addin.workbook))).toBe(true);
});
