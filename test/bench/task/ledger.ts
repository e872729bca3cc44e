import { NO_APPLICATIONS, NO_DATE, type Receivables } from '../../../src/domain';

/** The day the ledgers are judged on. */
export const AS_OF = 45_838;
export const REGIONS = ['华东', '华南', '华北', '华中', '西南', '西北', '东北', '海外'];
export const CUSTOMER_TYPES = ['经销商', '直营', '整车厂', '维修连锁', '电商'];
export const PRODUCT_MODELS = Array.from({ length: 20 }, (_, i) => `AR-${100 + 7 * i}`);

/**
 * The seeded ledger of the bench, the same on every machine: n/50 customers, invoices of 18 months
 * at terms of 30 to 90 days, 2 % credit notes; a third unpaid, a third paid, a third paid in part.
 *
 * @param rows - items, 1 or more
 */
export function ledgerColumns(rows: number): Receivables {
  const customers = Math.max(1, Math.floor(rows / 50));
  const ints = () => new Int32Array(rows);
  const [row, customer, documentDate, dueDate, receiptDate] = [
    ints(),
    ints(),
    ints(),
    ints(),
    ints(),
  ];
  const [region, customerType, productModel] = [ints(), ints(), ints()];
  const [amount, received] = [new Float64Array(rows), new Float64Array(rows)];
  const draw = seeded(20_250_630);
  for (let i = 0; i < rows; i++) {
    const buyer = draw(customers);
    const issued = AS_OF - draw(540);
    const due = issued + 30 + 15 * draw(5);
    const invoiced = draw(50) === 0 ? -1_000 - draw(1_000_000) : 10_000 + draw(5_000_000);
    const paid = draw(3);
    row[i] = i + 2;
    customer[i] = buyer;
    region[i] = buyer % REGIONS.length;
    customerType[i] = buyer % CUSTOMER_TYPES.length;
    productModel[i] = draw(PRODUCT_MODELS.length);
    documentDate[i] = issued;
    dueDate[i] = due;
    amount[i] = invoiced;
    received[i] = paid === 0 ? 0 : paid === 1 ? invoiced : Math.trunc(invoiced / 2);
    receiptDate[i] = paid === 0 || draw(10) === 0 ? NO_DATE : Math.max(issued, due - 30 + draw(90));
  }
  const names = Array.from({ length: customers }, (_, i) => `C${String(i).padStart(6, '0')}`);
  return {
    count: rows,
    kind: new Uint8Array(rows),
    sheet: new Uint16Array(rows),
    sheets: [''],
    row,
    customer,
    customers: names,
    customerNames: names.map(() => ''),
    currency: ints(),
    currencies: ['CNY'],
    documentNo: new Array<string>(rows).fill(''),
    documentDate,
    dueDate,
    amount,
    received,
    receiptDate,
    rate: new Float64Array(rows).fill(1),
    disputed: new Uint8Array(rows),
    classFact: new Uint8Array(rows),
    classCells: new Map(),
    applications: NO_APPLICATIONS,
    dimensions: {
      region: { index: region, words: REGIONS },
      customerType: { index: customerType, words: CUSTOMER_TYPES },
      productModel: { index: productModel, words: PRODUCT_MODELS },
    },
  };
}

/** @returns a source of whole numbers 0 … below − 1, the same for the same seed */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
