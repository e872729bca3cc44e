import type { IssueCode, Role } from '../domain';
import type { Language } from '../workbook/texts';
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
  readonly undo: string;
  readonly clear: string;
  readonly cancel: string;
  readonly reading: (done: number, total: number) => string;
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
  readonly issues: (n: number) => string;
  readonly goTo: (cell: string) => string;
  readonly wrote: (sheet: string) => string;
  readonly stale: string;
  readonly refresh: string;
  readonly undone: string;
  readonly cleared: string;
  readonly needs: string;
  readonly errors: Readonly<Record<WorkbookErrorCode, (where: string) => string>>;
  readonly issue: Readonly<Record<IssueCode, (role: string, value: string) => string>>;
  readonly roles: Readonly<Record<Role, string>>;
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
  undo: '撤销',
  clear: '清除',
  cancel: '取消',
  reading: (done, total) =>
    `读取 ${done.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')} 行`,
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
  issues: (n) => `有 ${n} 处需要看一看`,
  goTo: (cell) => `转到 ${cell}`,
  wrote: (sheet) => `已在“${sheet}”右侧写入逾期天数和账龄区间，逾期行已亮红灯。`,
  stale: '台账在上次预警后有改动。表里的红灯已跟着变，窗格里的数字请刷新。',
  refresh: '刷新',
  undone: '已撤销上一次预警。',
  cleared: '已清除账龄哨兵写入的全部内容。',
  needs:
    '台账需要一行表头，至少有金额和到期日（或开票日期），例如：客户、单据号、开票日期、到期日、应收金额、已收金额。',
  errors: {
    emptySheet: (where) => `工作表“${where}”是空的。请切换到应收台账所在的工作表。`,
    noLedger: (where) => `在“${where}”的前 30 行没有找到台账表头。`,
    noItems: (where) => `“${where}”的表头下没有可用的应收行。`,
    protectedSheet: (where) => `工作表“${where}”受保护，不能写入。请先撤销保护，或复制一份再试。`,
    filteredSheet: (where) => `工作表“${where}”正在筛选。请先清除筛选，以免写错行。`,
    cellEditMode: () => '有单元格正在编辑。请按 Enter 或 Esc 结束编辑后再试。',
    cancelled: () => '已取消，台账没有改动。',
    badEdges: () => '区间上限须为递增的正整数天数。',
    office: () => 'Excel 没有完成这一步。台账单元格没有改动，可以再试一次。',
  },
  issue: {
    amountUnreadable: (role, value) => `${role}“${value}”不是金额，此行未计入`,
    dateUnreadable: (role, value) => `${role}“${value}”不是日期`,
    dateAmbiguous: (role, value) => `${role}“${value}”分不清月和日，请先定这一列的写法`,
    noDate: () => '没有到期日，也没有开票日期，此行未计入',
    noDueDate: () => '没有到期日，按开票日期计算',
    termAmbiguous: (_, value) => `账期“${value}”定不了到期日，按开票日期计算`,
    noCustomer: () => '没有客户，归入（未填客户）',
    balanceMismatch: (role, value) => `${role}“${value}”不等于应收减已收，按应收减已收计算`,
    statusContradiction: (role, value) => `${role}“${value}”与未收余额不符，按状态视为无余额`,
    duplicate: (role, value) => `${role}“${value}”与前面一行完全相同，仍计入`,
    subtotal: (_, value) => `“${value}”行不计入`,
    repeatedHeader: () => '重复的表头，不计入',
    printedLine: (_, value) => `“${value}”行不是应收，不计入`,
    afterEnd: (_, value) => `台账已在上方结束，“${value}”行不计入`,
  },
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
  },
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
  undo: 'Undo',
  clear: 'Clear',
  cancel: 'Cancel',
  reading: (done, total) =>
    `Reading ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows`,
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
  issues: (n) => (n === 1 ? 'One cell needs a look' : `${n} cells need a look`),
  goTo: (cell) => `Go to ${cell}`,
  wrote: (sheet) =>
    `Days overdue and buckets stand to the right of “${sheet}”; overdue rows are red.`,
  stale: 'Cells changed since the last run. The lights have followed; refresh the figures here.',
  refresh: 'Refresh',
  undone: 'The last run is undone.',
  cleared: 'Everything AR Sentinel wrote is gone.',
  needs:
    'A ledger needs a header row with at least an amount and a due date (or an invoice date), such as Customer, Invoice no., Invoice date, Due date, Amount, Received.',
  errors: {
    emptySheet: (where) => `Sheet “${where}” is empty. Switch to the sheet with your ledger.`,
    noLedger: (where) => `No ledger header was found in the first 30 rows of “${where}”.`,
    noItems: (where) => `There are no usable rows under the header on “${where}”.`,
    protectedSheet: (where) => `Sheet “${where}” is protected. Unprotect it or work on a copy.`,
    filteredSheet: (where) => `Sheet “${where}” is filtered. Clear the filter first.`,
    cellEditMode: () => 'A cell is being edited. Press Enter or Esc, then try again.',
    cancelled: () => 'Cancelled; the ledger was not changed.',
    badEdges: () => 'Bucket edges must be whole days in ascending order.',
    office: () => 'Excel did not finish this step. Your cells are unchanged; you can try again.',
  },
  issue: {
    amountUnreadable: (role, value) => `${role} “${value}” is no amount; the row is left out`,
    dateUnreadable: (role, value) => `${role} “${value}” is no date`,
    dateAmbiguous: (role, value) => `${role} “${value}” may be day or month first; say which`,
    noDate: () => 'Neither due date nor invoice date; the row is left out',
    noDueDate: () => 'No due date; the invoice date stands in',
    termAmbiguous: (_, value) => `Term “${value}” gives no day; the invoice date stands in`,
    noCustomer: () => 'No customer; kept under （未填客户）',
    balanceMismatch: (role, value) =>
      `${role} “${value}” is not amount less received, which counts`,
    statusContradiction: (role, value) =>
      `${role} “${value}” though something is open; nothing is counted as open`,
    duplicate: (role, value) => `${role} “${value}” repeats an earlier row; both are counted`,
    subtotal: (_, value) => `Row “${value}” is not counted`,
    repeatedHeader: () => 'The header again; not counted',
    printedLine: (_, value) => `Row “${value}” is no item; not counted`,
    afterEnd: (_, value) => `Row “${value}” is below the ledger’s end; not counted`,
  },
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
  },
};

export const STRINGS: Readonly<Record<Language, Strings>> = { 'zh-CN': zh, 'en-US': en };
