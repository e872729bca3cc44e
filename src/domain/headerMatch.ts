import { cellText, halfWidth } from './cell';
import type { SheetRole } from './roles';
import { simplified } from './simplified';
import { OTHER_COLUMNS, SYNONYMS, type Synonyms } from './synonyms';

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
    .replace(/[([【［{](?!人工\)).*?[)\]】］}]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[/:：]\s*(?:百万|千万|万|千|亿)?元$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return { spaced, joined: spaced.replaceAll(' ', '') };
}

/** How well a header says a role: 0 not at all … 1 in so many words. */
export type RoleScores = Readonly<Partial<Record<SheetRole, number>>>;

const WEAK = 0.7;
/** A slip of the pen; less the further off. */
const NEAR = 0.9;
/** Among synonyms of a role the earlier one wins by this much. */
const RANK = 0.001;

/** Synonyms of a role without blanks. */
const joined = (list: readonly string[] = []): readonly string[] =>
  list.map((word) => word.replaceAll(' ', ''));

/** How the columns of one kind of sheet are titled, ready to be compared. */
export interface Vocabulary {
  readonly roles: readonly {
    readonly role: SheetRole;
    readonly strong: readonly string[];
    readonly strongJoined: readonly string[];
    readonly weakJoined: readonly string[];
  }[];
  /** Headers that look like one of them and are not. */
  readonly others: readonly string[];
  readonly othersJoined: ReadonlySet<string>;
  /** Headers met before: sheets of a workbook are titled alike. */
  readonly known: Map<string, RoleScores>;
}

/** @param others - headers that look like one of the roles' and are not */
export function vocabularyOf(
  synonyms: Readonly<Partial<Record<SheetRole, Synonyms>>>,
  others: readonly string[],
): Vocabulary {
  return {
    roles: Object.entries(synonyms).map(([role, { strong, weak }]) => ({
      role: role as SheetRole,
      strong,
      strongJoined: joined(strong),
      weakJoined: joined(weak),
    })),
    others,
    othersJoined: new Set(joined(others)),
    known: new Map(),
  };
}

export const LEDGER_WORDS = vocabularyOf(SYNONYMS, OTHER_COLUMNS);

/** @returns the roles a header may mean. */
export function matchHeader(header: HeaderWords, words: Vocabulary): RoleScores {
  let scores = words.known.get(header.spaced);
  if (!scores) words.known.set(header.spaced, (scores = score(header, words)));
  return scores;
}

function score(header: HeaderWords, words: Vocabulary): RoleScores {
  if (header.joined === '' || words.othersJoined.has(header.joined)) return {};
  const scores: Partial<Record<SheetRole, number>> = {};
  for (const { role, strongJoined, weakJoined } of words.roles) {
    const [strong, weak] = [strongJoined.indexOf(header.joined), weakJoined.indexOf(header.joined)];
    if (strong >= 0) scores[role] = 1 - strong * RANK;
    else if (weak >= 0) scores[role] = WEAK - weak * RANK;
  }
  if (Object.keys(scores).length > 0) return scores;
  const blocked = within(header, words.others);
  for (const { role, strong, strongJoined } of words.roles) {
    const near = Math.max(0, ...strongJoined.map((word) => likeness(word, header.joined)));
    const best = Math.max(NEAR * near, within(header, strong));
    if (best > 0 && best > blocked) scores[role] = best;
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
