import {
  bucketLabels,
  formatFen,
  isoDate,
  lightOf,
  NONE,
  overdueOf,
  type Analysis,
  type Balance,
  type Serial,
  type WarningLevel,
} from '../domain';
import { columnLetters } from '../workbook/address';
import { ledgerRange } from '../workbook/readLedger';
import { ROW_COLUMNS } from '../workbook/rowColumns';
import type { RunResult } from '../workbook/runWarnings';
import { TEXTS, type Language, type Texts } from '../workbook/texts';

/**
 * A run's result as plain JSON: amounts as decimal strings in major units, days as ISO dates,
 * rows 1-based as on the sheet, null where there is none.
 */
export function reportOf(result: RunResult, language: Language): object {
  const { analysis, place, columns, issues, outputs, timings } = result;
  const texts = TEXTS[language];
  const labels = bucketLabels(analysis.edges, texts.notDue);
  const byBucket = (balance: Balance) =>
    Object.fromEntries(labels.map((label, i) => [label, formatFen(balance.byBucket[i]!)]));
  const columnAddress = (column: number) =>
    `${columnLetters(column)}${place.firstRow}:${columnLetters(column)}${place.lastRow + 1}`;
  return {
    asOf: isoDate(analysis.asOf),
    ledger: {
      sheet: place.sheet,
      range: ledgerRange(place),
      rows: analysis.items.count,
      mapping: Object.fromEntries(
        Object.entries(place.mapping).map(([role, column]) => [role, place.headers[column]]),
      ),
    },
    outputs: {
      columns: Object.fromEntries(
        [...columns].map(([key, at]) => [ROW_COLUMNS[key].title(texts), columnAddress(at)]),
      ),
      ...outputs,
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
      maxDaysOverdue: customer.maxDaysOverdue,
      byBucket: byBucket(customer),
    })),
    rows: rowsOf(analysis, labels, texts),
    run: timings,
  };
}

/** The items, as our columns say them: nothing but the amount of settled ones and credits. */
function rowsOf(analysis: Analysis, labels: readonly string[], { classes }: Texts): object[] {
  const { items, open, daysOverdue, ageDays, bucket, riskClass, warning } = analysis;
  return Array.from(items.row, (row, i) => {
    const owes = open[i]! > 0;
    const level = warning[i] as WarningLevel;
    return {
      row,
      customer: items.customers[items.customer[i]!]!,
      open: formatFen(open[i]!),
      dueDate: isoOrNull(items.dueDate[i]!),
      daysOverdue: owes ? daysOverdue[i]! : null,
      ageDays: owes && ageDays[i] !== NONE ? ageDays[i]! : null,
      bucket: owes ? labels[bucket[i]!]! : null,
      class: owes ? classes[riskClass[i]!]! : null,
      warning: level || null,
      light: owes ? lightOf(daysOverdue[i]!, level) : null,
    };
  });
}

const isoOrNull = (day: Serial): string | null => isoDate(day) || null;
