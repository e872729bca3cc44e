import { isoDate, type Analysis, type Issue } from '../domain';
import { columnLetters, quotedSheet, quotedText } from './address';
import { writeListSheet } from './listSheet';
import type { LedgerPlace } from './readLedger';
import type { Texts } from './texts';

/** Writes what in the ledger could not be taken as it stands. */
export async function writeIssueSheet(
  sheet: Excel.Worksheet,
  place: LedgerPlace,
  issues: readonly Issue[],
  analysis: Analysis,
  texts: Texts,
): Promise<void> {
  const rows = issues.map(({ row, role, code, value }) => {
    const column = place.mapping[role] ?? 0;
    return [
      place.sheet,
      `${columnLetters(place.firstColumn + column)}${row}`,
      place.headers[column] ?? '',
      texts.issues[code],
      value,
    ];
  });
  if (place.mergedCells) {
    rows.unshift([place.sheet, place.mergedCells, '', texts.mergedCells, '']);
  }
  await writeListSheet(sheet, {
    title: texts.issueTitle,
    about: texts.about(place.sheet, isoDate(analysis.asOf)),
    columns: [
      { title: texts.sheet, format: '@', width: 90 },
      { title: texts.cell, format: '@', width: 60 },
      { title: texts.column, format: '@', width: 90 },
      { title: texts.problem, format: '@', width: 220 },
      { title: texts.content, format: '@', width: 150 },
    ],
    rows,
    link: {
      title: texts.link,
      to: (row) => `${quotedText(`#${quotedSheet(place.sheet)}!`)}&$B${row}`,
      text: texts.goTo,
    },
    nothing: texts.nothing,
    more: texts.more,
  });
}
