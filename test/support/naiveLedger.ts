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

/** Row by row, every list searched from its beginning: slow and plain. */
export function naiveSettle(
  items: readonly NaiveItem[],
  links: readonly NaiveLink[],
): NaiveApplication[] {
  const rest = new Map(items.map((item) => [item, naiveOpen(item, [], Infinity)]));
  const applications: NaiveApplication[] = [];
  const targetsOf = ({ credit, to }: NaiveLink) =>
    items
      .filter((item) => isSameAccount(item, credit) && (item === to || item.no === to))
      .sort((a, b) => a.due - b.due);
  const turns = links.map((link) => {
    const first = targetsOf(link)[0] ?? link.credit;
    const definite = link.amount === null ? 3 : 1;
    return {
      link,
      turn: [
        Math.max(link.credit.date, first.date, link.date),
        link.amount?.isNegative() ? 0 : definite + (typeof link.to === 'string' ? 1 : 0),
        first.due,
        link.credit.date,
        KIND_ORDER.indexOf(link.credit.kind),
        link.credit.no,
        first === link.credit ? '' : first.no,
      ],
    };
  });
  for (const { link } of turns.sort((a, b) => ascending(a.turn, b.turn))) {
    const sign = link.amount?.isNegative() ? -1 : 1;
    let wanted = link.amount?.abs() ?? new Decimal(Infinity);
    for (const item of targetsOf(link)) {
      const held = rest.get(link.credit)!;
      const room =
        sign > 0
          ? held.neg()
          : link.credit.amount.isPositive() && !link.credit.amount.isZero()
            ? held
            : new Decimal(Infinity);
      const part = Decimal.min(wanted, rest.get(item)!.times(sign), room);
      if (part.lessThanOrEqualTo(0)) continue;
      const amount = part.times(sign);
      const date = Math.max(link.credit.date, item.date, link.date);
      applications.push({ credit: link.credit, item, amount, date });
      rest.set(item, rest.get(item)!.minus(amount));
      rest.set(link.credit, rest.get(link.credit)!.plus(amount));
      wanted = wanted.minus(part);
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
