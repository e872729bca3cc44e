import {
  bucketLabels,
  isoDate,
  overdueOf,
  type Analysis,
  type Balance,
  type Fen,
  type Role,
} from '../domain';
import { columnLetters, quotedSheet } from './address';
import { mend } from './mend';
import { FORMULA_ROWS, type OwnColumns } from './ownColumns';
import { OWN } from './ownNames';
import type { LedgerPlace } from './readLedger';
import type { Cell } from './rowColumns';
import type { Texts } from './texts';
import { everyCell, writeBlocks } from './writeBlocks';

const HEADER_ROW = 4;
/** One line of the table: labels, figures by the domain, and the same figures as formulas. */
interface Line {
  /** Customer, name where the ledger keeps codes, currency. */
  readonly labels: readonly string[];
  readonly figures: readonly Fen[];
  readonly formulas: readonly string[];
  /** Else a total or a difference, which follow from the customers. */
  readonly isCustomer: boolean;
}

/**
 * Writes customers by buckets, a block per currency with its total and what that differs from the
 * ledger's. Up to FORMULA_ROWS ledger rows the figures are sums over the ledger's rows, hence live.
 *
 * @param sheet - ours and blank
 */
export async function writeAgeingSheet(
  sheet: Excel.Worksheet,
  place: LedgerPlace,
  columns: OwnColumns,
  analysis: Analysis,
  texts: Texts,
): Promise<void> {
  const labels = bucketLabels(analysis.edges, texts.notDue);
  const lines = linesOf(place, columns, analysis, texts);
  const titles = [texts.customer, ...(hasNames(place) ? [texts.customerName] : []), texts.currency];
  const width = titles.length + labels.length + 3;
  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + lines.length;
  const at = (fromColumn: number, toColumn: number, top = first, bottom = last) =>
    sheet.getRange(`${columnLetters(fromColumn)}${top}:${columnLetters(toColumn)}${bottom}`);

  sheet.getRange('A1:A2').values = [
    [texts.ageingTitle],
    [texts.about(place.sheet, isoDate(analysis.asOf))],
  ];
  const header = at(0, width - 1, HEADER_ROW, HEADER_ROW);
  header.formulas = [
    [
      ...titles,
      texts.open,
      ...labels.map((_, i) => `=INDEX(${OWN.bucketLabel},${i + 1})`),
      texts.unapplied,
      texts.overdue,
    ],
  ];
  sheet.getRange('A1').format.font.bold = true;
  header.format.font.bold = true;
  const figureTitles = at(titles.length, width - 1, HEADER_ROW, HEADER_ROW);
  figureTitles.format.horizontalAlignment = Excel.HorizontalAlignment.right;
  at(0, titles.length - 1).numberFormat = everyCell('@');
  at(titles.length, width - 1).numberFormat = everyCell('#,##0.00');
  at(0, titles.length - 2).format.columnWidth = titles.length > 2 ? 110 : 150;
  at(titles.length, width - 1).format.columnWidth = 90;
  sheet.freezePanes.freezeRows(HEADER_ROW);
  lines.forEach((line, i) => {
    if (!line.isCustomer) at(0, width - 1, first + i, first + i).format.font.bold = true;
  });
  await writeBlocks(sheet, HEADER_ROW, 0, lines.length, (row) => lines[row]!.labels);
  const figures = (row: number): Cell[] => lines[row]!.figures.map((fen) => fen / 100);
  if (place.lastRow - place.firstRow + 1 > FORMULA_ROWS) {
    await writeBlocks(sheet, HEADER_ROW, titles.length, lines.length, figures);
    return;
  }
  await writeBlocks(sheet, HEADER_ROW, titles.length, lines.length, (row) => lines[row]!.formulas);
  await sheet.context.sync();
  await mend(sheet, HEADER_ROW, titles.length, lines.length, (row) => {
    const { isCustomer } = lines[row]!;
    return figures(row).map((figure, i, { length }) =>
      isCustomer && i < length - 1 ? figure : null,
    );
  });
}

/** @returns the table's lines: a currency's customers, its total, and the difference to the ledger. */
function linesOf(
  place: LedgerPlace,
  columns: OwnColumns,
  analysis: Analysis,
  texts: Texts,
): Line[] {
  const sums = ledgerSums(place, columns);
  const buckets = analysis.edges.length + 2;
  const names = hasNames(place)
    ? new Map(analysis.items.customers.map((code, i) => [code, analysis.items.customerNames[i]!]))
    : null;
  const labels = (first: string, name: string, currency: string) =>
    names ? [first, name, currency] : [first, currency];
  const letter = (i: number) => columnLetters((names ? 3 : 2) + i);
  const [lastBucket, unapplied] = [letter(buckets), letter(buckets + 1)];
  /** Open amount, buckets, unapplied, overdue; `sum` is of one of them with more criteria. */
  const across = (row: number, sum: (column: string, ...more: string[]) => string): string[] => [
    `=${sum(letter(0))}`,
    ...Array.from({ length: buckets }, (_, i) => {
      const column = letter(i + 1);
      return `=${sum(column, sums.bucket, `"="&${column}$${HEADER_ROW}`)}`;
    }),
    `=${sum(unapplied, sums.open, '"<0"')}`,
    `=SUM(${letter(2)}${row}:${lastBucket}${row})`,
  ];
  const lines: Line[] = [];
  for (const total of analysis.totals) {
    const { currency } = total;
    const firstRow = HEADER_ROW + 1 + lines.length;
    for (const customer of analysis.customers.filter((c) => c.currency === currency)) {
      const row = HEADER_ROW + 1 + lines.length;
      lines.push({
        labels: labels(customer.customer, names?.get(customer.customer) ?? '', currency),
        figures: figuresOf(customer),
        formulas: across(row, (_, ...more) => sums.of({ customer: `$A${row}`, row }, more)),
        isCustomer: true,
      });
    }
    const row = HEADER_ROW + 1 + lines.length;
    const sumUp = (column: string) => `SUM(${column}${firstRow}:${column}${row - 1})`;
    lines.push({
      labels: labels(texts.total, '', currency),
      figures: figuresOf(total),
      formulas: across(row, sumUp),
      isCustomer: false,
    });
    lines.push({
      labels: labels(texts.difference, '', currency),
      figures: figuresOf(total).map(() => 0),
      formulas: across(
        row + 1,
        (column, ...more) => `ROUND(${column}${row}-${sums.of({ row: row + 1 }, more)},2)`,
      ),
      isCustomer: false,
    });
  }
  return lines;
}

/** Whether the ledger keeps names beside the codes of its customers. */
const hasNames = ({ mapping }: LedgerPlace): boolean => mapping.customerName !== undefined;

const figuresOf = (balance: Balance): Fen[] => [
  balance.open,
  ...balance.byBucket,
  balance.unapplied,
  overdueOf(balance),
];

/** Sums over the ledger's rows, as formulas on another sheet. */
function ledgerSums(place: LedgerPlace, columns: OwnColumns) {
  const range = (column: number): string => {
    const at = (row: number) => `$${columnLetters(column)}$${row}`;
    return `${quotedSheet(place.sheet)}!${at(place.firstRow + 1)}:${at(place.lastRow + 1)}`;
  };
  const ledger = (role: Role): string | null => {
    const column = place.mapping[role];
    return column === undefined ? null : range(place.firstColumn + column);
  };
  const open = range(columns.get('open') ?? place.firstColumn + place.mapping.open!);
  const [customer, currency] = [ledger('customer'), ledger('currency')];
  return {
    open,
    bucket: range(columns.get('bucket')!),
    /** @param line - its row on our sheet, and the cell of its customer where it has one */
    of(
      line: { readonly row: number; readonly customer?: string },
      more: readonly string[],
    ): string {
      const criteria = [
        ...(customer && line.customer ? [customer, line.customer] : []),
        ...(currency ? [currency, `$${hasNames(place) ? 'C' : 'B'}${line.row}`] : []),
        ...more,
      ];
      return criteria.length > 0 ? `SUMIFS(${[open, ...criteria].join(',')})` : `SUM(${open})`;
    },
  };
}
