import { cellText, halfWidth } from './cell';
import { findLayout, type Layout } from './findLayout';
import { headerUnit, titleUnit } from './headerMatch';
import type { MappingChoice } from './roles';
import { STAGE_FORM } from './sheetForms';
import { simplified } from './simplified';

/** What a column of a stage says. */
type StageRole = 'amount' | 'share' | 'dueDate' | 'term' | 'received' | 'receiptDate' | 'open';

/** A stage of contracts (预付款, 验收款, 质保金 …) and its columns. */
export interface StageColumns {
  readonly name: string;
  readonly columns: Readonly<Partial<Record<StageRole | 'documentDate', number>>>;
  /** Of the contract, 0…1, where the header says so: 预付款（30%）; else null. */
  readonly share: number | null;
  /** Yuan per 1 of its amounts. */
  readonly unit: number;
}

/** A sheet of contracts with their stages side by side. */
export interface StageLayout {
  /** The columns that speak of the whole contract. */
  readonly layout: Layout;
  /** Two or more, as they stand from left to right. */
  readonly stages: readonly StageColumns[];
}

const STAGE =
  /(预付|首付|首期|发货|提货|到货|交货|交付|安装|调试|初验|终验|验收|完工|竣工|进度|中期|结算)(?:款|(?=比例|占比|金额|应收|已收|未收|到期))|首款|[定订]金|尾款|质保[金款]|保修[金款]|保留金|第?[一二三四五六七八九十\d]+[期笔]款?|down ?payment|deposit|advance payment|(?:milestone|instal?lment|stage|phase) ?\d+|\d(?:st|nd|rd|th) (?:payment|instal?lment)|(?:on|upon|at) (?:order|shipment|delivery|acceptance)|retention|final payment/;

/** What the rest of a stage's header says; the first that fits. */
const MEANINGS: readonly (readonly [StageRole, RegExp])[] = [
  ['share', /比例|占比|百分比|ratio|percent|share/],
  ['dueDate', /(?:应[收付]|约定|计划|预计|到期).*(?:日|时间)|到期|期限|due/],
  ['open', /未[收付回]|余额|尚欠|outstanding|balance|unpaid|open/],
  [
    'receiptDate',
    /(?:(?<!应)[收回到付]款?|账|received|paid).*(?:日|时间|date|on$)|date (?:received|paid)/,
  ],
  ['received', /[已实][收付]|(?<!应)收款|回款|到账|received|paid|collected/],
  ['term', /账期|条件|天数|terms?$|days/],
  ['dueDate', /日|时间|date/],
  ['amount', /^(?:款|金额|应收|应收款|应收金额|计划金额|amount|value)?$/],
];

/** Days when something happened from which a stage is owed: 发货日期, 验收日期. */
const EVENT =
  /^(?:实际)?(预付|发货|提货|到货|交货|交付|安装|调试|初验|终验|验收|完工|竣工)(?:完成)?(?:日期|日|时间)$/;

interface Titled {
  readonly stage: string;
  readonly role: StageRole;
  readonly share: number | null;
}

type Rows = readonly (readonly unknown[])[];

/**
 * Finds a header, one row or two, that names stages beside each other.
 *
 * @param rows - the first rows of the sheet
 * @param chosen - columns of the contract the user named
 * @returns null where fewer than two stages have an amount or a share of the contract
 */
export function findStages(rows: Rows, chosen: MappingChoice): StageLayout | null {
  let best: StageLayout | null = null;
  for (let row = 0; row < rows.length; row++) {
    for (const height of [1, 2] as const) {
      const found = stagesUnder(rows, row, height, chosen);
      if (found && (!best || columnCount(found) > columnCount(best))) best = found;
    }
  }
  return best;
}

const columnCount = ({ stages }: StageLayout): number =>
  stages.reduce((sum, { columns }) => sum + Object.keys(columns).length, 0);

/** The titles of a row, under those of the row above where two are asked for; null where it has none. */
function titlesAt(rows: Rows, row: number, height: 1 | 2): string[] | null {
  const lower = rows[row]!.map(cellText);
  if (height === 1) return lower;
  if (row === 0) return null;
  const upper = rows[row - 1]!.map(cellText);
  let group = '';
  return lower.map((title, c) => {
    if (upper[c]) group = upper[c];
    else if (!title) group = '';
    return [group, title].filter(Boolean).join('/');
  });
}

const plain = (title: string): string =>
  simplified(halfWidth(title))
    .toLowerCase()
    .replace(/[\s_/]+/g, ' ');

/** Stands for a stage's title where the rest of the header is looked at. */
const COVERED = '·';

function stagesUnder(
  rows: Rows,
  row: number,
  height: 1 | 2,
  chosen: MappingChoice,
): StageLayout | null {
  const titles = titlesAt(rows, row, height);
  if (!titles) return null;
  const headers = titles.map(plain);
  const titled = headers.map(read);
  const names = [...new Set(titled.flatMap((title) => (title ? [title.stage] : [])))];
  if (names.length < 2) return null;
  const isOurs = headers.map((header, c) => titled[c] !== null || EVENT.test(header));
  const rest = rows.slice(0, row + 1).map((cells, r) => {
    const cover = r > row - height ? COVERED : '';
    return cells.map((cell, c) => (isOurs[c] ? cover : cell));
  });
  const layout = findLayout(rest, chosen, STAGE_FORM);
  if (!layout || layout.headerRow <= row - height) return null;
  const general = rows
    .slice(0, row)
    .flat()
    .map(titleUnit)
    .find((unit) => unit !== null);
  const stages = names
    .map((name) => stageOf(name, titled, titles, general ?? 1))
    .filter(
      ({ columns, share }) =>
        columns.amount !== undefined ||
        (layout.mapping.amount !== undefined && (columns.share !== undefined || share !== null)),
    );
  if (stages.length < 2) return null;
  const place = { headerRow: row, headerRows: height, headers: titles, dateOrder: {} };
  return { layout: { ...layout, ...place }, stages };
}

function read(header: string): Titled | null {
  const found = STAGE.exec(header);
  if (!found) return null;
  const stage = found[1] ? `${found[1]}款` : found[0];
  const share = /(\d+(?:\.\d+)?) ?%/.exec(header)?.[1];
  const said = header
    .replace(found[0], '')
    .replace(/\d+(?:\.\d+)? ?%|[([【].*?[)\]】]|[^\p{L}\p{N} ]/gu, '')
    .trim();
  const role = MEANINGS.find(([, word]) => word.test(said))?.[0];
  return role === undefined
    ? null
    : { stage, role, share: share === undefined ? null : Number(share) / 100 };
}

function stageOf(
  name: string,
  titled: readonly (Titled | null)[],
  headers: readonly string[],
  general: number,
): StageColumns {
  const columns: Partial<Record<StageRole | 'documentDate', number>> = {};
  let share: number | null = null;
  titled.forEach((title, column) => {
    if (title?.stage !== name) return;
    columns[title.role] ??= column;
    share ??= title.share;
  });
  const event = headers.findIndex((header) => {
    const what = EVENT.exec(plain(header))?.[1];
    return what !== undefined && name.startsWith(what);
  });
  if (event >= 0) columns.documentDate = event;
  const own = columns.amount === undefined ? 1 : headerUnit(headers[columns.amount]!);
  return { name, columns, share, unit: own === 1 ? general : own };
}
