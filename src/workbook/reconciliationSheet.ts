import {
  customerLabel,
  isoDate,
  matchKey,
  NO_DATE,
  type AcceptedMatch,
  type Analysis,
  type Receivables,
  type Serial,
} from '../domain';
import { columnLetters, linkToSheet, quotedText } from './address';
import { columnWidth } from './columnWidth';
import { toCell } from './dateSystem';
import type { LedgerPlace } from './locateLedger';
import { MATCH_COLUMNS, type MatchColumn } from './matchLines';
import {
  FIRST_MATCH_ROW,
  LISTED_MATCHES,
  matchLines,
  reasonOf,
  unmatchedParts,
  type Matching,
  type MatchLine,
} from './matching';
import { loadName, OWN } from './ownNames';
import { mapInSlices } from './progress';
import type { SheetDraft } from './putSheets';
import type { Cell } from './rowColumns';
import { INPUT_FILL } from './putSettings';
import type { Texts } from './texts';
import { everyCell, writeBlocks } from './writeBlocks';

const FORMATS: Readonly<Partial<Record<MatchColumn, string>>> = {
  amount: '#,##0.00',
  confidence: '0%',
  creditDate: 'yyyy-mm-dd',
  creditAmount: '#,##0.00',
  creditRow: 'General',
  itemDate: 'yyyy-mm-dd',
  itemAmount: '#,##0.00',
  itemOpen: '#,##0.00',
  itemRow: 'General',
};
const WIDTHS: Readonly<Partial<Record<MatchColumn, number>>> = {
  accept: 48,
  reason: 240,
  confidence: 48,
  customer: 110,
  currency: 48,
  state: 130,
};
const LINKS: readonly MatchColumn[] = ['creditRow', 'itemRow'];

type Line = Partial<Record<MatchColumn, Cell>>;

/**
 * What is accepted, what is suggested, for a person to say yes or no beside, and what is matched with
 * nothing (核账).
 */
export async function reconciliationSheet(
  place: LedgerPlace,
  analysis: Analysis,
  matching: Matching,
  texts: Texts,
): Promise<SheetDraft> {
  const { items, asOf } = analysis;
  const { lines: own, left: notListed } = matchLines(items, matching);
  const unmatched = unmatchedParts(matching);
  const rest = unmatched.slice(0, LISTED_MATCHES);
  const left = notListed + unmatched.length - rest.length;
  const about = texts.about(place.sheet, isoDate(asOf));
  const header = MATCH_COLUMNS.map((column) => texts.matchColumns[column]);
  const inColumns = (line: Line) => MATCH_COLUMNS.map((column) => line[column] ?? '');
  const lines = [
    ...(await mapInSlices(own, (line) =>
      inColumns(cellsOfLine(items, matching, line, place, texts)),
    )),
    ...(await mapInSlices(matching.elsewhere, (match) =>
      inColumns(cellsElsewhere(match, matching, place, texts)),
    )),
  ];
  const nothing = inColumns({ reason: texts.nothing });
  const orNothing = (rows: Cell[][]) => (rows.length > 0 ? rows : [nothing]);
  const matches = orNothing(lines);
  const others = orNothing(
    await mapInSlices(rest, (part) => inColumns(cellsOfUnmatched(items, part, place, texts))),
  );
  const rows = [
    [texts.matchTitle],
    [left > 0 ? `${about} · ${texts.more(left)}` : about],
    [texts.matchNote],
    header,
    ...matches,
    [],
    [texts.unmatchedTitle],
    header,
    ...others,
  ];
  const lastMatch = FIRST_MATCH_ROW + matches.length - 1;
  const headerRows = [FIRST_MATCH_ROW - 1, lastMatch + 3];
  const lastColumn = columnLetters(MATCH_COLUMNS.length - 1);
  const named = `A${FIRST_MATCH_ROW}:${lastColumn}${lastMatch}`;
  const answers = `A${FIRST_MATCH_ROW}:A${lastMatch}`;
  return {
    key: 'reconciliation',
    rows,
    loadRest(sheet) {
      const isNamed = loadName(sheet, OWN.matches, named);
      const validation = sheet.getRange(answers).dataValidation.load('type');
      return () => isNamed() && validation.type === Excel.DataValidationType.list;
    },
    async write(sheet) {
      for (const row of headerRows) {
        sheet.getRange(`A${row}:${lastColumn}${row}`).format.font.bold = true;
      }
      for (const cell of ['A1', `A${lastMatch + 2}`]) sheet.getRange(cell).format.font.bold = true;
      MATCH_COLUMNS.forEach((column, i) => {
        const letters = columnLetters(i);
        sheet.getRange(`${letters}:${letters}`).format.columnWidth = columnWidth(
          WIDTHS[column] ?? 84,
          texts.matchColumns[column],
        );
        for (const [top, bottom] of [
          [FIRST_MATCH_ROW, lastMatch],
          [headerRows[1]! + 1, rows.length],
        ]) {
          const cells = sheet.getRange(`${letters}${top}:${letters}${bottom}`);
          cells.numberFormat = everyCell(FORMATS[column] ?? '@');
          if (!LINKS.includes(column)) continue;
          cells.format.font.color = '#0563C1';
          cells.format.font.underline = Excel.RangeUnderlineStyle.single;
        }
      });
      sheet.freezePanes.freezeRows(FIRST_MATCH_ROW - 1);
      sheet.getRange(answers).format.fill.color = INPUT_FILL;
      sheet.getRange(answers).dataValidation.rule = {
        list: { inCellDropDown: true, source: `${texts.yes},${texts.no}` },
      };
      const { names } = sheet.context.workbook;
      names.getItemOrNullObject(OWN.matches).delete();
      names.add(OWN.matches, sheet.getRange(named));
      await writeBlocks(sheet, 1, 0, rows.length - 1, (row) =>
        MATCH_COLUMNS.map((_, i) => rows[row + 1]![i] ?? ''),
      );
      sheet.getRange('A1').values = [[texts.matchTitle]];
    },
  };
}

function cellsOfLine(
  items: Receivables,
  { open, sheets }: Matching,
  line: MatchLine,
  { date1904 }: LedgerPlace,
  texts: Texts,
): Line {
  const { match, credit, item, isAccepted, isRefused, code, evidence, confidence } = line;
  return {
    ...saidCells(match, date1904),
    accept: isAccepted ? texts.yes : isRefused ? texts.no : '',
    ...(evidence && { reason: reasonOf(evidence, texts), confidence }),
    ...(isAccepted && { state: code ? texts.issues[code] : texts.matchSet }),
    ...(isAccepted && credit === null && lastSheets(match, sheets)),
    ...(credit !== null && { creditRow: linkTo(items, credit) }),
    ...(item !== null && { itemRow: linkTo(items, item) }),
    ...(item !== null && !isAccepted && { itemOpen: open[item]! / 100 }),
  };
}

const cellsElsewhere = (
  match: AcceptedMatch,
  { sheets }: Matching,
  { date1904 }: LedgerPlace,
  texts: Texts,
): Line => ({
  ...saidCells(match, date1904),
  accept: texts.yes,
  ...lastSheets(match, sheets),
  state: texts.matchElsewhere,
});

/** Where its documents were last found tells whose a match is; formulas, so that names stay text. */
function lastSheets(match: AcceptedMatch, sheets: Matching['sheets']): Line {
  const cell = (sheet = '') => (sheet === '' ? '' : `=${quotedText(sheet)}`);
  const { credit, item } = sheets.get(matchKey(match)) ?? {};
  return { creditRow: cell(credit), itemRow: cell(item) };
}

function cellsOfUnmatched(
  items: Receivables,
  { credit, amount, code }: ReturnType<typeof unmatchedParts>[number],
  { date1904 }: LedgerPlace,
  texts: Texts,
): Line {
  return {
    amount: amount / 100,
    reason: texts.unmatched[code],
    customer: customerLabel(items, credit),
    currency: items.currencies[items.currency[credit]!]!,
    creditDate: dayCell(items.documentDate[credit]!, date1904),
    creditNo: items.documentNo[credit]!,
    creditAmount: (0 - items.amount[credit]!) / 100,
    creditRow: linkTo(items, credit),
  };
}

const saidCells = (match: AcceptedMatch, date1904: boolean): Line => ({
  amount: match.amount / 100,
  customer: match.customer,
  currency: match.currency,
  creditDate: dayCell(match.credit.date, date1904),
  creditNo: match.credit.number,
  creditAmount: (0 - match.credit.amount) / 100,
  itemNo: match.item.number,
  itemDate: dayCell(match.item.date, date1904),
  itemAmount: match.item.amount / 100,
});

const dayCell = (day: Serial, date1904: boolean): Cell =>
  day === NO_DATE ? '' : toCell(day, date1904);

function linkTo(items: Receivables, i: number): string {
  const sheet = items.sheets[items.sheet[i]!]!;
  const row = items.row[i]!;
  return `=HYPERLINK(${linkToSheet(sheet)}&"A${row}",${quotedText(`${sheet}!${row}`)})`;
}
