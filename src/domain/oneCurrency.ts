import { currencyKey } from './currency';
import { Dictionary } from './dictionary';
import type { Receivables } from './receivables';

/**
 * Gives sheets that name no currency that of their customers on the sheets that do, or of all of
 * these; where it is not one, none.
 *
 * @param parts - by customers' words that can be compared
 */
export function oneCurrency(parts: readonly Receivables[]): Receivables[] {
  const isNamed = ({ currencies }: Receivables) => currencies.some((word) => word !== '');
  const byCustomer = new Map<string, string>();
  let ofAll: string | undefined;
  for (const { count, customer, customers, currency, currencies } of parts.filter(isNamed)) {
    for (let i = 0; i < count; i++) {
      const word = currencies[currency[i]!]!;
      const name = customers[customer[i]!]!;
      byCustomer.set(name, same(byCustomer.get(name), word));
      ofAll = same(ofAll, word);
    }
  }
  if (ofAll === undefined) return [...parts];
  const others = ofAll;
  return parts.map((part) => {
    if (isNamed(part)) return part;
    const words = new Dictionary();
    const ofCustomer = part.customers.map((name) => words.index(byCustomer.get(name) ?? others));
    const currency = part.customer.map((customer) => ofCustomer[customer]!);
    return { ...part, currency, currencies: words.words };
  });
}

/** The one currency of both; '' where they differ. */
const same = (known: string | undefined, word: string): string =>
  known === undefined || currencyKey(known) === currencyKey(word) ? word : '';
