import {
  fenOf,
  formatFen,
  NO_DATE,
  ReceivablesBuilder,
  serialOf,
  type Kind,
  type Receivables,
  type Serial,
} from '../../src/domain';

/** An item as stories tell it: days as 2025-06-30, money in major units. */
export interface Told {
  readonly no: string;
  readonly kind?: Kind;
  /** 甲 when left out. */
  readonly customer?: string;
  readonly currency?: string;
  readonly rate?: number;
  readonly date: string;
  /** The document's date when left out. */
  readonly due?: string;
  /** As the ledger has it: below 0 for credits. */
  readonly amount: number;
  readonly received?: number;
  readonly receiptDate?: string;
  readonly disputed?: boolean;
}

/** @returns the items in rows 2 and on of a sheet. */
export function receivablesOf(told: readonly Told[]): Receivables {
  const builder = new ReceivablesBuilder([]);
  told.forEach((item, i) =>
    builder.add({
      row: i + 2,
      kind: item.kind ?? 'invoice',
      customer: item.customer ?? '甲',
      currency: item.currency ?? 'CNY',
      rate: item.rate ?? 1,
      documentNo: item.no,
      documentDate: day(item.date),
      dueDate: day(item.due ?? item.date),
      amount: fenOf(item.amount)!,
      received: fenOf(item.received ?? 0)!,
      receiptDate: day(item.receiptDate ?? ''),
      disputed: item.disputed ?? false,
    }),
  );
  return builder.build();
}

/** @returns the serial of 2025-06-30; NO_DATE for ''. */
export function day(iso: string): Serial {
  const [year, month, date] = iso.split('-').map(Number);
  return iso === '' ? NO_DATE : serialOf(year!, month!, date!);
}

/** @returns `SI-1 60.00` for every item with something left. */
export const left = (items: Receivables, open: Float64Array): string[] =>
  [...open.keys()]
    .filter((i) => open[i] !== 0)
    .map((i) => `${items.documentNo[i]!} ${formatFen(open[i]!)}`);
