/** What a ledger column can mean. */
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

/** Which column (zero-based, within the area read) plays which role. */
export type Mapping = Readonly<Partial<Record<Role, number>>>;

/** Roles named by the user: role → the header's text, '' for none. They win over what is found. */
export type MappingChoice = Readonly<Partial<Record<Role, string>>>;
