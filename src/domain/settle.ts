import { accountCount, accountsOf, membersOf } from './accounts';
import { ApplicationList } from './applicationList';
import { compareText } from './compareText';
import type { Serial } from './date';
import { groupItems } from './groupItems';
import { Heap } from './heap';
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
 * Sets credits against items as links say (核销), day by day: every link has a turn at every item it
 * names on the latest of both documents' dates and the matching date, and again when its credit takes
 * a credit note over. So a document that comes later changes nothing before it. No link takes more
 * than item and credit hold at its turn; see `compareTurns` for the turns of a day.
 *
 * @throws {RangeError} where a link points outside the items or has a broken amount
 */
export function settle(items: Receivables, links: Links): Settlement {
  const accounts = accountsOf(items);
  const settling = new Settling(items, links, accounts);
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

/** What links ask for: an item, or the items of a document. */
interface Target {
  /** None where the account has none. */
  readonly items: number[];
  /** Items to be paid that exist by now, earliest due first. */
  readonly open: Heap<number>;
  /** Links whose day has come and that still want something. */
  readonly waiting: Heap<Claim>;
  /** Of the first that waits at the first that is open. */
  turn: Turn | null;
}

/** 1 where items are paid, −1 where credit notes are taken over. */
type Side = 1 | -1;

/** A link and what came of it. */
interface Claim {
  readonly link: number;
  readonly credit: number;
  readonly target: Target;
  readonly side: Side;
  /** Infinity for as much as there is. */
  readonly wanted: Fen;
  /** The definite before the indefinite. */
  readonly rank: number;
  given: Fen;
}

/** A claim's turn at an item. */
interface Turn {
  readonly claim: Claim;
  readonly item: number;
}

/** An item, a claim, or a turn of its own where a claim takes a credit note over. */
interface Arrival {
  readonly target: Target;
  readonly claim: Claim | null;
  /** NO_ITEM for a claim that waits. */
  readonly item: number;
}

class Settling {
  readonly applications: ApplicationList;
  readonly rejections: Rejection[] = [];
  private readonly open: Float64Array;
  private numbers: ReadonlySet<string> | null = null;
  /** Of the day. */
  private readonly turns = new Heap<Turn>((a, b) => this.compareTurns(a, b));
  /** By credit: the claims that wait for it to hold something again. */
  private readonly idle = new Map<number, Claim[]>();

  constructor(
    private readonly items: Receivables,
    private readonly links: Links,
    private readonly accounts: Int32Array,
  ) {
    this.applications = new ApplicationList(items.applications);
    this.open = openAmounts(items, Infinity);
    for (let k = 0; k < links.count; k++) this.check(k);
  }

  /** @param links - of the account's credits @param members - all items of the account */
  settleAccount(links: Int32Array, members: Int32Array): void {
    const documents = this.documentsOf(links, members);
    const claims = Array.from(links, (link) => this.claimOf(link, documents));
    const days = this.daysOf(claims);
    for (const day of [...days.keys()].sort((a, b) => a - b)) {
      for (const arrival of days.get(day)!) this.arrive(arrival);
      for (let turn = this.turns.pop(); turn; turn = this.turns.pop()) this.take(turn, day);
    }
    for (const claim of claims) this.reject(claim);
    this.idle.clear();
  }

  /** The account's documents that links ask for by number. */
  private documentsOf(links: Int32Array, members: Int32Array): ReadonlyMap<string, Target> {
    const { item, documentNo } = this.links;
    const documents = new Map<string, Target>();
    for (const link of links) {
      const number = documentNo[link]!;
      if (item[link] === NO_ITEM && !documents.has(number))
        documents.set(number, this.targetOf([]));
    }
    if (documents.size === 0) return documents;
    for (const i of members) documents.get(this.items.documentNo[i]!)?.items.push(i);
    return documents;
  }

  private targetOf(items: number[]): Target {
    const open = new Heap(this.compareItems);
    return { items, open, waiting: new Heap(this.compareWaiting), turn: null };
  }

  private claimOf(link: number, documents: ReadonlyMap<string, Target>): Claim {
    const { links } = this;
    const credit = links.credit[link]!;
    const item = links.item[link]!;
    const amount = links.amount[link]!;
    const isNumbered = item === NO_ITEM;
    const isAll = Number.isNaN(amount);
    return {
      link,
      credit,
      target: isNumbered
        ? documents.get(links.documentNo[link]!)!
        : this.targetOf(this.accounts[item] === this.accounts[credit] ? [item] : []),
      side: amount < 0 ? -1 : 1,
      wanted: isAll ? Infinity : Math.abs(amount),
      rank: amount < 0 ? 0 : (isAll ? 3 : 1) + (isNumbered ? 1 : 0),
      given: 0,
    };
  }

  /** What comes on each day. */
  private daysOf(claims: readonly Claim[]): ReadonlyMap<Serial, readonly Arrival[]> {
    const { documentDate } = this.items;
    const days = new Map<Serial, Arrival[]>();
    const payable = new Set<Target>();
    for (const claim of claims) {
      const { target, credit } = claim;
      const day = Math.max(documentDate[credit]!, this.links.date[claim.link]!);
      if (claim.side > 0) {
        payable.add(target);
        pushTo(days, day, { target, claim, item: NO_ITEM });
      } else {
        for (const item of creditNotesOf(claim)) {
          pushTo(days, Math.max(day, documentDate[item]!), { target, claim, item });
        }
      }
    }
    for (const target of payable) {
      for (const item of target.items) {
        if (this.open[item]! > 0) pushTo(days, documentDate[item]!, { target, claim: null, item });
      }
    }
    return days;
  }

  private arrive({ target, claim, item }: Arrival): void {
    if (claim === null) {
      target.open.push(item);
      this.call(target);
    } else if (item === NO_ITEM) this.wait(claim);
    else this.turns.push({ claim, item });
  }

  private wait(claim: Claim): void {
    claim.target.waiting.push(claim);
    this.call(claim.target);
  }

  /** Gives a target its next turn; one it had does not count any more. */
  private call(target: Target): void {
    const [item, claim] = [this.firstOpen(target), target.waiting.first];
    target.turn = item === undefined || claim === undefined ? null : { claim, item };
    if (target.turn) this.turns.push(target.turn);
  }

  private firstOpen({ open }: Target): number | undefined {
    while (open.first !== undefined && this.open[open.first]! <= 0) open.pop();
    return open.first;
  }

  private take(turn: Turn, day: Serial): void {
    const { claim, item } = turn;
    const { target, credit } = claim;
    if (claim.side < 0) {
      this.set(claim, item, day);
      for (const other of this.idle.get(credit) ?? []) this.wait(other);
      this.idle.delete(credit);
    } else if (turn === target.turn) {
      this.set(claim, item, day);
      const isMet = claim.given === claim.wanted;
      const isIdle = this.room(claim) === 0;
      if (isMet || isIdle) target.waiting.pop();
      if (isIdle && !isMet) pushTo(this.idle, credit, claim);
      this.call(target);
    }
  }

  private set(claim: Claim, item: number, day: Serial): void {
    const { credit, side, wanted, given } = claim;
    const { open } = this;
    const part = Math.min(wanted - given, side * open[item]!, this.room(claim));
    if (part <= 0) return;
    this.applications.add(credit, item, side * part, day, false);
    open[item]! -= side * part;
    open[credit]! += side * part;
    claim.given += part;
  }

  private reject(claim: Claim): void {
    const { link, wanted, given } = claim;
    const isAll = wanted === Infinity;
    if (isAll ? given > 0 : given === wanted) return;
    const amount = isAll ? this.room(claim) : wanted - given;
    this.rejections.push({ link, amount, code: this.codeOf(claim) });
  }

  private codeOf(claim: Claim): RejectionCode {
    const { link, target, credit } = claim;
    if (target.items.length > 0) return this.isOpen(claim) ? 'creditUsedUp' : 'overApplied';
    const { customer } = this.items;
    const item = this.links.item[link]!;
    if (item !== NO_ITEM) {
      return customer[credit] === customer[item] ? 'otherCurrency' : 'otherCustomer';
    }
    this.numbers ??= numbersOf(this.items);
    const number = this.links.documentNo[link]!;
    if (this.numbers.has(keyOf(customer[credit]!, number))) return 'otherCurrency';
    return this.numbers.has(keyOf(ANYBODY, number)) ? 'otherCustomer' : 'unknownDocument';
  }

  /** Whether a claim names something that could give more. */
  private isOpen(claim: Claim): boolean {
    return claim.side > 0
      ? this.firstOpen(claim.target) !== undefined
      : creditNotesOf(claim).some((item) => this.open[item]! < 0);
  }

  /**
   * On one day: credit notes taken over, stated amounts, the rest; items before documents; earliest
   * due first; older credits first, money before credit notes; by number. So the order of rows and
   * links says nothing.
   */
  private compareTurns(a: Turn, b: Turn): number {
    const { dueDate, documentNo } = this.items;
    return (
      a.claim.rank - b.claim.rank ||
      dueDate[a.item]! - dueDate[b.item]! ||
      this.compareCredits(a.claim, b.claim) ||
      compareText(documentNo[a.item]!, documentNo[b.item]!) ||
      this.compareItems(a.item, b.item) ||
      a.claim.link - b.claim.link
    );
  }

  private compareCredits({ credit: a }: Claim, { credit: b }: Claim): number {
    const { kind, documentNo, documentDate } = this.items;
    return (
      documentDate[a]! - documentDate[b]! ||
      kind[b]! - kind[a]! ||
      compareText(documentNo[a]!, documentNo[b]!)
    );
  }

  private readonly compareWaiting = (a: Claim, b: Claim): number =>
    a.rank - b.rank || this.compareCredits(a, b) || a.link - b.link;

  private readonly compareItems = (a: number, b: number): number => {
    const { dueDate, row } = this.items;
    return dueDate[a]! - dueDate[b]! || row[a]! - row[b]!;
  };

  /** How much a credit can give; a receipt can take over any credit note, a refund up to itself. */
  private room({ credit, side }: Claim): Fen {
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

/** What a claim may take over. */
const creditNotesOf = ({ target, credit }: Claim): readonly number[] =>
  target.items.filter((item) => item !== credit);

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
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
