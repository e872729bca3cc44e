import { cellText, isBlank } from './cell';
import {
  classifySheet,
  type Reading,
  type SheetHead,
  type SourceKind,
  type SourceReason,
} from './classifySheet';
import type { Layout } from './findLayout';
import { headerWords } from './headerMatch';
import { documentKey } from './receiptLinks';
import type { MappingChoice, SheetRole } from './roles';
import { parseAmount } from './parseAmount';
import { periodOf, saysCopy } from './sheetName';
import { parseStatus } from './status';

/** A sheet, what it is and how it is read; a person may choose otherwise. */
export type Source = Reading & {
  readonly sheet: string;
  /** Whether its rows go into the receivables. */
  readonly isUsed: boolean;
  /** Grows with the period the sheet is named after; 0 where it names none. */
  readonly period: number;
};

/** How receipts find what they pay; null where none stand on a sheet of their own. */
export type ReceiptLink = 'documentNo' | 'customer' | 'none' | null;

/** The sheets that say what was received: those of the items (or nothing does), or those of receipts. */
export type ReceivedOn = 'items' | 'receipts';

/** What a person decided, by sheet name; what is left out is found. */
export interface SourcesChoice {
  readonly kinds?: Readonly<Record<string, SourceKind>>;
  readonly columns?: Readonly<Record<string, MappingChoice>>;
  readonly receivedOn?: ReceivedOn;
}

/** What a workbook's sheets are, to be confirmed by a person. */
export interface Proposal {
  /** One per sheet, in order. */
  readonly sources: readonly Source[];
  readonly link: ReceiptLink;
  readonly receivedOn: ReceivedOn;
}

/** Below this a sheet counts only where no other is surer. */
export const LEAST_CONFIDENCE = 0.5;

/**
 * Finds out what each sheet of a workbook is and which of them make up the receivables.
 *
 * @param heads - without our own sheets
 * @param chosen - what a person said to an earlier proposal
 * @param leastConfidence - 0…1
 */
export function proposeSources(
  heads: readonly SheetHead[],
  chosen: SourcesChoice = {},
  leastConfidence = LEAST_CONFIDENCE,
): Proposal {
  const readings = heads.map((head) =>
    classifySheet(head, chosen.kinds?.[head.name], chosen.columns?.[head.name] ?? {}),
  );
  const isSure = (reading: Reading) =>
    reading.kind !== 'other' && reading.confidence >= leastConfidence;
  const hasSure = readings.some(isSure);
  const headers = readings.map(headersOf);
  const sources = heads.map(({ name }, i): Source => {
    const reading = readings[i]!;
    const hasTwin =
      headers[i] !== '' && headers.indexOf(headers[i]!) !== headers.lastIndexOf(headers[i]!);
    const source = { ...reading, sheet: name, isUsed: reading.kind !== 'other', period: 0 };
    if (!source.isUsed || reading.reasons.includes('chosen')) {
      return { ...source, period: source.isUsed ? periodOf(name) : 0 };
    }
    if (hasSure && !isSure(reading)) return aside(source, 'doubtful');
    if (hasTwin && saysCopy(name)) return aside(source, 'copy');
    const period = periodOf(name);
    const reasons = [...reading.reasons];
    if (period > 0) reasons.push('period');
    if (hasTwin) reasons.push('sameHeaders');
    return { ...source, period, reasons };
  });
  return decide(heads, oneBusiness(sources), chosen.receivedOn);
}

/** A sheet that is what it is and yet not counted. */
const aside = (source: Source, reason: SourceReason): Source => ({
  ...source,
  isUsed: false,
  reasons: [...source.reasons, reason],
});

/** The headers of a sheet that may be one of several, in one word; '' for others. */
const headersOf = (reading: Reading): string =>
  reading.kind === 'other'
    ? ''
    : `${reading.kind} ${reading.layout.headers.map((header) => headerWords(header).joined).join(' ')}`;

/** Items tell more than contracts, and these more than an account: of one business one counts. */
const BY_DETAIL: readonly SourceKind[] = ['items', 'stages', 'account'];

function oneBusiness(sources: readonly Source[]): Source[] {
  const isCounted = ({ isUsed, reasons }: Source) => isUsed && !reasons.includes('chosen');
  const best = BY_DETAIL.findIndex((kind) => sources.some((s) => s.isUsed && s.kind === kind));
  return sources.map((source) => {
    const detail = BY_DETAIL.indexOf(source.kind);
    const isTold = detail > best || (source.kind === 'receipts' && BY_DETAIL[best] === 'account');
    return isTold && isCounted(source) ? aside(source, 'toldElsewhere') : source;
  });
}

/** Decides which sheets say what was received, and how receipts are linked. */
function decide(
  heads: readonly SheetHead[],
  sources: readonly Source[],
  chosen: ReceivedOn | undefined,
): Proposal {
  const numbers = new Set(heads.flatMap((head, i) => numbersOn(head, sources[i]!)));
  const linked = sources.map((source, i) => withNumbers(source, heads[i]!, numbers));
  const receipts = linked.filter((source) => source.isUsed && source.kind === 'receipts');
  if (receipts.length === 0) return { sources, link: null, receivedOn: 'items' };
  const isSaid = () => linked.some((source, i) => saysReceived(source, heads[i]!));
  const receivedOn = chosen ?? (isSaid() ? 'items' : 'receipts');
  const isLeft = (source: Source) =>
    receivedOn === 'items' && receipts.includes(source) && !source.reasons.includes('chosen');
  return {
    sources: linked.map((source) => (isLeft(source) ? aside(source, 'receivedOnItems') : source)),
    link: linkOf(receipts),
    receivedOn,
  };
}

/** The cells of some roles in the rows looked at, blank ones left out. */
function cellsOf(
  { rows }: SheetHead,
  { headerRow, mapping }: Layout,
  roles: readonly SheetRole[],
): unknown[] {
  const columns = roles.flatMap((role) => mapping[role] ?? []);
  const body = rows.slice(headerRow + 1);
  return body.flatMap((row) => columns.map((column) => row[column])).filter((c) => !isBlank(c));
}

const isOfItems = ({ kind, isUsed }: Source): boolean =>
  isUsed && (kind === 'items' || kind === 'stages');

/** Document numbers among the rows looked at, as they are compared. */
function numbersOn(head: SheetHead, source: Source): string[] {
  if (source.kind === 'other' || !isOfItems(source)) return [];
  return cellsOf(head, source.layout, ['documentNo']).map((cell) => documentKey(cellText(cell)));
}

/** Receipts headed 单据号 alone may mean the documents they pay: then half of the numbers are known. */
function withNumbers(source: Source, head: SheetHead, numbers: ReadonlySet<string>): Source {
  if (source.kind !== 'receipts' || source.layout.mapping.appliesTo !== undefined) return source;
  const own = cellsOf(head, source.layout, ['documentNo']);
  const known = own.filter((cell) => numbers.has(documentKey(cellText(cell))));
  if (known.length === 0 || known.length * 2 < own.length) return source;
  const { documentNo, ...mapping } = source.layout.mapping;
  return {
    ...source,
    layout: { ...source.layout, mapping: { ...mapping, appliesTo: documentNo! } },
  };
}

/** Whether the items themselves say that something was received, in the rows looked at. */
function saysReceived(source: Source, head: SheetHead): boolean {
  if (source.kind === 'other' || !isOfItems(source)) return false;
  const { layout } = source;
  if (source.kind === 'items' && layout.mapping.amount === undefined) return true;
  const stages = source.kind === 'stages' ? source.stages : [];
  const columns = stages.flatMap(({ columns: c }) => [c.received, c.receiptDate, c.open]);
  return (
    cellsOf(head, layout, ['receiptDate', 'open']).length > 0 ||
    cellsOf(head, layout, ['received']).some((cell) => parseAmount(cell) !== 0) ||
    cellsOf(head, layout, ['status']).some((cell) => parseStatus(cell) === 'settled') ||
    head.rows
      .slice(layout.headerRow + 1)
      .some((row) => columns.some((column) => column !== undefined && !isBlank(row[column])))
  );
}

function linkOf(receipts: readonly Source[]): ReceiptLink {
  const has = (role: SheetRole) =>
    receipts.some((source) => source.kind !== 'other' && source.layout.mapping[role] !== undefined);
  if (has('appliesTo')) return 'documentNo';
  return has('customer') || has('customerName') ? 'customer' : 'none';
}

/**
 * @returns the columns a source is read from, ascending, zero-based within the rows looked at; an
 *   account's titles may stand in any
 */
export function columnsOf(source: Source): number[] {
  if (source.kind === 'other') return [];
  if (source.kind === 'account') return source.layout.headers.map((_, column) => column);
  const stages = source.kind === 'stages' ? source.stages : [];
  const columns = stages.flatMap(({ columns: own }) => Object.values(own));
  const all = new Set([...Object.values(source.layout.mapping), ...columns]);
  return [...all].sort((a, b) => a - b);
}
