import { bucketLabels, isoDate, type Analysis, type WarningLevel } from '../domain';
import { columnLetters, linkToSheet, linkToSheetIn, quotedText } from './address';
import { toCell } from './dateSystem';
import type { Examination } from './examineLedger';
import { listSheet } from './listSheet';
import type { SheetDraft } from './putSheets';
import type { Texts } from './texts';

/** The items with a warning, the gravest level first, within a level the largest amount. */
export function warningSheet(
  { main: { place }, books }: Examination,
  analysis: Analysis,
  texts: Texts,
): Promise<SheetDraft> {
  const { items, open, warning, bucket, daysOverdue } = analysis;
  const labels = bucketLabels(analysis.edges, texts.notDue);
  const customerOf = (item: number): string => {
    const customer = items.customer[item]!;
    const name = items.customerNames[customer]!;
    return name === '' ? items.customers[customer]! : name;
  };
  const warned: number[] = [];
  for (let item = 0; item < items.count; item++) if (warning[item]! > 0) warned.push(item);
  warned.sort((a, b) => warning[b]! - warning[a]! || open[b]! - open[a]!);
  const hasSheets = books.length > 1;
  const column = quotedText(columnLetters(place.firstColumn));
  return listSheet({
    key: 'warnings',
    title: texts.warningTitle,
    about: texts.about(place.sheet, isoDate(analysis.asOf)),
    columns: [
      { title: texts.warning, format: '@', width: 50 },
      { title: texts.customer, format: '@', width: 150 },
      { title: texts.documentNo, format: '@', width: 100 },
      { title: texts.dueDate, format: 'yyyy-mm-dd', width: 72 },
      { title: texts.open, format: '#,##0.00', width: 90 },
      { title: texts.currency, format: '@', width: 50 },
      { title: texts.daysOverdue, format: '0', width: 60 },
      { title: texts.bucket, format: '@', width: 72 },
      { title: texts.ledgerRow, format: '0', width: 60 },
      ...(hasSheets ? [{ title: texts.sheet, format: '@', width: 90 }] : []),
    ],
    list: warned,
    cells: (item) => [
      texts.warnings[warning[item] as WarningLevel],
      customerOf(item),
      items.documentNo[item]!,
      toCell(items.dueDate[item]!, place.date1904),
      open[item]! / 100,
      items.currencies[items.currency[item]!]!,
      daysOverdue[item]!,
      labels[bucket[item]!]!,
      items.row[item]!,
      ...(hasSheets ? [items.sheets[items.sheet[item]!]!] : []),
    ],
    link: {
      title: texts.link,
      to: (row) =>
        `${hasSheets ? linkToSheetIn(`$J${row}`) : linkToSheet(place.sheet)}&${column}&$I${row}`,
      text: texts.goTo,
    },
    nothing: texts.nothing,
    more: texts.more,
  });
}
