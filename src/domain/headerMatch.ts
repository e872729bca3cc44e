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
/** A slip of the pen; less the further off. */
const NEAR = 0.9;
/** Among synonyms of a role the earlier one wins by this much. */
const RANK = 0.001;

const others = new Set(OTHER_COLUMNS.map((word) => word.replaceAll(' ', '')));

/** Synonyms of a role without blanks. */
const joined = (list: readonly string[] = []): readonly string[] =>
  list.map((word) => word.replaceAll(' ', ''));

const WORDS = ROLES.map((role) => {
  const { strong, weak } = SYNONYMS[role];
  return { role, strong, strongJoined: joined(strong), weakJoined: joined(weak) };
});

/** @returns the roles a header may mean. */
export function matchHeader(header: HeaderWords): RoleScores {
  if (header.joined === '' || others.has(header.joined)) return {};
  const scores: Partial<Record<Role, number>> = {};
  for (const { role, strongJoined, weakJoined } of WORDS) {
    const [strong, weak] = [strongJoined.indexOf(header.joined), weakJoined.indexOf(header.joined)];
    if (strong >= 0) scores[role] = 1 - strong * RANK;
    else if (weak >= 0) scores[role] = WEAK - weak * RANK;
  }
  if (Object.keys(scores).length > 0) return scores;
  const blocked = within(header, OTHER_COLUMNS);
  for (const { role, strong, strongJoined } of WORDS) {
    const near = Math.max(0, ...strongJoined.map((word) => likeness(word, header.joined)));
    const score = Math.max(NEAR * near, within(header, strong));
    if (score > 0 && score > blocked) scores[role] = score;
  }
  return scores;
}

/**
 * @returns how well the best of the words says a header it stands within, 0 when none does; the end
 *   of a header weighs more, for there stands what it is: 开票日期 in 客户开票日期
 */
const within = (header: HeaderWords, list: readonly string[]): number =>
  list.reduce((best, word) => {
    if (word.length < 2 || !isWithin(word, header)) return best;
    const share = word.length / header.spaced.length;
    const isHead = header.spaced.endsWith(word);
    return Math.max(best, isHead ? 0.5 + 0.4 * share : 0.4 + 0.3 * share);
  }, 0);

/** Latin words count as whole words only: `due` is not in `overdue`. */
const isWithin = (word: string, header: HeaderWords): boolean =>
  /^[a-z]/.test(word) ? ` ${header.spaced} `.includes(` ${word} `) : header.joined.includes(word);

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
