import type {
  Channel,
  Comparison,
  FactName,
  FACTS,
  Persona,
  RfaMode,
  SaidKnockIn,
  SopStep,
  Tone,
} from '../domain';
import type { CellProblem, PolicyFigure, PolicyLine, PolicyProblemCode } from './policyParts';
import { RISK_TEXTS } from './riskTexts';
import type { Language } from './texts';

/** A word of a cell and what it means. */
type Explained = readonly [word: string, meaning: string];

/** Words of the policy sheet; a cell may hold those of either language. */
export interface PolicyTexts {
  readonly title: string;
  readonly note: string;
  /** Heads the five thresholds. */
  readonly points: (n: number) => string;
  readonly weight: string;
  readonly lines: Readonly<Record<PolicyLine, Explained>>;
  readonly tierFrom: string;
  readonly figures: Readonly<Record<PolicyFigure, Explained>>;
  readonly modes: Readonly<Record<RfaMode, string>>;
  readonly treatments: string;
  readonly persona: string;
  readonly personas: Readonly<Record<Persona, string>>;
  readonly channel: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly tone: string;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly step: (n: number) => string;
  readonly steps: Readonly<Record<SopStep, string>>;
  readonly rules: string;
  readonly fact: string;
  readonly comparison: string;
  readonly value: string;
  readonly unit: string;
  readonly units: Readonly<Record<(typeof FACTS)[FactName]['unit'], string>>;
  readonly meaning: string;
  readonly facts: Readonly<Record<FactName, Explained>>;
  readonly knockIns: string;
  readonly customer: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<SaidKnockIn['reason'], string>>;
  readonly since: string;
  readonly problems: Readonly<Record<PolicyProblemCode, string>>;
  /** What goes on in place of a cell that cannot be used. */
  readonly instead: Readonly<Record<CellProblem['instead'], string>>;
}

/** As users write them in any language, ASCII included when read. */
export const COMPARISON_SIGNS: Readonly<Record<Comparison, string>> = {
  '>': '>',
  '>=': '≥',
  '<': '<',
  '<=': '≤',
};

export const POLICY_TEXTS: Readonly<Record<Language, PolicyTexts>> = {
  'zh-CN': {
    title: '账龄哨兵 风险策略',
    note: '改动黄色单元格，下次评估风险时生效；看不懂的单元格按默认值计算，并列入 AR数据质量。删除本表即恢复默认。',
    points: (n) => `${n} 分：高于`,
    weight: '权重',
    lines: {
      r: ['R 逾期时间', '天：逾期金额加权的逾期天数'],
      f: ['F 逾期频率', '比例：窗口内到期单据中逾期的'],
      a: ['A 逾期金额占比', '比例：未收余额中逾期的'],
      quantiles: ['分位', '评分方式为分位时用：排在其后的客户比例'],
    },
    tierFrom: '等级起点（0–100 分）',
    figures: {
      rfaMode: ['评分方式', '阈值：与上面的数比；分位：在全部客户中排名'],
      rfaWindow: ['F 的窗口（月）', '基准日往前 1–120 个月内到期的单据'],
      rfaLeast: ['F 的最少到期笔数', '少于它时数据不足，F 记 0'],
      lossGivenDefault: ['违约损失率', '收不回来时损失的比例'],
      amberFrom: ['概率关注线', '逾期概率达到它的：台账亮黄灯，AR客户风险 标黄'],
    },
    modes: { thresholds: '阈值', quantiles: '分位' },
    treatments: '催收策略：每类客户的渠道、语气、步骤，文字可改',
    persona: '画像',
    personas: RISK_TEXTS['zh-CN'].personas,
    channel: '首选渠道',
    channels: RISK_TEXTS['zh-CN'].channels,
    tone: '语气',
    tones: RISK_TEXTS['zh-CN'].tones,
    step: (n) => `步骤${n}`,
    steps: RISK_TEXTS['zh-CN'].steps,
    rules: '画像规则：自上而下，一行的条件全部成立即为该画像；都不成立为普通客户',
    fact: '指标',
    comparison: '比较',
    value: '值',
    unit: '单位',
    units: { share: '比例', days: '天', count: '次', level: '级' },
    meaning: '说明',
    facts: {
      salesShare: ['销售占比', '12 个月净销售额占全部客户的'],
      salesGrowth: ['销售增长', '近 6 个月比之前 6 个月'],
      creditNoteShare: ['红字占比', '12 个月红字对蓝字'],
      relationshipDays: ['合作天数', '自第一张单据'],
      lateRatio: ['逾期频率', 'RFA 的 F'],
      recentLateRatio: ['近期逾期频率', '近 3 个月到期的'],
      maxDelay: ['最长迟付', '窗口内到期的，已付和未付'],
      delayTrend: ['迟付变化', '最近 3 次回款比以前平均晚'],
      overdueDays: ['逾期时间', 'RFA 的 R'],
      overdueDaysRise: ['逾期时间上升', 'R 比 3 个月前'],
      overdueShare: ['逾期金额占比', 'RFA 的 A'],
      maxDaysOverdue: ['最长逾期', '现在未收的'],
      disputedShare: ['争议占比', '逾期中有争议的'],
      oldDisputedShare: ['陈年争议占比', '逾期中有争议且逾期超 180 天的'],
      partPaidShare: ['部分付款占比', '逾期中付过一部分的余额'],
      brokenPromises: ['失信承诺', '12 个月内，须有承诺清单'],
      groundlessDisputes: ['无理争议', '12 个月内，须有争议清单'],
      upheldDisputes: ['属实争议', '12 个月内，须有争议清单'],
      bouncedBills: ['票据拒付', '12 个月内，须有票据清单'],
      orderChange: ['订单变化', '近 90 天比之前 90 天，须有订单清单'],
      signalSeverity: ['外部信号', '180 天内最严重的 0–3，须有信号清单'],
    },
    knockIns: '黑名单与破产：一律极高',
    customer: '客户（编码或名称）',
    reason: '原因',
    reasons: { blacklist: '黑名单', bankruptcy: '破产' },
    since: '起始日（空：一直）',
    problems: {
      number: '要 0 或以上的数',
      share: '要 0% 到 100% 的数',
      change: '要 −100% 到 1000% 的数',
      days: '要天数',
      score: '要 0 到 100 的数',
      months: '要 1 到 120 的整数',
      whole: '要 0 或以上的整数',
      ascending: '要比左边的大',
      weights: '权重不能都是 0',
      mode: '要“阈值”或“分位”',
      persona: '没有这种画像',
      repeated: '这种画像前面已有一行',
      fact: '没有这个指标',
      comparison: '要 > ≥ < ≤ 之一',
      customer: '没有写客户',
      reason: '要“黑名单”或“破产”',
      since: '不是日期',
      missing: '找不到名称所指的单元格',
    },
    instead: {
      default: '用默认值',
      leftOut: '此行不用',
      blacklist: '按黑名单',
      ever: '按一直有效',
    },
  },
  'en-US': {
    title: 'AR Sentinel risk policy',
    note: 'Change a yellow cell: the next risk assessment follows. What cannot be read is taken as usual and told in AR Data quality. Delete this sheet for the defaults.',
    points: (n) => `${n} if above`,
    weight: 'Weight',
    lines: {
      r: ['R time overdue', 'days overdue, weighted by the amount overdue'],
      f: ['F often overdue', 'share of the items fallen due that were late'],
      a: ['A overdue share', 'share of the open balance that is overdue'],
      quantiles: ['Quantiles', 'for the mode quantiles: share of customers ranked below'],
    },
    tierFrom: 'Tiers from (score 0–100)',
    figures: {
      rfaMode: ['Points by', 'thresholds: the figures above; quantiles: rank among all customers'],
      rfaWindow: ['Months for F', 'items fallen due in the 1–120 months before the as-of day'],
      rfaLeast: ['Least items for F', 'with fewer fallen due F is 0'],
      lossGivenDefault: ['Loss given default', 'share of an unpaid claim that is lost'],
      amberFrom: [
        'Watch from',
        'probability of being late from which a row has the yellow light, AR Customer risk a mark',
      ],
    },
    modes: { thresholds: 'Thresholds', quantiles: 'Quantiles' },
    treatments: 'How each kind of customer is dealt with, in words of your own if you like',
    persona: 'Persona',
    personas: RISK_TEXTS['en-US'].personas,
    channel: 'First by',
    channels: RISK_TEXTS['en-US'].channels,
    tone: 'Tone',
    tones: RISK_TEXTS['en-US'].tones,
    step: (n) => `Step ${n}`,
    steps: RISK_TEXTS['en-US'].steps,
    rules:
      'Personas: asked from the top; the first line of which all conditions hold decides, else ordinary',
    fact: 'Figure',
    comparison: 'Is',
    value: 'Value',
    unit: 'Unit',
    units: { share: 'share', days: 'days', count: 'times', level: 'level' },
    meaning: 'Meaning',
    facts: {
      salesShare: ['Share of sales', 'net sales of 12 months among all customers'],
      salesGrowth: ['Sales growth', '6 months against the 6 before'],
      creditNoteShare: ['Credit notes', 'against invoices, 12 months'],
      relationshipDays: ['Customer for', 'since the first document'],
      lateRatio: ['Often overdue', 'F of RFA'],
      recentLateRatio: ['Lately overdue', 'of what fell due in 3 months'],
      maxDelay: ['Longest delay', 'of what fell due in the window'],
      delayTrend: ['Delay trend', 'last 3 receipts against those before'],
      overdueDays: ['Time overdue', 'R of RFA'],
      overdueDaysRise: ['Overdue rise', 'R against 3 months ago'],
      overdueShare: ['Overdue share', 'A of RFA'],
      maxDaysOverdue: ['Most overdue', 'of what is open now'],
      disputedShare: ['Disputed', 'of the overdue'],
      oldDisputedShare: ['Long disputed', 'disputed and over 180 days overdue, of the overdue'],
      partPaidShare: ['Paid in part', 'rests of items paid in part, of the overdue'],
      brokenPromises: ['Broken promises', '12 months, needs a list'],
      groundlessDisputes: ['Groundless disputes', '12 months, needs a list'],
      upheldDisputes: ['Upheld disputes', '12 months, needs a list'],
      bouncedBills: ['Bounced bills', '12 months, needs a list'],
      orderChange: ['Order change', '90 days against the 90 before, needs a list'],
      signalSeverity: ['Outside signal', 'the gravest of 180 days, 0–3, needs a list'],
    },
    knockIns: 'Blacklist and bankruptcies: always very high',
    customer: 'Customer (code or name)',
    reason: 'Reason',
    reasons: { blacklist: 'Blacklist', bankruptcy: 'Bankruptcy' },
    since: 'Since (blank: ever)',
    problems: {
      number: 'must be a number from 0',
      share: 'must be 0 % to 100 %',
      change: 'must be −100 % to 1000 %',
      days: 'must be days',
      score: 'must be 0 to 100',
      months: 'must be a whole number from 1 to 120',
      whole: 'must be a whole number from 0',
      ascending: 'must be more than the one before',
      weights: 'weights cannot all be 0',
      mode: 'must be Thresholds or Quantiles',
      persona: 'no such persona',
      repeated: 'a line above is of this persona',
      fact: 'no such figure',
      comparison: 'must be > ≥ < or ≤',
      customer: 'names no customer',
      reason: 'must be Blacklist or Bankruptcy',
      since: 'no date',
      missing: 'the cells of this name are gone',
    },
    instead: {
      default: 'the default counts',
      leftOut: 'the line is left out',
      blacklist: 'taken as Blacklist',
      ever: 'taken as ever',
    },
  },
};
