import type { Language } from '../workbook/texts';

/** What the customer card says beside the words of riskTexts; comes with it. */
export interface CardStrings {
  readonly back: string;
  readonly lights: {
    readonly red: string;
    readonly amber: (days: number) => string;
    readonly yellow: string;
    readonly none: string;
  };
  readonly open: string;
  readonly overdue: string;
  readonly share: string;
  readonly unapplied: string;
  readonly classes: string;
  readonly items: (n: number) => string;
  readonly ageing: string;
  readonly nothingOpen: string;
  readonly openItems: (n: number) => string;
  readonly dueOn: (date: string) => string;
  readonly overdueBy: (days: number) => string;
  readonly credit: string;
  readonly expected: (from: string, to: string) => string;
  readonly payments: (n: number) => string;
  readonly noPayments: string;
  readonly undated: (n: number) => string;
  /** Days late, below 0 for early. */
  readonly delay: (days: number) => string;
  readonly meanDelay: string;
  readonly recentDelay: string;
  readonly chart: (n: number, mean: string) => string;
  readonly asTable: string;
  readonly latest: (n: number) => string;
  readonly document: string;
  readonly due: string;
  readonly paidOn: string;
  readonly late: string;
  readonly notAssessed: string;
  readonly assess: string;
  readonly assessing: string;
  readonly tier: (tier: string) => string;
  readonly score: string;
  readonly points: (n: number) => string;
  readonly longest: (days: number) => string;
  readonly noneOverdue: string;
  readonly lateOf: (late: number, fallenDue: number, from: string) => string;
  readonly overdueOf: (overdue: string, open: string) => string;
  readonly sum: (formula: string, score: string) => string;
  /** Where the switches write. */
  readonly said: string;
  /** Since when a claim can no longer be enforced. */
  readonly limitation: (since: string) => string;
  readonly knockedIn: (reasons: readonly string[]) => string;
  readonly noTrend: string;
  readonly trendOf: (n: number, from: string, change: string) => string;
  readonly asList: string;
  readonly probability: string;
  readonly unrated: string;
  readonly expectedLoss: string;
  /** What the figures above are, where there are several currencies. */
  readonly inBase: string;
  readonly receipt: string;
  readonly noBand: string;
  readonly factorsOf: (document: string) => string;
  readonly alreadyLate: string;
  readonly persona: string;
  readonly basis: string;
  readonly noRule: string;
  readonly unknown: (facts: readonly string[]) => string;
  readonly treatment: string;
  readonly begin: (channel: string, tone: string) => string;
  readonly cause: string;
  readonly noCause: string;
  readonly confidence: (share: string) => string;
  readonly quadrant: string;
  readonly notes: string;
  readonly noteFor: (customer: string) => string;
  readonly addNote: string;
  readonly noNotes: string;
}

export const CARD_STRINGS: Readonly<Record<Language, CardStrings>> = {
  'zh-CN': {
    back: '返回',
    lights: {
      red: '红 逾期',
      amber: (days) => `橙 ${days} 天内到期`,
      yellow: '黄 关注',
      none: '正常',
    },
    open: '未收',
    overdue: '逾期',
    share: '逾期占比',
    unapplied: '未核销',
    classes: '五级分类',
    items: (n) => `${n} 笔`,
    ageing: '账龄',
    nothingOpen: '没有未收款项。',
    openItems: (n) => `未清明细 ${n} 笔`,
    dueOn: (date) => `${date} 到期`,
    overdueBy: (days) => `逾期 ${days} 天`,
    credit: '未核销',
    expected: (from, to) => `预计 ${from} 至 ${to} 回款`,
    payments: (n) => `回款记录 ${n} 笔`,
    noPayments: '还没有已知日期的回款。',
    undated: (n) => `另有 ${n} 笔已付清，台账没有写明哪天。`,
    delay: (days) => (days > 0 ? `晚 ${days} 天` : days < 0 ? `早 ${-days} 天` : '当天'),
    meanDelay: '平均',
    recentDelay: '最近三笔',
    chart: (n, mean) => `最近 ${n} 笔回款比到期日早晚几天，平均${mean}`,
    asTable: '看表格',
    latest: (n) => `只列最近 ${n} 笔。`,
    document: '单据',
    due: '到期日',
    paidOn: '付清日',
    late: '早晚',
    notAssessed: '还没有评估客户风险。评估后这里有得分、逾期概率、画像和对策。',
    assess: '评估客户风险',
    assessing: '评估中…',
    tier: (tier) => `风险 ${tier}`,
    score: '风险得分',
    points: (n) => `${n} 分`,
    longest: (days) => `最长 ${days} 天：`,
    noneOverdue: '没有逾期',
    lateOf: (late, fallenDue, from) => `${from} 起到期 ${fallenDue} 笔，晚付或逾期 ${late} 笔`,
    overdueOf: (overdue, open) => `逾期 ${overdue}，未收 ${open}`,
    sum: (formula, score) => `100 × (${formula}) ÷ 5 = ${score}`,
    said: '写入 AR策略 的名单，自基准日起；可以撤销。',
    limitation: (since) => `超诉讼时效：自 ${since} 起。由台账的到期日和付款推算，没有开关。`,
    knockedIn: (reasons) => `不论得分，直接列为极高：${reasons.join('、')}`,
    noTrend: '首次评估',
    trendOf: (n, from, change) => `${from} 以来 ${n} 次评估的得分，比上次${change}`,
    asList: '逐次看',
    probability: '逾期概率',
    unrated: '没有可以估计的单据。',
    expectedLoss: '预期损失',
    inBase: '以上按本位币加权合计，与 AR客户风险 相同。各币种：',
    receipt: '预计回款',
    noBand: '没有同样的先例',
    factorsOf: (document) => `最大一笔 ${document}，↑ 更可能晚付，↓ 更可能按时：`,
    alreadyLate: '最大一笔已经逾期，按 100% 计。',
    persona: '画像',
    basis: '依据',
    noRule: '没有一条画像规则成立。',
    unknown: (facts) => `台账里没有，可能改变结论：${facts.join('、')}`,
    treatment: '对策',
    begin: (channel, tone) => `先用${channel}，语气${tone}`,
    cause: '拖欠原因',
    noCause: '没有拖欠，或看不出原因。',
    confidence: (share) => `把握 ${share}`,
    quadrant: '价值与风险',
    notes: '备注',
    noteFor: (customer) => `给 ${customer} 写一条备注`,
    addNote: '记下',
    noNotes: '还没有备注。写下的备注保存在 AR备注，清除时不会删除。',
  },
  'en-US': {
    back: 'Back',
    lights: {
      red: 'Red overdue',
      amber: (days) => `Amber due within ${days} days`,
      yellow: 'Watch',
      none: 'Normal',
    },
    open: 'Open',
    overdue: 'Overdue',
    share: 'Overdue share',
    unapplied: 'Unapplied',
    classes: 'Risk class',
    items: (n) => (n === 1 ? '1 item' : `${n} items`),
    ageing: 'Ageing',
    nothingOpen: 'Nothing is open.',
    openItems: (n) => (n === 1 ? '1 open item' : `${n} open items`),
    dueOn: (date) => `due ${date}`,
    overdueBy: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
    credit: 'unapplied',
    expected: (from, to) => `expected ${from} to ${to}`,
    payments: (n) => (n === 1 ? '1 payment' : `${n} payments`),
    noPayments: 'No payment of a known day yet.',
    undated: (n) => `${n} more paid on a day the ledger does not tell.`,
    delay: (days) => {
      const n = Math.abs(days);
      const words = n === 1 ? '1 day' : `${n} days`;
      return days > 0 ? `${words} late` : days < 0 ? `${words} early` : 'on the day';
    },
    meanDelay: 'Mean',
    recentDelay: 'Last three',
    chart: (n, mean) => `Days early or late of the last ${n} payments, on average ${mean}`,
    asTable: 'As a table',
    latest: (n) => `The latest ${n} are listed.`,
    document: 'Document',
    due: 'Due',
    paidOn: 'Paid on',
    late: 'Delay',
    notAssessed:
      'Customers are not rated yet. A rating gives score, probability, persona and treatment.',
    assess: 'Rate customers',
    assessing: 'Rating…',
    tier: (tier) => `${tier} risk`,
    score: 'Risk score',
    points: (n) => (n === 1 ? '1 point' : `${n} points`),
    longest: (days) => `Longest, ${days} days: `,
    noneOverdue: 'nothing overdue',
    lateOf: (late, fallenDue, from) => `${late} late or overdue of ${fallenDue} due since ${from}`,
    overdueOf: (overdue, open) => `${overdue} overdue of ${open} open`,
    sum: (formula, score) => `100 × (${formula}) ÷ 5 = ${score}`,
    said: 'Written to the list in AR Policy, from the as-of day on; it can be undone.',
    limitation: (since) =>
      `Past limitation since ${since}: worked out from due dates and payments, so it has no switch.`,
    knockedIn: (reasons) => `Very high whatever the score: ${reasons.join(', ')}`,
    noTrend: 'first rating',
    trendOf: (n, from, change) => `Scores of ${n} ratings since ${from}: ${change}`,
    asList: 'One by one',
    probability: 'Probability of late payment',
    unrated: 'No document can be rated.',
    expectedLoss: 'Expected loss',
    inBase: 'Above in base currency, weighted by it, as in AR Customer risk. By currency:',
    receipt: 'Receipt expected',
    noBand: 'none was ever paid so late',
    factorsOf: (document) => `Largest, ${document}; ↑ more likely late, ↓ more likely on time:`,
    alreadyLate: 'The largest is overdue already and counts as 100%.',
    persona: 'Persona',
    basis: 'Because',
    noRule: 'No rule of a persona holds.',
    unknown: (facts) => `Not in the ledger, might change this: ${facts.join(', ')}`,
    treatment: 'Treatment',
    begin: (channel, tone) => `Begin by ${channel.toLowerCase()}, ${tone}`,
    cause: 'Cause of delay',
    noCause: 'Nothing is late, or nothing tells why.',
    confidence: (share) => `${share} of the evidence`,
    quadrant: 'Value and risk',
    notes: 'Notes',
    noteFor: (customer) => `A note on ${customer}`,
    addNote: 'Add note',
    noNotes: 'No notes yet. They are kept in AR Notes, which clearing leaves alone.',
  },
};
