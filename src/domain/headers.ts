import { halfWidth } from './date';

/** What a ledger column can mean. */
export const ROLES = [
  'customer',
  'customerName',
  'documentNo',
  'documentDate',
  'dueDate',
  'amount',
  'received',
  'receiptDate',
  'currency',
] as const;

export type Role = (typeof ROLES)[number];

/** Which column (zero-based, within the area read) plays which role. */
export type Mapping = Readonly<Partial<Record<Role, number>>>;

/** Header words by role, without blanks and signs, lower case. The first ones are the commonest. */
const SYNONYMS: Readonly<Record<Role, readonly string[]>> = {
  customer: [
    '客户',
    '客户编码',
    '客户代码',
    '客户编号',
    '客户号',
    '购货单位编码',
    '往来单位编码',
    'customer',
    'customerid',
    'customerno',
    'customernumber',
    'customercode',
    'custnumber',
    'account',
  ],
  customerName: [
    '客户名称',
    '客户简称',
    '购货单位',
    '往来单位',
    '单位名称',
    '付款单位',
    'customername',
    'clientname',
    'client',
    'namecustomer',
  ],
  documentNo: [
    '单据号',
    '单据编号',
    '发票号',
    '发票号码',
    '发票编号',
    '凭证号',
    '订单号',
    '单号',
    'invoice',
    'invoiceno',
    'invoicenumber',
    'invoiceid',
    'documentno',
    'documentnumber',
    'docid',
  ],
  documentDate: [
    '开票日期',
    '单据日期',
    '发票日期',
    '业务日期',
    '记账日期',
    '出库日期',
    '日期',
    'invoicedate',
    'documentdate',
    'postingdate',
    'issuedate',
    'billingdate',
    'date',
  ],
  dueDate: [
    '到期日',
    '到期日期',
    '付款到期日',
    '应付款日',
    '应收日期',
    '应收到期日',
    '约定付款日',
    'duedate',
    'due',
    'paymentdue',
    'maturitydate',
    'dueindate',
  ],
  amount: [
    '应收金额',
    '应收款',
    '应收账款',
    '发票金额',
    '价税合计',
    '开票金额',
    '含税金额',
    '金额',
    'amount',
    'invoiceamount',
    'totalamount',
    'totalopenamount',
    'grossamount',
  ],
  received: [
    '已收金额',
    '已收款',
    '已回款',
    '回款金额',
    '收款金额',
    '已核销金额',
    '实收金额',
    'received',
    'receivedamount',
    'paid',
    'paidamount',
    'amountpaid',
    'payment',
  ],
  receiptDate: [
    '收款日期',
    '回款日期',
    '到账日期',
    '结清日期',
    '核销日期',
    '实收日期',
    'receiptdate',
    'cleardate',
    'settleddate',
    'paymentdate',
    'paiddate',
    'clearingdate',
  ],
  currency: ['币种', '币别', '货币', '原币', 'currency', 'invoicecurrency', 'ccy'],
};

const roleByWord = new Map<string, Role>(
  ROLES.flatMap((role) => SYNONYMS[role].map((word) => [word, role] as const)),
);

/** @returns a header as synonyms are compared: no blanks, signs or units in brackets, lower case. */
const normalise = (cell: unknown): string =>
  halfWidth(String(cell ?? ''))
    .toLowerCase()
    .replace(/\(.*?\)|[\s_\-.:/*]/g, '');

/** Where the ledger's header stands and what its columns mean. */
export interface Layout {
  /** Zero-based, within the rows looked at. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly mapping: Mapping;
}

/** Roles named by the user: role → the header's text. They win over what the synonyms say. */
export type MappingChoice = Readonly<Partial<Record<Role, string>>>;

/**
 * Finds the header row, the one that names most roles, and what its columns mean.
 *
 * @param rows - the first rows of the sheet
 * @returns null when no row names a date and an amount
 */
export function findLayout(
  rows: readonly (readonly unknown[])[],
  chosen: MappingChoice,
): Layout | null {
  let best: Layout | null = null;
  rows.forEach((cells, headerRow) => {
    const mapping = mapRow(cells, chosen);
    const better = Object.keys(mapping).length > Object.keys(best?.mapping ?? {}).length;
    if (better && isLedger(mapping)) {
      best = { headerRow, headers: cells.map((c) => String(c ?? '').trim()), mapping };
    }
  });
  return best;
}

const isLedger = (m: Mapping): boolean =>
  m.amount !== undefined && (m.dueDate ?? m.documentDate) !== undefined;

function mapRow(cells: readonly unknown[], chosen: MappingChoice): Mapping {
  const mapping: Partial<Record<Role, number>> = {};
  const words = cells.map(normalise);
  for (const role of ROLES) {
    const word = chosen[role] === undefined ? undefined : normalise(chosen[role]);
    const column = word === undefined ? -1 : words.indexOf(word);
    if (column >= 0) mapping[role] = column;
  }
  const taken = new Set(Object.values(mapping));
  words.forEach((word, column) => {
    const role = roleByWord.get(word);
    if (role && !taken.has(column) && mapping[role] === undefined && chosen[role] === undefined) {
      mapping[role] = column;
    }
  });
  // A ledger that names its customers but gives them no code is keyed by the name.
  if (mapping.customer === undefined && mapping.customerName !== undefined) {
    const { customerName, ...rest } = mapping;
    return { ...rest, customer: customerName };
  }
  return mapping;
}
