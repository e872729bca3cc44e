import { blockBytes } from './blockBytes';
import { agree } from './mend';
import type { OwnSheets, SheetKey } from './ownSheets';
import type { Cell } from './rowColumns';
import { areSame } from './sameCells';
import type { Texts } from './texts';
import { blocksOf, rowBytesOf } from './writeBlocks';

/** One of our sheets as it is to be. */
export interface SheetDraft {
  readonly key: SheetKey;
  /**
   * What its cells are to hold, as typed, from A1 on; null where that is for the user to say: it is
   * only made.
   */
  readonly rows: readonly (readonly Cell[])[] | null;
  /**
   * What formulas of a row have to come to, from its first column on; null where nobody says it. Left
   * out where none has to be looked at.
   */
  readonly figures?: (row: number) => readonly (Cell | null)[];
  /**
   * Asks in the coming sync whether what goes with the cells is there: rules, names, a chart. Left out
   * where the cells alone count.
   */
  readonly loadRest?: (sheet: Excel.Worksheet) => () => boolean | Promise<boolean>;
  /**
   * Writes it to a sheet that is ours and blank; the title in A1 goes last: what bears it is whole. The
   * last of it waits for the caller's sync.
   */
  write(sheet: Excel.Worksheet): Promise<void>;
}

/** Writes sheets of ours, but for those that are there as they are to be, whatever they are called. */
export async function putSheets(
  ownSheets: OwnSheets,
  drafts: readonly SheetDraft[],
  texts: Texts,
): Promise<void> {
  const there = await findWritten(ownSheets, drafts);
  let waiting = 0;
  for (const draft of drafts) {
    if (there.has(draft)) continue;
    const bytes = bytesOf(draft.rows ?? []);
    if (waiting + bytes > blockBytes()) await ownSheets.names.context.sync();
    waiting = (waiting + bytes) % blockBytes();
    await draft.write(ownSheets.blank(draft.key, texts));
  }
}

/** Reads several sheets in one message, as far as they are small. @returns those that are written */
async function findWritten(
  ownSheets: OwnSheets,
  drafts: readonly SheetDraft[],
): Promise<ReadonlySet<SheetDraft>> {
  const written = new Set<SheetDraft>();
  let asked: { readonly draft: SheetDraft; readonly isRight: () => boolean | Promise<boolean> }[] =
    [];
  let bytes = 0;
  const hear = async () => {
    if (asked.length > 0) await ownSheets.names.context.sync();
    for (const { draft, isRight } of asked) {
      if (written.has(draft) && !(await isRight())) written.delete(draft);
    }
    asked = [];
    bytes = 0;
  };
  for (const draft of drafts) {
    const sheet = ownSheets.find(draft.key);
    if (!sheet) continue;
    written.add(draft);
    const { rows } = draft;
    if (!rows) continue;
    const ask = (isRight: () => boolean | Promise<boolean>) => asked.push({ draft, isRight });
    const { height, width } = extentOf(rows);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    ask(() => isUsed(used, height, width));
    if (draft.loadRest) ask(draft.loadRest(sheet));
    const rowAt = (row: number) => Array.from({ length: width }, (_, i) => rows[row]![i] ?? '');
    for (const block of blocksOf(height, rowAt)) {
      if (bytes + block.bytes > blockBytes()) await hear();
      if (!written.has(draft)) break;
      bytes += block.bytes;
      const range = sheet.getRangeByIndexes(block.from, 0, block.height, width);
      range.load('formulas');
      if (draft.figures) range.load('values');
      ask(
        () =>
          areSame(range.formulas, (row) => rowAt(block.from + row)) &&
          (!draft.figures || comeTo(range.values, block.from, draft.figures)),
      );
    }
  }
  await hear();
  return written;
}

const bytesOf = (rows: readonly (readonly Cell[])[]): number =>
  rows.length > 0 ? rows.length * rowBytesOf(rows.length, (row) => rows[row]!) : 0;

/** @returns how far rows hold something */
function extentOf(rows: readonly (readonly Cell[])[]): { height: number; width: number } {
  const isFilled = (cell: Cell) => cell !== '';
  const widths = rows.map((row) => row.findLastIndex(isFilled) + 1);
  return {
    height: widths.findLastIndex((width) => width > 0) + 1,
    width: widths.reduce((most, width) => Math.max(most, width), 0),
  };
}

const isUsed = (used: Excel.Range, height: number, width: number): boolean =>
  !used.isNullObject &&
  used.rowIndex === 0 &&
  used.columnIndex === 0 &&
  used.rowCount === height &&
  used.columnCount === width;

const comeTo = (
  values: readonly (readonly unknown[])[],
  from: number,
  figures: NonNullable<SheetDraft['figures']>,
): boolean =>
  values.every((row, i) =>
    figures(from + i).every((figure, c) => figure === null || agree(row[c], figure)),
  );
