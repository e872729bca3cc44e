import {
  bucketLabels,
  bucketOf,
  formatFen,
  isoDate,
  overdueOf,
  type Balance,
  type Fen,
} from '../domain';
import { ledgerAddress } from '../workbook/inspectLedger';
import { columnLetters } from '../workbook/rowFormulas';
import type { RunResult } from '../workbook/runWarnings';
import { TEXTS, type Language } from '../workbook/texts';

/**
 * A run's result as plain JSON: amounts as decimal strings in major units, days as ISO dates,
 * rows 1-based as on the sheet.
 */
export function reportOf(result: RunResult, language: Language): object {
  const { analysis, place, columns, issues, timings } = result;
  const labels = bucketLabels(analysis.edges, TEXTS[language].notDue);
  const byBucket = (balance: Balance) =>
    Object.fromEntries(labels.map((label, i) => [label, formatFen(balance.byBucket[i]!)]));
  const { items, open, daysOverdue } = analysis;
  const columnAddress = (column: number) =>
    `${columnLetters(column)}${place.firstRow}:${columnLetters(column)}${place.lastRow + 1}`;
  return {
    asOf: isoDate(analysis.asOf),
    ledger: {
      sheet: place.sheet,
      range: ledgerAddress(place).slice(place.sheet.length + 1),
      rows: items.count,
      mapping: Object.fromEntries(
        Object.entries(place.mapping).map(([role, column]) => [role, place.headers[column]]),
      ),
    },
    outputs: {
      columns: {
        [TEXTS[language].daysOverdue]: columnAddress(columns.days),
        [TEXTS[language].bucket]: columnAddress(columns.bucket),
      },
      ...result.outputs,
    },
    totals: Object.fromEntries(
      analysis.totals.map((total) => [
        total.currency,
        {
          open: formatFen(total.open),
          notDue: formatFen(total.byBucket[0]!),
          unapplied: formatFen(total.unapplied),
          overdue: formatFen(overdueOf(total)),
          byBucket: byBucket(total),
        },
      ]),
    ),
    issues: issues.map(({ row, role, code, value }) => ({
      sheet: place.sheet,
      row,
      column: columnLetters(place.firstColumn + (place.mapping[role] ?? 0)),
      code,
      value,
    })),
    customers: analysis.customers.map((customer) => ({
      customer: customer.customer,
      currency: customer.currency,
      open: formatFen(customer.open),
      overdue: formatFen(overdueOf(customer)),
      unapplied: formatFen(customer.unapplied),
      maxDaysOverdue: customer.maxDaysOverdue,
      byBucket: byBucket(customer),
    })),
    rows: Array.from(items.row, (row, i) => ({
      row,
      customer: items.customers[items.customer[i]!]!,
      currency: items.currencies[items.currency[i]!]!,
      open: formatFen(open[i]!),
      dueDate: isoDate(items.dueDate[i]!),
      ...ageOf(open[i]!, daysOverdue[i]!, labels, analysis.edges),
    })),
    run: timings,
  };
}

/** What our columns say of an item: nothing of settled ones and credits. */
function ageOf(open: Fen, days: number, labels: readonly string[], edges: readonly number[]) {
  return open > 0
    ? { daysOverdue: days, bucket: labels[bucketOf(days, edges)]!, light: days > 0 ? 'red' : null }
    : { daysOverdue: null, bucket: '', light: null };
}
