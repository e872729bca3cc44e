import { currencyKey } from './currency';
import { Dictionary } from './dictionary';
import { NO_APPLICATIONS, type Dimension, type Receivables } from './receivables';
import type { DimensionName } from './roles';

/**
 * Puts items of several sheets one after the other. What tells customers and currencies apart is
 * compared by the words: spellings of one customer are merged before.
 *
 * @param parts - without applications
 */
export function unite(parts: readonly Receivables[]): Receivables {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const customers = new Dictionary();
  const customerNames: string[] = [];
  const currencies = new Dictionary(currencyKey);
  const sheets = new Dictionary();
  const united = {
    kind: new Uint8Array(count),
    sheet: new Uint16Array(count),
    row: new Int32Array(count),
    customer: new Int32Array(count),
    currency: new Int32Array(count),
    documentDate: new Int32Array(count),
    dueDate: new Int32Array(count),
    amount: new Float64Array(count),
    received: new Float64Array(count),
    receiptDate: new Int32Array(count),
    rate: new Float64Array(count),
    disputed: new Uint8Array(count),
    classFact: new Uint8Array(count),
  };
  const classCells = new Map<number, string>();
  let at = 0;
  for (const part of parts) {
    const customerOf = renumber(customers, part.customers);
    const currencyOf = renumber(currencies, part.currencies);
    const sheetOf = renumber(sheets, part.sheets);
    united.kind.set(part.kind, at);
    united.row.set(part.row, at);
    united.documentDate.set(part.documentDate, at);
    united.dueDate.set(part.dueDate, at);
    united.amount.set(part.amount, at);
    united.received.set(part.received, at);
    united.receiptDate.set(part.receiptDate, at);
    united.rate.set(part.rate, at);
    united.disputed.set(part.disputed, at);
    united.classFact.set(part.classFact, at);
    for (const [i, cell] of part.classCells) classCells.set(at + i, cell);
    for (let i = 0; i < part.count; i++) {
      const customer = customerOf(part.customer[i]!);
      united.customer[at + i] = customer;
      customerNames[customer] ||= part.customerNames[part.customer[i]!]!;
      united.currency[at + i] = currencyOf(part.currency[i]!);
      united.sheet[at + i] = sheetOf(part.sheet[i]!);
    }
    at += part.count;
  }
  return {
    ...united,
    count,
    classCells,
    customers: customers.words,
    customerNames,
    currencies: currencies.words,
    sheets: sheets.words,
    documentNo: parts.flatMap(({ documentNo }) => documentNo),
    applications: NO_APPLICATIONS,
    dimensions: uniteDimensions(parts, count),
  };
}

/** From a part's numbers of words to those of all; words that no item uses get none. */
function renumber(all: Dictionary, words: readonly string[]): (own: number) => number {
  const known = new Int32Array(words.length).fill(-1);
  return (own) => (known[own]! >= 0 ? known[own]! : (known[own] = all.index(words[own]!)));
}

function uniteDimensions(
  parts: readonly Receivables[],
  count: number,
): Partial<Record<DimensionName, Dimension>> {
  const names = new Set(
    parts.flatMap(({ dimensions }) => Object.keys(dimensions)),
  ) as Set<DimensionName>;
  const united: Partial<Record<DimensionName, Dimension>> = {};
  for (const name of names) {
    const words = new Dictionary();
    const index = new Int32Array(count);
    let at = 0;
    for (const { count: n, dimensions } of parts) {
      const own = dimensions[name];
      const wordOf = renumber(words, own?.words ?? ['']);
      for (let i = 0; i < n; i++) index[at + i] = wordOf(own?.index[i] ?? 0);
      at += n;
    }
    united[name] = { index, words: words.words };
  }
  return united;
}
