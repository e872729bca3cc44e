import {
  addMonths,
  analyse,
  baseAmounts,
  bridgeParts,
  compareSnapshots,
  customerKey,
  formatFen,
  isoDate,
  itemsBehind,
  itemsOfStatements,
  snapshotOf,
  statements,
  tieOut,
  type Analysis,
  type Fen,
  type Movement,
  type SheetIssue,
} from '../domain';
import { unmatchedParts, type Matching } from '../workbook/matching';
import type { Given } from './given';
import { rowsAt, rowsOf } from './rows';
import { list, placeOf, span, where } from './say';

/** Months that a statement goes back. */
export const STATEMENT_MONTHS = 12;

/** What happened since the day of the run before. */
export function comparisonOf(analysis: Analysis): object {
  const { items, previous, asOf } = analysis;
  const before = analyse(items, { ...analysis, asOf: previous, previous: previous - 1 });
  const { bridges, movements } = compareSnapshots(snapshotOf(before), snapshotOf(analysis), items);
  return {
    ...span({ from: previous, to: asOf }),
    bridges: bridges.map(
      ({ currency, overdueShareBefore, overdueShareAfter, overdueSharePoints, ...sums }) => ({
        currency,
        ...Object.fromEntries(Object.entries(sums).map(([name, fen]) => [name, formatFen(fen)])),
        overdueShareBefore,
        overdueShareAfter,
        overdueSharePoints,
        rows: {
          opening: openRows(before, currency),
          ...movedRows(movements.filter((movement) => movement.currency === currency)),
          closing: openRows(analysis, currency),
        },
      }),
    ),
    movements: list(
      movements,
      ({ kinds, customer, documentNo, currency, before: was, after: is, paid }) => ({
        kinds,
        sheet: (is ?? was)!.sheet,
        row: (is ?? was)!.row,
        customer,
        documentNo,
        currency,
        openBefore: was && formatFen(was.open),
        openAfter: is && formatFen(is.open),
        paid: formatFen(paid),
      }),
    ),
  };
}

const openRows = (analysis: Analysis, word: string) => {
  const { items, open } = analysis;
  const currency = items.currencies.indexOf(word);
  const isOpen = (i: number) => items.currency[i] === currency && open[i] !== 0;
  return rowsOf(analysis, itemsBehind(items.count, isOpen));
};

/** The rows of each part of a currency's bridge. */
function movedRows(movements: readonly Movement[]) {
  const parts = ['came', 'paid', 'changed', 'vanished', 'credits'] as const;
  const moved = movements.map((movement) => ({
    of: bridgeParts(movement),
    place: (movement.after ?? movement.before)!,
  }));
  return Object.fromEntries(
    parts.map((part) => [
      part,
      rowsAt(moved.filter(({ of }) => of[part] !== 0).map(({ place }) => place)),
    ]),
  );
}

/** What people accepted, what is suggested and what matches nothing. */
export function reconciliationOf(analysis: Analysis, matching: Matching): object {
  const { accepted, outcomes, suggestions } = matching;
  return {
    accepted: list([...accepted.keys()], (k) => {
      const outcome = outcomes[k]!;
      return {
        amount: formatFen(accepted[k]!.amount),
        ...('code' in outcome
          ? { code: outcome.code }
          : { credit: where(analysis, outcome.credit), item: where(analysis, outcome.item) }),
      };
    }),
    suggestions: list(suggestions, ({ credit, parts, evidence, confidence }) => ({
      credit: where(analysis, credit),
      parts: parts.map(({ item, amount }) => ({
        ...where(analysis, item),
        amount: formatFen(amount),
      })),
      evidence,
      confidence,
    })),
    unmatched: list(unmatchedParts(matching), ({ credit, amount, code }) => ({
      ...where(analysis, credit),
      amount: formatFen(amount),
      code,
    })),
  };
}

/**
 * The ledger, and customers, against the figures of their accounts; empty where none is given.
 *
 * @param issues - what reading the ledger came upon
 */
export function tieOutsOf(
  analysis: Analysis,
  issues: readonly SheetIssue[],
  { balance, balances }: Given,
): object {
  const { items } = analysis;
  const base = baseAmounts(items, analysis.asOf);
  const isOf = (i: number, customer?: number) =>
    base[i] !== 0 && (customer === undefined || items.customer[i] === customer);
  const told = (figure: Fen, customer?: number) => {
    const question = { figure, issues, ...(customer !== undefined && { customer }) };
    const { difference, reasons, ...both } = tieOut(analysis, question);
    return {
      figure: formatFen(both.figure),
      balance: formatFen(both.balance),
      difference: formatFen(difference),
      rows: rowsOf(
        analysis,
        itemsBehind(items.count, (i) => isOf(i, customer)),
      ),
      reasons: reasons.map(({ code, amount, isExact, items: found, rows }) => ({
        code,
        amount: amount === null ? null : formatFen(amount),
        isExact,
        rows: list(
          [
            ...found.map((item) => placeOf(analysis, item)),
            ...rows.map(({ sheet, row }) => `${sheet}!${row}`),
          ],
          (place) => place,
        ),
      })),
    };
  };
  const customers = [...balances].map(([name, figure]) => {
    const found = items.customers.findIndex((code, c) =>
      [code, items.customerNames[c]!].some((word) => customerKey(word) === customerKey(name)),
    );
    return { customer: name, ...(found < 0 ? { code: 'unknownCustomer' } : told(figure, found)) };
  });
  return { total: balance === undefined ? null : told(balance), customers };
}

/** 对账单 of a year, one a customer and currency. */
export function statementsOf(analysis: Analysis): object {
  const from = addMonths(analysis.asOf, -STATEMENT_MONTHS) + 1;
  const itemsOf = itemsOfStatements(analysis, from);
  return list(statements(analysis, from), (statement) => {
    const behind = itemsOf(statement);
    const { customer, currency, opening, debits, credits, closing, confirmation } = statement;
    return {
      customer,
      currency,
      ...span(statement),
      opening: formatFen(opening),
      debits: formatFen(debits),
      credits: formatFen(credits),
      closing: formatFen(closing),
      owedBy: confirmation.owedBy,
      rows: {
        opening: rowsOf(analysis, behind.opening),
        movements: rowsOf(analysis, behind.movements),
        closing: rowsOf(analysis, behind.closing),
      },
    };
  });
}

/** Which credit paid which item, from when; `derived` where the oldest was paid for want of a word. */
export function applicationsOf(analysis: Analysis): object {
  const { applications } = analysis.items;
  return list([...applications.credit.keys()], (k) => ({
    credit: where(analysis, applications.credit[k]!),
    item: where(analysis, applications.item[k]!),
    amount: formatFen(applications.amount[k]!),
    date: isoDate(applications.date[k]!),
    derived: applications.derived[k] === 1,
  }));
}
