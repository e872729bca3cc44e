import { columnLetters, quotedText } from './address';
import { columnWidth } from './columnWidth';
import { mapInSlices } from './progress';
import type { SheetDraft } from './putSheets';
import type { Cell } from './rowColumns';
import { everyCell, writeBlocks } from './writeBlocks';

/** 1-based; what is listed begins below. */
export const LIST_HEADER_ROW = 4;
/** More than anyone works through; the rest is told as a number. */
const LISTED = 20_000;

interface List<T> extends Pick<SheetDraft, 'key'> {
  readonly title: string;
  readonly about: string;
  /** `width` in points, more where the title takes it; `@` keeps what a user typed from becoming a formula. */
  readonly columns: readonly {
    readonly title: string;
    readonly format: string;
    readonly width: number;
  }[];
  /** Of each a row is made, of the first ones at least. */
  readonly list: readonly T[];
  readonly cells: (one: T) => readonly Cell[];
  /** A last column that leads to the ledger; `to` is a formula's expression for a sheet row. */
  readonly link: {
    readonly title: string;
    readonly to: (row: number) => string;
    readonly text: string;
  };
  readonly nothing: string;
  readonly more: (n: number) => string;
}

/** A list with its header, frozen. */
export async function listSheet<T>(list: List<T>): Promise<SheetDraft> {
  const { columns, link } = list;
  const rows = await mapInSlices(list.list.slice(0, LISTED), list.cells);
  const first = LIST_HEADER_ROW + 1;
  const last = LIST_HEADER_ROW + Math.max(1, rows.length);
  const linkColumn = columnLetters(columns.length);
  const linkAt = (row: number) => `=HYPERLINK(${link.to(row)},${quotedText(link.text)})`;
  const left = list.list.length - rows.length;
  const about = left > 0 ? `${list.about} · ${list.more(left)}` : list.about;
  const header = [...columns.map(({ title }) => title), link.title];
  return {
    key: list.key,
    rows: [
      [list.title],
      [about],
      [],
      header,
      ...(rows.length > 0 ? rows.map((row, i) => [...row, linkAt(first + i)]) : [[list.nothing]]),
    ],
    async write(sheet) {
      sheet.getRange('A2').values = [[about]];
      const headers = sheet.getRange(`A${LIST_HEADER_ROW}:${linkColumn}${LIST_HEADER_ROW}`);
      headers.values = [header];
      headers.format.font.bold = true;
      sheet.getRange('A1').format.font.bold = true;
      columns.forEach(({ title, format, width }, i) => {
        const column = columnLetters(i);
        sheet.getRange(`${column}${first}:${column}${last}`).numberFormat = everyCell(format);
        sheet.getRange(`${column}:${column}`).format.columnWidth = columnWidth(width, title);
      });
      sheet.freezePanes.freezeRows(LIST_HEADER_ROW);
      if (rows.length === 0) {
        sheet.getRange(`A${first}`).values = [[list.nothing]];
      } else {
        const top = sheet.getRange(`${linkColumn}${first}`);
        top.formulas = [[linkAt(first)]];
        const links = sheet.getRange(`${linkColumn}${first}:${linkColumn}${last}`);
        if (rows.length > 1) links.copyFrom(top, Excel.RangeCopyType.formulas);
        links.format.font.color = '#0563C1';
        links.format.font.underline = Excel.RangeUnderlineStyle.single;
        await writeBlocks(sheet, LIST_HEADER_ROW, 0, rows.length, (row) => rows[row]!);
      }
      sheet.getRange('A1').values = [[list.title]];
    },
  };
}
