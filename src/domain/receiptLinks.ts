import { halfWidth } from './cell';
import { customerKey } from './customerCodes';
import { numberKey } from './documentNumbers';
import { NO_CUSTOMER } from './ledger';
import type { Link } from './links';
import type { Receivables } from './receivables';

/** Receipts with the documents they are meant for. */
export interface LinkedReceipts {
  /** Receipts that name a document but no customer or no currency have the document's now. */
  readonly items: Receivables;
  readonly links: readonly Link[];
  /** Items that got their customer so. */
  readonly owned: ReadonlySet<number>;
}

/**
 * Makes links of the document numbers that receipts name: whole, or several parted by 、 or commas.
 *
 * @param appliesTo - per item, '' for none
 * @param reversed - receipts taken back: they pay nothing
 */
export function receiptLinks(
  items: Receivables,
  appliesTo: readonly string[],
  reversed: ReadonlySet<number>,
): LinkedReceipts {
  if (appliesTo.every((said) => said === '')) return { items, links: [], owned: new Set() };
  const documents = documentsOf(items);
  const customer = items.customer.slice();
  const currency = items.currency.slice();
  const nobody = items.customers.indexOf(NO_CUSTOMER);
  const owned = new Set<number>();
  const links: Link[] = [];
  for (let credit = 0; credit < items.count; credit++) {
    const said = appliesTo[credit]!;
    if (said === '' || items.amount[credit]! >= 0 || reversed.has(credit)) continue;
    const find = (number: string) =>
      documents.get(`${customer[credit]!} ${documentKey(number)}`) ??
      documents.get(documentKey(number));
    const numbers = find(said) ? [said] : halfWidth(said).split(/[、,;\s]+/);
    for (const number of numbers) {
      const document = find(number);
      if (document && customer[credit] === nobody) {
        customer[credit] = document.customer;
        owned.add(credit);
      }
      if (document && items.currencies[currency[credit]!] === '')
        currency[credit] = document.currency;
      const to = document?.documentNo ?? number;
      // Of one document it is said how much is paid; of several only that they are.
      links.push(
        numbers.length > 1 ? { credit, to } : { credit, to, amount: -items.amount[credit]! },
      );
    }
  }
  return { items: { ...items, customer, currency }, links, owned };
}

/** @returns a document number as links compare it: also without leading zeros, which cells lose. */
export const documentKey = (documentNo: string): string => customerKey(numberKey(documentNo));

interface Document {
  readonly documentNo: string;
  readonly customer: number;
  readonly currency: number;
}

/** Documents that can be paid by number, as numbers are compared: of a customer, and of anyone. */
function documentsOf(items: Receivables): ReadonlyMap<string, Document> {
  const documents = new Map<string, Document>();
  for (let i = 0; i < items.count; i++) {
    const documentNo = items.documentNo[i]!;
    if (items.amount[i]! <= 0 || documentNo === '') continue;
    const [customer, currency] = [items.customer[i]!, items.currency[i]!];
    const key = documentKey(documentNo);
    for (const k of [`${customer} ${key}`, key]) {
      if (!documents.has(k)) documents.set(k, { documentNo, customer, currency });
    }
  }
  return documents;
}
