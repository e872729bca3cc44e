import {
  classFactOfHeader,
  fenOf,
  NO_DATE,
  parseClassFact,
  parseDate,
  ReceivablesBuilder,
  type Kind,
  type Receivables,
  type Serial,
} from '../../src/domain';

/** An item as a bookkeeper would say it: dates in text, money in yuan, credits below 0. */
export interface ItemRow {
  readonly doc?: string;
  readonly kind?: Kind;
  readonly customer?: string;
  readonly currency?: string;
  /** None when left out. */
  readonly date?: string;
  /** The document date when left out. */
  readonly due?: string;
  readonly amount: number;
  readonly received?: number;
  readonly receiptDate?: string;
  readonly disputed?: boolean;
  /** What a column 是否诉讼 says. */
  readonly lawsuit?: string;
  /** Yuan of a credit set against documents, and the day of the matching. */
  readonly applied?: Readonly<Record<string, number>>;
  readonly matched?: string;
}

export const day = (text: string): Serial => parseDate(text)!;

/** @returns the items of rows, with what credits were set against */
export function itemsOf(rows: readonly ItemRow[]): Receivables {
  const builder = new ReceivablesBuilder([]);
  const dateOf = (text: string | undefined) => (text === undefined ? NO_DATE : day(text));
  for (const [i, row] of rows.entries()) {
    builder.add({
      row: i + 2,
      kind: row.kind ?? 'invoice',
      customer: row.customer ?? '甲',
      currency: row.currency ?? 'CNY',
      documentNo: row.doc ?? '',
      documentDate: dateOf(row.date),
      dueDate: dateOf(row.due ?? row.date),
      amount: fenOf(row.amount)!,
      received: fenOf(row.received ?? 0)!,
      receiptDate: dateOf(row.receiptDate),
      disputed: row.disputed ?? false,
      classFact: parseClassFact(row.lawsuit, classFactOfHeader('是否诉讼')),
      classCell: row.lawsuit ?? '',
    });
  }
  const items = builder.build();
  const applied = rows.flatMap((row, credit) =>
    Object.entries(row.applied ?? {}).map(([doc, yuan]) => {
      const item = items.documentNo.indexOf(doc);
      const days = [items.documentDate[credit]!, items.documentDate[item]!, dateOf(row.matched)];
      return { credit, item, amount: fenOf(yuan)!, date: Math.max(...days) };
    }),
  );
  return {
    ...items,
    applications: {
      count: applied.length,
      credit: Int32Array.from(applied, (a) => a.credit),
      item: Int32Array.from(applied, (a) => a.item),
      amount: Float64Array.from(applied, (a) => a.amount),
      date: Int32Array.from(applied, (a) => a.date),
      derived: new Uint8Array(applied.length),
    },
  };
}
