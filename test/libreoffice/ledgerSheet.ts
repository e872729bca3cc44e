import fc from 'fast-check';
import {
  isoDate,
  serialOf,
  type Fen,
  type Kind,
  type Receivables,
  type Serial,
} from '../../src/domain';
import type { CellInput } from '../../src/host/model/edits';
import { receivablesOf } from '../support/receivablesOf';

/** Rows of a random ledger; the first stands in row 2 of its sheet. */
export const ROWS = 12;

/** @returns a column's cells over the rows, as formulas write them */
export const over = (column: string): string => `$${column}$2:$${column}$${ROWS + 1}`;

export const CUSTOMERS = ['甲', '乙', '丙', '丁', '戊'];

const NEW_YEAR = serialOf(2025, 1, 1);

const row = fc.record({
  customer: fc.constantFrom(...CUSTOMERS),
  kind: fc.constantFrom<Kind[]>(
    'invoice',
    'invoice',
    'invoice',
    'invoice',
    'creditNote',
    'receipt',
  ),
  ago: fc.integer({ min: -15, max: 400 }),
  term: fc.integer({ min: 0, max: 90 }),
  amount: fc.noBias(fc.integer({ min: 1, max: 100_000_00 })),
  share: fc.constantFrom(0, 0, 0.3, 0.75, 1),
  paidAfter: fc.option(fc.integer({ min: 0, max: 150 }), { freq: 5 }),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

/** A ledger as a sheet has it and as the domain has it. */
export interface LedgerSheet {
  /** 1 and on, to name sheets by. */
  readonly no: number;
  readonly asOf: Serial;
  /** 客户, 种类, 开票日期, 到期日, 金额, 已收, 收款日期 */
  readonly rows: readonly (readonly CellInput[])[];
  readonly items: Receivables;
}

/** Whole ledgers as tuples, so that a seed says them all. */
const ledger = fc.record({
  asOf: fc.noBias(fc.integer({ min: NEW_YEAR, max: NEW_YEAR + 364 })),
  rows: fc.array(row, { minLength: ROWS, maxLength: ROWS }),
});

/** @returns ledgers, always the same by the same seed */
export const ledgerSheets = (count: number, seed: number): LedgerSheet[] =>
  fc.sample(ledger, { seed, numRuns: count }).map(({ asOf, rows }, i) => {
    const told = rows.map((r) => documentOf(r, asOf));
    return {
      no: i + 1,
      asOf,
      rows: told.map((d) => [
        d.customer,
        d.kind,
        d.date,
        d.due,
        d.amount / 100,
        d.received / 100,
        d.receiptDate ?? '',
      ]),
      items: receivablesOf(
        told.map((d, r) => ({
          no: `XS${r}`,
          kind: d.kind,
          customer: d.customer,
          date: isoDate(d.date),
          due: isoDate(d.due),
          amount: d.amount / 100,
          received: d.received / 100,
          receiptDate: d.receiptDate === null ? '' : isoDate(d.receiptDate),
        })),
      ),
    };
  });

function documentOf({ customer, kind, ago, term, amount, share, paidAfter }: Row, asOf: Serial) {
  const isInvoice = kind === 'invoice';
  const date = asOf - ago;
  const received: Fen = isInvoice ? Math.round(amount * share) : 0;
  return {
    customer,
    kind,
    date,
    due: date + term,
    amount: isInvoice ? amount : -amount,
    received,
    receiptDate: received > 0 && paidAfter !== null ? date + paidAfter : null,
  };
}

/** @returns the formula of what of a row is open at the end of the day in a cell */
export const openFormula = (row: number, day: string): string =>
  `=IF($C${row}>${day},0,ROUND($E${row}-IF($G${row}<=${day},$F${row},0),2))`;
