import type { DateOrder, Evidence, SourceReason, TieOutCode } from '../domain';
import { TEXTS, type Language, type Texts } from '../workbook/texts';
import type { WorkbookErrorCode } from '../workbook/workbookError';

/** Every word the pane says. Functions take what differs, never a piece of a sentence. */
export interface Strings {
  readonly title: string;
  readonly looking: string;
  readonly found: (rows: number) => string;
  readonly header: (row: number) => string;
  readonly asOf: string;
  readonly run: string;
  readonly preview: string;
  readonly previewed: string;
  readonly review: string;
  readonly columnOf: (role: string) => string;
  readonly notFound: string;
  readonly thatIsIt: string;
  readonly lookAgain: string;
  readonly insertFunction: string;
  readonly undo: string;
  readonly clear: string;
  readonly toValues: string;
  readonly askFreeze: (cells: number, sheets: number) => string;
  readonly noCalls: string;
  readonly unanswered: (cells: number) => string;
  readonly frozen: string;
  readonly cancel: string;
  readonly reading: (done: number, total: number) => string;
  readonly writing: (done: number, total: number) => string;
  readonly whichOrder: (role: string, value: string) => string;
  readonly byColumn: string;
  readonly orders: Readonly<Record<DateOrder, string>>;
  readonly orderOf: (role: string) => string;
  readonly mergedCodes: (n: number) => string;
  readonly withSheets: (names: readonly string[]) => string;
  readonly sheetsOf: (n: number) => string;
  readonly sheetIsIn: string;
  readonly kindOf: (sheet: string) => string;
  readonly asFound: (kind: string) => string;
  readonly sheetKinds: Texts['sheetKinds'];
  readonly reasons: Readonly<Record<SourceReason, string>>;
  readonly mergeCodes: string;
  readonly working: string;
  readonly red: string;
  readonly amber: (days: number) => string;
  readonly redRows: string;
  readonly overdueBy: (days: number) => string;
  readonly levels: string;
  readonly level: readonly [due: string, late: string, older: string];
  readonly bucket: string;
  readonly items: string;
  readonly count: (n: number) => string;
  readonly amount: string;
  readonly notDue: string;
  readonly unapplied: string;
  readonly total: string;
  readonly ageing: string;
  readonly matches: (suggested: number, accepted: number, unmatched: number) => string;
  readonly statements: string;
  readonly statementOf: string;
  readonly allCustomers: (n: number) => string;
  readonly typeToFind: (n: number) => string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly makeStatements: string;
  readonly statementsMade: (written: number, left: number) => string;
  readonly tieOut: string;
  readonly accountBalance: string;
  readonly accountHint: string;
  readonly accountCurrency: string;
  readonly baseCurrency: string;
  readonly noCurrency: string;
  readonly tiesOut: (balance: string) => string;
  readonly differs: (balance: string, difference: string) => string;
  readonly tieOutReasons: Readonly<Record<TieOutCode, string>>;
  readonly choose: string;
  readonly check: string;
  readonly apply: string;
  readonly surerThan: (share: number) => string;
  readonly allMatches: string;
  readonly matchReason: Readonly<Record<Evidence['reason'], string>>;
  readonly receipt: string;
  readonly acceptMatch: (pair: string, amount: string) => string;
  readonly refused: string;
  readonly unmatched: (n: number) => string;
  readonly issues: (n: number) => string;
  readonly leftOut: (n: number) => string;
  readonly itemsFound: (n: number) => string;
  readonly goTo: (cell: string) => string;
  readonly wrote: (sheet: string) => string;
  readonly assessed: string;
  readonly training: (begun: number, total: number) => string;
  readonly stale: string;
  readonly staleValues: string;
  readonly refresh: string;
  readonly undone: string;
  readonly cleared: string;
  readonly notesLeft: string;
  readonly clearNotes: string;
  readonly card: string;
  readonly needs: string;
  readonly errors: Readonly<Record<WorkbookErrorCode, (where: string) => string>>;
  readonly issue: (role: string, value: string, problem: string) => string;
  readonly problems: Texts['issues'];
  readonly roles: Texts['roles'];
}

const zh: Strings = {
  title: '账龄哨兵',
  looking: '正在查看当前工作表…',
  found: (rows) => `${rows.toLocaleString('zh-CN')} 行`,
  header: (row) => `表头 第 ${row} 行`,
  asOf: '基准日',
  run: '一键预警',
  preview: '预览',
  previewed: '这是预览，工作簿没有改动。',
  review: '核对台账',
  columnOf: (role) => `哪一列是${role}`,
  notFound: '未找到',
  thatIsIt: '就这样',
  lookAgain: '重新识别',
  insertFunction: '插入函数',
  undo: '撤销',
  clear: '清除',
  toValues: '转为数值',
  askFreeze: (cells, sheets) =>
    `${sheets} 张表上的 ${cells.toLocaleString('zh-CN')} 个 AR 函数单元格将换成数值，没装加载项的同事也能看。可以撤销。`,
  noCalls: '工作簿里没有可以转为数值的 AR 函数。',
  unanswered: (cells) =>
    `${cells.toLocaleString('zh-CN')} 个单元格还没有结果（如 #BUSY!、#NAME?），仍是公式。`,
  frozen: 'AR 函数已转为数值。',
  cancel: '取消',
  reading: (done, total) =>
    `读取 ${done.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')} 行`,
  writing: (done, total) =>
    `写入 ${done.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')} 行`,
  whichOrder: (role, value) => `${role}“${value}”可以读作两个日子。这一列怎么写？`,
  byColumn: '由整列判断',
  orders: TEXTS['zh-CN'].dateOrders,
  orderOf: (role) => `${role}的写法`,
  withSheets: (names) => `台账由 ${names.length} 张表组成：${names.join('、')}`,
  sheetsOf: (n) => `工作表：${n} 张组成台账`,
  sheetIsIn: '计入',
  kindOf: (sheet) => `“${sheet}”用作什么`,
  asFound: (kind) => `自动：${kind}`,
  sheetKinds: TEXTS['zh-CN'].sheetKinds,
  reasons: {
    chosen: '您选的',
    itemColumns: '有日期和金额的列',
    receiptColumns: '有收款日和收款金额',
    debitAndCredit: '有借方和贷方',
    stageColumns: '有几期款项的列',
    customerColumns: '有客户和账期',
    bookingRates: '有汇率或本位币金额',
    name: '表名或标题如此',
    period: '按月或年分表',
    sameHeaders: '与别的表同一表头',
    customerOfSheet: '一张表一家客户',
    doubtful: '把握不大，别的表更像',
    noColumns: '没有应收的表头',
    noRows: '表头下没有行',
    pivot: '是透视表',
    suppliers: '是采购，不是销售',
    copy: '是别的表的副本',
    toldElsewhere: '别的表已逐笔记有同一业务',
    receivedOnItems: '收款已记在应收明细里',
  },
  mergedCodes: (n) => `${n} 家客户的编码有几种写法，只差前导零或全半角`,
  mergeCodes: '算同一客户',
  working: '处理中…',
  red: '红 逾期',
  amber: (days) => `橙 ${days} 天内到期`,
  redRows: '逾期明细，金额大的在前',
  overdueBy: (days) => `逾期 ${days} 天`,
  levels: '预警',
  level: ['一级 预防：即将到期', '二级 响应：新增逾期', '三级 监控：账龄升级'],
  bucket: '账龄区间',
  items: '笔数',
  count: (n) => `${n.toLocaleString('zh-CN')} 笔`,
  amount: '未收金额',
  notDue: '未到期',
  unapplied: '未核销',
  total: '合计',
  ageing: '账龄',
  matches: (suggested, accepted, unmatched) =>
    `核账：建议 ${suggested} 条，已接受 ${accepted} 条，未匹配 ${unmatched} 笔`,
  statements: '对账单',
  statementOf: '给谁',
  allCustomers: (n) => `有余额的全部客户（${n} 家）`,
  typeToFind: (n) => `还有 ${n} 家，输入名称查找`,
  firstDay: '自',
  lastDay: '至',
  makeStatements: '生成对账单',
  statementsMade: (written, left) =>
    `已写 ${written} 份对账单${left > 0 ? `，另有 ${left} 份未写，请逐家生成` : ''}。`,
  tieOut: '与科目余额核对',
  accountBalance: '科目余额',
  accountHint: '总账应收账款的余额，借方为正。',
  accountCurrency: '科目的币种',
  baseCurrency: '本位币，全部币种折算',
  noCurrency: '（未写币种）',
  tiesOut: (balance) => `相符：台账也是 ${balance}`,
  differs: (balance, difference) => `台账 ${balance}，差额 ${difference}。可能的原因：`,
  tieOutReasons: {
    document: '一张单据，只有一边记了：',
    wrongSide: '一张单据，科目里记反了方向：',
    pair: '两张单据合起来：',
    duplicates: '重复的行：',
    afterDate: '基准日之后的单据，科目里已记：',
    unapplied: '未核销的收款，科目里可能在预收账款：',
    otherCurrency: '另一币种：',
    exchange: '汇兑差额：',
    leftOut: '没读懂而未计入的行：',
  },
  choose: '批量勾选',
  check: '勾选',
  apply: '应用',
  surerThan: (share) => `可信度 ${share * 100}% 以上`,
  allMatches: '全部建议',
  matchReason: {
    number: '写明单号的',
    amount: '金额相等的',
    sum: '几张合计相等的',
    fifo: '先到期先核的',
  },
  receipt: '收款',
  acceptMatch: (pair, amount) => `接受 ${pair} ${amount}`,
  refused: '已标“否”',
  unmatched: (n) => `未匹配与超额 ${n} 笔`,
  issues: (n) => `有 ${n} 处需要看一看`,
  leftOut: (n) => `小计、表头等 ${n} 行不计入`,
  itemsFound: (n) => `${n.toLocaleString('zh-CN')} 笔单据`,
  goTo: (cell) => `转到 ${cell}`,
  wrote: (sheet) =>
    `已在“${sheet}”右侧写入逾期天数、账龄、区间、五级分类、预警和灯，逾期行亮红灯；汇总在 AR账龄、AR预警、AR数据质量，参数在 AR设置。`,
  assessed: '已评估客户风险，写入 AR客户风险；以后每次预警一并更新。',
  training: (begun, total) => `训练模型 ${begun} / ${total}`,
  stale: '台账在上次预警后有改动。表里的红灯已跟着变，窗格里的数字请刷新。',
  staleValues: '台账在上次预警后有改动。结果列是数值，请刷新。',
  refresh: '刷新',
  undone: '已撤销上一次预警或转换。',
  cleared: '已清除账龄哨兵写入的全部内容。',
  notesLeft: 'AR备注 里有您写的备注，没有删除。',
  clearNotes: '备注也删除',
  card: '客户卡片',
  needs:
    '台账需要一行表头，至少有金额和到期日（或开票日期），例如：客户、单据号、开票日期、到期日、应收金额、已收金额。',
  errors: {
    emptySheet: (where) => `工作表“${where}”是空的。请切换到应收台账所在的工作表。`,
    noLedger: (where) => `在“${where}”的前 30 行没有找到台账表头。`,
    noCustomer: (where) =>
      `${where} 行不是客户的行。请选中台账里的一行，或 AR账龄、AR预警、AR客户风险 里的一行。`,
    noItems: (where) => `“${where}”的表头下没有可用的应收行。`,
    protectedSheet: (where) => `工作表“${where}”受保护，不能写入。请先撤销保护，或复制一份再试。`,
    filteredSheet: (where) => `工作表“${where}”正在筛选。请先清除筛选，以免写错行。`,
    cellEditMode: () => '有单元格正在编辑。请按 Enter 或 Esc 结束编辑后再试。',
    cancelled: () => '已取消，工作簿没有改动。',
    stopped: () => '已停止，工作簿已恢复原样。',
    badEdges: () => '区间上限须为递增的正整数天数。',
    notBlank: (where) => `${where} 起要占的单元格里已有内容。请另选空白处。`,
    workerLost: () => '计算中断了，可能是内存不足。台账单元格没有改动，可以再试一次。',
    office: () => 'Excel 没有完成这一步。台账单元格没有改动，可以再试一次。',
  },
  issue: (role, value, problem) => `${role}${value === '' ? '' : `“${value}”`}：${problem}`,
  problems: TEXTS['zh-CN'].issues,
  roles: TEXTS['zh-CN'].roles,
};

const en: Strings = {
  title: 'AR Sentinel',
  looking: 'Looking at the active sheet…',
  found: (rows) => `${rows.toLocaleString('en-US')} rows`,
  header: (row) => `header in row ${row}`,
  asOf: 'As of',
  run: 'Run warnings',
  preview: 'Preview',
  previewed: 'This is a preview; the workbook was not changed.',
  review: 'Review ledger',
  columnOf: (role) => `Column for ${role}`,
  notFound: 'not found',
  thatIsIt: "That's it",
  lookAgain: 'Look again',
  insertFunction: 'Insert function',
  undo: 'Undo',
  clear: 'Clear',
  toValues: 'Turn into values',
  askFreeze: (cells, sheets) =>
    `${cells.toLocaleString('en-US')} ${cells === 1 ? 'cell' : 'cells'} with AR functions on ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'} will hold values, for colleagues without the add-in. You can undo it.`,
  noCalls: 'The workbook has no AR functions to turn into values.',
  unanswered: (cells) =>
    `${cells.toLocaleString('en-US')} ${cells === 1 ? 'cell has' : 'cells have'} no answer (such as #BUSY!, #NAME?) and ${cells === 1 ? 'stays a formula' : 'stay formulas'}.`,
  frozen: 'AR functions are values now.',
  cancel: 'Cancel',
  reading: (done, total) =>
    `Reading ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows`,
  writing: (done, total) =>
    `Writing ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows`,
  whichOrder: (role, value) => `${role} “${value}” can be read as two days. How is it written?`,
  byColumn: 'as the column shows',
  orders: TEXTS['en-US'].dateOrders,
  orderOf: (role) => `${role}: how written`,
  withSheets: (names) => `The ledger is on ${names.length} sheets: ${names.join(', ')}`,
  sheetsOf: (n) => (n === 1 ? 'Sheets: one is the ledger' : `Sheets: ${n} make up the ledger`),
  sheetIsIn: 'counted',
  kindOf: (sheet) => `What “${sheet}” is`,
  asFound: (kind) => `found: ${kind}`,
  sheetKinds: TEXTS['en-US'].sheetKinds,
  reasons: {
    chosen: 'your choice',
    itemColumns: 'has a date and an amount',
    receiptColumns: 'has a day and an amount received',
    debitAndCredit: 'has debits and credits',
    stageColumns: 'has columns of several stages',
    customerColumns: 'has customers and terms',
    bookingRates: 'has rates or base amounts',
    name: 'its name or title says so',
    period: 'one of several periods',
    sameHeaders: 'same headers as another sheet',
    customerOfSheet: 'a sheet a customer',
    doubtful: 'doubtful, others are surer',
    noColumns: 'no header of receivables',
    noRows: 'a header without rows',
    pivot: 'a pivot table',
    suppliers: 'what is bought, not sold',
    copy: 'a copy of another sheet',
    toldElsewhere: 'other sheets have the same business item by item',
    receivedOnItems: 'the items say what was received',
  },
  mergedCodes: (n) =>
    n === 1
      ? 'One customer’s code is spelt in more ways, by leading zeros or width'
      : `${n} customers’ codes are spelt in more ways, by leading zeros or width`,
  mergeCodes: 'One customer each',
  working: 'Working…',
  red: 'Red overdue',
  amber: (days) => `Amber due within ${days} days`,
  redRows: 'Overdue items, largest first',
  overdueBy: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
  levels: 'Warnings',
  level: [
    'Level 1 prevent: due soon',
    'Level 2 respond: newly overdue',
    'Level 3 watch: older bucket',
  ],
  bucket: 'Ageing bucket',
  items: 'Items',
  count: (n) => `${n.toLocaleString('en-US')} ${n === 1 ? 'item' : 'items'}`,
  amount: 'Open amount',
  notDue: 'Not due',
  unapplied: 'Unapplied',
  total: 'Total',
  ageing: 'Ageing',
  matches: (suggested, accepted, unmatched) =>
    `Matching: ${suggested} suggested, ${accepted} accepted, ${unmatched} unmatched`,
  statements: 'Statements of account',
  statementOf: 'For',
  allCustomers: (n) => `All customers with a balance (${n})`,
  typeToFind: (n) => `${n} more: type to find them`,
  firstDay: 'From',
  lastDay: 'To',
  makeStatements: 'Write statements',
  statementsMade: (written, left) =>
    `Statements written: ${written}.${left > 0 ? ` ${left} more were left out; write these one by one.` : ''}`,
  tieOut: 'Tie out to the account',
  accountBalance: 'Balance of the account',
  accountHint: 'Accounts receivable in the general ledger, debit above 0.',
  accountCurrency: 'Currency of the account',
  baseCurrency: 'Base currency, all together',
  noCurrency: '(no currency)',
  tiesOut: (balance) => `They agree: the ledger has ${balance} too`,
  differs: (balance, difference) => `Ledger ${balance}, difference ${difference}. It may be:`,
  tieOutReasons: {
    document: 'a document that one of the two lacks:',
    wrongSide: 'a document on the wrong side of the account:',
    pair: 'two documents together:',
    duplicates: 'repeated rows:',
    afterDate: 'later documents the account has already:',
    unapplied: 'unapplied receipts, perhaps kept as advances:',
    otherCurrency: 'another currency:',
    exchange: 'exchange differences:',
    leftOut: 'rows that could not be read:',
  },
  choose: 'Check all that',
  check: 'Check',
  apply: 'Apply',
  surerThan: (share) => `are ${share * 100}% sure or more`,
  allMatches: 'are suggested',
  matchReason: {
    number: 'name the document',
    amount: 'have just the amount',
    sum: 'add up to the receipt',
    fifo: 'are the oldest',
  },
  receipt: 'receipt',
  acceptMatch: (pair, amount) => `Accept ${pair} ${amount}`,
  refused: 'marked No',
  unmatched: (n) => `Unmatched and over-applied: ${n}`,
  issues: (n) => (n === 1 ? 'One cell needs a look' : `${n} cells need a look`),
  leftOut: (n) => `${n} ${n === 1 ? 'row' : 'rows'} of totals, headings and the like left out`,
  itemsFound: (n) => `${n.toLocaleString('en-US')} ${n === 1 ? 'document' : 'documents'}`,
  goTo: (cell) => `Go to ${cell}`,
  wrote: (sheet) =>
    `Days overdue, age, bucket, class, warning and light stand right of “${sheet}”, overdue rows are red. AR Ageing, AR Warnings and AR Data quality sum up; AR Settings holds the thresholds.`,
  assessed: 'Customers are rated in AR Customer risk; each run keeps it up to date.',
  training: (begun, total) => `Training ${begun} of ${total}`,
  stale: 'Cells changed since the last run. The lights have followed; refresh the figures here.',
  staleValues: 'Cells changed since the last run. The result columns are values: refresh.',
  refresh: 'Refresh',
  undone: 'The last run or conversion is undone.',
  cleared: 'Everything AR Sentinel wrote is gone.',
  notesLeft: 'The notes you wrote stay in AR Notes.',
  clearNotes: 'Delete notes too',
  card: 'Customer card',
  needs:
    'A ledger needs a header row with at least an amount and a due date (or an invoice date), such as Customer, Invoice no., Invoice date, Due date, Amount, Received.',
  errors: {
    emptySheet: (where) => `Sheet “${where}” is empty. Switch to the sheet with your ledger.`,
    noLedger: (where) => `No ledger header was found in the first 30 rows of “${where}”.`,
    noCustomer: (where) =>
      `Row ${where} is no customer’s. Select a row of the ledger, or of AR Ageing, AR Warnings or AR Customer risk.`,
    noItems: (where) => `There are no usable rows under the header on “${where}”.`,
    protectedSheet: (where) => `Sheet “${where}” is protected. Unprotect it or work on a copy.`,
    filteredSheet: (where) => `Sheet “${where}” is filtered. Clear the filter first.`,
    cellEditMode: () => 'A cell is being edited. Press Enter or Esc, then try again.',
    cancelled: () => 'Cancelled; the workbook was not changed.',
    stopped: () => 'Stopped; the workbook is as it was before.',
    badEdges: () => 'Bucket edges must be whole days in ascending order.',
    notBlank: (where) => `The cells needed from ${where} on are not blank. Choose blank ones.`,
    workerLost: () =>
      'The calculation broke off, maybe for want of memory. Your cells are unchanged; you can try again.',
    office: () => 'Excel did not finish this step. Your cells are unchanged; you can try again.',
  },
  issue: (role, value, problem) => `${role}${value === '' ? '' : ` “${value}”`}: ${problem}`,
  problems: TEXTS['en-US'].issues,
  roles: TEXTS['en-US'].roles,
};

export const STRINGS: Readonly<Record<Language, Strings>> = { 'zh-CN': zh, 'en-US': en };
