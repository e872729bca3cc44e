import { accountCount, accountsOf, membersOf } from './accounts';
import { ApplicationList } from './applicationList';
import { compareText } from './compareText';
import type { Serial } from './date';
import { groupItems } from './groupItems';
import { NO_ITEM, type Links } from './links';
import type { Fen } from './money';
import { openAmounts, type Receivables } from './receivables';

/** Why a link, or part of it, was not set. */
export type RejectionCode =
  /** The ledger has no document of that number. */
  | 'unknownDocument'
  /** The document is another customer's. */
  | 'otherCustomer'
  /** The document is in another currency. */
  | 'otherCurrency'
  /** The document has no more open: the link says too much. */
  | 'overApplied'
  /** The credit holds no more. */
  | 'creditUsedUp';

/** What of a link could not be set; the credit keeps it as unapplied. */
export interface Rejection {
  /** Index among the links. */
  readonly link: number;
  /** Above 0, but for a link of no amount whose credit holds nothing. */
  readonly amount: Fen;
  readonly code: RejectionCode;
}

export interface Settlement {
  /** With the new applications after those it had. */
  readonly items: Receivables;
  /** In the order of the links. */
  readonly rejections: readonly Rejection[];
}

/**
 * Sets credits against items as links say (核销). An application counts from the latest of both
 * documents' dates and the matching date. A document's instalments are paid earliest due first. No
 * link takes more than item and credit hold at its turn; see `compareClaims` for the turns.
 *
 * @throws {RangeError} where a link points outside the items or has a broken amount
 */
export function settle(items: Receivables, links: Links): Settlement {
  const settling = new Settling(items, links);
  const accounts = accountsOf(items);
  const count = accountCount(items);
  const membersBy = groupItems(accounts, count);
  const accountOfLink = links.credit.map((credit) => accounts[credit]!);
  const linksBy = groupItems(accountOfLink, count);
  for (let account = 0; account < count; account++) {
    const own = membersOf(linksBy, account);
    if (own.length > 0) settling.settleAccount(own, membersOf(membersBy, account));
  }
  return {
    items: { ...items, applications: settling.applications.build() },
    rejections: settling.rejections.sort((a, b) => a.link - b.link),
  };
}

/** The items of a document, earliest due first. */
interface Targets {
  readonly items: number[];
  /** The first that may still be open on the side asked for. */
  at: number;
}

/** By number. */
type Documents = ReadonlyMap<string, Targets>;

const NO_DOCUMENTS: Documents = new Map();

/** 1 where items are paid, −1 where credit notes are taken over. */
type Side = 1 | -1;

/** A link that waits for its turn. */
interface Claim {
  readonly link: number;
  readonly credit: number;
  readonly targets: Targets;
  readonly side: Side;
  /** The day from which it counts. */
  readonly date: Serial;
  /** The definite before the indefinite. */
  readonly rank: number;
  /** Of the first target. */
  readonly due: Serial;
  /** What is wrong when the targets do not suffice. */
  readonly code: RejectionCode;
}

class Settling {
  readonly applications: ApplicationList;
  readonly rejections: Rejection[] = [];
  private readonly open: Float64Array;
  private numbers: ReadonlySet<string> | null = null;

  constructor(
    private readonly items: Receivables,
    private readonly links: Links,
  ) {
    this.applications = new ApplicationList(items.applications);
    this.open = openAmounts(items, Infinity);
    for (let k = 0; k < links.count; k++) this.check(k);
  }

  /** @param links - of the account's credits @param members - all items of the account */
  settleAccount(links: Int32Array, members: Int32Array): void {
    const documents = { 1: this.documentsOf(links, members, 1), [-1]: NO_DOCUMENTS };
    if (links.some((link) => this.sideOf(link) < 0)) {
      documents[-1] = this.documentsOf(links, members, -1);
    }
    const claims: Claim[] = [];
    for (const link of links) claims.push(this.claimOf(link, documents[this.sideOf(link)]));
    if (claims.length > 1) claims.sort((a, b) => this.compareClaims(a, b));
    for (const claim of claims) this.set(claim);
  }

  private sideOf(link: number): Side {
    return this.links.amount[link]! < 0 ? -1 : 1;
  }

  /** The account's documents that links of a side ask for by number. */
  private documentsOf(links: Int32Array, members: Int32Array, side: Side): Documents {
    const { item, documentNo } = this.links;
    const documents = new Map<string, Targets>();
    for (const link of links) {
      if (item[link] === NO_ITEM && this.sideOf(link) === side) {
        documents.set(documentNo[link]!, { items: [], at: 0 });
      }
    }
    if (documents.size === 0) return documents;
    for (const i of members) documents.get(this.items.documentNo[i]!)?.items.push(i);
    const { dueDate, row } = this.items;
    for (const { items } of documents.values()) {
      if (items.length > 1) items.sort((a, b) => dueDate[a]! - dueDate[b]! || row[a]! - row[b]!);
    }
    return documents;
  }

  private claimOf(link: number, documents: Documents): Claim {
    const { links, items } = this;
    const credit = links.credit[link]!;
    const item = links.item[link]!;
    const isNumbered = item === NO_ITEM;
    const targets = isNumbered ? documents.get(links.documentNo[link]!)! : { items: [item], at: 0 };
    const code = isNumbered ? this.codeOfNumber(link, targets) : this.codeOfItem(credit, item);
    const first = targets.items[0] ?? credit;
    const side = this.sideOf(link);
    return {
      link,
      credit,
      targets: code === 'overApplied' ? targets : { items: [], at: 0 },
      side,
      date: this.dateOf(link, credit, first),
      rank: side < 0 ? 0 : (Number.isNaN(links.amount[link]) ? 3 : 1) + (isNumbered ? 1 : 0),
      due: items.dueDate[first]!,
      code,
    };
  }

  private codeOfItem(credit: number, item: number): RejectionCode {
    const { customer, currency } = this.items;
    if (customer[credit] !== customer[item]) return 'otherCustomer';
    return currency[credit] === currency[item] ? 'overApplied' : 'otherCurrency';
  }

  private codeOfNumber(link: number, { items }: Targets): RejectionCode {
    if (items.length > 0) return 'overApplied';
    this.numbers ??= numbersOf(this.items);
    const number = this.links.documentNo[link]!;
    const customer = this.items.customer[this.links.credit[link]!]!;
    if (this.numbers.has(keyOf(customer, number))) return 'otherCurrency';
    return this.numbers.has(keyOf(ANYBODY, number)) ? 'otherCustomer' : 'unknownDocument';
  }

  private dateOf(link: number, credit: number, item: number): Serial {
    const { documentDate } = this.items;
    return Math.max(documentDate[credit]!, documentDate[item]!, this.links.date[link]!);
  }

  /**
   * By date, then: credit notes taken over, stated amounts, the rest; items before documents;
   * earliest due first; money before credit notes; by number. So the order of rows and links says
   * nothing.
   */
  private compareClaims(a: Claim, b: Claim): number {
    const { kind, documentNo, documentDate } = this.items;
    return (
      a.date - b.date ||
      a.rank - b.rank ||
      a.due - b.due ||
      documentDate[a.credit]! - documentDate[b.credit]! ||
      kind[b.credit]! - kind[a.credit]! ||
      compareText(documentNo[a.credit]!, documentNo[b.credit]!) ||
      compareText(this.numberOf(a), this.numberOf(b))
    );
  }

  private numberOf({ targets }: Claim): string {
    return targets.items.length > 0 ? this.items.documentNo[targets.items[0]!]! : '';
  }

  private set({ link, credit, targets, side, code }: Claim): void {
    const { open } = this;
    const amount = this.links.amount[link]!;
    const wanted = Number.isNaN(amount) ? Infinity : Math.abs(amount);
    let given = 0;
    // A credit taken over before may have grown again by taking over another.
    if (side < 0) targets.at = 0;
    while (targets.at < targets.items.length && given < wanted) {
      const item = targets.items[targets.at]!;
      const part = Math.min(wanted - given, side * open[item]!, this.room(credit, side));
      if (part > 0) {
        const date = this.dateOf(link, credit, item);
        this.applications.add(credit, item, side * part, date, false);
        open[item]! -= side * part;
        open[credit]! += side * part;
        given += part;
      }
      if (side * open[item]! > 0) break;
      targets.at++;
    }
    const isMet = wanted === Infinity ? given > 0 : given === wanted;
    if (isMet) return;
    this.rejections.push({
      link,
      amount: wanted === Infinity ? this.room(credit, side) : wanted - given,
      code: targets.at < targets.items.length ? 'creditUsedUp' : code,
    });
  }

  /** How much a credit can give; a receipt can take over any credit note, a refund up to itself. */
  private room(credit: number, side: Side): Fen {
    const held = this.open[credit]!;
    if (side > 0) return Math.max(0, -held);
    return this.items.amount[credit]! > 0 ? Math.max(0, held) : Infinity;
  }

  private check(link: number): void {
    const { links, items } = this;
    const isItem = (i: number) => i >= 0 && i < items.count;
    const [credit, item, amount] = [links.credit[link]!, links.item[link]!, links.amount[link]!];
    if (!isItem(credit) || (item !== NO_ITEM && !isItem(item))) {
      throw new RangeError(`Link ${link} points outside the items`);
    }
    if (!Number.isNaN(amount) && !Number.isSafeInteger(amount)) {
      throw new RangeError(`Link ${link} has the amount ${amount}`);
    }
  }
}

const keyOf = (customer: number, documentNo: string): string => `${customer} ${documentNo}`;

const ANYBODY = -1;

/** All document numbers, of anybody and by customer. */
function numbersOf(items: Receivables): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (let i = 0; i < items.count; i++) {
    numbers.add(keyOf(ANYBODY, items.documentNo[i]!));
    numbers.add(keyOf(items.customer[i]!, items.documentNo[i]!));
  }
  return numbers;
}
