import { bucketLabels, isoDate, KINDS, type Analysis, type Statement } from '../domain';
import { quotedText } from './address';
import { toCell } from './dateSystem';
import type { Cell } from './rowColumns';
import type { Findings } from './runWarnings';
import type { StatementTexts } from './statementTexts';
import type { Texts } from './texts';

export type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell];

/** A statement as cells; rows of the sheet, 1-based. */
export interface Page {
  readonly rows: readonly Row[];
  readonly top: number;
  readonly header: number;
  readonly closing: number;
  /** First and last row of the pairs of label and amount below the table. */
  readonly ages: readonly [number, number];
  /** First and last row of the two boxes to sign. */
  readonly boxes: readonly [number, number];
}

const PAIRS_ACROSS = 3;

/** @param top - its first row on the sheet, 1-based */
export function statementPage(
  statement: Statement,
  top: number,
  analysis: Analysis,
  { matching, place }: Pick<Findings, 'matching' | 'place'>,
  texts: Texts,
  t: StatementTexts,
): Page {
  const { customer, customerName, currency, from, to, opening, lines } = statement;
  const { items } = analysis;
  const name =
    customerName === '' || customerName === customer ? customer : `${customerName} (${customer})`;
  const header = top + 4;
  const firstLine = header + 2;
  const total = firstLine + lines.length;
  const moves = lines.map(({ item, isReceipt, date, debit, credit }, i): Row => {
    const row = firstLine + i;
    const kind = t.kinds[isReceipt ? 'receipt' : KINDS[items.kind[item]!]!];
    return [
      toCell(date, place.date1904),
      items.documentNo[item]!,
      [kind, matching.purposes[item]!].filter(Boolean).join(' '),
      debit === 0 ? '' : debit / 100,
      credit === 0 ? '' : credit / 100,
      `=F${row - 1}+D${row}-E${row}`,
    ];
  });
  const sum = (column: string) =>
    lines.length === 0 ? 0 : `=SUM(${column}${firstLine}:${column}${total - 1})`;
  const closing = total + 1;
  const ages = agesOf(statement, analysis, texts);
  const firstAge = closing + 2;
  const lastAge = firstAge + ages.length - 1;
  const owed = `TEXT(ABS(F${closing}),"#,##0.00")`;
  const sentence = (words: readonly [string, string]) =>
    `=${quotedText(words[0])}&${owed}&${quotedText(words[1])}`;
  const said = t.owed[statement.confirmation.owedBy](isoDate(to), currency);
  const firstBox = lastAge + 4;
  const rows: Row[] = [
    [t.title, '', '', '', '', ''],
    [t.to(name), '', '', '', '', ''],
    [t.period(isoDate(from), isoDate(to), currency), '', '', '', '', ''],
    [t.greeting, '', '', '', '', ''],
    [t.date, texts.documentNo, t.summary, t.debit, t.credit, t.balance],
    ['', '', t.opening, '', '', opening / 100],
    ...moves,
    ['', '', t.sums, sum('D'), sum('E'), ''],
    ['', '', t.closing, '', '', `=F${firstLine - 1}+D${total}-E${total}`],
    [t.ages, '', '', '', '', ''],
    ...ages,
    [sentence(said), '', '', '', '', ''],
    [t.please, '', '', '', '', ''],
    ['', '', '', '', '', ''],
    [t.agreed, '', '', t.disagreed, '', ''],
    ['', '', '', '', '', ''],
    ['', '', '', '', '', ''],
    [t.stamp, '', '', t.stamp, '', ''],
    [t.signedBy, '', '', t.signedBy, '', ''],
    [t.signedOn, '', '', t.signedOn, '', ''],
    [t.us, '', '', '', '', ''],
    ['', '', '', '', '', ''],
  ];
  return { rows, top, header, closing, ages: [firstAge, lastAge], boxes: [firstBox, firstBox + 5] };
}

/** What is in the closing balance by age, and its sum. */
function agesOf(statement: Statement, { edges }: Analysis, texts: Texts): Row[] {
  const pairs = [
    ...bucketLabels(edges, texts.notDue).map(
      (label, i) => [label, statement.byBucket[i]!] as const,
    ),
    [texts.unapplied, statement.unapplied] as const,
  ].filter(([, fen]) => fen !== 0);
  return pairRows(pairs.map(([label, fen]) => [label, fen / 100]));
}

/** Label and amount side by side, three pairs in a row, one row at least. */
export function pairRows(pairs: readonly (readonly [label: string, amount: Cell])[]): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < Math.max(1, pairs.length); i += PAIRS_ACROSS) {
    const cells = pairs.slice(i, i + PAIRS_ACROSS).flat();
    rows.push(Array.from({ length: 6 }, (_, k) => cells[k] ?? '') as unknown as Row);
  }
  return rows;
}
