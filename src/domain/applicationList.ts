import type { Serial } from './date';
import type { Fen } from './money';
import type { Applications } from './receivables';

/** Collects applications, while money is set against items, into columns that grow by doubling. */
export class ApplicationList {
  private count = 0;
  private columns: Omit<Applications, 'count'>;

  /** @param had - applications that stand already; they come first */
  constructor(had: Applications) {
    this.columns = resized(had, 1024 + had.count * 2);
    this.count = had.count;
  }

  /** @param isDerived - whether it is we who say what pays what */
  add(credit: number, item: number, amount: Fen, date: Serial, isDerived: boolean): void {
    const k = this.count++;
    if (k === this.columns.credit.length) this.columns = resized(this.columns, k * 2);
    this.columns.credit[k] = credit;
    this.columns.item[k] = item;
    this.columns.amount[k] = amount;
    this.columns.date[k] = date;
    this.columns.derived[k] = isDerived ? 1 : 0;
  }

  build(): Applications {
    return { count: this.count, ...resized(this.columns, this.count) };
  }
}

/** Copies of columns, cut or filled up to a length. */
function resized(
  { credit, item, amount, date, derived }: Omit<Applications, 'count'>,
  length: number,
): Omit<Applications, 'count'> {
  const ints = [credit, item, date].map((column) => {
    const copy = new Int32Array(length);
    copy.set(column.subarray(0, length));
    return copy;
  });
  const amounts = new Float64Array(length);
  amounts.set(amount.subarray(0, length));
  const marks = new Uint8Array(length);
  marks.set(derived.subarray(0, length));
  return { credit: ints[0]!, item: ints[1]!, date: ints[2]!, amount: amounts, derived: marks };
}
