import { PERSONAS } from '../domain';
import type { PolicyProblemCode } from '../workbook/policyParts';
import { POLICY_TEXTS } from '../workbook/policyTexts';
import type { Language } from '../workbook/texts';

/** What the pane says where a policy goes from workbook to workbook. */
interface PolicyStrings {
  readonly about: string;
  readonly text: string;
  readonly show: string;
  readonly copy: string;
  readonly copied: string;
  /** The browser lets nobody but the reader copy. */
  readonly selected: string;
  readonly download: string;
  readonly open: string;
  readonly takeIn: string;
  readonly tookIn: string;
  readonly refused: string;
  readonly noPolicy: string;
  readonly otherKind: string;
  readonly otherVersion: string;
  readonly treatment: (persona: string) => string;
  readonly rule: (n: number) => string;
  readonly knockIn: (n: number) => string;
  readonly unusable: string;
}

export const POLICY_STRINGS: Readonly<Record<Language, PolicyStrings>> = {
  'zh-CN': {
    about: '“取出”把 AR策略 变成一段文字，复制或存成文件；在另一个工作簿贴上或打开，点“采用”。',
    text: '策略文字',
    show: '取出',
    copy: '复制',
    copied: '已复制。',
    selected: '已选中，请按 Ctrl+C（Mac 按 ⌘C）复制。',
    download: '存成文件',
    open: '打开文件',
    takeIn: '采用',
    tookIn: '已写入 AR策略。可以撤销。',
    refused: '没有采用，AR策略 未改动：',
    noPolicy: '这不是一段策略文字（JSON 读不出）',
    otherKind: '这不是账龄哨兵的策略',
    otherVersion: '这是别的版本的策略',
    treatment: (persona) => `处置 ${persona}`,
    rule: (n) => `第 ${n} 条画像规则`,
    knockIn: (n) => `名单第 ${n} 行`,
    unusable: '不完整或不能用',
  },
  'en-US': {
    about:
      'Show turns AR Policy into text to copy or save. Paste or open it in another workbook and take it in.',
    text: 'Policy as text',
    show: 'Show',
    copy: 'Copy',
    copied: 'Copied.',
    selected: 'Selected: press Ctrl+C (⌘C on a Mac) to copy.',
    download: 'Save as file',
    open: 'Open a file',
    takeIn: 'Take in',
    tookIn: 'Written to AR Policy. It can be undone.',
    refused: 'Not taken in, AR Policy is as it was:',
    noPolicy: 'This is no policy as text (no readable JSON)',
    otherKind: 'This is no policy of AR Sentinel',
    otherVersion: 'This is a policy of another version',
    treatment: (persona) => `Treatment: ${persona}`,
    rule: (n) => `Persona rule ${n}`,
    knockIn: (n) => `Line ${n} of the list`,
    unusable: 'incomplete or of no use',
  },
};

/** @param place - as policyFromJson names it @returns what is wrong there, in the reader's words */
export function wrongText(place: string, language: Language): string {
  const t = POLICY_STRINGS[language];
  const { lines, figures, weight, tierFrom, personas, problems, rules, knockIns } =
    POLICY_TEXTS[language];
  const colon = language === 'zh-CN' ? '：' : ': ';
  const say = (word: string, code: PolicyProblemCode) => `${word}${colon}${problems[code]}`;
  const words: Readonly<Record<string, string>> = {
    '': t.noPolicy,
    kind: t.otherKind,
    version: t.otherVersion,
    'rfa.mode': say(figures.rfaMode[0], 'mode'),
    'rfa.thresholds.r': say(lines.r[0], 'ascending'),
    'rfa.thresholds.f': say(lines.f[0], 'ascending'),
    'rfa.thresholds.a': say(lines.a[0], 'ascending'),
    'rfa.quantiles': say(lines.quantiles[0], 'ascending'),
    'rfa.weights': say(weight, 'weights'),
    'rfa.tierFrom': say(tierFrom, 'ascending'),
    'rfa.windowMonths': say(figures.rfaWindow[0], 'months'),
    'rfa.leastFallenDue': say(figures.rfaLeast[0], 'whole'),
    lossGivenDefault: say(figures.lossGivenDefault[0], 'share'),
    amberFrom: say(figures.amberFrom[0], 'share'),
    personaRules: `${rules}${colon}${t.unusable}`,
    knockIns: `${knockIns}${colon}${t.unusable}`,
    ...Object.fromEntries(
      PERSONAS.map((persona) => [
        `treatments.${persona}`,
        `${t.treatment(personas[persona])}${colon}${t.unusable}`,
      ]),
    ),
  };
  const [, list, n] = /^(personaRules|knockIns)\.(\d+)$/.exec(place) ?? [];
  if (list === 'personaRules') return `${t.rule(Number(n))}${colon}${t.unusable}`;
  if (list === 'knockIns') return `${t.knockIn(Number(n))}${colon}${t.unusable}`;
  return words[place]!;
}
