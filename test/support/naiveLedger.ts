import Decimal from 'decimal.js';

/** A document as a plain object; money exact, dates whole days. */
export interface NaiveItem {
  readonly no: string;
  readonly kind: 'invoice' | 'creditNote' | 'receipt' | 'advance' | 'revaluation' | 'bill';
  readonly customer: string;
  readonly currency: string;
  readonly rate: Decimal;
  readonly date: number;
  readonly due: number;
  readonly amount: Decimal;
  readonly received: Decimal;
  /** Null where nothing is said. */
  readonly receiptDate: number | null;
}

export interface NaiveLink {
  readonly credit: NaiveItem;
  readonly to: NaiveItem | string;
  /** Null for as much as both hold. */
  readonly amount: Decimal | null;
  readonly date: number;
}

export interface NaiveApplication {
  readonly credit: NaiveItem;
  readonly item: NaiveItem;
  readonly amount: Decimal;
  readonly date: number;
}

const KIND_ORDER = ['bill', 'revaluation', 'advance', 'receipt', 'creditNote', 'invoice'];
const isSameAccount = (a: NaiveItem, b: NaiveItem) =>
  a.customer === b.customer && a.currency === b.currency;
const ascending = (a: (string | number)[], b: (string | number)[]): number => {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
};

/** Day by day, every link at every item it names, all from the beginning: slow and plain. */
export function naiveSettle(
  items: readonly NaiveItem[],
  links: readonly NaiveLink[],
): NaiveApplication[] {
  const rest = new Map(items.map((item) => [item, naiveOpen(item, [], Infinity)]));
  const wanted = new Map(links.map((link) => [link, link.amount?.abs() ?? new Decimal(Infinity)]));
  const applications: NaiveApplication[] = [];
  const turns = links
    .flatMap((link, k) =>
      items
        .filter((item) => item !== link.credit && isSameAccount(item, link.credit))
        .filter((item) => item === link.to || item.no === link.to)
        .map((item) => ({ link, item, k })),
    )
    .map(({ link, item, k }) => {
      const { credit, amount, to } = link;
      const isTakenOver = amount?.isNegative() ?? false;
      const definite = (amount === null ? 3 : 1) + (typeof to === 'string' ? 1 : 0);
      const order = [
        isTakenOver ? 0 : definite,
        item.due,
        credit.date,
        KIND_ORDER.indexOf(credit.kind),
        credit.no,
        item.no,
        items.indexOf(item),
        k,
      ];
      return { link, item, isTakenOver, order, day: Math.max(credit.date, item.date, link.date) };
    })
    .sort((a, b) => ascending(a.order, b.order));
  for (const date of [...new Set(turns.map(({ day }) => day))].sort((a, b) => a - b)) {
    for (const { link, item, isTakenOver, day } of turns) {
      // Money that waits for a credit note pays later; a credit note is taken over on its day.
      if (isTakenOver ? day !== date : day > date) continue;
      const { credit } = link;
      const sign = isTakenOver ? -1 : 1;
      const held = rest.get(credit)!.times(-sign);
      const room = isTakenOver && credit.amount.lessThanOrEqualTo(0) ? new Decimal(Infinity) : held;
      const part = Decimal.min(wanted.get(link)!, rest.get(item)!.times(sign), room);
      if (part.lessThanOrEqualTo(0)) continue;
      const amount = part.times(sign);
      applications.push({ credit, item, amount, date });
      rest.set(item, rest.get(item)!.minus(amount));
      rest.set(credit, rest.get(credit)!.plus(amount));
      wanted.set(link, wanted.get(link)!.minus(part));
    }
  }
  return applications;
}

/** What of an item is open at the end of a day, in its own currency. */
export function naiveOpen(
  item: NaiveItem,
  applications: readonly NaiveApplication[],
  asOf: number,
): Decimal {
  if (item.date > asOf || item.kind === 'revaluation') return new Decimal(0);
  const isIn = item.receiptDate === null || item.receiptDate <= asOf;
  return applications
    .filter(({ date }) => date <= asOf)
    .reduce(
      (sum, { credit, item: paid, amount }) =>
        sum.minus(paid === item ? amount : 0).plus(credit === item ? amount : 0),
      isIn ? item.amount.minus(item.received) : item.amount,
    );
}

/** What of an item is left in base currency: every document and application rounded by itself. */
export function naiveBase(
  item: NaiveItem,
  applications: readonly NaiveApplication[],
  asOf: number,
): Decimal {
  if (item.date > asOf) return new Decimal(0);
  if (item.kind === 'revaluation') return item.amount;
  const inBase = (amount: Decimal, rate: Decimal) =>
    amount.times(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const isIn = item.receiptDate === null || item.receiptDate <= asOf;
  return applications
    .filter(({ date }) => date <= asOf)
    .reduce(
      (sum, { credit, item: paid, amount }) => {
        const part = inBase(amount, credit.rate);
        return sum.minus(paid === item ? part : 0).plus(credit === item ? part : 0);
      },
      inBase(isIn ? item.amount.minus(item.received) : item.amount, item.rate),
    );
}

/** Not due, 1–30, 31–60, 61–90, 91–180, 181–365, beyond: counted up, no table. */
export function naiveBucket(days: number): number {
  if (days <= 0) return 0;
  if (days <= 30) return 1;
  if (days <= 60) return 2;
  if (days <= 90) return 3;
  if (days <= 180) return 4;
  return days <= 365 ? 5 : 6;
}
