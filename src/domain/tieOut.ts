import type { Analysis } from './analyse';
import { baseAmounts, toBase } from './base';
import { duplicateItems } from './duplicates';
import type { Fen } from './money';
import { KINDS } from './receivables';
import type { SheetIssue, SheetIssueCode } from './sheetIssue';

/** What may make the ledger differ from the account (科目余额). */
export type TieOutCode =
  /** One document, what its row says was received, or both, that only one of the two has. */
  | 'document'
  /** One document that the account has on the wrong side: half the difference. */
  | 'wrongSide'
  /** Two documents together. */
  | 'pair'
  /** Repeats of a row. */
  | 'duplicates'
  /** Documents of later days: the account has them already. */
  | 'afterDate'
  /** Credits set against nothing: the account keeps them elsewhere (预收账款). */
  | 'unapplied'
  /** Items of another currency: one of the two has them, the other not. */
  | 'otherCurrency'
  /** Revaluations and what rates left on settled items. */
  | 'exchange'
  /** Rows that could not be read: what is in them nobody knows. */
  | 'leftOut';

/** Something that may explain a difference. */
export interface TieOutReason {
  readonly code: TieOutCode;
  /** How much of the difference it would be [fen]; null where nobody knows. */
  readonly amount: Fen | null;
  /** Whether that is all of it. */
  readonly isExact: boolean;
  /** The items it rests on. */
  readonly items: readonly number[];
  /** Where what is no item stands; rows 1-based. */
  readonly rows: readonly Pick<SheetIssue, 'sheet' | 'row'>[];
}

/** A ledger set against its account in the general ledger, both at the end of a day [fen]. */
export interface TieOut {
  readonly figure: Fen;
  readonly balance: Fen;
  /** `balance` − `figure` */
  readonly difference: Fen;
  /** What explains it all comes first; none where the two agree. */
  readonly reasons: readonly TieOutReason[];
}

export interface TieOutQuestion {
  /** The account's balance [fen; debit above 0]. */
  readonly figure: Fen;
  /** Index of the currency the account is kept in; base currency, all items, when left out. */
  readonly currency?: number;
  /** Index of the customer whose balance it is; all of them when left out. */
  readonly customer?: number;
  /** What reading the ledger came upon. */
  readonly issues: readonly Pick<SheetIssue, 'sheet' | 'row' | 'code'>[];
  /** Documents or pairs named at most; 10 when left out. */
  readonly maxFound?: number;
}

/** @returns how far a ledger is from a figure of the general ledger, and what may explain it. */
export function tieOut(analysis: Analysis, question: TieOutQuestion): TieOut {
  const { figure, currency, customer } = question;
  const books = new Books(analysis, currency, customer);
  const balance = sumOf(books.members, books.left);
  const difference = balance - figure;
  if (difference === 0) return { figure, balance, difference, reasons: [] };
  const suspects = [
    ...duplicates(books),
    ...documents(books, difference, question.maxFound ?? 10),
    ...groups(books),
    ...later(books, difference),
    ...currencies(books),
    ...leftOut(question.issues),
  ].map((suspect) => ({ ...suspect, isExact: suspect.amount === difference }));
  const reasons = suspects.sort((a, b) => Number(b.isExact) - Number(a.isExact));
  return { figure, balance, difference, reasons };
}

const sumOf = (members: readonly number[], of: ArrayLike<number>): Fen =>
  members.reduce((total, i) => total + of[i]!, 0);

type Suspect = Omit<TieOutReason, 'isExact'>;

/** The items an account keeps, in the currency it is kept in. */
class Books {
  /** What of each item is in the balance. */
  readonly left: Float64Array;
  /** In base currency, of all items. */
  readonly base: Float64Array;
  readonly members: readonly number[];
  /** The members and the same customers' items in other currencies. */
  readonly all: readonly number[];

  constructor(
    readonly analysis: Analysis,
    readonly currency: number | undefined,
    customer: number | undefined,
  ) {
    const { items, asOf, open } = analysis;
    this.base = baseAmounts(items, asOf);
    this.left = currency === undefined ? this.base : open;
    this.all = [...open.keys()].filter(
      (i) => customer === undefined || items.customer[i] === customer,
    );
    this.members = this.all.filter((i) => currency === undefined || items.currency[i] === currency);
  }

  /** What a document, and the receipt its row tells of, moved the account by up to a day or after. */
  moved(item: number, isLater: boolean): { document: Fen; receipt: Fen } {
    const { items, asOf } = this.analysis;
    const date = items.documentDate[item]!;
    const receipt = Math.max(items.receiptDate[item]!, date);
    return {
      document: date > asOf === isLater ? this.worth(item, items.amount[item]!) : 0,
      receipt: receipt > asOf === isLater ? 0 - this.worth(item, items.received[item]!) : 0,
    };
  }

  private worth(item: number, amount: Fen): Fen {
    const { kind, rate } = this.analysis.items;
    if (kind[item] === REVALUATION) return this.currency === undefined ? amount : 0;
    return this.currency === undefined ? toBase(amount, rate[item]!) : amount;
  }
}

const REVALUATION = KINDS.indexOf('revaluation');

const suspect = (
  code: TieOutCode,
  amount: Fen | null,
  items: readonly number[],
  rows: TieOutReason['rows'] = [],
): Suspect => ({ code, amount, items, rows });

/** Documents, or two of them, that come to the whole difference. */
function documents(books: Books, difference: Fen, maxFound: number): Suspect[] {
  const lacking: Suspect[] = [];
  const wrongSide: Suspect[] = [];
  const moves = books.members.map((item) => {
    const { document, receipt } = books.moved(item, false);
    return {
      item,
      amounts: [document, receipt].filter((fen) => fen !== 0),
      left: document + receipt,
    };
  });
  for (const { item, amounts, left } of moves) {
    if (left === difference || amounts.includes(difference)) {
      lacking.push(suspect('document', difference, [item]));
    } else if (amounts.includes(difference / 2)) {
      wrongSide.push(suspect('wrongSide', difference, [item]));
    }
  }
  const single = [...lacking, ...wrongSide];
  if (single.length > 0) return single.slice(0, maxFound);
  const pairs: Suspect[] = [];
  const before = new Map<Fen, number>();
  for (const { item, amounts } of moves) {
    for (const amount of amounts) {
      const other = before.get(difference - amount);
      if (other !== undefined && pairs.length < maxFound) {
        pairs.push(suspect('pair', difference, [other, item]));
      }
    }
    for (const amount of amounts) before.set(amount, item);
  }
  return pairs;
}

function duplicates({ members, left, analysis }: Books): Suspect[] {
  const among = new Set(members);
  const repeats = duplicateItems(analysis.items).filter((i) => among.has(i) && left[i] !== 0);
  return repeats.length === 0 ? [] : [suspect('duplicates', sumOf(repeats, left), repeats)];
}

/** What two books often treat differently, each as a whole. */
function groups({ members, left, base, currency, analysis }: Books): Suspect[] {
  const { open } = analysis;
  const unapplied = members.filter((i) => open[i]! < 0);
  const exchange = members.filter((i) => currency === undefined && open[i] === 0 && base[i] !== 0);
  return [
    suspect('unapplied', sumOf(unapplied, left), unapplied),
    suspect('exchange', sumOf(exchange, left), exchange),
  ].filter((found) => found.items.length > 0);
}

/** What the account may have too early: documents of later days, one by one and all of them. */
function later(books: Books, difference: Fen): Suspect[] {
  const moves = books.members
    .map((item) => ({ item, ...books.moved(item, true) }))
    .filter(({ document, receipt }) => document !== 0 || receipt !== 0);
  if (moves.length === 0) return [];
  const single = moves.filter(
    ({ document, receipt }) => document + difference === 0 || receipt + difference === 0,
  );
  const all = suspect(
    'afterDate',
    moves.reduce((sum, { document, receipt }) => sum - document - receipt, 0),
    moves.map(({ item }) => item),
  );
  if (moves.length === 1) return [all];
  return [...single.map(({ item }) => suspect('afterDate', difference, [item])), all];
}

/** Each currency that only one of the two may have. */
function currencies({ analysis, currency, base, all }: Books): Suspect[] {
  const { items } = analysis;
  if (items.currencies.length < 2) return [];
  return items.currencies.flatMap((_, c) => {
    const own = all.filter((i) => items.currency[i] === c && base[i] !== 0);
    if (own.length === 0 || c === currency) return [];
    const amount = sumOf(own, base);
    return [suspect('otherCurrency', currency === undefined ? amount : -amount, own)];
  });
}

const LEFT_OUT: readonly SheetIssueCode[] = [
  'amountUnreadable',
  'dateAmbiguous',
  'noDate',
  'afterEnd',
];

function leftOut(issues: TieOutQuestion['issues']): Suspect[] {
  const rows = issues
    .filter(({ code }) => LEFT_OUT.includes(code))
    .map(({ sheet, row }) => ({ sheet, row }));
  const once = new Map(rows.map((place) => [`${place.sheet}!${place.row}`, place]));
  return rows.length === 0 ? [] : [suspect('leftOut', null, [], [...once.values()])];
}
