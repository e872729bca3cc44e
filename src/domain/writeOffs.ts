import type { Serial } from './date';
import { KINDS, type Receivables } from './receivables';
import type { WriteOff } from './rollRates';

const WRITTEN_OFF = /[坏壞呆][账帐帳賬]|bad debts?|writ(?:e|ten|ing)[ -]?offs?/i;
/** 收回已核销坏账: money after all. */
const RECOVERED = /收回|恢复|recover/i;

/** @returns whether the words beside a credit say that nothing came in (坏账核销) */
export const saysWriteOff = (words: string): boolean =>
  WRITTEN_OFF.test(words) && !RECOVERED.test(words);

const WRITE_OFF = KINDS.indexOf('writeOff');

/**
 * 坏账核销 as the books tell of it: what of write-offs is set against items.
 *
 * @param asOf - later ones do not count
 */
export function writeOffsOf({ kind, applications }: Receivables, asOf: Serial): WriteOff[] {
  const { credit, item, date, amount } = applications;
  return [...credit.keys()]
    .filter((k) => kind[credit[k]!] === WRITE_OFF && date[k]! <= asOf)
    .map((k) => ({ item: item[k]!, date: date[k]!, amount: amount[k]! }));
}
