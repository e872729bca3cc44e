import type { Proposal, Source } from './sources';

/**
 * The sheets that make up the receivables one sheet is of: its own kind month by month, the receipts
 * that pay its items, the other customers' accounts. What a person chose is among them.
 *
 * @param name - of the sheet somebody looks at
 * @returns in the workbook's order; none where that sheet is of something else
 */
export function membersOf({ sources, receivedOn }: Proposal, name: string): Source[] {
  const active = sources.find(({ sheet }) => sheet === name);
  if (!active || active.kind === 'other' || active.kind === 'customers') return [];
  const isWith = (source: Source): boolean => {
    if (!source.isUsed || source.kind === 'other') return false;
    if (source.kind === 'customers') return true;
    if (source.reasons.includes('chosen') || active.kind === 'receipts') return true;
    if (source.kind === 'receipts') return receivedOn === 'receipts' && active.kind !== 'account';
    return isSeries(active, source);
  };
  const members = sources.filter((source) => source === active || isWith(source));
  const hasItems = members.some(holdsItems);
  return hasItems ? members.map((source) => ({ ...source, isUsed: true })) : [];
}

/** @returns whether a sheet's rows are items; others pay them or say what was agreed */
export const holdsItems = ({ kind }: Source): boolean =>
  kind === 'items' || kind === 'account' || kind === 'stages';

/** Sheets of the same headers: named after periods, or accounts, which stand a customer a sheet. */
function isSeries(a: Source, b: Source): boolean {
  if (a.kind === 'other' || b.kind !== a.kind) return false;
  const isSame = a.layout.headers.join('|') === b.layout.headers.join('|');
  return isSame && (a.kind === 'account' || (a.period > 0 && b.period > 0));
}
