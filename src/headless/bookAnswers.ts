import {
  addMonths,
  analyse,
  compareSnapshots,
  customerKey,
  formatFen,
  isoDate,
  snapshotOf,
  statements,
  tieOut,
  type Analysis,
  type Fen,
  type SheetIssue,
} from '../domain';
import { unmatchedParts, type Matching } from '../workbook/matching';
import type { Given } from './given';
import { list, placeOf, span, where } from './say';

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
  const told = (figure: Fen, customer?: number) => {
    const question = { figure, issues, ...(customer !== undefined && { customer }) };
    const { difference, reasons, ...both } = tieOut(analysis, question);
    return {
      figure: formatFen(both.figure),
      balance: formatFen(both.balance),
      difference: formatFen(difference),
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
export const statementsOf = (analysis: Analysis): object =>
  list(statements(analysis, addMonths(analysis.asOf, -12) + 1), (statement) => {
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
    };
  });

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
