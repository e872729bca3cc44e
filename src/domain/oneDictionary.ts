import { halfWidth } from './cell';
import { CustomerCodes, type MergedCode } from './customerCodes';
import type { ParsedSheet } from './parsedSheet';
import type { Receivables } from './receivables';

/** The items of several sheets, whose customers can be compared by their words. */
export interface Named {
  readonly parts: readonly Receivables[];
  /** Over all sheets. */
  readonly mergedCodes: readonly MergedCode[];
}

/**
 * Calls a customer the same on all sheets: by one spelling of its code, and by its code where a sheet
 * has only the name.
 *
 * @param merge - whether codes that differ only by leading zeros or width are one
 */
export function oneDictionary(sheets: readonly ParsedSheet[], merge: boolean): Named {
  const codes = new CustomerCodes(merge);
  const codeOfName = codesByName(sheets);
  const parts = sheets.map(({ items, mergedCodes }) => {
    for (const { spellings } of mergedCodes) spellings.forEach((word) => codes.codeOf(word));
    const customers = items.customers.map((word, i) => {
      const hasName = items.customerNames[i] !== '' && items.customerNames[i] !== word;
      return codes.codeOf((hasName ? null : codeOfName.get(nameKey(word))) ?? word);
    });
    return { ...items, customers };
  });
  return { parts, mergedCodes: codes.merged() };
}

/** Names that one code only has. */
function codesByName(sheets: readonly ParsedSheet[]): ReadonlyMap<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const { items } of sheets) {
    items.customers.forEach((code, i) => {
      const name = nameKey(items.customerNames[i]!);
      if (name === '' || name === nameKey(code)) return;
      const known = codes.get(name);
      codes.set(name, known === undefined || known === code ? code : null);
    });
  }
  return codes;
}

/** @returns what the spellings of one name have in common */
export const nameKey = (name: string): string => halfWidth(name).replace(/\s/g, '').toLowerCase();
