import type { Role } from '../domain';
import { columnLetters, quotedSheet } from '../workbook/address';
import type { LedgerView } from '../workbook/inspectLedger';
import { OWN } from '../workbook/ownNames';
import type { Language } from '../workbook/texts';
import english from '../functions/functions.en-US.json';
import chinese from '../functions/functions.json';

/** A function's entry in functions.json. */
export interface FunctionForm {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
  }[];
}

export const FORMS: Readonly<Record<Language, readonly FunctionForm[]>> = {
  'zh-CN': chinese.functions,
  'en-US': english.functions,
};

/** Ids by group, in the order of the groups' words. */
export const GROUPS: readonly (readonly string[])[] = [
  [
    'AGING_BUCKET',
    'OVERDUE_DAYS',
    'AGE_DAYS',
    'DUE_DATE',
    'RISK_CLASS',
    'WARNING_LEVEL',
    'AGING_TABLE',
  ],
  ['RFA_SCORE', 'RFA_TIER', 'RFA', 'OVERDUE_PROB', 'EXPECTED_LOSS'],
  ['OPEN_AMOUNT', 'FIFO_OPEN', 'DSO', 'CEI', 'TOP_SHARE', 'ROLL_RATE', 'ECL_RATE', 'LATE_INTEREST'],
  ['CREDIT_CHECK'],
  ['CN_WORKDAY', 'CN_NETWORKDAYS', 'CN_IS_WORKDAY'],
];

const DATE = 'yyyy-mm-dd';
const SHARE = '0.0%';
const MONEY = '#,##0.00';

/** Number formats of answers that are no plain numbers and texts. */
export const FORMATS: Readonly<Record<string, string>> = {
  DUE_DATE: DATE,
  CN_WORKDAY: DATE,
  OVERDUE_PROB: SHARE,
  TOP_SHARE: SHARE,
  CEI: SHARE,
  ROLL_RATE: SHARE,
  ECL_RATE: SHARE,
  OPEN_AMOUNT: MONEY,
  EXPECTED_LOSS: MONEY,
  LATE_INTEREST: MONEY,
};

/** Columns of the ledger that parameters usually are. */
const ROLES: Readonly<Record<string, Role>> = {
  dueDate: 'dueDate',
  dueDates: 'dueDate',
  documentDate: 'documentDate',
  invoiceDate: 'documentDate',
  dates: 'documentDate',
  term: 'term',
  amount: 'amount',
  amounts: 'amount',
  received: 'received',
  receiptDate: 'receiptDate',
  customers: 'customer',
};

/**
 * @param home - the sheet the formula goes to
 * @returns what a parameter most likely is in this workbook; '' where nobody knows
 */
export function usualArgument(name: string, ledger: LedgerView | null, home: string): string {
  if (!ledger) return '';
  if (ledger.asOf !== null && name === 'asOf') return OWN.asOf;
  if (ledger.asOf !== null && name === 'edges') return OWN.edges;
  const { place } = ledger;
  const column = place.mapping[ROLES[name]!];
  if (ROLES[name] === undefined || column === undefined) return '';
  const letters = columnLetters(place.firstColumn + column);
  const cells = `${letters}${place.firstRow + 1}:${letters}${place.lastRow + 1}`;
  return place.sheet === home ? cells : `${quotedSheet(place.sheet)}!${cells}`;
}

/** `=AR.AGING_BUCKET(A2:A9,B1)`; parameters left out at the end are not named. */
export const formulaOf = (id: string, texts: readonly string[]): string =>
  `=AR.${id}(${texts
    .map((text) => text.trim())
    .join(',')
    .replace(/,+$/, '')})`;
