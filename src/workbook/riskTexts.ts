import {
  FACTS,
  isoDate,
  type AlikeBy,
  type Cause,
  type Channel,
  type Comparison,
  type Factor,
  type FactorCode,
  type FactName,
  type KnockInReason,
  type Match,
  type Persona,
  type Quadrant,
  type RfaPart,
  type SopStep,
  type Rating,
  type Tier,
  type TierChange,
  type Tone,
} from '../domain';
import type { Language } from './texts';

/** Words for the codes the domain rates customers by; sheets and pane say the same. */
export interface RiskTexts {
  readonly tiers: Readonly<Record<Tier, string>>;
  /** Heads what a customer was rated before, and how that has moved. */
  readonly previous: string;
  readonly trend: string;
  readonly changes: Readonly<Record<TierChange, string>>;
  /** The sheet of ratings kept. */
  readonly ratingTitle: string;
  readonly ratingNote: string;
  readonly ratedOn: string;
  readonly ledger: string;
  readonly parts: Readonly<Record<RfaPart, string>>;
  readonly knockIns: Readonly<Record<KnockInReason, string>>;
  readonly insufficient: string;
  readonly personas: Readonly<Record<Persona, string>>;
  readonly causes: Readonly<Record<Cause, string>>;
  readonly quadrants: Readonly<Record<Quadrant, string>>;
  /** Where the chart of them stands. */
  readonly chartIs: string;
  readonly steps: Readonly<Record<SopStep, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly facts: Readonly<Record<FactName, string>>;
  readonly factors: Readonly<Record<FactorCode, string>>;
  /** What an amount or a number counts, after it. */
  readonly days: (n: number) => string;
  readonly times: (n: number) => string;
  readonly documents: (n: number) => string;
  readonly yes: string;
  readonly no: string;
}

export const RISK_TEXTS: Readonly<Record<Language, RiskTexts>> = {
  'zh-CN': {
    tiers: { low: '低', medium: '中', high: '高', veryHigh: '极高' },
    previous: '上次等级',
    trend: '趋势',
    changes: { worse: '↑ 恶化', new: '新增', same: '→ 不变', better: '↓ 好转' },
    ratingTitle: '评级历史',
    ratingNote: '每次评估的等级和得分；同一台账同一天再评即替换，行数有上限，最早的日期先去掉。',
    ratedOn: '评估日',
    ledger: '台账',
    parts: { r: '逾期时间', f: '逾期频率', a: '逾期占比' },
    knockIns: { blacklist: '黑名单', bankruptcy: '破产', limitation: '超诉讼时效' },
    insufficient: '数据不足',
    personas: {
      endangered: '现金流断裂的濒危客户',
      staller: '缺乏诚信的拖延者',
      legacy: '优质遗留问题客户',
      strategic: '精明强势的战略客户',
      potential: '潜力股客户',
      ordinary: '普通客户',
    },
    causes: { process: '流程', ability: '能力', willingness: '意愿' },
    quadrants: { keep: '维护', control: '管控', grow: '培育', tighten: '收紧' },
    chartIs: '价值×风险图在表的右边',
    steps: {
      reconcile: '对账确认',
      remindBeforeDue: '到期前提醒',
      call: '电话提醒',
      letter: '书面催款函',
      executiveTalk: '高层对话',
      settleDispute: '解决争议',
      writtenPromise: '书面还款承诺',
      repaymentPlan: '分期还款计划',
      tightenCredit: '收紧账期与额度',
      relaxCredit: '放宽账期与额度',
      stopSupply: '停止供货，款到发货',
      visit: '上门核查',
      secureCollateral: '落实担保、抵押',
      lawyerLetter: '律师函',
      legalAction: '财产保全、起诉',
      fixProcess: '划清责任，整改流程',
    },
    channels: {
      message: '微信或短信',
      email: '邮件',
      phone: '电话',
      letter: '书面函件',
      visit: '上门',
    },
    tones: { friendly: '友好', cooperative: '协作', firm: '坚定', formal: '正式', urgent: '紧迫' },
    facts: {
      salesShare: '占销售额',
      salesGrowth: '近期销售额变化',
      creditNoteShare: '红冲占开票额',
      relationshipDays: '往来时间',
      lateRatio: '到期后晚付的比例',
      recentLateRatio: '近期晚付的比例',
      maxDelay: '最长晚付',
      delayTrend: '近几笔回款晚付变化',
      overdueDays: '加权逾期天数',
      overdueDaysRise: '近期加权逾期天数变化',
      overdueShare: '逾期占未收',
      maxDaysOverdue: '现最长逾期',
      disputedShare: '争议占逾期',
      oldDisputedShare: '陈年争议占逾期',
      partPaidShare: '付了一部分的占逾期',
      brokenPromises: '失信承诺',
      groundlessDisputes: '无理争议',
      upheldDisputes: '成立的争议',
      bouncedBills: '退票、拒付',
      orderChange: '近期订单变化',
      signalSeverity: '外部信号最高级别',
    },
    factors: {
      amount: '单据金额',
      term: '账期',
      settled: '以前付清的单据',
      lateShare: '以前晚付的比例',
      meanDelay: '以前平均晚付',
      recentDelay: '近三笔平均晚付',
      open: '开票时未收的单据',
      overdue: '开票时已逾期的单据',
      age: '往来时间',
      quarterEnd: '季末开票',
      weekday: '同一星期几到期的单据晚付',
      size: '同样大小的单据晚付',
      monthPart: '同一旬到期的单据晚付',
      currency: '同一币种的单据晚付',
      region: '同一区域的单据晚付',
      customerType: '同类客户的单据晚付',
      productModel: '同一车型的单据晚付',
      salesperson: '同一业务员的单据晚付',
      industry: '同一行业的单据晚付',
      segment: '同类客户晚付的比例',
    },
    days: (n) => `${n} 天`,
    times: (n) => `${n} 次`,
    documents: (n) => `${n} 笔`,
    yes: '是',
    no: '否',
  },
  'en-US': {
    tiers: { low: 'Low', medium: 'Medium', high: 'High', veryHigh: 'Very high' },
    previous: 'Tier before',
    trend: 'Trend',
    changes: { worse: '↑ worse', new: 'new', same: '→ same', better: '↓ better' },
    ratingTitle: 'Rating history',
    ratingNote:
      'Tier and score of each rating. The same ledger and day again replaces; of too many lines the earliest days go.',
    ratedOn: 'Rated on',
    ledger: 'Ledger',
    parts: { r: 'Days overdue', f: 'Late frequency', a: 'Overdue share' },
    knockIns: { blacklist: 'Blacklisted', bankruptcy: 'Bankrupt', limitation: 'Time-barred' },
    insufficient: 'too little data',
    personas: {
      endangered: 'Endangered: out of cash',
      staller: 'Staller in bad faith',
      legacy: 'Good customer with an old problem',
      strategic: 'Shrewd strategic customer',
      potential: 'Rising customer',
      ordinary: 'Ordinary customer',
    },
    causes: { process: 'Process', ability: 'Ability', willingness: 'Willingness' },
    quadrants: { keep: 'Keep', control: 'Control', grow: 'Grow', tighten: 'Tighten' },
    chartIs: 'Value × risk is drawn to the right of the list',
    steps: {
      reconcile: 'Reconcile accounts',
      remindBeforeDue: 'Remind before due',
      call: 'Call',
      letter: 'Dunning letter',
      executiveTalk: 'Executives talk',
      settleDispute: 'Settle the dispute',
      writtenPromise: 'Written promise to pay',
      repaymentPlan: 'Repayment plan',
      tightenCredit: 'Tighten term and limit',
      relaxCredit: 'Relax term and limit',
      stopSupply: 'Stop supply: cash first',
      visit: 'Visit and verify',
      secureCollateral: 'Secure collateral',
      lawyerLetter: "Lawyer's letter",
      legalAction: 'Freeze assets and sue',
      fixProcess: 'Mend our process',
    },
    channels: {
      message: 'Message',
      email: 'E-mail',
      phone: 'Phone',
      letter: 'Letter',
      visit: 'Visit',
    },
    tones: {
      friendly: 'friendly',
      cooperative: 'cooperative',
      firm: 'firm',
      formal: 'formal',
      urgent: 'urgent',
    },
    facts: {
      salesShare: 'Share of sales',
      salesGrowth: 'Recent change of sales',
      creditNoteShare: 'Credit notes to invoices',
      relationshipDays: 'Customer for',
      lateRatio: 'Late of fallen due',
      recentLateRatio: 'Late of lately fallen due',
      maxDelay: 'Longest delay',
      delayTrend: 'Latest receipts against earlier',
      overdueDays: 'Weighted days overdue',
      overdueDaysRise: 'Recent change of days overdue',
      overdueShare: 'Overdue of open',
      maxDaysOverdue: 'Longest overdue now',
      disputedShare: 'Disputed of overdue',
      oldDisputedShare: 'Old disputes of overdue',
      partPaidShare: 'Part-paid of overdue',
      brokenPromises: 'Promises broken',
      groundlessDisputes: 'Groundless disputes',
      upheldDisputes: 'Disputes upheld',
      bouncedBills: 'Bills bounced',
      orderChange: 'Recent change of orders',
      signalSeverity: 'Gravest outside signal',
    },
    factors: {
      amount: 'Amount of the document',
      term: 'Term',
      settled: 'Documents settled before',
      lateShare: 'Paid late before',
      meanDelay: 'Mean delay before',
      recentDelay: 'Mean delay of the last three',
      open: 'Open when issued',
      overdue: 'Overdue when issued',
      age: 'Customer for',
      quarterEnd: 'Issued at quarter-end',
      weekday: 'Late if due on this weekday',
      size: 'Late if of this size',
      monthPart: 'Late if due in this part of the month',
      currency: 'Late in this currency',
      region: 'Late in this region',
      customerType: 'Late with this type of customer',
      productModel: 'Late for this model',
      salesperson: 'Late with this salesperson',
      industry: 'Late in this industry',
      segment: 'Late among like customers',
    },
    days: (n) => (Math.abs(n) === 1 ? `${n} day` : `${n} days`),
    times: (n) => (n === 1 ? 'once' : `${n} times`),
    documents: (n) => (n === 1 ? '1 document' : `${n} documents`),
    yes: 'yes',
    no: 'no',
  },
};

const SIGNS: Readonly<Record<Comparison, string>> = { '>': '>', '>=': '≥', '<': '<', '<=': '≤' };

/** Facts that are differences: their sign is always said. */
const CHANGES: ReadonlySet<FactName> = new Set([
  'salesGrowth',
  'delayTrend',
  'overdueDaysRise',
  'orderChange',
]);

/** @param share - 0.0525 @returns `5.3%`; a whole one without decimals */
export const percentText = (share: number): string => `${rounded(share * 100)}%`;

/** Numbers are told to a decimal: −0 and 12.000001 are no figures people know. */
const rounded = (n: number): number => Math.round(n * 10) / 10 || 0;

/** @returns a fact's figure with its unit: `72 天`, `+20%`, `2 次` */
export function factValue(fact: FactName, value: number, texts: RiskTexts): string {
  const sign = CHANGES.has(fact) && value > 0 ? '+' : '';
  return sign + valueOf(fact, value, texts);
}

function valueOf(fact: FactName, value: number, texts: RiskTexts): string {
  switch (FACTS[fact].unit) {
    case 'share':
      return percentText(value);
    case 'days':
      return texts.days(rounded(value));
    case 'count':
      return texts.times(value);
    case 'level':
      return String(value);
  }
}

/** @returns a condition that held, with what it was held against: `加权逾期天数 72 天（> 60 天）` */
export const matchText = (match: Match<FactName>, texts: RiskTexts): string =>
  `${texts.facts[match.fact]} ${factValue(match.fact, match.found, texts)} (${
    SIGNS[match.comparison]
  } ${factValue(match.fact, match.value, texts)})`;

/** What an input is told as; those of a way of being alike are differences of shares. */
const FACTOR_UNITS: Readonly<
  Record<Exclude<FactorCode, AlikeBy>, 'money' | 'days' | 'logDays' | 'logCount' | 'share' | 'flag'>
> = {
  amount: 'money',
  term: 'days',
  settled: 'logCount',
  lateShare: 'share',
  meanDelay: 'days',
  recentDelay: 'days',
  open: 'logCount',
  overdue: 'logCount',
  age: 'logDays',
  quarterEnd: 'flag',
  segment: 'share',
};

const isUnited = (code: FactorCode): code is keyof typeof FACTOR_UNITS => code in FACTOR_UNITS;

/** @returns what moves a probability, its figure and which way: `近三笔平均晚付 22 天 ↑` */
export const factorText = (factor: Factor, texts: RiskTexts): string =>
  `${texts.factors[factor.code]} ${factorValue(factor, texts)} ${factor.contribution > 0 ? '↑' : '↓'}`;

function factorValue({ code, value }: Factor, texts: RiskTexts): string {
  if (!isUnited(code)) return `${value > 0 ? '+' : ''}${percentText(value)}`;
  switch (FACTOR_UNITS[code]) {
    case 'money':
      return Math.round(Math.expm1(value)).toLocaleString('en-US');
    case 'days':
      return texts.days(rounded(value));
    case 'logDays':
      return texts.days(Math.round(Math.expm1(value)));
    case 'logCount':
      return texts.documents(Math.round(Math.expm1(value)));
    case 'share':
      return percentText(value);
    case 'flag':
      return value > 0 ? texts.yes : texts.no;
  }
}

/** @returns what a customer was rated, and when: `中 42 · 2025-05-31` */
export const ratingText = ({ tier, score, date }: Rating, { tiers }: RiskTexts): string =>
  `${tiers[tier]} ${rounded(score)} · ${isoDate(date)}`;
