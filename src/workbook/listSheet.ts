import { columnLetters, quotedText } from './address';
import type { Cell } from './rowColumns';
import { everyCell, writeBlocks } from './writeBlocks';

const HEADER_ROW = 4;
/** More than anyone works through; the rest is told as a number. */
const LISTED = 20_000;

interface List {
  readonly title: string;
  readonly about: string;
  /** `width` in points; `@` keeps what a user typed from becoming a formula. */
  readonly columns: readonly {
    readonly title: string;
    readonly format: string;
    readonly width: number;
  }[];
  readonly rows: readonly (readonly Cell[])[];
  /** A last column that leads to the ledger; `to` is a formula's expression for a sheet row. */
  readonly link: {
    readonly title: string;
    readonly to: (row: number) => string;
    readonly text: string;
  };
  readonly nothing: string;
  readonly more: (n: number) => string;
}

/** Writes a list with its header, frozen, to a sheet that is ours and blank. */
export async function writeListSheet(sheet: Excel.Worksheet, list: List): Promise<void> {
  const { columns, link } = list;
  const rows = list.rows.slice(0, LISTED);
  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + Math.max(1, rows.length);
  const linkColumn = columnLetters(columns.length);
  const left = list.rows.length - rows.length;
  sheet.getRange('A1:A2').values = [
    [list.title],
    [left > 0 ? `${list.about} · ${list.more(left)}` : list.about],
  ];
  const header = sheet.getRange(`A${HEADER_ROW}:${linkColumn}${HEADER_ROW}`);
  header.values = [[...columns.map(({ title }) => title), link.title]];
  header.format.font.bold = true;
  sheet.getRange('A1').format.font.bold = true;
  columns.forEach(({ format, width }, i) => {
    const column = columnLetters(i);
    sheet.getRange(`${column}${first}:${column}${last}`).numberFormat = everyCell(format);
    sheet.getRange(`${column}:${column}`).format.columnWidth = width;
  });
  sheet.freezePanes.freezeRows(HEADER_ROW);
  if (rows.length === 0) {
    sheet.getRange(`A${first}`).values = [[list.nothing]];
    return;
  }
  const top = sheet.getRange(`${linkColumn}${first}`);
  top.formulas = [[`=HYPERLINK(${link.to(first)},${quotedText(link.text)})`]];
  const links = sheet.getRange(`${linkColumn}${first}:${linkColumn}${last}`);
  if (rows.length > 1) links.copyFrom(top, Excel.RangeCopyType.formulas);
  links.format.font.color = '#0563C1';
  links.format.font.underline = Excel.RangeUnderlineStyle.single;
  await writeBlocks(sheet, HEADER_ROW, 0, rows.length, (row) => rows[row]!);
}
