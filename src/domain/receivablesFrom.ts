import { AccountSheetParser } from './accountSheet';
import type { AcceptedMatch, MatchOutcome } from './acceptedMatches';
import { areCarriedForward, leftBehind } from './carriedForward';
import type { MergedCode } from './customerCodes';
import { CustomerSheetParser } from './customerSheet';
import { CustomerTerms } from './customerTerms';
import { NO_DATE } from './date';
import { duplicatesOnSheets } from './duplicatesOnSheets';
import { ItemSheetParser, type SheetOptions } from './itemSheet';
import { linksOf, type Link } from './links';
import { oneCurrency } from './oneCurrency';
import { oneDictionary } from './oneDictionary';
import type { Fen } from './money';
import type { ParsedSheet, SheetParser } from './parsedSheet';
import { pickItems } from './pickItems';
import { receiptLinks } from './receiptLinks';
import { ReceiptSheetParser } from './receiptSheet';
import type { Receivables } from './receivables';
import { repeatedOpenings } from './repeatedOpenings';
import { reversals } from './reversals';
import { settle, type RejectionCode } from './settle';
import { settleAccepted } from './settleAccepted';
import { settleFifo } from './settleFifo';
import type { SheetIssue } from './sheetIssue';
import type { ReceivedOn, Source } from './sources';
import { StageSheetParser } from './stageSheet';
import { unite } from './unite';

/**
 * @param options - sheets that share `customerTerms` are read with those of customers first
 * @returns what reads a sheet; null for one of something else
 */
export function sourceParser(source: Source, options: SheetOptions = {}): SheetParser | null {
  switch (source.kind) {
    case 'items':
      return new ItemSheetParser(source.sheet, source.layout, options);
    case 'receipts':
      return new ReceiptSheetParser(source.sheet, source.layout, options);
    case 'account':
      return new AccountSheetParser(source.sheet, source.layout, source.facts, options);
    case 'stages':
      return new StageSheetParser(source.sheet, source, options);
    case 'customers':
      return new CustomerSheetParser(
        source.sheet,
        source.layout,
        options.customerTerms ?? new CustomerTerms(),
      );
    case 'other':
      return null;
  }
}

/** A sheet and what was read of it. */
export interface ReadSource {
  readonly source: Source;
  readonly parsed: ParsedSheet;
}

/** What a person decided; what is left out is found. */
export interface UnitingChoice {
  readonly receivedOn?: ReceivedOn;
  /** Whether a list of a later period repeats what is open of the earlier ones. */
  readonly lists?: 'appended' | 'carriedForward';
  /** How credits are set against items: as the sheets say, then also the oldest first (推算). */
  readonly settlement?: 'links' | 'fifo';
  /** See ParserOptions. */
  readonly mergeCodes?: boolean;
  /** What a person has set against each other; none when left out. */
  readonly accepted?: readonly AcceptedMatch[];
}

/** What of a credit could not be set as the sheets say. */
export interface Unset {
  readonly credit: number;
  /** Fen, above 0 but for a credit that holds nothing. */
  readonly amount: Fen;
  readonly code: RejectionCode;
}

/** The receivables of a workbook, and what they rest on. */
export interface WorkbookReceivables {
  /** Settled. */
  readonly items: Receivables;
  /** The same, without what is only worked out (推算): as sheets and people say. */
  readonly said: Receivables;
  /** Per item what it says of its purpose. */
  readonly purposes: readonly string[];
  readonly unset: readonly Unset[];
  /** What came of each accepted match. */
  readonly outcomes: readonly MatchOutcome[];
  /** By sheet, then row. */
  readonly issues: readonly SheetIssue[];
  readonly mergedCodes: readonly MergedCode[];
  readonly receivedOn: ReceivedOn;
  readonly lists: 'appended' | 'carriedForward';
  readonly settlement: 'links' | 'fifo';
}

/**
 * Puts the sheets of a workbook together and sets credits against items.
 *
 * @param sheets - those that are used, in the workbook's order
 * @param choice - `receivedOn` as the proposal has it
 */
export function receivablesFrom(
  sheets: readonly ReadSource[],
  choice: UnitingChoice = {},
): WorkbookReceivables {
  const receivedOn = choice.receivedOn ?? 'items';
  const read = byPeriod(sheets).map((sheet) => withoutReceived(sheet, receivedOn));
  const named = oneDictionary(
    read.map(({ parsed }) => parsed),
    choice.mergeCodes ?? true,
  );
  const parts = oneCurrency(named.parts);
  const books = read.map(({ source, parsed }, k) => ({ source, parsed, items: parts[k]! }));
  const lists = choice.lists ?? listsOf(books);
  const kept = withoutOpenings(lists === 'carriedForward' ? latestLists(books) : books);
  const united = unite(kept.map(({ items }) => items));
  const settled = settleBooks(united, kept);
  const { items: said, outcomes } = settleAccepted(settled.items, choice.accepted ?? []);
  const hasAccount = kept.some(({ source }) => source.kind === 'account');
  const settlement = choice.settlement ?? (hasAccount ? 'fifo' : 'links');
  const sheetOf = new Map(sheets.map(({ source }, k) => [source.sheet, k]));
  // A receipt without a customer has its document's.
  const isOwned = ({ code, sheet, row }: SheetIssue) =>
    code === 'noCustomer' && settled.owned.has(`${sheet}!${row}`);
  const found = kept.flatMap(({ parsed }) => parsed.issues);
  const issues = [...found.filter((issue) => !isOwned(issue)), ...settled.issues];
  return {
    items: settlement === 'fifo' ? settleFifo(said) : said,
    said,
    purposes: settled.purposes,
    unset: settled.unset,
    outcomes,
    issues: issues.sort((a, b) => sheetOf.get(a.sheet)! - sheetOf.get(b.sheet)! || a.row - b.row),
    mergedCodes: named.mergedCodes,
    receivedOn,
    lists,
    settlement,
  };
}

/** A sheet read, with its customers as all sheets call them. */
interface Book extends ReadSource {
  readonly items: Receivables;
}

/** Sheets that name no period come first, as they stand. */
const byPeriod = (sheets: readonly ReadSource[]): ReadSource[] =>
  [...sheets].sort((a, b) => a.source.period - b.source.period);

const ABOUT_RECEIVED: ReadonlySet<string> = new Set(['balanceMismatch', 'statusContradiction']);

/** Where the receipts have sheets of their own, what the items say was received is not counted too. */
function withoutReceived({ source, parsed }: ReadSource, receivedOn: ReceivedOn): ReadSource {
  if (receivedOn === 'items' || source.kind === 'receipts') return { source, parsed };
  const { count } = parsed.items;
  const items = {
    ...parsed.items,
    received: new Float64Array(count),
    receiptDate: new Int32Array(count).fill(NO_DATE),
  };
  const issues = parsed.issues.filter(({ code }) => !ABOUT_RECEIVED.has(code));
  return { source, parsed: { ...parsed, items, issues } };
}

const isPeriodList = ({ source }: Book): boolean => source.kind === 'items' && source.period > 0;

const periodLists = (books: readonly Book[]) =>
  books.filter(isPeriodList).map(({ source, items }) => ({ items, period: source.period }));

const listsOf = (books: readonly Book[]): 'appended' | 'carriedForward' =>
  areCarriedForward(periodLists(books)) ? 'carriedForward' : 'appended';

/** Of lists that carry open items forward only the latest counts. */
function latestLists(books: readonly Book[]): Book[] {
  const lists = periodLists(books);
  const latest = Math.max(...lists.map(({ period }) => period));
  const left = leftBehind(lists);
  return books.map((book) => {
    if (!isPeriodList(book) || book.source.period === latest) return book;
    const issues = left.filter(({ sheet }) => sheet === book.source.sheet);
    const parsed = { ...book.parsed, issues };
    return { ...book, parsed, items: pickItems(book.items, () => false) };
  });
}

/** An account of several sheets opens once. */
function withoutOpenings(books: readonly Book[]): Book[] {
  const accounts = books.filter(({ source }) => source.kind === 'account');
  const repeated = repeatedOpenings(
    accounts.map(({ items }) => items),
    accounts.map(({ parsed }) => parsed.openings),
  );
  return books.map((book) => {
    const own = new Map(
      repeated.flatMap((r) => (accounts[r.part] === book ? [[r.item, r] as const] : [])),
    );
    if (own.size === 0) return book;
    const issues = [...own.values()].flatMap(({ item, isBroken }): SheetIssue[] => {
      const row = book.items.row[item]!;
      const at = { sheet: book.source.sheet, row, role: 'open', value: '' } as const;
      const isLeft: SheetIssue = { ...at, code: 'openingRepeated' };
      return isBroken ? [isLeft, { ...at, code: 'balanceBroken' }] : [isLeft];
    });
    const parsed = {
      ...book.parsed,
      issues: [...book.parsed.issues, ...issues],
      remarks: book.parsed.remarks.filter((_, i) => !own.has(i)),
    };
    return { ...book, parsed, items: pickItems(book.items, (i) => !own.has(i)) };
  });
}

/** Sets credits against what the sheets say they pay, and reports what does not go together. */
function settleBooks(
  united: Receivables,
  books: readonly Book[],
): {
  items: Receivables;
  purposes: readonly string[];
  unset: Unset[];
  issues: SheetIssue[];
  owned: ReadonlySet<string>;
} {
  const accounts = new Set(
    books.flatMap(({ source }) => (source.kind === 'account' ? [source.sheet] : [])),
  );
  const sheetOf = (item: number) => united.sheets[united.sheet[item]!]!;
  const { pairs, alone } = reversals(united, (item) => accounts.has(sheetOf(item)));
  const wordsOf = (pick: (parsed: ParsedSheet) => readonly string[]): string[] =>
    books.flatMap(({ parsed, items }) =>
      pick(parsed).length > 0 ? pick(parsed) : new Array<string>(items.count).fill(''),
    );
  const appliesTo = wordsOf((parsed) => parsed.appliesTo);
  const remarks = wordsOf((parsed) => parsed.remarks);
  const reversed = new Set(pairs.flatMap(({ credit, item }) => [credit, item]));
  const { items, links, owned } = receiptLinks(united, appliesTo, reversed);
  const all: Link[] = [...links, ...pairs.map(({ credit, item }) => ({ credit, to: item }))];
  const settlement = settle(items, linksOf(all));
  const at = (item: number) => ({ sheet: sheetOf(item), row: united.row[item]! });
  const unset = settlement.rejections.map(({ link, amount, code }) => ({
    credit: all[link]!.credit,
    amount,
    code,
  }));
  const issues: SheetIssue[] = unset.map(({ credit, code }) => ({
    ...at(credit),
    role: 'appliesTo',
    code,
    value: appliesTo[credit]!,
  }));
  for (const item of alone) {
    issues.push({ ...at(item), role: 'received', code: 'reversalAlone', value: '' });
  }
  for (const { item, first } of duplicatesOnSheets(items)) {
    const value = items.documentNo[item]!;
    const other = at(first);
    issues.push({ ...at(item), role: 'documentNo', code: 'duplicateOnSheets', value, other });
  }
  const places = [...owned].map((item) => `${sheetOf(item)}!${united.row[item]!}`);
  return {
    items: settlement.items,
    purposes: appliesTo.map((said, i) => `${said} ${remarks[i]!}`.trim()),
    unset,
    issues,
    owned: new Set(places),
  };
}
