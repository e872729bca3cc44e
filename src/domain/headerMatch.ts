import { cellText, halfWidth } from './cell';
import { ROLES, type Role } from './roles';
import { simplified } from './simplified';
import { OTHER_COLUMNS, SYNONYMS } from './synonyms';

/** A header as synonyms are compared: simplified, lower case, no brackets; words of Latin letters apart. */
export interface HeaderWords {
  /** `invoice date` for InvoiceDate, invoice_date and 'Invoice  Date'. */
  readonly spaced: string;
  /** The same without any blank. */
  readonly joined: string;
}

/** @returns a header ready to be compared; both parts '' where there is none. */
export function headerWords(cell: unknown): HeaderWords {
  const spaced = simplified(halfWidth(cellText(cell)))
    .replace(/[([【［{].*?[)\]】］}]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[/:：]\s*(?:百万|千万|万|千|亿)?元$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return { spaced, joined: spaced.replaceAll(' ', '') };
}

/** How well a header says a role: 0 not at all … 1 in so many words. */
export type RoleScores = Readonly<Partial<Record<Role, number>>>;

const WEAK = 0.7;
const CONTAINED = 0.5;
const NEAR = 0.6;
/** Among synonyms of a role the earlier one wins by this much. */
const RANK = 0.001;

const others = new Set(OTHER_COLUMNS.map((word) => word.replaceAll(' ', '')));

/** @returns the roles a header may mean. */
export function matchHeader(header: HeaderWords): RoleScores {
  if (header.joined === '' || others.has(header.joined)) return {};
  const blocked = longestWithin(header, OTHER_COLUMNS);
  const scores: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const score = roleScore(header, role, blocked);
    if (score > 0) scores[role] = score;
  }
  return scores;
}

function roleScore(header: HeaderWords, role: Role, blocked: number): number {
  const { strong, weak = [] } = SYNONYMS[role];
  const same = (word: string) => word.replaceAll(' ', '') === header.joined;
  const exact = strong.findIndex(same);
  if (exact >= 0) return 1 - exact * RANK;
  const asWeak = weak.findIndex(same);
  if (asWeak >= 0) return WEAK - asWeak * RANK;
  const contained = longestWithin(header, strong);
  if (contained > blocked) return CONTAINED + 0.4 * (contained / header.joined.length);
  return (
    NEAR * Math.max(0, ...strong.map((word) => likeness(word.replaceAll(' ', ''), header.joined)))
  );
}

/** @returns the length of the longest of the words that stands within the header, 0 for none. */
const longestWithin = (header: HeaderWords, words: readonly string[]): number =>
  words.reduce(
    (longest, word) =>
      word.length > 1 && word.length > longest && isWithin(word, header) ? word.length : longest,
    0,
  );

/** Latin words count as whole words only: `due` is not in `overdue`. */
const isWithin = (word: string, { spaced, joined }: HeaderWords): boolean =>
  /^[a-z]/.test(word) ? ` ${spaced} `.includes(` ${word} `) : joined.includes(word);

/** @returns 1 − edits ÷ length where that is 0.8 or more (a slip of the pen), else 0. */
function likeness(word: string, header: string): number {
  const length = Math.max(word.length, header.length);
  const allowed = Math.floor(length / 5);
  if (allowed === 0 || Math.abs(word.length - header.length) > allowed) return 0;
  const edits = editDistance(word, header);
  return edits <= allowed ? 1 - edits / length : 0;
}

/** Letters to insert, delete or replace to get from one word to the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/百万元?/, 1e6],
  [/千万元?/, 1e7],
  [/万元?/, 1e4],
  [/千元|'000|\(000s?\)|thousand/i, 1e3],
  [/亿元?/, 1e8],
  [/million/i, 1e6],
];

/** @returns yuan per 1 of a column that is headed so: 10000 for 金额（万元）, 1 where no unit is named. */
export function headerUnit(cell: unknown): number {
  const text = simplified(halfWidth(cellText(cell)));
  const unit =
    /[([【:/](.*?)[)\]】]?$/.exec(text)?.[1] ?? /(?:百万|千万|万|千|亿)元$/.exec(text)?.[0];
  return unitOf(unit ?? '');
}

/** @returns yuan per 1 of all amounts under a title such as 单位：万元; null where none says so. */
export function titleUnit(cell: unknown): number | null {
  const unit = /单位[:\s]*(.*元)/.exec(simplified(halfWidth(cellText(cell))))?.[1];
  return unit === undefined ? null : unitOf(unit);
}

const unitOf = (text: string): number => UNITS.find(([word]) => word.test(text))?.[1] ?? 1;
