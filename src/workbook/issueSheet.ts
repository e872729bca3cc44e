import { isoDate, type Analysis } from '../domain';
import { columnLetters, linkToSheet, linkToSheetIn } from './address';
import type { Examination } from './examineLedger';
import { listSheet } from './listSheet';
import type { LedgerPlace } from './locateLedger';
import { mergedAddress } from './mergedCells';
import { POLICY_TEXTS } from './policyTexts';
import type { SheetDraft } from './putSheets';
import { TEXTS, type Language } from './texts';

/** What in the ledger could not be taken as it stands. */
export function issueSheet(
  { main, books, reading: { issues, mergedCodes }, risk, policy }: Examination,
  analysis: Analysis,
  language: Language,
): Promise<SheetDraft> {
  const texts = TEXTS[language];
  const { problems, instead } = POLICY_TEXTS[language];
  const places = new Map(books.map(({ place }) => [place.sheet, place]));
  const cellOf = (place: LedgerPlace, column: number, row: number) =>
    `${columnLetters(place.firstColumn + column)}${row}`;
  const customer = main.place.mapping.customer ?? 0;
  const badCells = (risk && policy?.problems) ?? [];
  const rows = [
    ...badCells.map((bad) => [
      bad.sheet,
      bad.cell,
      '',
      `${problems[bad.code]} · ${instead[bad.instead]}`,
      bad.value,
    ]),
    ...books.flatMap(({ place }) =>
      place.merged.map((cell) => [place.sheet, mergedAddress(cell), '', texts.mergedCells, '']),
    ),
    ...mergedCodes.map(({ spellings }) => [
      main.place.sheet,
      cellOf(main.place, customer, main.place.firstRow),
      main.place.headers[customer] ?? '',
      texts.mergedCodes,
      spellings.join(' = '),
    ]),
    ...issues.map((issue) => {
      const place = places.get(issue.sheet);
      // What was accepted and fits no more stands on a sheet of ours.
      if (!place) return [issue.sheet, `A${issue.row}`, '', texts.issues[issue.code], issue.value];
      const column = place.mapping[issue.role] ?? 0;
      const other = issue.other ? ` (${issue.other.sheet}!${issue.other.row})` : '';
      return [
        issue.sheet,
        cellOf(place, column, issue.row),
        place.headers[column] ?? '',
        texts.issues[issue.code],
        `${issue.value}${other}`,
      ];
    }),
  ];
  const hasSheets =
    books.length > 1 || badCells.length > 0 || issues.some((issue) => !places.has(issue.sheet));
  return listSheet({
    key: 'issues',
    title: texts.issueTitle,
    about: texts.about(main.place.sheet, isoDate(analysis.asOf)),
    columns: [
      { title: texts.sheet, format: '@', width: 90 },
      { title: texts.cell, format: '@', width: 60 },
      { title: texts.column, format: '@', width: 90 },
      { title: texts.problem, format: '@', width: 220 },
      { title: texts.content, format: '@', width: 150 },
    ],
    list: rows,
    cells: (row) => row,
    link: {
      title: texts.link,
      to: (row) =>
        `${hasSheets ? linkToSheetIn(`$A${row}`) : linkToSheet(main.place.sheet)}&$B${row}`,
      text: texts.goTo,
    },
    nothing: texts.nothing,
    more: texts.more,
  });
}
