import { formatFen, isoDate, type Analysis, type Fen, type Serial } from '../domain';

/** Longer lists are cut here; `count` tells how long they were. */
const LISTED = 200;

export const list = <T>(all: readonly T[], say: (one: T) => unknown) => ({
  count: all.length,
  list: all.slice(0, LISTED).map(say),
});

/** Sheet, row, customer and number of an item. */
export const where = ({ items }: Analysis, item: number) => ({
  sheet: items.sheets[items.sheet[item]!]!,
  row: items.row[item]!,
  customer: items.customers[items.customer[item]!]!,
  documentNo: items.documentNo[item]!,
});

/** Where an item stands: sheet!row. */
export const placeOf = ({ items }: Analysis, item: number): string =>
  `${items.sheets[items.sheet[item]!]!}!${items.row[item]!}`;

/** Sums by the labels of what they are of. */
export const money = (sums: readonly Fen[], labels: readonly string[]) =>
  Object.fromEntries(labels.map((label, i) => [label, formatFen(sums[i]!)]));

export const moneyOrNull = (fen: Fen | null): string | null =>
  fen === null ? null : formatFen(fen);

export const span = ({ from, to }: { readonly from: Serial; readonly to: Serial }) => ({
  from: isoDate(from),
  to: isoDate(to),
});
