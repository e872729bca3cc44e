import {
  cellText,
  fenOf,
  matchKey,
  NO_DATE,
  type AcceptedMatch,
  type DocumentSaid,
  type Serial,
} from '../domain';
import { fromCell } from './dateSystem';
import { OWN } from './ownNames';
import { TEXTS } from './texts';
import { blockBytes } from './blockBytes';
import { jsonBytes } from './jsonBytes';
import { mapInSlices } from './progress';

/** The columns of AR核账, in their order. */
export const MATCH_COLUMNS = [
  'accept',
  'amount',
  'reason',
  'confidence',
  'customer',
  'currency',
  'creditDate',
  'creditNo',
  'creditAmount',
  'creditRow',
  'itemNo',
  'itemDate',
  'itemAmount',
  'itemOpen',
  'itemRow',
  'state',
] as const;

export type MatchColumn = (typeof MATCH_COLUMNS)[number];

/** Keys of matches → the sheets their credit and item were last found on; '' for unknown ones. */
export type MatchSheets = ReadonlyMap<string, Readonly<Record<'credit' | 'item', string>>>;

/** What a person has said of suggested matches. */
export interface Decisions {
  /** In the order of the sheet. */
  readonly accepted: readonly AcceptedMatch[];
  /** Those that the last run followed already. */
  readonly followed: readonly AcceptedMatch[];
  /** Keys of those that were refused. */
  readonly refused: ReadonlySet<string>;
  readonly sheets: MatchSheets;
}

export const NO_DECISIONS: Decisions = {
  accepted: [],
  followed: [],
  refused: new Set(),
  sheets: new Map(),
};

const words = (pick: 'yes' | 'no') => new Set(Object.values(TEXTS).map((texts) => texts[pick]));
const [YES, NO] = [words('yes'), words('no')];

/** Lines read at first: they tell how long one is on the wire. */
const FIRST_LINES = 500;

/**
 * Asks whether there are lines of AR核账 in the coming sync.
 *
 * @returns a function that reads them after it, block by block, given whether days are counted from
 *   1904
 */
export function loadDecisions(workbook: Excel.Workbook): (date1904: boolean) => Promise<Decisions> {
  const lines = workbook.names.getItemOrNullObject(OWN.matches).getRangeOrNullObject();
  lines.load('rowCount');
  return async (date1904) =>
    lines.isNullObject ? NO_DECISIONS : await decisionsOf(await readLines(lines), date1904);
}

async function readLines(lines: Excel.Range): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  let lineBytes = blockBytes() / FIRST_LINES;
  while (rows.length < lines.rowCount) {
    const most = Math.max(1, Math.floor(blockBytes() / lineBytes));
    const height = Math.min(most, lines.rowCount - rows.length);
    const block = lines
      .getRow(rows.length)
      .getResizedRange(height - 1, 0)
      .load('values');
    await lines.context.sync();
    if (rows.length === 0) lineBytes = jsonBytes(block.values) / height;
    for (const row of block.values as unknown[][]) rows.push(row);
  }
  return rows;
}

async function decisionsOf(
  rows: readonly (readonly unknown[])[],
  date1904: boolean,
): Promise<Decisions> {
  const lines = (await mapInSlices(rows, (row) => saidOf(row, date1904))).filter((line) => !!line);
  const matches = (said: typeof lines) => said.map(({ match }) => match);
  return {
    accepted: matches(lines.filter(({ word }) => YES.has(word))),
    followed: matches(lines.filter(({ isFollowed }) => isFollowed)),
    refused: new Set(lines.filter(({ word }) => NO.has(word)).map(({ key }) => key)),
    sheets: new Map(lines.map(({ key, sheets }) => [key, sheets])),
  };
}

/** @returns null for a line that says no match */
function saidOf(row: readonly unknown[], date1904: boolean) {
  const text = (column: MatchColumn) => cellText(row[MATCH_COLUMNS.indexOf(column)]);
  const sheetOf = (column: 'creditRow' | 'itemRow') => text(column).replace(/!\d+$/, '');
  const match = matchOfRow(row, date1904);
  return (
    match && {
      match,
      key: matchKey(match),
      word: text('accept'),
      isFollowed: text('state') !== '',
      sheets: { credit: sheetOf('creditRow'), item: sheetOf('itemRow') },
    }
  );
}

function matchOfRow(row: readonly unknown[], date1904: boolean): AcceptedMatch | null {
  const at = (column: MatchColumn) => row[MATCH_COLUMNS.indexOf(column)];
  const number = (column: MatchColumn) => (typeof at(column) === 'number' ? Number(at(column)) : 0);
  const day = (column: MatchColumn): Serial =>
    number(column) === 0 ? NO_DATE : fromCell(number(column), date1904);
  const amount = fenOf(number('amount'));
  if (!amount || amount < 0) return null;
  const document = (column: 'credit' | 'item', sign: 1 | -1): DocumentSaid => ({
    number: cellText(at(`${column}No`)),
    date: day(`${column}Date`),
    amount: sign * (fenOf(number(`${column}Amount`)) ?? 0),
  });
  return {
    customer: cellText(at('customer')),
    currency: cellText(at('currency')),
    credit: document('credit', -1),
    item: document('item', 1),
    amount,
  };
}
