import { overdueOf, type Balance } from './balances';
import type { Movement } from './compareSnapshots';
import { currencyKey } from './currency';
import { Dictionary } from './dictionary';
import type { Fen } from './money';
import type { Snapshot } from './snapshots';

/**
 * From opening to closing, in one currency, in fen: opening + came − paid + changed − vanished +
 * credits = closing.
 */
export interface Bridge {
  readonly currency: string;
  readonly opening: Fen;
  /** Open of items that came. */
  readonly came: Fen;
  readonly paid: Fen;
  readonly changed: Fen;
  readonly vanished: Fen;
  /** What items below 0 moved by, all together: below 0 where more came than was used. */
  readonly credits: Fen;
  readonly closing: Fen;
  /** Overdue ÷ positive open, 0…1; null where nothing is open. */
  readonly overdueShareBefore: number | null;
  readonly overdueShareAfter: number | null;
  /** Percentage points the share rose by; null where one is missing. */
  readonly overdueSharePoints: number | null;
}

/** What a movement adds to each part of its currency's bridge [fen]. */
export function bridgeParts({
  before,
  after,
  paid,
  changed,
}: Pick<Movement, 'before' | 'after' | 'paid' | 'changed'>): Pick<
  Bridge,
  'came' | 'paid' | 'changed' | 'vanished' | 'credits'
> {
  const parts = { came: 0, paid: 0, changed: 0, vanished: 0, credits: 0 };
  const opening = before?.open ?? 0;
  const closing = after?.open ?? 0;
  if ((before?.amount ?? 0) < 0 || (after?.amount ?? 0) < 0) {
    return { ...parts, credits: closing - opening };
  }
  if (before === null) return { ...parts, came: closing };
  if (after === null) return { ...parts, vanished: opening };
  return { ...parts, paid, changed };
}

/** Adds movements up by currency. */
export class BridgeBuilder {
  private readonly currencies = new Dictionary(currencyKey);
  private readonly sums: readonly Sums[];

  constructor(
    private readonly before: Snapshot,
    private readonly after: Snapshot,
  ) {
    for (const { currency } of [...after.totals, ...before.totals]) this.currencies.index(currency);
    this.sums = this.currencies.words.map(emptySums);
  }

  add({ currency, before, after, paid, changed }: Movement): void {
    const sums = this.sums[this.currencies.index(currency)]!;
    const opening = before?.open ?? 0;
    const closing = after?.open ?? 0;
    sums.opening += opening;
    sums.closing += closing;
    const parts = bridgeParts({ before, after, paid, changed });
    sums.came += parts.came;
    sums.paid += parts.paid;
    sums.changed += parts.changed;
    sums.vanished += parts.vanished;
    sums.credits += parts.credits;
  }

  build(): Bridge[] {
    return this.sums.map((sums) => {
      const overdueShareBefore = overdueShare(this.before.totals, sums.currency);
      const overdueShareAfter = overdueShare(this.after.totals, sums.currency);
      const isKnown = overdueShareBefore !== null && overdueShareAfter !== null;
      return {
        ...sums,
        overdueShareBefore,
        overdueShareAfter,
        overdueSharePoints: isKnown ? (overdueShareAfter - overdueShareBefore) * 100 : null,
      };
    });
  }
}

interface Sums {
  readonly currency: string;
  opening: Fen;
  came: Fen;
  paid: Fen;
  changed: Fen;
  vanished: Fen;
  credits: Fen;
  closing: Fen;
}

const emptySums = (currency: string): Sums => ({
  currency,
  opening: 0,
  came: 0,
  paid: 0,
  changed: 0,
  vanished: 0,
  credits: 0,
  closing: 0,
});

function overdueShare(totals: readonly Balance[], word: string): number | null {
  const total = totals.find(({ currency }) => currencyKey(currency) === currencyKey(word));
  const gross = total === undefined ? 0 : total.open - total.unapplied;
  return gross === 0 ? null : overdueOf(total!) / gross;
}
