import type { KpiName } from '../domain';
import type { Language } from '../workbook/texts';

/** What the engine answers; each has a rule. */
export type AnswerName =
  | 'ages'
  | 'base'
  | 'outside'
  | 'classes'
  | 'warnings'
  | 'kpis'
  | 'benchmarks'
  | 'alerts'
  | 'effect'
  | 'pivots'
  | 'salespersons'
  | 'allowance'
  | 'comparison'
  | 'forecast'
  | 'limitation'
  | 'lateInterest'
  | 'sme'
  | 'outliers'
  | 'reconciliation'
  | 'tieOut'
  | 'statements'
  | 'applications';

/** Figures that people ask for and no ledger holds. */
export const NOT_IN_LEDGER = [
  'collectionSuccessRate',
  'collectionHandling',
  'orderTrend',
  'creditUse',
  'externalSignals',
] as const;
type NotInLedger = (typeof NOT_IN_LEDGER)[number];

/** Rules in words, for people who ask why. */
interface Rules {
  readonly answers: Readonly<Record<AnswerName, string>>;
  /** Formula, and why there is no figure where there is none. */
  readonly kpis: Readonly<Record<KpiName, readonly [formula: string, empty: string]>>;
  /** What a figure needs that the ledger does not hold. */
  readonly unavailable: Readonly<Record<NotInLedger, string>>;
  readonly noColumn: string;
}

export const RULES: Readonly<Record<Language, Rules>> = {
  'zh-CN': {
    answers: {
      ages: '账龄按单据日期满周年划分，区间含上限；没有单据日期的另列。只计未清正数金额',
      base: '各币种按入账汇率折算本位币；贷方按其自身汇率冲减；已结清仍剩的差额列为汇兑差额',
      outside:
        '期后回款＝截止日后收到的款；在手票据＝已收未到期；争议＝有争议的未清金额，均不改变余额',
      classes: '五级分类按逾期天数，各界含上限；台账或策略里的破产、诉讼、失信优先',
      warnings:
        '一级：未来几日内到期；二级：上次运行未逾期、现已逾期；三级：两次均逾期且区间不同。三级优先于二级、一级',
      kpis: '每个币种各算；窗口为截止日往前的整月；各指标公式见其 rule',
      benchmarks: '差距＝本企业数值－行业数值，大于 0 为较差；行业数值可改',
      alerts: '超过或达到预警线即触发：逾期占比上升、集中度、付款变慢、坏账率超行业',
      effect: '同一台账在相隔一年的两天各算一次；变化＝后－前，相对变化＝变化÷前',
      pivots:
        '未清金额按一个或交叉两个维度汇总，各币种分开；空白单列。未清＝未到期＋各逾期区间＋未核销',
      salespersons: '期初＋本期开票－本期清账＝期末，期间为一周；逾期清单为期末已逾期的未清项',
      allowance:
        '迁徙率＝（期末仍未清且进入更老区间的金额＋核销）÷期初该区间金额，取各期平均；损失率＝各区间迁徙率连乘×末端损失率×（1＋前瞻调整），上限 100%；老区间不低于新区间（强制单调，被调高的标出）。核销不算回款；没有历史的区间按全部迁徙',
      comparison: '与上次运行日对比：期初＋新增－回款＋变更－消失＋贷方变动＝期末',
      forecast:
        '预计回款日＝到期日＋比现状更晚的历史回款的平均延迟（客户、分组、台账按笔数加权），上下限为延迟的 20% 与 80% 分位；按 13 周汇总，更晚或无法预计的列在外，争议的不计；现金＝期初现金＋累计回款，与最低现金线比较',
      limitation:
        '诉讼时效自到期日次日起算三年，部分付款重新起算；到期遇假日顺延；180、90、30 日内提醒；limitationSince 为客户最早超时效的未清项的届满次日',
      lateInterest: '利息＝逾期未付金额×逾期天数×年利率÷365，单利，已付的迟付也计',
      sme: '2025-06-01 起的交付：大型企业 60 日内付款，机关事业单位 30 日，约定的最长 60 日；逾期利息未约定的按日万分之五；以单据日期代交付日',
      outliers: '延迟或金额的稳健 z 分数超过阈值：先与本客户比，单据不足时与分组、全账比',
      reconciliation: '已接受的核销、建议的核销（号码、金额、组合）与未匹配的收款',
      tieOut: '差额＝台账余额－科目余额；逐项列出能解释差额的单据或行',
      statements: '期初＋借方－贷方＝期末，期间为截止日往前一年',
      applications: '哪笔贷方冲哪张单据，自何日起；未说明的按先到期先冲（推算）',
    },
    kpis: {
      dso: ['期末应收÷窗口赊销×窗口天数', '窗口内没有赊销'],
      countBackDso: [
        '期末应收由最近各月赊销倒推用完，最后一月按比例，按日历天数',
        '最近一月没有赊销',
      ],
      bestPossibleDso: ['未到期应收÷窗口赊销×窗口天数', '窗口内没有赊销'],
      delinquentDso: ['DSO－最佳可能 DSO', '窗口内没有赊销'],
      averageDaysLate: ['Σ（收款日－到期日）×金额÷Σ金额，提前为负', '窗口内没有回款'],
      averageCollectionDays: ['Σ（收款日－单据日期）×金额÷Σ金额', '窗口内没有回款'],
      turnover: ['年赊销÷期初期末平均应收', '平均应收为 0'],
      turnoverDays: ['365÷周转率', '没有周转率'],
      collectionEffectiveness: ['（期初＋赊销－期末）÷（期初＋赊销－期末未到期）', '没有可收金额'],
      overdueShare: ['逾期÷未清正数金额', '没有未清金额'],
      badDebtRate: ['坏账÷未清正数金额', '没有坏账数据，或没有未清金额'],
      badDebtRateOfAverage: ['坏账÷期初期末平均应收', '没有坏账数据，或平均应收为 0'],
      topShare: ['余额最大的前 N 名客户÷全部正余额，同额按名称', '没有客户欠款'],
      hhi: ['Σ（客户占比）²', '没有客户欠款'],
    },
    unavailable: {
      collectionSuccessRate:
        '催收成功率＝催收后 30 日内收到÷催收目标金额：台账没有催收记录（客户、日期、手段、目标金额）',
      collectionHandling: '预警处理效率：台账没有预警的触发、处理、关闭时间',
      orderTrend: '订单趋势与订单频率：台账没有订单（客户、订单日期、金额）',
      creditUse: '信用占用与超限：台账没有信用额度与未交订单',
      externalSignals: '外部信号（失信、行业利空、公告）：台账没有',
    },
    noColumn: '台账没有此列',
  },
  'en-US': {
    answers: {
      ages: 'Age by anniversary of the document date, upper bound inclusive; without a date apart. Only what is open above 0',
      base: 'All currencies at booking rates; credits at their own; what rates leave on settled items is exchange',
      outside:
        'Receipts after the day, bills in hand and not yet due, disputed open amounts; none changes the balance',
      classes:
        'Five classes by days overdue, upper bounds inclusive; bankruptcy, lawsuits and dishonesty in ledger or policy win',
      warnings:
        '1: due within the lead days; 2: overdue now and not at the run before; 3: overdue at both, in another bucket. 3 before 2 before 1',
      kpis: 'Each currency for itself; the window is whole months back from the day; each KPI has its rule',
      benchmarks: 'Gap = own figure − industry’s, above 0 is worse; the table can be edited',
      alerts:
        'At or beyond a line: overdue share up, concentration, payment slowing, bad-debt rate over the industry’s',
      effect:
        'The same ledger on two days a year apart; change = after − before, relative = change ÷ before',
      pivots:
        'Open amounts by one dimension or two crossed, currencies apart, blanks of their own; open = not due + overdue buckets + unapplied',
      salespersons:
        'Opening + invoiced − settled = closing over a week; the list is what is open past due at its end',
      allowance:
        'Roll rate = (still open in an older band at the end + write-offs) ÷ opening of the band, mean of the periods; loss rate = product of roll rates × terminal loss × (1 + forward-looking), at most 100 %; an older band never below a younger (forced monotony, raised ones flagged). Write-offs are no collections; a band without history rolls on whole',
      comparison:
        'Against the day of the run before: opening + came − paid + changed − vanished + credits = closing',
      forecast:
        'Day expected = due date + mean delay of the receipts that were later than the item is today (customer, segment, ledger mixed by their count), the band by the 20 % and 80 % quantiles; 13 weeks; later or untold apart, disputed left out; cash = opening + receipts so far, against the minimum',
      limitation:
        'Three years from the day after the due date; part payments start anew; an end on a holiday moves; warned within 180, 90, 30 days; limitationSince: the day after the first end that passed of a customer’s open items',
      lateInterest:
        'Interest = late amount × days late × yearly rate ÷ 365, simple, also on what was paid late',
      sme: 'Deliveries from 2025-06-01: large enterprises pay within 60 days, public bodies within 30, or at most 60 by contract; 0.05 % a day where nothing is agreed; the document date stands for the delivery',
      outliers:
        'Robust z-score of delay or amount over the threshold: within the customer, else its segment, else the ledger',
      reconciliation:
        'Matches accepted, suggested (by number, amount, combination), and receipts nothing matches',
      tieOut: 'Difference = ledger − account; documents and rows that explain it',
      statements: 'Opening + debits − credits = closing over the year to the day',
      applications:
        'Which credit paid which item, from when; the first due first where nobody says (derived)',
    },
    kpis: {
      dso: ['closing ÷ credit sales of the window × its days', 'no credit sales in the window'],
      countBackDso: [
        'closing used up by the latest months’ credit sales, the last pro rata, calendar days',
        'no credit sales in the latest month',
      ],
      bestPossibleDso: ['not due ÷ credit sales × days', 'no credit sales in the window'],
      delinquentDso: ['DSO − best possible DSO', 'no credit sales in the window'],
      averageDaysLate: [
        'Σ (date paid − due date) × amount ÷ Σ amount, early ones below 0',
        'no receipts in the window',
      ],
      averageCollectionDays: [
        'Σ (date paid − document date) × amount ÷ Σ amount',
        'no receipts in the window',
      ],
      turnover: ['yearly credit sales ÷ mean of opening and closing', 'the mean is 0'],
      turnoverDays: ['365 ÷ turnover', 'no turnover'],
      collectionEffectiveness: [
        '(opening + sales − closing) ÷ (opening + sales − not due)',
        'nothing was collectable',
      ],
      overdueShare: ['overdue ÷ open above 0', 'nothing is open'],
      badDebtRate: ['bad debt ÷ open above 0', 'nobody says the bad debt, or nothing is open'],
      badDebtRateOfAverage: [
        'bad debt ÷ mean of opening and closing',
        'nobody says the bad debt, or the mean is 0',
      ],
      topShare: [
        'the N largest balances ÷ all balances above 0, equal ones by name',
        'nobody owes anything',
      ],
      hhi: ['Σ (share of a customer)²', 'nobody owes anything'],
    },
    unavailable: {
      collectionSuccessRate:
        'Received within 30 days of an action ÷ amount targeted: the ledger has no collection log (customer, date, means, amount targeted)',
      collectionHandling: 'The ledger has no times at which warnings were raised, acted on, closed',
      orderTrend:
        'Order trend and frequency: the ledger has no orders (customer, order date, amount)',
      creditUse: 'Credit use and over limit: the ledger has no credit limits and open orders',
      externalSignals: 'News from outside (dishonesty, industry, court notices) is not in a ledger',
    },
    noColumn: 'the ledger has no such column',
  },
};
