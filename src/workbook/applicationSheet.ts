import { isoDate, type Analysis } from '../domain';
import { linkToSheetIn } from './address';
import { toCell } from './dateSystem';
import type { LedgerPlace } from './locateLedger';
import { listSheet } from './listSheet';
import type { Matching } from './matching';
import type { SheetDraft } from './putSheets';
import type { Texts } from './texts';

/** Which credit pays which item, in the order of the items (核销). */
export function applicationSheet(
  place: LedgerPlace,
  { items, asOf }: Analysis,
  { outcomes }: Matching,
  texts: Texts,
): Promise<SheetDraft> {
  const { credit, item, amount, date, derived } = items.applications;
  const sheetOf = (i: number) => items.sheets[items.sheet[i]!]!;
  const accepted = new Set(
    outcomes.flatMap((o) => ('credit' in o ? [`${o.credit} ${o.item}`] : [])),
  );
  const basisOf = (k: number): string => {
    if (accepted.has(`${credit[k]!} ${item[k]!}`)) return texts.accepted;
    return derived[k] === 1 ? texts.derived : texts.said;
  };
  const inOrder = [...credit.keys()].sort((a, b) => item[a]! - item[b]! || date[a]! - date[b]!);
  return listSheet({
    key: 'applications',
    title: texts.applicationTitle,
    about: texts.about(place.sheet, isoDate(asOf)),
    columns: [
      { title: texts.customer, format: '@', width: 150 },
      { title: texts.documentNo, format: '@', width: 100 },
      { title: texts.sheet, format: '@', width: 90 },
      { title: texts.ledgerRow, format: '0', width: 60 },
      { title: texts.paidBy, format: '@', width: 100 },
      { title: texts.sheet, format: '@', width: 90 },
      { title: texts.ledgerRow, format: '0', width: 60 },
      { title: texts.applied, format: '#,##0.00', width: 90 },
      { title: texts.currency, format: '@', width: 50 },
      { title: texts.countsFrom, format: 'yyyy-mm-dd', width: 72 },
      { title: texts.basis, format: '@', width: 100 },
    ],
    list: inOrder,
    cells: (k) => {
      const [paid, by] = [item[k]!, credit[k]!];
      return [
        items.customers[items.customer[paid]!]!,
        items.documentNo[paid]!,
        sheetOf(paid),
        items.row[paid]!,
        items.documentNo[by]!,
        sheetOf(by),
        items.row[by]!,
        amount[k]! / 100,
        items.currencies[items.currency[paid]!]!,
        toCell(date[k]!, place.date1904),
        basisOf(k),
      ];
    },
    link: {
      title: texts.link,
      to: (row) => `${linkToSheetIn(`$C${row}`)}&"A"&$D${row}`,
      text: texts.goTo,
    },
    nothing: texts.nothing,
    more: texts.more,
  });
}
