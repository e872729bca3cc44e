import { NO_DATE, type Serial } from './date';
import type { Fen } from './money';

/** In place of an item where a link names a document. */
export const NO_ITEM = -1;

/** In place of an amount: as much as both sides hold. */
export const AS_MUCH_AS_OPEN = NaN;

/** What the books say is set against what, column by column; all have `count` entries. */
export interface Links {
  readonly count: number;
  /** The credit: its index among the items. */
  readonly credit: Int32Array;
  /** The item it is set against; NO_ITEM where `documentNo` names a document. */
  readonly item: Int32Array;
  /** The document, with all its instalments; '' where `item` says. */
  readonly documentNo: readonly string[];
  /** Fen; below 0 where the credit takes a credit note over; AS_MUCH_AS_OPEN where nothing is said. */
  readonly amount: Float64Array;
  /** Matching date; NO_DATE where nothing is said. */
  readonly date: Int32Array;
}

/** One link as rows speak of it. */
export interface Link {
  readonly credit: number;
  /** The item's index, or the document's number. */
  readonly to: number | string;
  /** As much as both sides hold when left out. */
  readonly amount?: Fen;
  readonly date?: Serial;
}

/** @returns the links as columns, in the same order. */
export const linksOf = (links: readonly Link[]): Links => ({
  count: links.length,
  credit: Int32Array.from(links, ({ credit }) => credit),
  item: Int32Array.from(links, ({ to }) => (typeof to === 'number' ? to : NO_ITEM)),
  documentNo: links.map(({ to }) => (typeof to === 'number' ? '' : to)),
  amount: Float64Array.from(links, ({ amount }) => amount ?? AS_MUCH_AS_OPEN),
  date: Int32Array.from(links, ({ date }) => date ?? NO_DATE),
});
