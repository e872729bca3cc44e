import {
  DEFAULT_POLICY,
  isoDate,
  ratingTrends,
  TIERS,
  type AccountRfa,
  type Analysis,
  type CustomerRisk,
  type Policy,
  type RatingTrend,
  type RiskAssessment,
  type Tier,
} from '../domain';
import { columnLetters, linkToSheetIn, quotedText } from './address';
import { addRule, loadRules, type CustomRule } from './customRules';
import type { Examination } from './examineLedger';
import { LIST_HEADER_ROW, listSheet } from './listSheet';
import type { SheetDraft } from './putSheets';
import { loadQuadrantChart, putQuadrantChart } from './quadrantChart';
import { factorText, matchText, ratingText, RISK_TEXTS, type RiskTexts } from './riskTexts';
import type { Cell } from './rowColumns';
import { treatmentWords } from './treatmentWords';
import { TEXTS, type Language, type Texts } from './texts';

/** Fill and font of a tier, beside its word. */
const TIER_COLOURS: Readonly<Record<Tier, readonly [fill: string, font: string]>> = {
  veryHigh: ['#FFC7CE', '#9C0006'],
  high: ['#FCE4D6', '#833C0B'],
  medium: ['#FFEB9C', '#7F4F00'],
  low: ['#E2EFDA', '#375623'],
};

const BARS = { score: '#F4B183', expectedLoss: '#9DC3E6' } as const;

interface Column {
  readonly key: string;
  readonly title: string;
  readonly format: string;
  readonly width: number;
  readonly cell: (customer: CustomerRisk) => Cell;
}

/** The customers, the riskiest first: what they are rated, why, and what is to be done. */
export async function riskSheet(
  { main: { place }, analysis, policy, ratings }: Examination,
  assessment: RiskAssessment,
  language: Language,
): Promise<SheetDraft> {
  const { customers } = assessment;
  const texts = TEXTS[language];
  const { treatments, amberFrom } = policy?.policy ?? DEFAULT_POLICY;
  const trendOf = ratingTrends(ratings, place.sheet, analysis.asOf);
  const columns = columnsOf(analysis, texts, RISK_TEXTS[language], treatments, trendOf);
  const letterOf = (key: string) => columnLetters(columns.findIndex((c) => c.key === key));
  const first = LIST_HEADER_ROW + 1;
  const last = LIST_HEADER_ROW + Math.max(1, customers.length);
  const below = (key: string) => `${letterOf(key)}${first}:${letterOf(key)}${last}`;
  const rule = (
    key: string,
    condition: (cell: string) => string,
    [fill, font]: (typeof TIER_COLOURS)[Tier],
  ): CustomRule => ({
    address: below(key),
    formula: `=${condition(`$${letterOf(key)}${first}`)}`,
    fill,
    font,
  });
  const rules = [
    ...TIERS.map((tier) => {
      const word = quotedText(RISK_TEXTS[language].tiers[tier]);
      return rule('tier', (cell) => `${cell}=${word}`, TIER_COLOURS[tier]);
    }),
    rule('probability', (cell) => `N(${cell})>=${amberFrom}`, TIER_COLOURS.medium),
  ];
  const bars = Object.entries(BARS);
  const list = await listSheet({
    key: 'risk',
    title: texts.riskTitle,
    about: [
      texts.about(place.sheet, isoDate(analysis.asOf)),
      ...(assessment.quadrants.valueFrom === null ? [] : [RISK_TEXTS[language].chartIs]),
    ].join(' · '),
    columns,
    list: customers,
    cells: (customer) => columns.map(({ cell }) => cell(customer)),
    link: {
      title: texts.link,
      to: (row) =>
        `${linkToSheetIn(`$${letterOf('sheet')}${row}`)}&` +
        `${quotedText(columnLetters(place.firstColumn))}&$${letterOf('row')}${row}`,
      text: texts.goTo,
    },
    nothing: texts.nothing,
    more: texts.more,
  });
  return {
    ...list,
    loadRest(sheet) {
      const areRules = loadRules(sheet, rules, bars.length);
      const isChart = loadQuadrantChart(sheet, assessment);
      return async () => isChart() && (await areRules());
    },
    async write(sheet) {
      sheet.getRange().conditionalFormats.clearAll();
      for (const each of rules) addRule(sheet, each);
      for (const [key, colour] of bars) {
        const formats = sheet.getRange(below(key)).conditionalFormats;
        const { dataBar } = formats.add(Excel.ConditionalFormatType.dataBar);
        dataBar.positiveFormat.fillColor = colour;
      }
      await list.write(sheet);
      // Once its cells are filled: of blank ones a chart has no series.
      const chart = {
        shares: below('share'),
        scores: below('score'),
        corner: `${columnLetters(columns.length + 2)}${first}`,
        score: texts.score,
      };
      putQuadrantChart(sheet, assessment, chart, RISK_TEXTS[language]);
    },
  };
}

/** @returns the columns of the table; balances once per currency of the ledger */
function columnsOf(
  analysis: Analysis,
  texts: Texts,
  risk: RiskTexts,
  treatments: Policy['treatments'],
  trendOf: (customer: string) => RatingTrend | null,
): Column[] {
  const { items } = analysis;
  const { riskColumns: titles } = texts;
  const rows = firstRows(analysis);
  const hasNames = items.customerNames.some((name) => name !== '');
  const text = (
    key: string,
    title: string,
    width: number,
    cell: (customer: CustomerRisk) => string,
  ): Column => ({ key, title, format: '@', width, cell });
  const figure = (
    key: string,
    title: string,
    format: string,
    cell: (customer: CustomerRisk) => Cell,
  ): Column => ({ key, title, format, width: format === '#,##0.00' ? 90 : 60, cell });
  const balance = (key: 'open' | 'overdue', currency: string): Column => {
    const title = items.currencies.length > 1 ? `${titles[key]} ${currency}` : titles[key];
    return figure(`${key} ${currency}`, title, '#,##0.00', ({ accounts }) => {
      const own = accounts.find((account: AccountRfa) => account.currency === currency);
      return own ? own[key] / 100 : '';
    });
  };
  return [
    text('customer', texts.customer, 150, ({ customer }) => customer),
    ...(hasNames
      ? [text('name', texts.customerName, 130, ({ number }) => items.customerNames[number]!)]
      : []),
    text('tier', texts.tier, 60, ({ tier }) => risk.tiers[tier]),
    figure('score', texts.score, '0', ({ score }) => score),
    text('previous', risk.previous, 96, ({ customer }) => {
      const previous = trendOf(customer)?.previous;
      return previous ? ratingText(previous, risk) : '';
    }),
    text('trend', risk.trend, 54, ({ customer }) => {
      const trend = trendOf(customer);
      return trend ? risk.changes[trend.change] : '';
    }),
    figure('r', titles.r, '0.0', ({ measures }) => measures.r),
    figure('f', titles.f, '0%', ({ measures, isInsufficient }) =>
      isInsufficient ? '' : measures.f,
    ),
    figure('a', titles.a, '0%', ({ measures }) => measures.a),
    text('points', titles.points, 60, ({ points: { r, f, a } }) => [r, f, a].join(' / ')),
    text('insufficient', risk.insufficient, 60, ({ isInsufficient }) =>
      isInsufficient ? risk.insufficient : '',
    ),
    text('knockIns', titles.knockIns, 80, ({ knockIns }) =>
      knockIns.map((reason) => risk.knockIns[reason]).join(texts.listed),
    ),
    text('persona', titles.persona, 150, ({ persona }) => risk.personas[persona.persona]),
    text('matches', titles.matches, 220, ({ persona }) =>
      persona.matches.map((match) => matchText(match, risk)).join(texts.listed),
    ),
    text('cause', titles.cause, 200, ({ rootCause: { cause, evidence } }) => {
      if (cause === null) return '';
      const { signs } = evidence.find((one) => one.cause === cause)!;
      const said = signs.map((sign) => matchText(sign, risk)).join(texts.listed);
      return `${risk.causes[cause]} · ${said}`;
    }),
    figure('share', risk.facts.salesShare, '0.0%', ({ facts }) => facts.salesShare ?? ''),
    text('quadrant', titles.quadrant, 70, ({ quadrant }) => risk.quadrants[quadrant]),
    ...items.currencies.flatMap((currency) => [
      balance('open', currency),
      balance('overdue', currency),
    ]),
    figure('probability', texts.probability, '0%', ({ probability }) => probability ?? ''),
    figure('expectedLoss', texts.expectedLoss, '#,##0.00', (one) => one.expectedLoss / 100),
    text('factors', titles.factors, 240, ({ factors }) =>
      factors.map((factor) => factorText(factor, risk)).join(texts.listed),
    ),
    text('treatment', titles.treatment, 260, ({ persona }) => {
      const { channel, tone, steps } = treatmentWords(treatments[persona.persona], risk);
      return `${channel} · ${tone} · ${steps.join(' → ')}`;
    }),
    text('sheet', texts.sheet, 90, ({ number }) => {
      return items.sheets[items.sheet[rows[number]!]!]!;
    }),
    figure('row', texts.ledgerRow, '0', ({ number }) => {
      return items.row[rows[number]!]!;
    }),
  ];
}

/** @returns by customer: its first open item, else its first one */
function firstRows({ items, open }: Analysis): Int32Array {
  const first = new Int32Array(items.customers.length).fill(-1);
  for (let i = 0; i < items.count; i++) {
    const c = items.customer[i]!;
    const known = first[c]!;
    if (known < 0 || (open[i]! > 0 && open[known]! <= 0)) first[c] = i;
  }
  return first;
}
