/** What a ledger column can mean; settings sheets keep them in this order. */
export const ROLES = [
  'customer',
  'customerName',
  'documentNo',
  'documentDate',
  'dueDate',
  'term',
  'amount',
  'received',
  'open',
  'receiptDate',
  'currency',
  'rate',
  'region',
  'customerType',
  'productModel',
  'salesperson',
  'industry',
  'status',
  'disputed',
  'remark',
  'classFact',
] as const;

export type Role = (typeof ROLES)[number];

export const DATE_ROLES = ['documentDate', 'dueDate', 'receiptDate'] as const;
export type DateRole = (typeof DATE_ROLES)[number];

export const AMOUNT_ROLES = ['amount', 'received', 'open'] as const;
export type AmountRole = (typeof AMOUNT_ROLES)[number];

/** Roles items are grouped by. */
export const DIMENSION_ROLES = [
  'region',
  'customerType',
  'productModel',
  'salesperson',
  'industry',
] as const;
export type DimensionRole = (typeof DIMENSION_ROLES)[number];
/** What items can be grouped by: also the stage of a contract (预付款, 验收款 …), which is no column's. */
export type DimensionName = DimensionRole | 'stage';

/** Which column (zero-based, within the area read) plays which role. */
export type Mapping = Readonly<Partial<Record<Role, number>>>;

/** Roles named by the user: role → the header's text, '' for none. They win over what is found. */
export type MappingChoice = Readonly<Partial<Record<Role, string>>>;

/**
 * Roles of columns that only accounts, receipts, lists of customers, and ledgers in several
 * currencies or with terms that count from other days have.
 */
export const EXTRA_ROLES = [
  'baseAmount',
  'appliesTo',
  'countsMonth',
  'invoiceReceipt',
  'shipment',
  'delivery',
  'acceptance',
  'means',
  'direction',
  'year',
  'month',
  'day',
] as const;

/** What a column of any sheet can mean. In an account debit, credit and balance are amount, received and open. */
export type SheetRole = Role | (typeof EXTRA_ROLES)[number];

/** As Mapping, of any sheet. */
export type SheetMapping = Readonly<Partial<Record<SheetRole, number>>>;
