import {
  bucketLabels,
  customerBalances,
  isoDate,
  overdueOf,
  type Analysis,
  type Balance,
  type Fen,
  type Role,
} from '../domain';
import { columnLetters, quotedSheet } from './address';
import { columnWidth } from './columnWidth';
import { mend } from './mend';
import type { OwnColumns } from './ownColumns';
import { OWN } from './ownNames';
import type { LedgerPlace } from './locateLedger';
import type { SheetDraft } from './putSheets';
import type { Cell } from './rowColumns';
import type { SheetRows } from './sheetRows';
import type { Texts } from './texts';
import { everyCell, writeBlocks } from './writeBlocks';

const HEADER_ROW = 4;
/** One line of the table: labels, figures by the domain, and the same figures as formulas. */
interface Line {
  /** Customer, name where the ledger keeps codes, currency. */
  readonly labels: readonly string[];
  readonly figures: readonly Fen[];
  readonly formulas: () => string[];
  /** A total follows from its customers. */
  readonly kind: 'customer' | 'total' | 'difference';
}

/**
 * Customers by buckets, a block per currency with its total and what that differs from the ledger's.
 * Where the columns beside the ledger are live, the figures are sums over them, hence live too.
 */
export function ageingSheet(
  { place, mode }: SheetRows,
  columns: OwnColumns,
  analysis: Analysis,
  texts: Texts,
): SheetDraft {
  const labels = bucketLabels(analysis.edges, texts.notDue);
  const lines = linesOf(place, columns, analysis, texts);
  const titles = [texts.customer, ...(hasNames(place) ? [texts.customerName] : []), texts.currency];
  const header = [
    ...titles,
    texts.open,
    ...labels.map((_, i) => `=INDEX(${OWN.bucketLabel},${i + 1})`),
    texts.unapplied,
    texts.overdue,
  ];
  const about = texts.about(place.sheet, isoDate(analysis.asOf));
  const isLive = mode !== 'values';
  const figures = ({ figures: sums }: Line): Cell[] => sums.map((fen) => fen / 100);
  const cells = (line: Line) => (isLive ? line.formulas() : figures(line));
  /** What the formulas of a line have to come to; the last follows from those before it. */
  const expected = (line: Line, kind: Line['kind']): (Cell | null)[] =>
    figures(line).map((figure, i, { length }) =>
      line.kind === kind && i < length - 1 ? figure : null,
    );
  // With the customers right, a difference left is of a currency the ledger spells in other ways too.
  const kinds: Line['kind'][] =
    place.mapping.currency === undefined ? ['customer'] : ['customer', 'difference'];
  const draft: SheetDraft = {
    key: 'ageing',
    rows: [
      [texts.ageingTitle],
      [about],
      [],
      header,
      ...lines.map((line) => [...line.labels, ...cells(line)]),
    ],
    async write(sheet) {
      const first = HEADER_ROW + 1;
      const last = HEADER_ROW + lines.length;
      const at = (fromColumn: number, toColumn: number, top = first, bottom = last) =>
        sheet.getRange(`${columnLetters(fromColumn)}${top}:${columnLetters(toColumn)}${bottom}`);
      const width = header.length;
      sheet.getRange('A2').values = [[about]];
      const headers = at(0, width - 1, HEADER_ROW, HEADER_ROW);
      headers.formulas = [header];
      sheet.getRange('A1').format.font.bold = true;
      headers.format.font.bold = true;
      const figureTitles = at(titles.length, width - 1, HEADER_ROW, HEADER_ROW);
      figureTitles.format.horizontalAlignment = Excel.HorizontalAlignment.right;
      at(0, titles.length - 1).numberFormat = everyCell('@');
      at(titles.length, width - 1).numberFormat = everyCell('#,##0.00');
      at(0, titles.length - 2).format.columnWidth = titles.length > 2 ? 110 : 150;
      at(titles.length - 1, titles.length - 1).format.columnWidth = columnWidth(48, texts.currency);
      at(titles.length, width - 1).format.columnWidth = 90;
      sheet.freezePanes.freezeRows(HEADER_ROW);
      lines.forEach((line, i) => {
        if (line.kind === 'customer') return;
        at(0, width - 1, first + i, first + i).format.font.bold = true;
      });
      await writeBlocks(sheet, HEADER_ROW, 0, lines.length, (row) => lines[row]!.labels);
      const left = titles.length;
      await writeBlocks(sheet, HEADER_ROW, left, lines.length, (row) => cells(lines[row]!));
      if (isLive) {
        await sheet.context.sync();
        for (const kind of kinds) {
          await mend(sheet, HEADER_ROW, left, lines.length, (row) => expected(lines[row]!, kind));
        }
      }
      sheet.getRange('A1').values = [[texts.ageingTitle]];
    },
  };
  if (!isLive) return draft;
  return {
    ...draft,
    figures(row) {
      const line = lines[row - HEADER_ROW];
      if (!line || !kinds.includes(line.kind)) return [];
      return [...titles.map(() => null), ...expected(line, line.kind)];
    },
  };
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
  const customers = customerBalances(analysis);
  const lines: Line[] = [];
  for (const total of analysis.totals) {
    const { currency } = total;
    const firstRow = HEADER_ROW + 1 + lines.length;
    for (const customer of customers.filter((c) => c.currency === currency)) {
      const row = HEADER_ROW + 1 + lines.length;
      lines.push({
        labels: labels(customer.customer, names?.get(customer.customer) ?? '', currency),
        figures: figuresOf(customer),
        formulas: () => across(row, (_, ...more) => sums.of({ customer: `$A${row}`, row }, more)),
        kind: 'customer',
      });
    }
    const row = HEADER_ROW + 1 + lines.length;
    const sumUp = (column: string) => `SUM(${column}${firstRow}:${column}${row - 1})`;
    lines.push({
      labels: labels(texts.total, '', currency),
      figures: figuresOf(total),
      formulas: () => across(row, sumUp),
      kind: 'total',
    });
    lines.push({
      labels: labels(texts.difference, '', currency),
      figures: figuresOf(total).map(() => 0),
      formulas: () =>
        across(
          row + 1,
          (column, ...more) => `ROUND(${column}${row}-${sums.of({ row: row + 1 }, more)},2)`,
        ),
      kind: 'difference',
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
        ...(currency ? [currency, `"="&$${hasNames(place) ? 'C' : 'B'}${line.row}`] : []),
        ...more,
      ];
      return criteria.length > 0 ? `SUMIFS(${[open, ...criteria].join(',')})` : `SUM(${open})`;
    },
  };
}
