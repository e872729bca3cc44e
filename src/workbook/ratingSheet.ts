import { cellText, isSerial, TIERS, type Rating } from '../domain';
import { columnWidth } from './columnWidth';
import { fromCell, toCell } from './dateSystem';
import { OWN } from './ownNames';
import type { OwnSheets } from './ownSheets';
import { RISK_TEXTS } from './riskTexts';
import type { Cell } from './rowColumns';
import { TEXTS, type Language } from './texts';
import { everyCell, writeBlocks } from './writeBlocks';

/** Zero-based row of the header, where the sheet is laid out. */
const TOP = 3;
const FORMATS = ['yyyy-mm-dd', '@', '@', '@', '0'];
const WIDTHS = [72, 120, 150, 66, 60];

/** Words of every language: whoever ran before may read another one. */
const TIER_OF = new Map(
  Object.values(RISK_TEXTS).flatMap(({ tiers }) => TIERS.map((tier) => [tiers[tier], tier])),
);

/** The customers' ratings of past runs as the workbook keeps them. */
export interface StoredRatings {
  /** Lines that cannot be read are left out. */
  readonly ratings: readonly Rating[];
  /** Header and lines. */
  readonly cells: readonly (readonly Cell[])[];
  /** Zero-based row and column of the header. */
  readonly top: number;
  readonly left: number;
}

/**
 * Asks for the kept ratings in the coming sync.
 *
 * @returns a function that reads them after it, given whether days are counted from 1904; null when
 *   the workbook keeps none
 */
export function loadRatings(
  workbook: Excel.Workbook,
): (date1904?: boolean) => StoredRatings | null {
  const range = workbook.names.getItemOrNullObject(OWN.ratings).getRangeOrNullObject();
  range.load('values,rowIndex,columnIndex');
  return (date1904 = false) => {
    if (range.isNullObject) return null;
    const cells = range.values as Cell[][];
    const ratings = cells.slice(1).flatMap(([day, ledger, customer, word, score]): Rating[] => {
      const date = typeof day === 'number' ? fromCell(day, date1904) : NaN;
      const tier = TIER_OF.get(cellText(word));
      if (!isSerial(date) || !tier || typeof score !== 'number') return [];
      return [{ date, ledger: cellText(ledger), customer: cellText(customer), tier, score }];
    });
    ratings.sort((a, b) => a.date - b.date);
    return { ratings, cells, top: range.rowIndex, left: range.columnIndex };
  };
}

/** @returns header and lines */
export function cellsOfRatings(
  ratings: readonly Rating[],
  date1904: boolean,
  language: Language,
): Cell[][] {
  const { customer, tier: title, score: points } = TEXTS[language];
  const { ratedOn, ledger: book, tiers } = RISK_TEXTS[language];
  return [
    [ratedOn, book, customer, title, points],
    ...ratings.map(({ date, ledger, customer: code, tier, score }) => [
      toCell(date, date1904),
      ledger,
      code,
      tiers[tier],
      score,
    ]),
  ];
}

/** Writes what of the cells differs from what stands there; lays the sheet out where there is none. */
export async function putRatings(
  ownSheets: OwnSheets,
  stored: StoredRatings | null,
  cells: StoredRatings['cells'],
  language: Language,
): Promise<void> {
  const there = ownSheets.has('ratings') ? stored : null;
  const sheet = there
    ? ownSheets.names.getItem(OWN.ratings).getRange().worksheet
    : layOut(ownSheets, cells[0]!.map(String), language);
  const { top, left } = there ?? { top: TOP, left: 0 };
  const before = there?.cells ?? [];
  const differs = cells.findIndex((row, r) => String(row) !== String(before[r]));
  const from = differs < 0 ? cells.length : differs;
  const height = cells.length - from;
  if (height > 0) {
    FORMATS.forEach((format, c) => {
      sheet.getRangeByIndexes(top + from, left + c, height, 1).numberFormat = everyCell(format);
    });
    sheet.getRangeByIndexes(top, left, 1, FORMATS.length).format.font.bold = true;
    await writeBlocks(sheet, top + from, left, height, (row) => cells[from + row]!);
  }
  const excess = before.length - cells.length;
  if (excess > 0) {
    sheet.getRangeByIndexes(top + cells.length, left, excess, FORMATS.length).clear();
  }
  if (excess !== 0) {
    ownSheets.names.getItemOrNullObject(OWN.ratings).delete();
    const area = sheet.getRangeByIndexes(top, left, cells.length, FORMATS.length);
    ownSheets.names.add(OWN.ratings, area);
  }
}

function layOut(
  ownSheets: OwnSheets,
  header: readonly string[],
  language: Language,
): Excel.Worksheet {
  const sheet = ownSheets.blank('ratings', TEXTS[language]);
  const { ratingTitle, ratingNote } = RISK_TEXTS[language];
  sheet.getRange('A1:A2').values = [[ratingTitle], [ratingNote]];
  sheet.getRange('A1').format.font.bold = true;
  sheet.freezePanes.freezeRows(TOP + 1);
  WIDTHS.forEach((width, c) => {
    const { format } = sheet.getRangeByIndexes(0, c, 1, 1).getEntireColumn();
    format.columnWidth = columnWidth(width, header[c]!);
  });
  return sheet;
}

/** Brings the kept ratings back to what they were; takes the sheet away where there was none. */
export async function restoreRatings(
  ownSheets: OwnSheets,
  now: StoredRatings | null,
  before: StoredRatings | null,
  language: Language,
): Promise<void> {
  if (before) {
    await putRatings(ownSheets, now, before.cells, language);
    return;
  }
  ownSheets.remove('ratings');
  ownSheets.names.getItemOrNullObject(OWN.ratings).delete();
}
