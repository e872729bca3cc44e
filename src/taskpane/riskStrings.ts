import type { Language } from '../workbook/texts';

/** What the pane says of customers' risk; it comes with its part. */
interface RiskStrings {
  readonly title: string;
  readonly assess: string;
  readonly about: string;
  readonly beside: string;
  readonly trained: (rows: number) => string;
  readonly tooLittle: (rows: number) => string;
  readonly weak: string;
  readonly weakUsed: string;
  readonly useIt: string;
  readonly useRates: string;
  readonly customers: (n: number) => string;
  readonly score: (score: number) => string;
  readonly probability: (percent: string) => string;
  readonly loss: string;
  readonly policy: string;
  readonly inQuadrant: (quadrant: string, n: number) => string;
  readonly plot: (counts: readonly string[]) => string;
  readonly quadrants: string;
  readonly byScore: string;
  readonly byValue: string;
  /** The yellow light: from which probability on. */
  readonly watched: (percent: string) => string;
}

export const RISK_STRINGS: Readonly<Record<Language, RiskStrings>> = {
  'zh-CN': {
    title: '客户风险',
    assess: '评估客户风险',
    about: '给客户评风险等级、画像和原因，推算逾期概率和预期损失，写入 AR客户风险。',
    beside: '在台账右侧写逾期概率和预期损失，并亮黄灯',
    trained: (rows) => `模型由 ${rows.toLocaleString('zh-CN')} 笔到期单据训练，胜过两种基准。`,
    tooLittle: (rows) =>
      `可用的历史只有 ${rows.toLocaleString('zh-CN')} 笔，不够训练模型，用分组逾期比率。`,
    weak: '训练出的模型没有胜过基准，暂用分组逾期比率。',
    weakUsed: '正在使用的模型没有胜过基准，概率仅供参考。',
    useIt: '仍然使用模型',
    useRates: '改用分组比率',
    customers: (n) => `${n.toLocaleString('zh-CN')} 家客户，风险高的在前`,
    score: (score) => `${score} 分`,
    probability: (percent) => `逾期概率 ${percent}`,
    loss: '预期损失',
    policy: '策略带到别的工作簿',
    inQuadrant: (quadrant, n) => `${quadrant} ${n.toLocaleString('zh-CN')} 家`,
    plot: (counts) => `客户按价值（占销售额）和风险得分的分布：${counts.join('，')}`,
    quadrants: '点一格只列其中的客户：',
    byScore: '风险得分',
    byValue: '占销售额',
    watched: (percent) => `黄 逾期概率 ${percent} 起`,
  },
  'en-US': {
    title: 'Customer risk',
    assess: 'Rate customers',
    about:
      'Tiers, personas and causes of each customer, P(overdue) and expected loss, in AR Customer risk.',
    beside: 'P(overdue), expected loss and yellow lights beside the ledger',
    trained: (rows) =>
      `The model is trained on ${rows.toLocaleString('en-US')} documents and beats both baselines.`,
    tooLittle: (rows) =>
      `${rows.toLocaleString('en-US')} documents of history are too few for a model; late shares stand in.`,
    weak: 'The model does not beat its baselines; late shares stand in.',
    weakUsed: 'The model in use does not beat its baselines: take it with care.',
    useIt: 'Use the model anyway',
    useRates: 'Use late shares',
    customers: (n) => `${n.toLocaleString('en-US')} customers, the riskiest first`,
    score: (score) => `score ${score}`,
    probability: (percent) => `P ${percent}`,
    loss: 'Exp. loss',
    policy: 'Policy for other workbooks',
    inQuadrant: (quadrant, n) => `${quadrant} ${n.toLocaleString('en-US')}`,
    plot: (counts) => `Customers by value (share of sales) and risk score: ${counts.join(', ')}`,
    quadrants: 'Press one to list its customers alone:',
    byScore: 'Risk score',
    byValue: 'Share of sales',
    watched: (percent) => `Watch: P(overdue) from ${percent}`,
  },
};
