import Decimal from 'decimal.js';
import {
  LedgerParser,
  NO_DATE,
  parseAmount,
  parseDate,
  type Receivables,
} from '../../../src/domain';
import { HEADERS, MAPPING } from './blocks';

export type Block = readonly (readonly unknown[])[];

/** Takes a ledger block by block; nothing of a block is kept. */
export interface Ingest<T> {
  addBlock(rows: Block, firstRow: number): void;
  finish(): T;
}

export const productIngest = (rows: number): Ingest<Receivables> =>
  new LedgerParser(MAPPING, { headers: HEADERS, rows });

/** Columns that the reference fills; the same as the product's, for ledgers without any surprise. */
export interface PlainColumns {
  readonly count: number;
  readonly documentNo: readonly string[];
  readonly ints: readonly Int32Array[];
  readonly floats: readonly Float64Array[];
}

/**
 * The reference: the same scanners of dates and amounts in one loop by hand, without any rule about
 * what a ledger may hold: no totals, no merged codes, no issues, no duplicates, no lineage.
 */
export function plainIngest(rows: number): Ingest<PlainColumns> {
  let count = 0;
  const documentNo: string[] = [];
  const dictionaries = [0, 7, 8].map((column) => ({ column, numbers: new Map<unknown, number>() }));
  const dates = [2, 3, 6];
  const amounts = [4, 5];
  const ints = Array.from({ length: 6 }, () => new Int32Array(rows));
  const floats = Array.from({ length: 2 }, () => new Float64Array(rows));
  return {
    addBlock(block) {
      for (const cells of block) {
        documentNo.push(cells[1] as string);
        for (let k = 0; k < 3; k++) {
          const { column, numbers } = dictionaries[k]!;
          let number = numbers.get(cells[column]);
          if (number === undefined) numbers.set(cells[column], (number = numbers.size));
          ints[k]![count] = number;
          const date = cells[dates[k]!];
          ints[k + 3]![count] = date === '' ? NO_DATE : parseDate(date)!;
        }
        for (let k = 0; k < 2; k++) floats[k]![count] = parseAmount(cells[amounts[k]!])!;
        count++;
      }
    },
    finish: () => ({ count, documentNo, ints, floats }),
  };
}

/** What one often sees: an object a row, `new Date` for dates, decimal.js for amounts. */
export function naiveIngest(): Ingest<object[]> {
  const items: object[] = [];
  const day = (cell: unknown) =>
    cell === ''
      ? null
      : typeof cell === 'number'
        ? new Date((cell - 25_569) * 86_400_000)
        : new Date(
            String(cell)
              .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
              .replace(/[年月./]/g, '-')
              .replace('日', ''),
          );
  const amount = (cell: unknown) =>
    new Decimal(typeof cell === 'number' ? cell : String(cell).replace(/[,¥元]/g, ''));
  return {
    addBlock(block, firstRow) {
      block.forEach((cells, i) => {
        const [customer, documentNo, issued, due, invoiced, received, receipt, region, type] =
          cells;
        items.push({
          row: firstRow + i,
          customer,
          documentNo,
          documentDate: day(issued),
          dueDate: day(due),
          amount: amount(invoiced),
          received: amount(received),
          receiptDate: day(receipt),
          region,
          type,
        });
      });
    },
    finish: () => items,
  };
}

/** One streaming pass that looks at every cell. */
export function readPass(): Ingest<number> {
  let numbers = 0;
  return {
    addBlock(block) {
      for (const cells of block) {
        for (const cell of cells) if (typeof cell === 'number') numbers += cell;
      }
    },
    finish: () => numbers,
  };
}
