import { documentKey, saidOf, type AcceptedMatch, type MatchOutcome } from './acceptedMatches';
import { accountsOf } from './accounts';
import { linksOf, type Link } from './links';
import { openAmounts, type Receivables } from './receivables';
import { settle } from './settle';

/**
 * Sets what a person has accepted, as far as what the books say leaves room. A match counts as a whole
 * or not at all, and costs no other; of documents alike the first with room is taken. It counts from the
 * later of both documents' dates: when somebody looked says nothing of when the money came.
 *
 * @param items - with what the books say
 * @returns the items with the new applications, and what came of each match
 */
export function settleAccepted(
  items: Receivables,
  accepted: readonly AcceptedMatch[],
): { items: Receivables; outcomes: MatchOutcome[] } {
  if (accepted.length === 0) return { items, outcomes: [] };
  const open = openAmounts(items, Infinity);
  const accounts = accountsOf(items);
  const known = documentsOf(items);
  const links: Link[] = [];
  const outcomes = accepted.map((match): MatchOutcome => {
    const { customer, currency, amount } = match;
    const credits = known.get(documentKey(customer, currency, match.credit)) ?? [];
    if (credits.length === 0) return { code: 'matchCreditGone' };
    const own = new Set(credits.map((credit) => accounts[credit]!));
    const debits = known.get(documentKey(customer, currency, match.item)) ?? [];
    const found = debits.filter((item) => own.has(accounts[item]!));
    if (found.length === 0) return { code: 'matchItemGone' };
    const holding = credits.filter((credit) => -open[credit]! >= amount);
    if (holding.length === 0) return { code: 'matchCreditUsed' };
    const owing = found.filter((item) => open[item]! >= amount);
    for (const credit of holding) {
      const item = owing.find((i) => accounts[i] === accounts[credit]);
      if (item === undefined) continue;
      open[credit]! += amount;
      open[item]! -= amount;
      links.push({ credit, to: item, amount });
      return { credit, item };
    }
    return { code: 'matchItemPaid' };
  });
  return { items: settle(items, linksOf(links)).items, outcomes };
}

/** Items by what they say, in the ledger's order. */
function documentsOf(items: Receivables): ReadonlyMap<string, number[]> {
  const documents = new Map<string, number[]>();
  for (let i = 0; i < items.count; i++) {
    const customer = items.customers[items.customer[i]!]!;
    const key = documentKey(customer, items.currencies[items.currency[i]!]!, saidOf(items, i));
    const alike = documents.get(key);
    if (alike) alike.push(i);
    else documents.set(key, [i]);
  }
  return documents;
}
