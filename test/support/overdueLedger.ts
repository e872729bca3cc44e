import { NO_DATE, ReceivablesBuilder, serialOf, type Receivables } from '../../src/domain';

/** First day of the ledgers below. */
export const START = serialOf(2024, 1, 1);

export interface OverdueLedger {
  readonly rows: number;
  readonly days: number;
  /** 20 when left out. */
  readonly customers?: number;
  /** Whether items due at weekends are paid on the Monday after. */
  readonly weekends?: boolean;
  /** Whether customers of 渠道 are the late ones. */
  readonly types?: boolean;
  /** Facts of this day and later are left out: what a person saw then. */
  readonly knownUntil?: number;
}

/** A ledger of customers each with its own habit of paying late; the same on every machine. */
export function overdueLedger(settings: OverdueLedger): Receivables {
  const { rows, days, customers = 20, weekends = false, types = false, knownUntil } = settings;
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const builder = new ReceivablesBuilder(types ? ['customerType'] : []);
  for (let i = 0; i < rows; i++) {
    const customer = Math.floor(random() * customers);
    const documentDate = START + Math.floor((i * days) / rows);
    const dueDate = documentDate + (customer % 2 === 0 ? 30 : 15);
    const habit = types ? (customer < 10 ? -6 : 4) : (customer % 20) - 14;
    const weekend = weekends && dueDate % 7 < 2 ? 2 - (dueDate % 7) + 8 : 0;
    const receiptDate = dueDate + habit + weekend + Math.floor(random() * 9);
    const amount = 1000 + Math.floor(random() ** 3 * 1e7);
    if (knownUntil !== undefined && documentDate >= knownUntil) continue;
    const isPaid = receiptDate < (knownUntil ?? START + days);
    builder.add({
      row: i + 2,
      customer: `C${customer}`,
      currency: 'CNY',
      documentNo: `XS${i}`,
      documentDate,
      dueDate,
      amount,
      received: isPaid ? amount : 0,
      receiptDate: isPaid ? receiptDate : NO_DATE,
      ...(types ? { dimensions: { customerType: customer < 10 ? '直营' : '渠道' } } : {}),
    });
  }
  return builder.build();
}
