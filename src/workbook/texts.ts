import type {
  DateOrder,
  RejectionCode,
  SheetIssueCode,
  SheetRole,
  SourceKind,
  SubsetSearch,
  UnmatchedCode,
} from '../domain';
import type { ColumnMode } from './columnMode';
import type { MatchColumn } from './matchLines';
import type { SheetKey } from './ownSheets';

/** Words the add-in writes into workbooks, by the language they are to be read in. */
export interface Texts {
  readonly sheets: Readonly<Record<SheetKey, string>>;
  readonly settingsTitle: string;
  readonly settingsNote: string;
  readonly asOf: string;
  readonly previous: string;
  readonly leadDays: string;
  readonly sheetKinds: Readonly<Record<SourceKind, string>>;
  readonly usedAs: string;
  readonly mergeCodes: string;
  readonly yes: string;
  readonly no: string;
  readonly resultColumns: string;
  readonly modes: Readonly<Record<ColumnMode, string>>;
  readonly choicesNote: string;
  readonly role: string;
  readonly header: string;
  readonly dateOrder: string;
  readonly dateOrders: Readonly<Record<DateOrder, string>>;
  readonly roles: Readonly<Record<SheetRole, string>>;
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
    readonly yellow: string;
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
  readonly mergedCodes: string;
  readonly goTo: string;
  readonly nothing: string;
  readonly more: (n: number) => string;
  readonly issues: Readonly<Record<SheetIssueCode, string>>;
  readonly applicationTitle: string;
  readonly paidBy: string;
  readonly applied: string;
  readonly countsFrom: string;
  readonly basis: string;
  readonly derived: string;
  readonly said: string;
  readonly date: string;
  readonly note: string;
  readonly riskTitle: string;
  readonly tier: string;
  readonly score: string;
  readonly probability: string;
  readonly expectedLoss: string;
  /** Titles on the sheet of customers' risk. */
  readonly riskColumns: Readonly<
    Record<
      | 'r'
      | 'f'
      | 'a'
      | 'points'
      | 'knockIns'
      | 'persona'
      | 'matches'
      | 'cause'
      | 'quadrant'
      | 'open'
      | 'overdue'
      | 'factors'
      | 'treatment',
      string
    >
  >;
  /** Between the parts of a list. */
  readonly listed: string;
  readonly accepted: string;
  readonly matchTitle: string;
  readonly matchNote: string;
  readonly unmatchedTitle: string;
  readonly matchColumns: Readonly<Record<MatchColumn, string>>;
  readonly matchReasons: {
    readonly number: (numbers: readonly string[]) => string;
    readonly amount: (candidates: number) => string;
    readonly sum: (search: SubsetSearch) => string;
    readonly fifo: string;
  };
  readonly matchSet: string;
  readonly matchElsewhere: string;
  readonly unmatched: Readonly<Record<UnmatchedCode | RejectionCode, string>>;
}

export type Language = 'zh-CN' | 'en-US';

export const TEXTS: Readonly<Record<Language, Texts>> = {
  'zh-CN': {
    sheets: {
      settings: 'AR设置',
      ageing: 'AR账龄',
      warnings: 'AR预警',
      issues: 'AR数据质量',
      applications: 'AR核销',
      model: 'AR模型',
      risk: 'AR客户风险',
      ratings: 'AR评级历史',
      policy: 'AR策略',
      notes: 'AR备注',
      reconciliation: 'AR核账',
      statements: 'AR对账单',
    },
    settingsTitle: '账龄哨兵 设置',
    settingsNote:
      '改动黄色单元格，台账右侧各列和灯随之更新；AR预警 和 AR数据质量 在下次预警时更新。',
    asOf: '基准日',
    previous: '上次预警日',
    leadDays: '到期前预警天数',
    sheetKinds: {
      items: '应收明细',
      receipts: '收款',
      account: '明细账',
      stages: '分期合同',
      customers: '客户档案',
      other: '不用',
    },
    usedAs: '用作',
    mergeCodes: '编码差前导零算同一客户',
    yes: '是',
    no: '否',
    resultColumns: '结果列',
    modes: { formulas: '公式', functions: 'AR 函数', values: '数值' },
    choicesNote:
      '更正：写上表头，“—”表示台账没有这一列；右边写上工作表用作什么；空白由账龄哨兵自己识别。',
    role: '字段',
    header: '表头',
    dateOrder: '日期写法',
    dateOrders: { ymd: '年/月/日', dmy: '日/月/年', mdy: '月/日/年' },
    roles: {
      customer: '客户',
      customerName: '客户名称',
      documentNo: '单据号',
      documentDate: '开票日期',
      dueDate: '到期日',
      term: '账期',
      amount: '应收金额',
      received: '已收金额',
      open: '未收余额',
      receiptDate: '收款日期',
      currency: '币种',
      rate: '汇率',
      region: '区域',
      customerType: '客户类型',
      productModel: '车型',
      salesperson: '业务员',
      industry: '行业',
      status: '状态',
      disputed: '争议',
      remark: '备注',
      classFact: '定性分类',
      appliesTo: '核销单号',
      countsMonth: '月结含当月',
      invoiceReceipt: '票到日期',
      shipment: '发货日期',
      delivery: '到货日期',
      acceptance: '验收日期',
      means: '结算方式',
      direction: '方向',
      baseAmount: '本位币金额',
      year: '年',
      month: '月',
      day: '日',
    },
    from: '起始天数',
    to: '截止天数（含）',
    ageingTitle: '客户账龄表',
    warningTitle: '预警清单',
    issueTitle: '数据质量',
    applicationTitle: '核销明细',
    paidBy: '由何单据核销',
    applied: '核销金额',
    countsFrom: '起算日',
    basis: '依据',
    derived: '推算（先进先出）',
    said: '台账所记',
    date: '日期',
    note: '备注',
    riskTitle: '客户风险',
    tier: '风险等级',
    score: '得分',
    probability: '逾期概率',
    expectedLoss: '预期损失',
    riskColumns: {
      r: 'R 逾期天数',
      f: 'F 逾期频率',
      a: 'A 逾期占比',
      points: 'R/F/A 分',
      knockIns: '一票否决',
      persona: '画像',
      matches: '依据',
      cause: '原因',
      quadrant: '价值×风险',
      open: '未收余额',
      overdue: '逾期余额',
      factors: '三大因素',
      treatment: '处置',
    },
    listed: '；',
    accepted: '人工核账',
    matchTitle: '核账',
    matchNote:
      '在“接受”里填“是”，下次预警即按此核销；填“否”留作记号。接受的按单据内容记住，排序、插行都不影响。',
    unmatchedTitle: '未匹配与超额',
    matchColumns: {
      accept: '接受',
      amount: '核销金额',
      reason: '理由',
      confidence: '可信度',
      customer: '客户',
      currency: '币种',
      creditDate: '收款日期',
      creditNo: '收款单号',
      creditAmount: '收款金额',
      creditRow: '收款位置',
      itemNo: '单据号',
      itemDate: '单据日期',
      itemAmount: '单据金额',
      itemOpen: '核销前未收',
      itemRow: '单据位置',
      state: '状态',
    },
    matchReasons: {
      number: (numbers) => `收款写明 ${numbers.join('、')}`,
      amount: (n) => (n === 1 ? '与未收余额相等' : `与未收余额相等；共 ${n} 张同额，取最早的一张`),
      sum: ({ found, answers, candidates, steps, isComplete }) =>
        `${found.length} 张未收之和相等；从 ${candidates} 张中试了 ${steps} 种` +
        (answers > 1 ? '，另有别的组合也相等' : isComplete ? '，别无组合' : '，未全部试完'),
      fifo: '没有依据，按先到期先核',
    },
    matchSet: '已核销',
    matchElsewhere: '另一份台账的核账，原样保留',
    unmatched: {
      otherCustomer: '写明的单据是别的客户的',
      settledDocument: '写明的单据已结清，可能重复付款',
      otherCurrency: '单据是别的币种',
      overpaid: '超额：多于该客户所欠',
      noOpenItem: '该客户没有未收单据',
      unknownDocument: '写明的单据在台账里找不到',
      overApplied: '超额：多于写明单据的未收',
      creditUsedUp: '收款不够核销它写明的单据',
    },
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
      yellow: '◌ 黄 关注',
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
    mergedCells: '合并单元格：左上角的文字和日期各行通用，金额只算在首行',
    mergedCodes: '编码只差前导零或全半角，按同一客户；可在 AR设置 里改为分开',
    goTo: '转到',
    nothing: '没有。',
    more: (n) => `另有 ${n} 处未列出。`,
    issues: {
      amountUnreadable: '不是金额，此行未计入',
      dateUnreadable: '不是日期，当作空白',
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
      rateUnreadable: '汇率看不懂，按本位币金额推出，推不出按 1',
      noRate: '外币没有汇率，按 1 折算',
      baseMismatch: '本位币金额不等于原币乘汇率，按汇率计算',
      stageSum: '各期合计不等于合同额，按各期计算',
      noDueDates: '没有到期日，也没有账期，按业务日期计算',
      openingUndated: '期初余额没有日期，按该客户的下一个日期',
      balanceBroken: '余额与借贷不符，按借贷计算',
      reversalAlone: '红字找不到对应的蓝字',
      unknownDocument: '收款写明的单据在台账里找不到，留作未核销',
      otherCustomer: '收款写明的单据是别家的，留作未核销',
      otherCurrency: '收款写明的单据是别的币种，留作未核销',
      overApplied: '收款多于单据未收，多出部分留作未核销',
      creditUsedUp: '收款不够核销它写明的单据',
      duplicateOnSheets: '与另一张表的一行完全相同，仍计入',
      openingRepeated: '期初余额与前一张表重复，不计入',
      carriedForward: '后面的表也列了这张单据，以后面的为准',
      goneSince: '最新的表里没有这张单据了，不计入',
      matchCreditGone: '已接受的核账：这笔收款不在台账里了，未核销',
      matchItemGone: '已接受的核账：这张单据不在台账里了，未核销',
      matchCreditUsed: '已接受的核账：这笔收款余额不足，未核销',
      matchItemPaid: '已接受的核账：这张单据未收不足，未核销',
    },
  },
  'en-US': {
    sheets: {
      settings: 'AR Settings',
      ageing: 'AR Ageing',
      warnings: 'AR Warnings',
      issues: 'AR Data quality',
      applications: 'AR Applications',
      model: 'AR Model',
      risk: 'AR Customer risk',
      ratings: 'AR Rating history',
      policy: 'AR Policy',
      notes: 'AR Notes',
      reconciliation: 'AR Matching',
      statements: 'AR Statements',
    },
    settingsTitle: 'AR Sentinel settings',
    settingsNote:
      'Change a yellow cell: the columns right of the ledger and the lights follow; AR Warnings and AR Data quality with the next run.',
    asOf: 'As of',
    previous: 'Previous run',
    leadDays: 'Warn days before due',
    sheetKinds: {
      items: 'Items',
      receipts: 'Receipts',
      account: 'Account',
      stages: 'Contracts',
      customers: 'Customers',
      other: 'Not used',
    },
    usedAs: 'Used as',
    mergeCodes: 'Codes 0012 and 12 are one',
    yes: 'Yes',
    no: 'No',
    resultColumns: 'Result columns',
    modes: { formulas: 'Formulas', functions: 'AR functions', values: 'Values' },
    choicesNote:
      'Corrections: the header’s text, “—” for no such column; at the right what a sheet is used as; blank where AR Sentinel finds it.',
    role: 'Field',
    header: 'Header',
    dateOrder: 'Dates written',
    dateOrders: { ymd: 'Y/M/D', dmy: 'D/M/Y', mdy: 'M/D/Y' },
    roles: {
      customer: 'Customer',
      customerName: 'Customer name',
      documentNo: 'Document no.',
      documentDate: 'Document date',
      dueDate: 'Due date',
      term: 'Term',
      amount: 'Amount',
      received: 'Received',
      open: 'Open balance',
      receiptDate: 'Receipt date',
      currency: 'Currency',
      rate: 'Exchange rate',
      region: 'Region',
      customerType: 'Customer type',
      productModel: 'Product model',
      salesperson: 'Salesperson',
      industry: 'Industry',
      status: 'Status',
      disputed: 'Dispute',
      remark: 'Remark',
      classFact: 'Qualitative class',
      appliesTo: 'Applies to',
      means: 'Means of payment',
      countsMonth: 'Month of invoice counts',
      invoiceReceipt: 'Invoice received on',
      shipment: 'Shipped on',
      delivery: 'Delivered on',
      acceptance: 'Accepted on',
      direction: 'Side',
      baseAmount: 'Base amount',
      year: 'Year',
      month: 'Month',
      day: 'Day',
    },
    from: 'From day',
    to: 'To day (incl.)',
    ageingTitle: 'Ageing by customer',
    warningTitle: 'Warnings',
    issueTitle: 'Data quality',
    applicationTitle: 'What pays what',
    paidBy: 'Paid by',
    applied: 'Amount set',
    countsFrom: 'Counts from',
    basis: 'Basis',
    derived: 'derived (oldest first)',
    said: 'as the ledger says',
    date: 'Date',
    note: 'Note',
    riskTitle: 'Customer risk',
    tier: 'Tier',
    score: 'Score',
    probability: 'P(overdue)',
    expectedLoss: 'Expected loss',
    riskColumns: {
      r: 'R days overdue',
      f: 'F late frequency',
      a: 'A overdue share',
      points: 'R/F/A points',
      knockIns: 'Knocked in by',
      persona: 'Persona',
      matches: 'Because',
      cause: 'Cause',
      quadrant: 'Value × risk',
      open: 'Open',
      overdue: 'Overdue',
      factors: 'Three factors',
      treatment: 'Treatment',
    },
    listed: '; ',
    accepted: 'accepted match',
    matchTitle: 'Matching of receipts',
    matchNote:
      'Yes under Accept, and the next run sets it; No is a mark of yours. What is accepted is kept by what it says: sorting and new rows do not lose it.',
    unmatchedTitle: 'Unmatched and over-applied',
    matchColumns: {
      accept: 'Accept',
      amount: 'Amount to set',
      reason: 'Reason',
      confidence: 'Confidence',
      customer: 'Customer',
      currency: 'Currency',
      creditDate: 'Receipt date',
      creditNo: 'Receipt no.',
      creditAmount: 'Receipt',
      creditRow: 'Receipt at',
      itemNo: 'Document no.',
      itemDate: 'Document date',
      itemAmount: 'Document',
      itemOpen: 'Open before',
      itemRow: 'Document at',
      state: 'State',
    },
    matchReasons: {
      number: (numbers) => `names ${numbers.join(', ')}`,
      amount: (n) =>
        n === 1 ? 'just what is open' : `just what is open; the oldest of ${n} such documents`,
      sum: ({ found, answers, candidates, steps, isComplete }) =>
        `${found.length} documents add up to it; ${steps} sums of ${candidates} tried` +
        (answers > 1 ? ', others fit too' : isComplete ? ', no other fits' : ', not all of them'),
      fifo: 'nothing tells; the oldest first',
    },
    matchSet: 'set',
    matchElsewhere: 'of another ledger, kept as it is',
    unmatched: {
      otherCustomer: 'names another customer’s document',
      settledDocument: 'names a settled document: perhaps paid twice',
      otherCurrency: 'the documents are in another currency',
      overpaid: 'over-applied: more than the customer owes',
      noOpenItem: 'the customer owes nothing',
      unknownDocument: 'names a document no sheet has',
      overApplied: 'over-applied: more than the document it names has open',
      creditUsedUp: 'cannot pay all the documents it names',
    },
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
      yellow: '◌ Watch',
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
    mergedCells: 'merged cells: words and dates hold for every row, an amount for the first alone',
    mergedCodes:
      'codes that differ only by leading zeros or width are one customer; AR Settings can part them',
    goTo: 'Go to',
    nothing: 'None.',
    more: (n) => `${n} more are not listed.`,
    issues: {
      amountUnreadable: 'no amount; the row is left out',
      dateUnreadable: 'no date; taken as blank',
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
      rateUnreadable: 'no rate; the base amount gives it, else 1 stands in',
      noRate: 'another currency without a rate; 1 stands in',
      baseMismatch: 'the base amount is not amount times rate; the rate counts',
      stageSum: 'the stages do not add up to the contract; the stages count',
      noDueDates: 'neither due dates nor terms; the entries’ own dates stand in',
      openingUndated: 'opening balance without a date; the customer’s next date stands in',
      balanceBroken: 'the balance does not follow from debits and credits; these count',
      reversalAlone: 'a reversal without the entry it reverses',
      unknownDocument: 'the receipt names a document no sheet has; it stays unapplied',
      otherCustomer: 'the receipt names another customer’s document; it stays unapplied',
      otherCurrency: 'the receipt names a document in another currency; it stays unapplied',
      overApplied: 'the receipt is more than the document has open; the rest stays unapplied',
      creditUsedUp: 'the receipt cannot pay all the documents it names',
      duplicateOnSheets: 'the same row as on another sheet; counted all the same',
      openingRepeated: 'the opening balance sums up an earlier sheet; left out',
      carriedForward: 'a later list has the document too; the later one counts',
      goneSince: 'no more on the latest list; left out',
      matchCreditGone: 'accepted match: the receipt is gone from the ledger; not set',
      matchItemGone: 'accepted match: the document is gone from the ledger; not set',
      matchCreditUsed: 'accepted match: the receipt holds less; not set',
      matchItemPaid: 'accepted match: the document has less open; not set',
    },
  },
};

/** @param tag - a language tag of Office, such as `zh-TW` @returns the nearest language we speak. */
export const languageOf = (tag: string): Language =>
  tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
