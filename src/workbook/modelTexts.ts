import type { InputName, Stability, TooLittle } from '../domain';

/** Words of the model sheet. */
export interface ModelTexts {
  readonly title: string;
  readonly about: (ledger: string, asOf: string) => string;
  readonly use: string;
  /** On, off, train anew. */
  readonly uses: readonly [on: string, off: string, anew: string];
  readonly verdicts: Readonly<Record<'proven' | 'unproven' | 'accepted' | 'rate', string>>;
  readonly card: string;
  readonly target: string;
  readonly targetIs: (grace: number) => string;
  readonly kind: string;
  readonly kinds: Readonly<Record<'logistic' | TooLittle, string>>;
  readonly trainedOn: string;
  readonly rows: string;
  readonly rowsAre: (rows: number, closed: number, late: number) => string;
  readonly period: string;
  readonly undated: string;
  readonly split: string;
  readonly splitIs: (from: string, n: number, late: number) => string;
  readonly maturity: string;
  readonly maturityIs: (days: number, wanted: number, span: number) => string;
  readonly least: string;
  readonly leastIs: (closed: number, late: number) => string;
  readonly penalty: string;
  readonly tuned: string;
  readonly tunedIs: readonly [no: string, yes: string];
  readonly none: string;
  readonly proof: string;
  readonly rated: readonly [model: string, logit: string, prior: string, constant: string];
  readonly measures: readonly [string, string, string, string, string];
  readonly calibration: string;
  readonly tenth: string;
  readonly foretold: string;
  readonly observed: string;
  readonly count: string;
  readonly drift: string;
  readonly driftIs: (psi: string, stability: string) => string;
  readonly stabilities: Readonly<Record<Stability, string>>;
  readonly probability: string;
  readonly then: string;
  readonly now: string;
  readonly share: string;
  readonly coefficients: string;
  readonly input: string;
  readonly coefficient: string;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  readonly mean: string;
  readonly intercept: string;
  readonly calibrationRow: string;
  readonly rateUsed: (share: string) => string;
  readonly scorecard: string;
  readonly scorecardIs: (base: string) => string;
  readonly range: string;
  readonly onTime: string;
  readonly late: string;
  readonly lateShare: string;
  readonly points: string;
  readonly total: string;
  readonly kept: string;
  readonly inputs: Readonly<Partial<Record<InputName, string>>>;
  /** Before what makes items alike. */
  readonly alike: (by: string) => string;
  readonly alikeBy: Readonly<Partial<Record<InputName, string>>>;
  /** Of an input before its logarithm is taken. */
  readonly units: Readonly<Partial<Record<InputName, string>>>;
  readonly alikeUnit: string;
}

export const MODEL_TEXTS: Readonly<Record<'zh-CN' | 'en-US', ModelTexts>> = {
  'zh-CN': {
    title: '逾期概率模型',
    about: (ledger, asOf) => `台账 ${ledger} · 基准日 ${asOf}`,
    use: '启用',
    uses: ['启用', '停用', '重训'],
    verdicts: {
      proven: '模型优于两个基准，已启用。',
      unproven:
        '模型没有优于两个基准，未启用；逾期概率用客户自己的逾期率。要启用，请把右边黄格改为“启用”后再运行。',
      accepted: '模型没有优于两个基准，但已按您的选择启用。',
      rate: '历史太少，没有系数；逾期概率用客户自己的逾期率，向整体（或分组）靠拢。',
    },
    card: '模型卡',
    target: '目标',
    targetIs: (grace) => `到期日后 ${grace} 天内没有全部收到款（晚付，或至今未付）`,
    kind: '方法',
    kinds: {
      logistic: '逻辑回归（L2 正则）',
      fewClosed: '平滑逾期率：已结清的单据太少',
      fewLate: '平滑逾期率：逾期的单据太少',
      fewOnTime: '平滑逾期率：按时的单据太少',
    },
    trainedOn: '训练截止日（当天及以后不知道）',
    rows: '训练单据',
    rowsAre: (rows, closed, late) => `${rows} 张，其中已结清 ${closed} 张，逾期 ${late} 张`,
    period: '开票日期',
    undated: '因收款日不明而不用的单据',
    split: '按时间划分',
    splitIs: (from, n, late) =>
      `${from} 起的 ${n} 张（逾期 ${late} 张）用于检验，此前的用于学习；最后用全部单据重新拟合`,
    maturity: '成熟期',
    maturityIs: (days, wanted, span) =>
      `到期满 ${days} 天才用于训练（设定 ${wanted} 天；成熟单据跨度不足 ${span} 天时放宽）`,
    least: '最少单据',
    leastIs: (closed, late) => `已结清 ${closed} 张，逾期和按时各 ${late} 张`,
    penalty: '正则强度 λ',
    tuned: '校准（Platt）',
    tunedIs: ['没有帮助，未用', '已用'],
    none: '—',
    proof: '检验：与基准比较',
    rated: ['模型', '普通逻辑回归', '客户历史逾期率', '常数'],
    measures: ['AUC', 'Gini', 'KS', 'Brier', 'log-loss'],
    calibration: '校准：按十分位',
    tenth: '预测概率',
    foretold: '平均预测',
    observed: '实际逾期',
    count: '张数',
    drift: '稳定性 PSI：训练以后新开的单据与训练单据比较',
    driftIs: (psi, stability) => `PSI ${psi}：${stability}`,
    stabilities: {
      stable: '稳定',
      watch: '需留意',
      shifted: '已漂移，建议重训',
      tooFew: '不足 100 张，不显示',
    },
    probability: '逾期概率',
    then: '训练时',
    now: '现在',
    share: '贡献',
    coefficients: '系数（可作 AR.OVERDUE_PROB 的第二个参数：ARW_Model）',
    input: '特征',
    coefficient: '系数',
    low: '下限',
    high: '上限',
    unit: '单位',
    mean: '训练均值',
    intercept: '截距',
    calibrationRow: '校准',
    rateUsed: (share) => `没有系数可用于 AR.OVERDUE_PROB；整体逾期率 ${share}`,
    scorecard: '评分卡',
    scorecardIs: (base) =>
      `总分 = 基础分 ${base} + 各特征得分；600 分相当于 1 坏 60 好，每多 20 分好坏比翻倍`,
    range: '区间',
    onTime: '按时',
    late: '逾期',
    lateShare: '逾期率',
    points: '得分',
    total: '合计',
    kept: '保存的模型（请勿改动；改动后下次运行重新训练）',
    inputs: {
      amount: '金额',
      term: '账期',
      settled: '以前已结清',
      lateShare: '以前逾期率',
      meanDelay: '平均延迟',
      recentDelay: '最近三张平均延迟',
      open: '未收单据',
      openAmount: '未收金额',
      overdue: '逾期未收单据',
      overdueAmount: '逾期未收金额',
      age: '往来时间',
      quarterEnd: '季末开票',
    },
    alike: (by) => `同类逾期率之差：${by}`,
    alikeBy: { weekday: '到期星期', size: '金额档', monthPart: '到期旬' },
    units: {
      amount: '元',
      term: '天',
      settled: '张',
      lateShare: '0–1',
      meanDelay: '天',
      recentDelay: '天',
      open: '张',
      openAmount: '元',
      overdue: '张',
      overdueAmount: '元',
      age: '天',
      quarterEnd: '0/1',
    },
    alikeUnit: '−1–1',
  },
  'en-US': {
    title: 'Model of overdue probability',
    about: (ledger, asOf) => `Ledger ${ledger} · as of ${asOf}`,
    use: 'Use',
    uses: ['on', 'off', 'train anew'],
    verdicts: {
      proven: 'The model beats both baselines and is on.',
      unproven:
        'The model does not beat both baselines and is off; customers’ own late shares stand in. To switch it on, put “on” in the yellow cell and run again.',
      accepted: 'The model does not beat both baselines; it is on because you chose so.',
      rate: 'Too little history for coefficients; customers’ own late shares, drawn to the ledger’s or the segment’s, stand in.',
    },
    card: 'Model card',
    target: 'Target',
    targetIs: (grace) =>
      `not paid in full within ${grace} days of the due date (later, or not yet)`,
    kind: 'Method',
    kinds: {
      logistic: 'logistic regression (L2)',
      fewClosed: 'smoothed late shares: too few settled items',
      fewLate: 'smoothed late shares: too few late items',
      fewOnTime: 'smoothed late shares: too few items on time',
    },
    trainedOn: 'Cut-off (not known from then)',
    rows: 'Items trained on',
    rowsAre: (rows, closed, late) => `${rows}, of them ${closed} settled, ${late} late`,
    period: 'Document dates',
    undated: 'Left out: day of settlement unknown',
    split: 'Split by time',
    splitIs: (from, n, late) =>
      `the ${n} from ${from} on (${late} late) to prove, those before to learn from; then fitted on all`,
    maturity: 'Maturity',
    maturityIs: (days, wanted, span) =>
      `due ${days} days or more (${wanted} wanted; fewer where mature items span under ${span} days)`,
    least: 'Least items',
    leastIs: (closed, late) => `${closed} settled, ${late} late and as many on time`,
    penalty: 'Penalty λ',
    tuned: 'Calibration (Platt)',
    tunedIs: ['no help, not used', 'used'],
    none: '—',
    proof: 'Proof: against the baselines',
    rated: ['model', 'plain logit', 'customer’s late share', 'constant'],
    measures: ['AUC', 'Gini', 'KS', 'Brier', 'log-loss'],
    calibration: 'Calibration by tenth',
    tenth: 'probability',
    foretold: 'foretold',
    observed: 'observed',
    count: 'items',
    drift: 'Stability (PSI): items issued since against those trained on',
    driftIs: (psi, stability) => `PSI ${psi}: ${stability}`,
    stabilities: {
      stable: 'stable',
      watch: 'to be watched',
      shifted: 'shifted, better trained anew',
      tooFew: 'under 100 items, not shown',
    },
    probability: 'probability',
    then: 'then',
    now: 'now',
    share: 'adds',
    coefficients: 'Coefficients (second argument of AR.OVERDUE_PROB: ARW_Model)',
    input: 'Input',
    coefficient: 'coefficient',
    low: 'low',
    high: 'high',
    unit: 'unit',
    mean: 'mean',
    intercept: 'intercept',
    calibrationRow: 'calibration',
    rateUsed: (share) => `no coefficients for AR.OVERDUE_PROB; late share of the ledger ${share}`,
    scorecard: 'Scorecard',
    scorecardIs: (base) =>
      `score = base ${base} + points of each input; 600 is 1 bad to 60 good, 20 more double the odds of good`,
    range: 'range',
    onTime: 'on time',
    late: 'late',
    lateShare: 'late share',
    points: 'points',
    total: 'total',
    kept: 'The model as kept (leave as it is; trained anew when changed)',
    inputs: {
      amount: 'amount',
      term: 'term',
      settled: 'settled before',
      lateShare: 'late share before',
      meanDelay: 'mean delay',
      recentDelay: 'mean delay of last three',
      open: 'open items',
      openAmount: 'open amount',
      overdue: 'overdue items',
      overdueAmount: 'overdue amount',
      age: 'age of relationship',
      quarterEnd: 'quarter-end',
    },
    alike: (by) => `late share vs. all, by ${by}`,
    alikeBy: { weekday: 'due weekday', size: 'size', monthPart: 'due part of month' },
    units: {
      amount: 'yuan',
      term: 'days',
      settled: 'items',
      lateShare: '0–1',
      meanDelay: 'days',
      recentDelay: 'days',
      open: 'items',
      openAmount: 'yuan',
      overdue: 'items',
      overdueAmount: 'yuan',
      age: 'days',
      quarterEnd: '0/1',
    },
    alikeUnit: '−1–1',
  },
};
