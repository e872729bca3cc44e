import { areEdges, type Edges, type Serial } from '../domain';
import { OWN } from './ownNames';
import type { Texts } from './texts';

/** What the settings sheet says. */
export interface StoredSettings {
  readonly asOf: Serial | null;
  readonly edges: Edges | null;
}

const INPUT_FILL = '#FFF2CC';
const FIRST_BUCKET_ROW = 6;

/**
 * Asks for the settings sheet's values in the coming sync.
 *
 * @returns a function that reads them after it; null when the workbook has none of ours
 */
export function loadSettings(workbook: Excel.Workbook): () => StoredSettings | null {
  const asOf = workbook.names.getItemOrNullObject(OWN.asOf).getRangeOrNullObject();
  const edges = workbook.names.getItemOrNullObject(OWN.edges).getRangeOrNullObject();
  asOf.load('values');
  edges.load('values');
  return () => {
    if (asOf.isNullObject || edges.isNullObject) return null;
    const day: unknown = asOf.values[0]?.[0];
    const bounds = edges.values.map((row) => Number(row[0]));
    return {
      asOf: typeof day === 'number' ? Math.floor(day) : null,
      edges: areEdges(bounds) ? bounds : null,
    };
  };
}

/** Adds a settings sheet with its names; in no case one that is there already. */
export function addSettingsSheet(
  workbook: Excel.Workbook,
  asOf: Serial,
  edges: Edges,
  texts: Texts,
): void {
  const sheet = workbook.worksheets.add(texts.settingsSheet);
  const last = FIRST_BUCKET_ROW + edges.length + 1;
  sheet.getRange('A1:B3').values = [
    [texts.settingsTitle, ''],
    [texts.settingsNote, ''],
    [texts.asOf, asOf],
  ];
  sheet.getRange('B3').numberFormat = [['yyyy-mm-dd']];
  sheet.getRange('A5:C5').values = [[texts.bucketFrom, texts.bucketTo, texts.bucket]];
  sheet.getRange(`A${FIRST_BUCKET_ROW}:C${last}`).formulas = bucketRows(edges, texts.notDue);
  for (const address of ['A1', 'A5:C5']) sheet.getRange(address).format.font.bold = true;
  const input = `B${FIRST_BUCKET_ROW + 1}:B${last - 1}`;
  for (const address of ['B3', input]) sheet.getRange(address).format.fill.color = INPUT_FILL;
  sheet.getRange('A:C').format.columnWidth = 96;
  workbook.names.add(OWN.asOf, sheet.getRange('B3'));
  workbook.names.add(OWN.edges, sheet.getRange(input));
  workbook.names.add(OWN.bucketFrom, sheet.getRange(`A${FIRST_BUCKET_ROW}:A${last}`));
  workbook.names.add(OWN.bucketLabel, sheet.getRange(`C${FIRST_BUCKET_ROW}:C${last}`));
}

/** Writes other settings into the sheet that is there; as many edges as it holds. */
export function updateSettings(workbook: Excel.Workbook, asOf: Serial, edges: Edges): void {
  workbook.names.getItem(OWN.asOf).getRange().values = [[asOf]];
  workbook.names.getItem(OWN.edges).getRange().values = edges.map((edge) => [edge]);
}

/** Takes the settings sheet and its names away, in the coming syncs; none is no matter. */
export async function removeSettingsSheet(workbook: Excel.Workbook): Promise<void> {
  const names = [OWN.asOf, OWN.edges, OWN.bucketFrom, OWN.bucketLabel].map((name) =>
    workbook.names.getItemOrNullObject(name),
  );
  const cell = names[0]!.getRangeOrNullObject();
  cell.load('address');
  await workbook.context.sync();
  if (!cell.isNullObject) cell.worksheet.delete();
  for (const name of names) if (!name.isNullObject) name.delete();
  await workbook.context.sync();
}

/** One row a bucket: from, to, label; the edges are cells, the rest follows from them. */
function bucketRows(edges: Edges, notDue: string): (string | number)[][] {
  const row = (bucket: number) => FIRST_BUCKET_ROW + bucket;
  const ranges = edges.map((edge, i) => {
    const r = row(i + 1);
    return [i === 0 ? 1 : `=B${r - 1}+1`, edge, `=A${r}&"–"&B${r}`];
  });
  const lastEdge = row(edges.length);
  return [[-1e9, 0, notDue], ...ranges, [`=B${lastEdge}+1`, '', `=">"&B${lastEdge}`]];
}
