import type { Confirmation, Kind } from '../domain';
import type { Language } from './texts';

/** Words of 对账单. */
export interface StatementTexts {
  readonly title: string;
  readonly to: (customer: string) => string;
  readonly period: (from: string, to: string, currency: string) => string;
  readonly greeting: string;
  readonly date: string;
  readonly summary: string;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string;
  readonly opening: string;
  readonly sums: string;
  readonly closing: string;
  readonly ages: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  /** Before and after the amount. */
  readonly owed: Readonly<
    Record<
      Confirmation['owedBy'],
      (day: string, currency: string) => readonly [before: string, after: string]
    >
  >;
  readonly please: string;
  readonly agreed: string;
  readonly disagreed: string;
  readonly stamp: string;
  readonly signedBy: string;
  readonly signedOn: string;
  readonly us: string;
  readonly salespersonTitle: string;
  readonly salesperson: (name: string) => string;
  readonly salespersonGreeting: string;
  readonly dueDate: string;
  readonly documentNo: string;
  readonly customer: string;
  readonly daysOverdue: (days: number) => string;
  readonly overdue: string;
  readonly newlyOverdue: string;
  readonly cumulated: string;
  readonly nothingOverdue: string;
  readonly overdueTotal: string;
  readonly movements: string;
  readonly invoiced: string;
  readonly settled: string;
  /** Before and after the amount. */
  readonly salespersonOwes: (
    day: string,
    currency: string,
  ) => readonly [before: string, after: string];
  readonly salespersonPlease: string;
  readonly finance: string;
  readonly sales: string;
  readonly bySalesperson: string;
}

export const STATEMENT_TEXTS: Readonly<Record<Language, StatementTexts>> = {
  'zh-CN': {
    title: '往来对账单',
    to: (customer) => `致：${customer}`,
    period: (from, to, currency) =>
      `期间：${from} 至 ${to}${currency === '' ? '' : `　　币种：${currency}`}　　单位：元`,
    greeting: '下列数据出自本公司账簿记录，请与贵公司记录核对。',
    date: '日期',
    summary: '摘要',
    debit: '借方（应收）',
    credit: '贷方（收回）',
    balance: '余额',
    opening: '期初余额',
    sums: '本期合计',
    closing: '期末余额',
    ages: '期末余额的逾期账龄（天）：',
    kinds: {
      invoice: '应收',
      creditNote: '红字、贷项',
      receipt: '收款',
      advance: '预收',
      revaluation: '汇兑调整',
      bill: '票据',
      writeOff: '核销坏账',
    },
    owed: {
      customer: (day, currency) => [
        `截至 ${day}，贵公司欠本公司 ${currency} `.replace('  ', ' '),
        ' 元。',
      ],
      us: (day, currency) => [
        `截至 ${day}，本公司欠贵公司 ${currency} `.replace('  ', ' '),
        ' 元。',
      ],
      nobody: (day) => [`截至 ${day}，双方往来余额为 `, ' 元。'],
    },
    please:
      '如与贵公司记录相符，请在下方“信息证明无误”处签章；如有不符，请在“信息不符”处列明不符项目。本函仅为复核账目之用，并非催款结算；若款项在上述日期之后已经付清，仍请及时函复为盼。',
    agreed: '1. 信息证明无误',
    disagreed: '2. 信息不符，请列明不符项目：',
    stamp: '（公司盖章）',
    signedBy: '经办人：',
    signedOn: '　　　　年　　月　　日',
    us: '本公司（盖章）：　　　　　　　　　经办人：　　　　　　　　　日期：',
    salespersonTitle: '业务员对账表',
    salesperson: (name) => `业务员：${name || '（未填）'}`,
    salespersonGreeting: '下列为财务账上名下的逾期应收，请与销售台账逐笔核对。',
    dueDate: '到期日',
    documentNo: '单据号',
    customer: '客户',
    daysOverdue: (days) => `逾期 ${days} 天`,
    overdue: '逾期未收',
    newlyOverdue: '其中本期新逾期',
    cumulated: '逾期累计',
    nothingOverdue: '没有逾期',
    overdueTotal: '合计',
    movements: '名下应收的本期变动：',
    invoiced: '本期新增',
    settled: '本期核销',
    salespersonOwes: (day, currency) => [
      `截至 ${day}，名下应收余额 ${currency} `.replace('  ', ' '),
      ' 元。',
    ],
    salespersonPlease:
      '逐笔写明未收原因、跟进措施与预计收款日期；账目不符的，写明单据号与差额。双方核对后签字，各留一份。',
    finance: '财务',
    sales: '销售',
    bySalesperson: '业务员（每人一页，与财务对账）',
  },
  'en-US': {
    title: 'Statement of account',
    to: (customer) => `To: ${customer}`,
    period: (from, to, currency) => `Period: ${from} to ${to}   ${currency}`,
    greeting: 'Our books show the following. Please compare them with yours.',
    date: 'Date',
    summary: 'Details',
    debit: 'Debit',
    credit: 'Credit',
    balance: 'Balance',
    opening: 'Opening balance',
    sums: 'Movements',
    closing: 'Closing balance',
    ages: 'Closing balance by days overdue:',
    kinds: {
      invoice: 'Invoice',
      creditNote: 'Credit note',
      receipt: 'Receipt',
      advance: 'Advance',
      revaluation: 'Revaluation',
      bill: 'Bill',
      writeOff: 'Write-off',
    },
    owed: {
      customer: (day, currency) => [`At ${day} you owe us ${currency} `, '.'],
      us: (day, currency) => [`At ${day} we owe you ${currency} `, '.'],
      nobody: (day) => [`At ${day} the balance between us is `, '.'],
    },
    please:
      'Please sign on the left if your records agree, or list the differences on the right. This is to compare books and is no demand for payment; if the amount has been paid since, please answer all the same.',
    agreed: '1. The balance is correct',
    disagreed: '2. The balance is not correct:',
    stamp: '(company stamp)',
    signedBy: 'Signed by:',
    signedOn: 'Date:',
    us: 'For us:                              Date:',
    salespersonTitle: 'Salesperson reconciliation',
    salesperson: (name) => `Salesperson: ${name || '(none named)'}`,
    salespersonGreeting:
      'Overdue in the books of finance. Please compare with the records of sales.',
    dueDate: 'Due date',
    documentNo: 'Document no.',
    customer: 'Customer',
    daysOverdue: (days) => `${days} days overdue`,
    overdue: 'Overdue',
    newlyOverdue: 'New this period',
    cumulated: 'Cumulated',
    nothingOverdue: 'Nothing is overdue',
    overdueTotal: 'Total',
    movements: 'How the balance came about:',
    invoiced: 'New documents',
    settled: 'Settled',
    salespersonOwes: (day, currency) => [`At ${day} the balance is ${currency} `, '.'],
    salespersonPlease:
      'Please write beside each item why it is unpaid, what is done about it and when it is expected; where the books differ, the document and the difference. Both sign, each keeps a copy.',
    finance: 'Finance',
    sales: 'Sales',
    bySalesperson: 'Salespersons (a page each, to go through with finance)',
  },
};
