import { titleCustomer } from './accountTitle';
import type { AccountFacts } from './accountLines';
import { baseColumn } from './baseColumn';
import { cellText } from './cell';
import { eventColumns } from './eventColumns';
import { findLayout, type Layout } from './findLayout';
import type { MappingChoice, SheetMapping } from './roles';
import { ACCOUNT_FORM, CUSTOMER_FORM, RECEIPT_FORM } from './sheetForms';
import { customerOfName, saysOther, saysReceipts, yearOf } from './sheetName';
import { findStages, type StageColumns } from './stageColumns';

/** A sheet of the workbook as it is looked at first. */
export interface SheetHead {
  readonly name: string;
  /** The first rows, about 30, from the sheet's first one; our own columns blanked. */
  readonly rows: readonly (readonly unknown[])[];
  /** Rows the sheet uses. */
  readonly rowCount: number;
}

/**
 * What a sheet is: one row an item, one row a receipt, a running account, contracts with their
 * stages, what was agreed with each customer, or nothing of receivables.
 */
export const SOURCE_KINDS = [
  'items',
  'receipts',
  'account',
  'stages',
  'customers',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Why a sheet is taken for what it is taken for, or left aside. */
export type SourceReason =
  | 'chosen'
  /** Columns of a date and an amount or balance. */
  | 'itemColumns'
  /** Columns of a day and an amount that came in. */
  | 'receiptColumns'
  /** Columns of debits and credits. */
  | 'debitAndCredit'
  /** Columns of two stages or more. */
  | 'stageColumns'
  /** Columns of a customer and its term. */
  | 'customerColumns'
  /** Rates or base amounts stand beside the amounts. */
  | 'bookingRates'
  /** The name or title says so. */
  | 'name'
  /** The name tells a month, a year or a day. */
  | 'period'
  /** Another sheet has the same headers. */
  | 'sameHeaders'
  /** The title or the sheet's name is the customer. */
  | 'customerOfSheet'
  /** The columns are doubtful, and other sheets are surer. */
  | 'doubtful'
  /** No row of headers that could be of receivables. */
  | 'noColumns'
  /** Headers without rows. */
  | 'noRows'
  | 'pivot'
  /** What is bought, not sold. */
  | 'suppliers'
  /** Named as the copy of another sheet. */
  | 'copy'
  /** Other sheets have the same business, item by item. */
  | 'toldElsewhere'
  /** The sheets of items say themselves what was received. */
  | 'receivedOnItems';

/** What a sheet is and how it is read. */
export type Reading = {
  /** 0…1 */
  readonly confidence: number;
  readonly reasons: readonly SourceReason[];
} & (
  | { readonly kind: 'items' | 'receipts' | 'customers'; readonly layout: Layout }
  | { readonly kind: 'account'; readonly layout: Layout; readonly facts: AccountFacts }
  | { readonly kind: 'stages'; readonly layout: Layout; readonly stages: readonly StageColumns[] }
  | { readonly kind: 'other' }
);

/**
 * @param kind - where a person chose one
 * @param columns - columns the person named
 * @returns the likeliest reading, or the one of the kind chosen; 'other' where it cannot be read so
 */
export function classifySheet(
  head: SheetHead,
  kind: SourceKind | undefined,
  columns: MappingChoice,
): Reading {
  const found = kind === undefined ? likeliest(head, columns) : readAs(kind, head, columns);
  const reading = found.kind === 'other' ? found : withRates(found);
  return kind === undefined
    ? reading
    : { ...reading, confidence: 1, reasons: ['chosen', ...reading.reasons] };
}

const other = (reason: SourceReason): Reading => ({
  kind: 'other',
  confidence: 1,
  reasons: [reason],
});

function likeliest(head: SheetHead, columns: MappingChoice): Reading {
  const { rows, name } = head;
  if (rows.flat().some((cell) => PIVOT.test(cellText(cell)))) return other('pivot');
  const kind = kindOf(head, columns);
  const reading = readAs(kind, head, columns);
  if (reading.kind === 'other') return reading;
  const { headerRow, headers, mapping } = reading.layout;
  // 客户档案 is named like what is no receivables.
  if (kind !== 'customers' && saysOther(titleOf(name, rows, headerRow))) return other('name');
  if (!isNamed(mapping) && headers.some((header) => SUPPLIER.test(header)))
    return other('suppliers');
  return head.rowCount <= headerRow + 1 ? other('noRows') : reading;
}

const PIVOT = /^(?:行标签|列标签|求和项[:：]|Row Labels|Column Labels|Sum of )/;
const SUPPLIER = /供应商|供货单位|supplier|vendor/i;

const isNamed = ({ customer, customerName }: SheetMapping): boolean =>
  (customer ?? customerName) !== undefined;

/** What stands above the header, and the sheet's name. */
const titleOf = (name: string, rows: SheetHead['rows'], headerRow: number): string =>
  [name, ...rows.slice(0, headerRow).flat().map(cellText)].join(' ');

function kindOf({ name, rows }: SheetHead, columns: MappingChoice): SourceKind {
  if (findLayout(rows, columns, ACCOUNT_FORM)) return 'account';
  const items = findLayout(rows, columns);
  const stages = findStages(rows, columns);
  if (stages && !(items && stages.stages.length < 3 && isSettledByRow(stages.layout.mapping))) {
    return 'stages';
  }
  const receipts = findLayout(rows, columns, RECEIPT_FORM);
  if (!items && !receipts && findLayout(rows, columns, CUSTOMER_FORM)) return 'customers';
  if (!receipts) return 'items';
  if (!items) return 'receipts';
  if (isOfInvoices(items, receipts)) return 'items';
  const isSaid = saysReceipts(titleOf(name, rows, items.headerRow));
  return isSaid || sureness(receipts) > sureness(items) ? 'receipts' : 'items';
}

/** Two stage words among the columns of a ledger of items (定金, 质保金) make no contracts of its rows. */
const isSettledByRow = ({ dueDate, received, open }: SheetMapping): boolean =>
  dueDate !== undefined && (received ?? open) !== undefined;

/** Whether amounts are claimed too, beside what came in, or fall due. */
const isOfInvoices = (items: Layout, receipts: Layout): boolean =>
  items.mapping.dueDate !== undefined ||
  (items.mapping.amount !== undefined && items.mapping.amount !== receipts.mapping.amount);

/** How sure the columns are that the sheet cannot do without. */
function sureness({ confidence, mapping }: Layout): number {
  const { documentDate, dueDate, month, amount, open } = confidence;
  const date = Math.max(documentDate ?? 0, dueDate ?? 0, month ?? 0);
  const whose = isNamed(mapping) || mapping.documentNo !== undefined ? 1 : LEAST_WITHOUT_OWNER;
  return Math.min(date, Math.max(amount ?? 0, open ?? 0), whose);
}

/** Nobody knows whose a row is that names neither customer nor document. */
const LEAST_WITHOUT_OWNER = 0.4;

function readAs(kind: SourceKind, head: SheetHead, columns: MappingChoice): Reading {
  const { name, rows } = head;
  switch (kind) {
    case 'other':
      return { kind, confidence: 1, reasons: [] };
    case 'stages': {
      const found = findStages(rows, columns);
      return found
        ? { kind, confidence: 0.9, reasons: ['stageColumns'], ...found }
        : other('noColumns');
    }
    case 'account': {
      const layout = findLayout(rows, columns, ACCOUNT_FORM);
      if (!layout) return other('noColumns');
      const facts = factsOf(name, rows, layout);
      const isOfOne = facts.customer.code !== '' || facts.customer.name !== '';
      return {
        kind,
        confidence: Math.min(
          sureness({ ...layout, mapping: { ...layout.mapping, documentNo: 0 } }),
        ),
        reasons: isOfOne ? ['debitAndCredit', 'customerOfSheet'] : ['debitAndCredit'],
        layout,
        facts,
      };
    }
    case 'receipts': {
      const layout = findLayout(rows, columns, RECEIPT_FORM);
      if (!layout) return other('noColumns');
      const isSaid = saysReceipts(titleOf(name, rows, layout.headerRow));
      return {
        kind,
        confidence: sureness(layout),
        reasons: isSaid ? ['receiptColumns', 'name'] : ['receiptColumns'],
        layout,
      };
    }
    case 'customers': {
      const layout = findLayout(rows, columns, CUSTOMER_FORM);
      if (!layout) return other('noColumns');
      const confidence = Math.min(...Object.values(layout.confidence));
      return { kind, confidence, reasons: ['customerColumns'], layout };
    }
    case 'items': {
      const layout = findLayout(rows, columns);
      if (!layout) return other('noColumns');
      return { kind, confidence: sureness(layout), reasons: ['itemColumns'], layout };
    }
  }
}

/** What the title and the name say of an account whose rows name no customer. */
function factsOf(name: string, rows: SheetHead['rows'], layout: Layout): AccountFacts {
  const title = titleOf(name, rows, layout.headerRow);
  const year = yearOf([...layout.headers, title].join(' '));
  if (isNamed(layout.mapping)) return { customer: { code: '', name: '' }, year };
  const titled = rows
    .slice(0, layout.headerRow)
    .flat()
    .map(titleCustomer)
    .find((customer) => customer !== null);
  return { customer: titled ?? { code: '', name: customerOfName(name) }, year };
}

/** Base amounts beside the amounts say the rate too. */
function withRates<R extends Exclude<Reading, { kind: 'other' }>>(reading: R): R {
  const layout = eventColumns(baseColumn(reading.layout));
  const { rate, baseAmount } = layout.mapping;
  if ((rate ?? baseAmount) === undefined) return { ...reading, layout };
  return { ...reading, layout, reasons: [...reading.reasons, 'bookingRates'] };
}
