import type { IssueCode } from '../domain';

/** Words the add-in writes into workbooks, by the language they are to be read in. */
export interface Texts {
  readonly sheets: Readonly<Record<'settings' | 'ageing' | 'warnings' | 'issues', string>>;
  readonly settingsTitle: string;
  readonly settingsNote: string;
  readonly asOf: string;
  readonly previous: string;
  readonly leadDays: string;
  readonly from: string;
  readonly to: string;
  readonly ageingTitle: string;
  readonly warningTitle: string;
  readonly issueTitle: string;
  /** Under a sheet's title. */
  readonly about: (ledger: string, asOf: string) => string;
  readonly open: string;
  readonly dueDate: string;
  readonly daysOverdue: string;
  readonly ageDays: string;
  readonly bucket: string;
  readonly riskClass: string;
  readonly warning: string;
  readonly light: string;
  readonly notDue: string;
  readonly classes: readonly [string, string, string, string, string];
  /** By WarningLevel. */
  readonly warnings: readonly [string, string, string, string];
  /** A sign goes with each colour. Amber has the lead days in the middle. */
  readonly lights: {
    readonly red: string;
    readonly amberBefore: string;
    readonly amberAfter: string;
    readonly none: string;
  };
  readonly customer: string;
  readonly customerName: string;
  readonly documentNo: string;
  readonly currency: string;
  readonly overdue: string;
  readonly unapplied: string;
  readonly total: string;
  readonly difference: string;
  readonly sheet: string;
  readonly cell: string;
  readonly column: string;
  readonly problem: string;
  readonly content: string;
  readonly link: string;
  readonly ledgerRow: string;
  readonly mergedCells: string;
  readonly goTo: string;
  readonly nothing: string;
  readonly more: (n: number) => string;
  readonly issues: Readonly<Record<IssueCode, string>>;
}

export type Language = 'zh-CN' | 'en-US';

export const TEXTS: Readonly<Record<Language, Texts>> = {
  'zh-CN': {
    sheets: { settings: 'AR设置', ageing: 'AR账龄', warnings: 'AR预警', issues: 'AR数据质量' },
    settingsTitle: '账龄哨兵 设置',
    settingsNote:
      '改动黄色单元格，台账右侧各列和灯随之更新；AR预警 和 AR数据质量 在下次预警时更新。',
    asOf: '基准日',
    previous: '上次预警日',
    leadDays: '到期前预警天数',
    from: '起始天数',
    to: '截止天数（含）',
    ageingTitle: '客户账龄表',
    warningTitle: '预警清单',
    issueTitle: '数据质量',
    about: (ledger, asOf) => `台账 ${ledger} · 基准日 ${asOf}`,
    open: '未收余额',
    dueDate: '到期日',
    daysOverdue: '逾期天数',
    ageDays: '账龄(天)',
    bucket: '账龄区间',
    riskClass: '五级分类',
    warning: '预警',
    light: '灯',
    notDue: '未到期',
    classes: ['正常', '关注', '次级', '可疑', '损失'],
    warnings: ['', '预防', '响应', '监控'],
    lights: {
      red: '● 红 逾期',
      amberBefore: '◐ 橙 ',
      amberAfter: '天内到期',
      none: '✓ 正常',
    },
    customer: '客户',
    customerName: '客户名称',
    documentNo: '单据号',
    currency: '币种',
    overdue: '逾期合计',
    unapplied: '未核销',
    total: '合计',
    difference: '与台账差额',
    sheet: '工作表',
    cell: '单元格',
    column: '列',
    problem: '问题',
    content: '内容',
    link: '链接',
    ledgerRow: '台账行号',
    mergedCells: '合并单元格：只有左上角有内容，其余按空白读取',
    goTo: '转到',
    nothing: '没有。',
    more: (n) => `另有 ${n} 处未列出。`,
    issues: {
      amountUnreadable: '不是金额，此行未计入',
      dateUnreadable: '不是日期',
      dateAmbiguous: '日期可读作两种（日/月或月/日），请确认',
      noDate: '没有到期日，也没有开票日期，此行未计入',
      noDueDate: '没有到期日，按开票日期计算',
      termAmbiguous: '账期说不清是哪一天，按开票日期计算',
      noCustomer: '没有客户，归入（未填客户）',
      balanceMismatch: '余额不等于应收减已收，按应收减已收计算',
      statusContradiction: '状态与金额矛盾，以状态为准',
      duplicate: '与前面某行重复，仍计入',
      subtotal: '小计、合计行，不计入',
      repeatedHeader: '重复的表头，不计入',
      printedLine: '打印用的行，不计入',
      afterEnd: '台账结束之后的行，不计入',
    },
  },
  'en-US': {
    sheets: {
      settings: 'AR Settings',
      ageing: 'AR Ageing',
      warnings: 'AR Warnings',
      issues: 'AR Data quality',
    },
    settingsTitle: 'AR Sentinel settings',
    settingsNote:
      'Change a yellow cell: the columns right of the ledger and the lights follow; AR Warnings and AR Data quality with the next run.',
    asOf: 'As of',
    previous: 'Previous run',
    leadDays: 'Warn days before due',
    from: 'From day',
    to: 'To day (incl.)',
    ageingTitle: 'Ageing by customer',
    warningTitle: 'Warnings',
    issueTitle: 'Data quality',
    about: (ledger, asOf) => `Ledger ${ledger} · as of ${asOf}`,
    open: 'Open amount',
    dueDate: 'Due date',
    daysOverdue: 'Days overdue',
    ageDays: 'Age (days)',
    bucket: 'Ageing bucket',
    riskClass: 'Risk class',
    warning: 'Warning',
    light: 'Light',
    notDue: 'Not due',
    classes: ['Pass', 'Special mention', 'Substandard', 'Doubtful', 'Loss'],
    warnings: ['', 'Prevent', 'Respond', 'Monitor'],
    lights: {
      red: '● Red overdue',
      amberBefore: '◐ Amber due within ',
      amberAfter: ' days',
      none: '✓ Normal',
    },
    customer: 'Customer',
    customerName: 'Customer name',
    documentNo: 'Document no.',
    currency: 'Currency',
    overdue: 'Overdue',
    unapplied: 'Unapplied',
    total: 'Total',
    difference: 'Difference to ledger',
    sheet: 'Sheet',
    cell: 'Cell',
    column: 'Column',
    problem: 'Problem',
    content: 'Content',
    link: 'Link',
    ledgerRow: 'Ledger row',
    mergedCells: 'merged cells: only the top left one has content, the others are read as blank',
    goTo: 'Go to',
    nothing: 'None.',
    more: (n) => `${n} more are not listed.`,
    issues: {
      amountUnreadable: 'no amount; the row is left out',
      dateUnreadable: 'no date',
      dateAmbiguous: 'day first or month first: please decide',
      noDate: 'neither due date nor document date; the row is left out',
      noDueDate: 'no due date; the document date stands in',
      termAmbiguous: 'the term does not say which day; the document date stands in',
      noCustomer: 'no customer; kept under （未填客户）',
      balanceMismatch: 'the balance is not amount less received; amount less received counts',
      statusContradiction: 'status and amounts contradict each other; the status counts',
      duplicate: 'repeats an earlier row; counted all the same',
      subtotal: 'subtotal or total; not counted',
      repeatedHeader: 'the header again; not counted',
      printedLine: 'a printed line; not counted',
      afterEnd: 'below the end of the ledger; not counted',
    },
  },
};

/** @param tag - a language tag of Office, such as `zh-TW` @returns the nearest language we speak. */
export const languageOf = (tag: string): Language =>
  tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
