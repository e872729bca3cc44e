import { isoDate, type CLASS_PRESETS, type Classified } from '../domain';
import type { Findings } from '../workbook/runWarnings';
import { TEXTS, type Language } from '../workbook/texts';

type Preset = keyof typeof CLASS_PRESETS;

/** How the pane says what a class rests on; `byDays` is the class the days alone would give. */
interface ReasonStrings {
  readonly presets: Readonly<Record<Preset, string>>;
  readonly days: (days: number, range: string, preset: string | null) => string;
  readonly ledger: (header: string, cell: string, byDays: string) => string;
  readonly policy: (since: string, byDays: string) => string;
  /** In a list: the class, and the words that made it. */
  readonly short: (riskClass: string, words: string) => string;
  readonly listed: string;
}

export const REASON_STRINGS: Readonly<Record<Language, ReasonStrings>> = {
  'zh-CN': {
    presets: { bank2023: '银行分类办法 2023', card: '信用卡惯例' },
    days: (days, range, preset) =>
      `${days > 0 ? `最长逾期 ${days} 天` : '未逾期'}，按天数 ${range}${preset ? `（${preset} 口径）` : ''}`,
    ledger: (header, cell, byDays) => `台账“${header}”写着“${cell}”，按天数是${byDays}`,
    policy: (since, byDays) =>
      `AR策略 名单列为破产${since && `，自 ${since} 起`}，按天数是${byDays}`,
    short: (riskClass, words) => `${riskClass}：${words}`,
    listed: 'AR策略 列为破产',
  },
  'en-US': {
    presets: { bank2023: 'the banks’ rule of 2023', card: 'credit-card practice' },
    days: (days, range, preset) => {
      const late = days === 1 ? '1 day overdue at most' : `${days} days overdue at most`;
      const of = preset ? ` of ${preset}` : '';
      return `${days > 0 ? late : 'Not overdue'}; by days ${range}${of}`;
    },
    ledger: (header, cell, byDays) =>
      `The ledger says “${cell}” under “${header}”; by days ${byDays}`,
    policy: (since, byDays) =>
      `Bankrupt by the list in AR Policy${since && ` since ${since}`}; by days ${byDays}`,
    short: (riskClass, words) => `${riskClass}: ${words}`,
    listed: 'bankrupt in AR Policy',
  },
};

type Known = Pick<Findings, 'analysis' | 'books'>;

/**
 * @param found - by the ledger's word or the policy, as `classified` says of the item
 * @returns what decided, and what the days alone would give
 */
export function factReason(
  { analysis, books }: Known,
  item: number,
  { by, byDays }: Classified,
  language: Language,
): string {
  const { items, bankruptFrom } = analysis;
  const { ledger, policy } = REASON_STRINGS[language];
  const instead = TEXTS[language].classes[byDays]!;
  if (by === 'policy') return policy(isoDate(bankruptFrom[items.customer[item]!]!), instead);
  const sheet = items.sheets[items.sheet[item]!];
  const { mapping, headers } = books.find(({ place }) => place.sheet === sheet)!.place;
  return ledger(headers[mapping.classFact!]!, cellOf(analysis, item), instead);
}

/** @returns the same in a few words, for a line of a list */
export function shortReason(
  { analysis }: Known,
  item: number,
  { by, riskClass }: Classified,
  language: Language,
): string {
  const { short, listed } = REASON_STRINGS[language];
  const words = by === 'policy' ? listed : cellOf(analysis, item);
  return short(TEXTS[language].classes[riskClass]!, words);
}

const cellOf = ({ items }: Known['analysis'], item: number): string =>
  items.classCells.get(item)!.trim();
