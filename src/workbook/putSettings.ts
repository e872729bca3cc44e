import { ROLES, type AnalysisSettings } from '../domain';
import { cellsOfChoices } from './choiceCells';
import { columnWidth } from './columnWidth';
import { COLUMN_MODES, type ColumnMode } from './columnMode';
import { toCell } from './dateSystem';
import type { LedgerPlace } from './locateLedger';
import { offerWords } from './offerWords';
import { OWN } from './ownNames';
import type { OwnSheets } from './ownSheets';
import type { Cell } from './rowColumns';
import { INPUTS, type StoredSettings } from './settingsSheet';
import type { Texts } from './texts';
import { everyCell } from './writeBlocks';

export const INPUT_FILL = '#FFF2CC';
const FIRST_BUCKET_ROW = 8;
/** Below any day count, for LOOKUP. */
const BOTTOM = -1e9;
const DAY_BEFORE = `=${OWN.asOf}-1`;

/**
 * @returns the settings of a run and the choices and mode it followed, as cells; the day before as a formula,
 *   so that it follows the as-of day
 */
export function cellsOfSettings(
  settings: AnalysisSettings,
  { date1904, choices }: Pick<LedgerPlace, 'date1904' | 'choices'>,
  mode: ColumnMode,
  texts: Texts,
): StoredSettings['cells'] {
  const { asOf, previous } = settings;
  return {
    asOf: [[toCell(asOf, date1904)]],
    previous: [[previous === asOf - 1 ? DAY_BEFORE : toCell(previous, date1904)]],
    leadDays: [[settings.leadDays]],
    edges: settings.edges.map((edge) => [edge]),
    classBounds: settings.classBounds.map((bound) => [bound]),
    mode: [[texts.modes[mode]]],
    ...cellsOfChoices(choices, texts),
  };
}

/** Writes cells into the settings sheet that is there, where they differ; lays one out anew where it must. */
export function putSettings(
  ownSheets: OwnSheets,
  stored: StoredSettings | null,
  cells: StoredSettings['cells'],
  texts: Texts,
): void {
  if (!stored || !hasRoom(stored.cells, cells)) {
    layOut(ownSheets.blank('settings', texts), cells, texts);
    return;
  }
  for (const input of INPUTS) {
    const there = stored.cells[input];
    const rows = cells[input].slice(0, there.length).map((row) => [...row]);
    if (input === 'mode' && there.length !== cells.mode.length) {
      const mode = cells.mode[0]?.[0];
      if (mode === undefined) takeMode(ownSheets.names);
      else addMode(ownSheets.names, mode, texts);
    } else if (String(there) !== String(rows)) {
      ownSheets.names.getItem(OWN[input]).getRange().formulas = rows;
    }
  }
}

/** A sheet of an older version has no row for the roles since then: it stays while none is chosen. */
function hasRoom(there: StoredSettings['cells'], cells: StoredSettings['cells']): boolean {
  const holds = (input: 'columns' | 'sheets') =>
    cells[input].length >= there[input].length &&
    cells[input].slice(there[input].length).every((row) => row.every((cell) => cell === ''));
  return there.edges.length === cells.edges.length && holds('columns') && holds('sheets');
}

/** Below all that stands on a sheet of an older version: what the user noted there stays. */
function addMode(names: Excel.NamedItemCollection, mode: Cell, texts: Texts): void {
  const sheet = names.getItem(OWN.settingsSheet).getRange().worksheet;
  const below = sheet.getUsedRange().getLastRow().getEntireRow().getOffsetRange(2, 0);
  putMode(names, below.getCell(0, 0), mode, texts);
}

/** The other way round. */
function takeMode(names: Excel.NamedItemCollection): void {
  const label = names.getItem(OWN.mode).getRange().getOffsetRange(0, -1);
  label.getResizedRange(0, 1).clear();
  names.getItem(OWN.mode).delete();
}

/** @param label - the cell left of the one that says the mode */
function putMode(
  names: Excel.NamedItemCollection,
  label: Excel.Range,
  mode: Cell,
  texts: Texts,
): void {
  const input = label.getOffsetRange(0, 1);
  label.values = [[texts.resultColumns]];
  input.values = [[mode]];
  input.format.fill.color = INPUT_FILL;
  offerWords(input, COLUMN_MODES.map((each) => texts.modes[each]).join(','));
  names.getItemOrNullObject(OWN.mode).delete();
  names.add(OWN.mode, input);
}

/** @param sheet - ours and blank; gets title, inputs, tables and names */
function layOut(sheet: Excel.Worksheet, cells: StoredSettings['cells'], texts: Texts): void {
  const { names } = sheet.context.workbook;
  const add = (name: string, address: string) => {
    names.getItemOrNullObject(name).delete();
    names.add(name, sheet.getRange(address));
  };
  sheet.getRange('A1:B6').formulas = [
    [texts.settingsTitle, ''],
    [texts.settingsNote, ''],
    [texts.asOf, cells.asOf[0]![0]!],
    [texts.previous, ''],
    [texts.leadDays, cells.leadDays[0]![0]!],
    [texts.mergeCodes, cells.mergeCodes[0]![0]!],
  ];
  add(OWN.asOf, 'B3');
  add(OWN.previous, 'B4');
  add(OWN.leadDays, 'B5');
  add(OWN.mergeCodes, 'B6');
  sheet.getRange('B4').formulas = [[cells.previous[0]![0]!]];
  sheet.getRange('B3:B4').numberFormat = [['yyyy-mm-dd'], ['yyyy-mm-dd']];

  const edges = cells.edges.map((row) => row[0]!);
  const lastBucket = FIRST_BUCKET_ROW + edges.length + 1;
  const edgeCells = `B${FIRST_BUCKET_ROW + 1}:B${lastBucket - 1}`;
  const firstClass = lastBucket + 3;
  const lastClass = firstClass + texts.classes.length - 1;
  const boundCells = `B${firstClass}:B${lastClass - 1}`;
  const headers: string[] = [];
  for (const [top, label] of [
    [FIRST_BUCKET_ROW - 1, texts.bucket],
    [firstClass - 1, texts.riskClass],
  ] as const) {
    headers.push(`A${top}:C${top}`);
    sheet.getRange(headers.at(-1)).values = [[texts.from, texts.to, label]];
  }
  const bucketRows = bucketTable(edges, texts.notDue);
  sheet.getRange(`A${FIRST_BUCKET_ROW}:C${lastBucket}`).formulas = bucketRows;
  const bounds = cells.classBounds.map((row) => row[0]!);
  const classRows = classTable(bounds, firstClass, texts.classes);
  sheet.getRange(`A${firstClass}:C${lastClass}`).formulas = classRows;
  add(OWN.edges, edgeCells);
  add(OWN.bucketFrom, `A${FIRST_BUCKET_ROW}:A${lastBucket}`);
  add(OWN.bucketLabel, `C${FIRST_BUCKET_ROW}:C${lastBucket}`);
  add(OWN.classBounds, boundCells);
  add(OWN.classFrom, `A${firstClass}:A${lastClass}`);
  add(OWN.classLabel, `C${firstClass}:C${lastClass}`);

  const lastChoice = FIRST_BUCKET_ROW + cells.columns.length - 1;
  const choiceCells = `F${FIRST_BUCKET_ROW}:G${lastChoice}`;
  const sheetCells = `I${FIRST_BUCKET_ROW}:J${lastChoice}`;
  headers.push(`E${FIRST_BUCKET_ROW - 1}:J${FIRST_BUCKET_ROW - 1}`);
  sheet.getRange(`E${FIRST_BUCKET_ROW - 2}`).values = [[texts.choicesNote]];
  sheet.getRange(headers.at(-1)).values = [
    [texts.role, texts.header, texts.dateOrder, '', texts.sheet, texts.usedAs],
  ];
  sheet.getRange(`E${FIRST_BUCKET_ROW}:E${lastChoice}`).values = cells.columns.map((_, i) => [
    texts.roles[ROLES[i]!],
  ]);
  for (const [name, address, rows] of [
    [OWN.columns, choiceCells, cells.columns],
    [OWN.sheets, sheetCells, cells.sheets],
  ] as const) {
    sheet.getRange(address).numberFormat = everyCell('@'); // a header may look like a formula
    sheet.getRange(address).values = rows.map((row) => [...row]);
    add(name, address);
  }

  putMode(names, sheet.getRange('E3'), cells.mode[0]![0]!, texts);

  // The bottom of the first range is for LOOKUP, not for reading.
  for (const row of [FIRST_BUCKET_ROW, firstClass])
    sheet.getRange(`A${row}`).numberFormat = [['0;;0']];
  for (const bold of ['A1', ...headers]) sheet.getRange(bold).format.font.bold = true;
  for (const input of ['B3:B6', edgeCells, boundCells, choiceCells, sheetCells]) {
    sheet.getRange(input).format.fill.color = INPUT_FILL;
  }
  const { asOf, previous, leadDays, mergeCodes, role, resultColumns } = texts;
  for (const [column, words] of Object.entries({
    A: [asOf, previous, leadDays, mergeCodes, texts.from],
    B: [texts.to],
    C: [texts.bucket, texts.riskClass, ...texts.classes],
    E: [role, resultColumns, ...Object.values(texts.roles)],
    F: [texts.header],
    G: [texts.dateOrder],
    I: [texts.sheet],
    J: [texts.usedAs],
  })) {
    sheet.getRange(`${column}:${column}`).format.columnWidth = columnWidth(96, ...words);
  }
}

/** One row a bucket: from, to, label; the edges are cells, the rest follows from them. */
function bucketTable(edges: readonly Cell[], notDue: string): Cell[][] {
  const row = (bucket: number) => FIRST_BUCKET_ROW + bucket;
  const ranges = edges.map((edge, i) => {
    const r = row(i + 1);
    return [i === 0 ? 1 : `=B${r - 1}+1`, edge, `=A${r}&"–"&B${r}`];
  });
  const lastEdge = row(edges.length);
  return [[BOTTOM, 0, notDue], ...ranges, [`=B${lastEdge}+1`, '', `=">"&B${lastEdge}`]];
}

/** One row a class: from, to, label. */
const classTable = (
  bounds: readonly Cell[],
  firstRow: number,
  labels: readonly string[],
): Cell[][] =>
  labels.map((label, i) => [i === 0 ? BOTTOM : `=B${firstRow + i - 1}+1`, bounds[i] ?? '', label]);
