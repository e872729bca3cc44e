import { cellText, halfWidth } from './cell';
import { simplified } from './simplified';

/**
 * Upper bounds of 正常, 关注, 次级 and 可疑 in days overdue, inclusive, ascending; beyond the last is
 * 损失.
 */
export type ClassBounds = readonly [number, number, number, number];

/** 五级分类 as the banks' rule of 2023 draws the lines, and as credit-card practice does. */
export const CLASS_PRESETS = {
  bank2023: [0, 90, 270, 360],
  card: [0, 90, 120, 180],
} as const satisfies Readonly<Record<string, ClassBounds>>;

/** @returns the preset that bounds are of; null for others */
export const presetOf = (bounds: ClassBounds): keyof typeof CLASS_PRESETS | null =>
  (['bank2023', 'card'] as const).find((name) =>
    CLASS_PRESETS[name].every((bound, i) => bound === bounds[i]),
  ) ?? null;

/** @returns whether numbers, as a user typed them, can be class bounds: whole days, 0 or more, ascending. */
export const areClassBounds = (bounds: readonly number[]): bounds is ClassBounds =>
  bounds.length === 4 &&
  bounds.every((b, i) => Number.isInteger(b) && b >= 0 && (i === 0 || b > bounds[i - 1]!));

/**
 * @param daysOverdue - whole days; zero and below are not due
 * @returns 0 正常, 1 关注, 2 次级, 3 可疑, 4 损失
 */
export function classOf(daysOverdue: number, bounds: ClassBounds): number {
  const found = bounds.findIndex((bound) => daysOverdue <= bound);
  return found < 0 ? bounds.length : found;
}

/** 正常 … 损失, by class. */
export const CLASS_WORDS = ['正常', '关注', '次级', '可疑', '损失'] as const;

/**
 * Facts about a customer that days do not tell, and the class an item has at least because of them; the
 * gravest first, and the first that occurs in the words counts.
 * Source: 商业银行金融资产风险分类办法 (2023) art. 12 and 13 for bankruptcy and evasion of debts.
 */
export const CLASS_FACTS: readonly (readonly [fact: string, riskClass: number])[] = [
  ['破产', 4],
  ['bankrupt', 4],
  ['诉讼', 3],
  ['涉诉', 3],
  ['起诉', 3],
  ['失信', 3],
  ['litigation', 3],
  ['lawsuit', 3],
];

/** What denies a fact that stands right behind it, once a blank stands before the words. */
export const CLASS_DENIALS: readonly string[] = [
  ...['无', '未', '非', '没', '没有', '未有', '不是', '不存在', '不涉及', '未涉及', '未发生'],
  ...[' no ', ' not ', ' non-', ' non ', ' without '],
];

/** What says that a fact holds which the header names (是否诉讼), in capitals. */
export const CLASS_YES: readonly string[] = ['是', '有', '√', '✓', '✔', 'Y', 'YES', 'TRUE', '1'];

/** What says that it does not, in capitals; whatever is no yes says as much. */
const NO: readonly string[] = ['否', '无', '没有', '×', '✗', '✘', 'N', 'NO', 'FALSE', '0'];

/** As people write 正常 … 损失 in English, by class. */
const ENGLISH_CLASSES: readonly RegExp[] = [
  /^(?:pass|normal)$/,
  /^special[ -]?mention$/,
  /^sub-?standard$/,
  /^doubtful$/,
  /^loss$/,
];

/** Where facts begin among the numbers of parseClassFact. */
const FIRST_FACT = 1 + CLASS_WORDS.length;
const BANKRUPT = FIRST_FACT;

/** @returns the fact that a header names (是否诉讼), as parseClassFact has facts; 0 where it names none */
export const classFactOfHeader = (header: string): number =>
  factWhere((fact) => wordsOf(header).includes(fact));

/**
 * What a cell of the qualitative column (定性分类) says: a class (可疑) or a fact (诉讼中); any other
 * word, a denial (无诉讼) and a blank say nothing.
 *
 * @param yes - what 是, Y or √ says: the fact that the header names
 * @returns 0 nothing; 1 … 5 the class 正常 … 损失; from 6 on a fact of CLASS_FACTS, in its order
 */
export function parseClassFact(cell: unknown, yes = 0): number {
  const text = wordsOf(cell);
  const named = CLASS_WORDS.findIndex((name) => text === name || text === `${name}类`);
  if (named >= 0) return 1 + named;
  const english = ENGLISH_CLASSES.findIndex((name) => name.test(text));
  if (english >= 0) return 1 + english;
  return CLASS_YES.includes(text.toUpperCase()) ? yes : factWhere((fact) => says(text, fact));
}

/** @returns what a formula makes of a cell: the class or the yes it is to the letter, or a fact it holds */
export function plainClassFact(cell: unknown, yes = 0): number {
  const named = CLASS_WORDS.findIndex((name) => name === cell);
  if (named >= 0) return 1 + named;
  const text = String(cell ?? '').toLowerCase();
  if (CLASS_YES.includes(text.toUpperCase())) return yes;
  const isDenied = (fact: string) => CLASS_DENIALS.some((no) => ` ${text}`.includes(no + fact));
  return factWhere((fact) => text.includes(fact) && !isDenied(fact));
}

const factWhere = (holds: (fact: string) => boolean): number => {
  const found = CLASS_FACTS.findIndex(([fact]) => holds(fact));
  return found < 0 ? 0 : FIRST_FACT + found;
};

/** @returns a word that says what parseClassFact read; '' for nothing */
export const classFactWord = (classFact: number): string =>
  classFact === 0
    ? ''
    : classFact < FIRST_FACT
      ? CLASS_WORDS[classFact - 1]!
      : CLASS_FACTS[classFact - FIRST_FACT]![0];

/** @returns whether a cell speaks of classes or facts, be it to deny one */
export const isAboutClass = (cell: unknown): boolean => {
  const text = wordsOf(cell);
  const isAnswer = [...CLASS_YES, ...NO].includes(text.toUpperCase());
  const isFact = CLASS_FACTS.some(([fact]) => text.includes(fact));
  return isAnswer || isFact || parseClassFact(text) > 0;
};

/** @returns the least class of an item by what parseClassFact read; 0 where it says no fact */
export const leastClass = (classFact: number): number =>
  classFact < FIRST_FACT ? 0 : CLASS_FACTS[classFact - FIRST_FACT]![1];

/** @returns the class alone that `classified` says */
export function classGiven(byDays: number, classFact: number, isBankrupt = false): number {
  if (isBankrupt) return leastClass(BANKRUPT);
  if (classFact === 0) return byDays;
  if (classFact < FIRST_FACT) return classFact - 1;
  return Math.max(byDays, leastClass(classFact));
}

const wordsOf = (cell: unknown): string => simplified(halfWidth(cellText(cell)).toLowerCase());

/** 诉讼中 says there is a suit, 无诉讼 and `no litigation` do not. */
function says(text: string, fact: string): boolean {
  const at = text.indexOf(fact);
  const before = ` ${text.slice(0, at)}`.replace(/[\s("'-]+/g, ' ');
  return at >= 0 && !CLASS_DENIALS.some((no) => before.endsWith(no));
}
