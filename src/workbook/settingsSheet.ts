import {
  areClassBounds,
  areEdges,
  defaultSettings,
  isSerial,
  type AnalysisSettings,
  type ClassBounds,
  type Edges,
  type Serial,
} from '../domain';
import { OWN } from './ownNames';
import type { OwnSheets } from './ownSheets';
import type { Cell } from './rowColumns';
import type { Texts } from './texts';

/** The cells a user may change, each found by its name. */
const INPUTS = ['asOf', 'previous', 'leadDays', 'edges', 'classBounds'] as const;

type Input = (typeof INPUTS)[number];

/** What the settings sheet says; null where a cell says nothing that can be used. */
export interface StoredSettings {
  readonly asOf: Serial | null;
  readonly previous: Serial | null;
  readonly leadDays: number | null;
  readonly edges: Edges | null;
  readonly classBounds: ClassBounds | null;
  /** As typed: numbers, or formulas. */
  readonly cells: Readonly<Record<Input, readonly (readonly Cell[])[]>>;
}

const INPUT_FILL = '#FFF2CC';
const FIRST_BUCKET_ROW = 8;
/** Below any day count, for LOOKUP. */
const BOTTOM = -1e9;
const DAY_BEFORE = `=${OWN.asOf}-1`;

/**
 * Asks for the settings sheet's values in the coming sync.
 *
 * @returns a function that reads them after it; null when a name of ours is missing or broken
 */
export function loadSettings(workbook: Excel.Workbook): () => StoredSettings | null {
  const ranges = INPUTS.map((input) => {
    const range = workbook.names.getItemOrNullObject(OWN[input]).getRangeOrNullObject();
    range.load('values,formulas');
    return [input, range] as const;
  });
  return () => {
    if (ranges.some(([, range]) => range.isNullObject)) return null;
    const read = Object.fromEntries(ranges) as Record<Input, Excel.Range>;
    const numbers = (input: Input) => read[input].values.map((row) => asNumber(row[0]));
    const [asOf, previous, leadDays] = [
      numbers('asOf')[0]!,
      numbers('previous')[0]!,
      numbers('leadDays')[0]!,
    ];
    const edges = numbers('edges');
    const classBounds = numbers('classBounds');
    return {
      asOf: isSerial(asOf) ? Math.floor(asOf) : null,
      previous: isSerial(previous) ? Math.floor(previous) : null,
      leadDays: Number.isInteger(leadDays) && leadDays >= 0 ? leadDays : null,
      edges: areEdges(edges) ? edges : null,
      classBounds: areClassBounds(classBounds) ? classBounds : null,
      cells: {
        asOf: read.asOf.formulas as Cell[][],
        previous: read.previous.formulas as Cell[][],
        leadDays: read.leadDays.formulas as Cell[][],
        edges: read.edges.formulas as Cell[][],
        classBounds: read.classBounds.formulas as Cell[][],
      },
    };
  };
}

const asNumber = (cell: unknown): number => (typeof cell === 'number' ? cell : NaN);

/**
 * @param chosen - what the run was asked for; goes before what the workbook holds
 * @returns the settings of a run: the day before is the last run's, where that was earlier
 */
export function settingsOf(
  stored: StoredSettings | null,
  chosen: { readonly asOf?: Serial | undefined; readonly edges?: Edges | undefined },
  today: Serial,
): AnalysisSettings {
  const asOf = chosen.asOf ?? stored?.asOf ?? today;
  const standard = defaultSettings(asOf);
  const before = stored?.asOf && stored.asOf < asOf ? stored.asOf : stored?.previous;
  return {
    asOf,
    previous: before && before < asOf ? before : standard.previous,
    leadDays: stored?.leadDays ?? standard.leadDays,
    edges: chosen.edges ?? stored?.edges ?? standard.edges,
    classBounds: stored?.classBounds ?? standard.classBounds,
  };
}

/** @returns the settings as cells; the day before as a formula, so that it follows the as-of day. */
export const cellsOfSettings = (settings: AnalysisSettings): StoredSettings['cells'] => ({
  asOf: [[settings.asOf]],
  previous: [[settings.previous === settings.asOf - 1 ? DAY_BEFORE : settings.previous]],
  leadDays: [[settings.leadDays]],
  edges: settings.edges.map((edge) => [edge]),
  classBounds: settings.classBounds.map((bound) => [bound]),
});

/** Writes cells into the settings sheet that is there, where they differ; lays one out anew where it must. */
export function putSettings(
  ownSheets: OwnSheets,
  stored: StoredSettings | null,
  cells: StoredSettings['cells'],
  texts: Texts,
): void {
  if (stored?.cells.edges.length !== cells.edges.length) {
    layOut(ownSheets.blank('settings', texts), cells, texts);
    return;
  }
  for (const input of INPUTS) {
    if (String(stored.cells[input]) !== String(cells[input])) {
      const rows = cells[input].map((row) => [...row]);
      ownSheets.names.getItem(OWN[input]).getRange().formulas = rows;
    }
  }
}

/** @param sheet - ours and blank; gets title, inputs, tables and names */
function layOut(sheet: Excel.Worksheet, cells: StoredSettings['cells'], texts: Texts): void {
  const { names } = sheet.context.workbook;
  const add = (name: string, address: string) => {
    names.getItemOrNullObject(name).delete();
    names.add(name, sheet.getRange(address));
  };
  sheet.getRange('A1:B5').formulas = [
    [texts.settingsTitle, ''],
    [texts.settingsNote, ''],
    [texts.asOf, cells.asOf[0]![0]!],
    [texts.previous, ''],
    [texts.leadDays, cells.leadDays[0]![0]!],
  ];
  add(OWN.asOf, 'B3');
  add(OWN.previous, 'B4');
  add(OWN.leadDays, 'B5');
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

  // The bottom of the first range is for LOOKUP, not for reading.
  for (const row of [FIRST_BUCKET_ROW, firstClass])
    sheet.getRange(`A${row}`).numberFormat = [['0;;0']];
  for (const bold of ['A1', ...headers]) sheet.getRange(bold).format.font.bold = true;
  for (const input of ['B3:B5', edgeCells, boundCells]) {
    sheet.getRange(input).format.fill.color = INPUT_FILL;
  }
  sheet.getRange('A:C').format.columnWidth = 96;
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
