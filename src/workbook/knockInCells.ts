import { cellText, DateColumn, isBlank, isoDate, NO_DATE, type SaidKnockIn } from '../domain';
import type { Tell } from './policyParts';
import type { PolicyTexts } from './policyTexts';
import { codesOf } from './policyWords';
import type { Cell } from './rowColumns';

const SPARE_LINES = 1000;

export const reasonIn = codesOf<SaidKnockIn['reason']>(({ reasons }) => reasons);

/**
 * Reads a customer a line. Rather too strict than too lax: one whose reason or day cannot be read
 * is on the blacklist, for ever.
 */
export function knockInsOf(
  [, ...lines]: readonly (readonly unknown[])[],
  date1904: boolean,
  tell: Tell,
): SaidKnockIn[] {
  const days = new DateColumn(undefined, date1904);
  return lines.flatMap((cells, line): SaidKnockIn[] => {
    if (cells.every(isBlank)) return [];
    const [customer, reason, since] = cells;
    if (isBlank(customer)) {
      tell(line + 1, 0, 'customer', 'leftOut');
      return [];
    }
    const known = reasonIn(reason);
    if (!known && !isBlank(reason)) tell(line + 1, 1, 'reason', 'blacklist');
    const day = days.read(since);
    if (typeof day !== 'number') tell(line + 1, 2, 'since', 'ever');
    return [
      {
        customer: cellText(customer),
        reason: known ?? 'blacklist',
        since: typeof day === 'number' ? day : NO_DATE,
      },
    ];
  });
}

/** Days as text: what is typed there is read as such too. */
export function cellsOfKnockIns(knockIns: readonly SaidKnockIn[], texts: PolicyTexts): Cell[][] {
  return [
    [texts.customer, texts.reason, texts.since],
    ...knockIns.map(({ customer, reason, since }) => [
      customer,
      texts.reasons[reason],
      isoDate(since),
    ]),
    ...Array.from({ length: SPARE_LINES }, () => ['', '', '']),
  ];
}
