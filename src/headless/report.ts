import {
  bucketLabels,
  customerBalances,
  formatFen,
  isoDate,
  isWatched,
  lightOf,
  NONE,
  overdueOf,
  type Analysis,
  type Balance,
  type SheetIssue,
  type Serial,
  type WarningLevel,
  type Watch,
} from '../domain';
import { columnLetters } from '../workbook/address';
import { ledgerRange, type LedgerPlace } from '../workbook/locateLedger';
import { ROW_COLUMNS } from '../workbook/rowColumns';
import type { RunResult } from '../workbook/runWarnings';
import { TEXTS, type Language, type Texts } from '../workbook/texts';
import { answersOf } from './answers';
import { NOTHING_GIVEN, type Given } from './given';
import { riskOf } from './risk';

/**
 * A run's result as plain JSON: amounts as decimal strings in major units, days as ISO dates,
 * rows 1-based as on the sheet, null where there is none.
 *
 * @param given - figures that answers need and no ledger has
 */
export function reportOf(
  result: RunResult,
  language: Language,
  given: Given = NOTHING_GIVEN,
): object {
  const { analysis, watch, place, books, issues, outputs, timings } = result;
  const texts = TEXTS[language];
  const labels = bucketLabels(analysis.edges, texts.notDue);
  const byBucket = (balance: Balance) =>
    Object.fromEntries(labels.map((label, i) => [label, formatFen(balance.byBucket[i]!)]));
  const places = new Map(books.map((book) => [book.place.sheet, book.place]));
  const risk = result.risk && riskOf(result.risk);
  const letters = (issue: SheetIssue) => {
    const of = places.get(issue.sheet) ?? place;
    return columnLetters(of.firstColumn + (of.mapping[issue.role] ?? 0));
  };
  return {
    asOf: isoDate(analysis.asOf),
    ledger: {
      sheet: place.sheet,
      range: ledgerRange(place),
      rows: analysis.items.count,
      mapping: mappingOf(place),
      sheets: books.map(({ source, place: of }) => ({
        sheet: of.sheet,
        kind: source.kind,
        range: ledgerRange(of),
        confidence: source.confidence,
        reasons: source.reasons,
        mapping: mappingOf(of),
      })),
    },
    outputs: {
      columns: Object.fromEntries(
        result.sheets.flatMap(({ place: of, columns }) =>
          [...columns].map(([key, at]) => {
            const title = ROW_COLUMNS[key].title(texts);
            const column = columnLetters(at);
            const name = of === place ? title : `${of.sheet}!${title}`;
            return [name, `${column}${of.firstRow}:${column}${of.lastRow + 1}`];
          }),
        ),
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
    issues: issues.map((issue) => ({
      sheet: issue.sheet,
      row: issue.row,
      column: letters(issue),
      code: issue.code,
      value: issue.value,
      ...(issue.other && { other: issue.other }),
    })),
    customers: customerBalances(analysis).map((customer) => ({
      customer: customer.customer,
      currency: customer.currency,
      open: formatFen(customer.open),
      overdue: formatFen(overdueOf(customer)),
      maxDaysOverdue: customer.maxDaysOverdue,
      byBucket: byBucket(customer),
      ...risk?.customers.get(customer.customer),
    })),
    ...(risk && { model: risk.model }),
    rows: rowsOf(analysis, watch, labels, texts, books.length > 1),
    answers: answersOf(result, language, given),
    run: timings,
  };
}

const mappingOf = ({ mapping, headers }: LedgerPlace) =>
  Object.fromEntries(Object.entries(mapping).map(([role, column]) => [role, headers[column]]));

/** The items, as our columns say them: nothing but the amount of settled ones and credits. */
function rowsOf(
  analysis: Analysis,
  watch: Watch | null,
  labels: readonly string[],
  { classes }: Texts,
  hasSheets: boolean,
): object[] {
  const { items, open, daysOverdue, ageDays, bucket, riskClass, warning } = analysis;
  return Array.from(items.row, (row, i) => {
    const owes = open[i]! > 0;
    const level = warning[i] as WarningLevel;
    return {
      ...(hasSheets && { sheet: items.sheets[items.sheet[i]!]! }),
      row,
      customer: items.customers[items.customer[i]!]!,
      open: formatFen(open[i]!),
      dueDate: isoOrNull(items.dueDate[i]!),
      daysOverdue: owes ? daysOverdue[i]! : null,
      ageDays: owes && ageDays[i] !== NONE ? ageDays[i]! : null,
      bucket: owes ? labels[bucket[i]!]! : null,
      class: owes ? classes[riskClass[i]!]! : null,
      warning: level || null,
      light: owes ? lightOf(daysOverdue[i]!, level, isWatched(watch, i)) : null,
    };
  });
}

const isoOrNull = (day: Serial): string | null => isoDate(day) || null;
