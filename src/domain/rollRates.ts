import { membersOf } from './accounts';
import type { Serial } from './date';
import { groupItems } from './groupItems';
import type { Fen } from './money';
import { openAmounts, type Receivables } from './receivables';

/** How a band went on from one day to a later one. Money in fen. */
export interface Migration {
  readonly opening: Fen;
  /** Of it, open in an older band at the later day. */
  readonly rolled: Fen;
  /** Of it, written off in between: no collection. */
  readonly writtenOff: Fen;
  /** (rolled + written off) ÷ opening; null where there was nothing at the opening. */
  readonly rate: number | null;
}

/**
 * @param opening - of a band, any unit of money
 * @param nextBand - the next band's closing
 * @param writtenOff - out of the band in between
 * @returns 迁徙率; null for an empty band
 * Source: (closing of the next band + write-offs) ÷ opening band.
 */
export const rollRate = (opening: number, nextBand: number, writtenOff: number): number | null =>
  opening > 0 ? (nextBand + writtenOff) / opening : null;

/** A 坏账核销: the ledger has it as settled, yet nothing came in. */
export interface WriteOff {
  /** Index among the items. */
  readonly item: number;
  readonly date: Serial;
  /** Fen, above 0. */
  readonly amount: Fen;
}

export interface RollSettings {
  /** Days of the snapshots, ascending, two or more; as far apart as a band is wide. */
  readonly days: readonly Serial[];
  /** Bands, the oldest included; 2 or more. */
  readonly bands: number;
  /** Band of an item on a day, 0 the youngest. */
  readonly bandOf: (item: number, asOf: Serial) => number;
  readonly writeOffs: readonly WriteOff[];
}

export interface RollRates {
  /** Per pair of days, per band but the last. */
  readonly migrations: readonly (readonly Migration[])[];
  /** Mean over the pairs that have a rate; null where none has. */
  readonly mean: readonly (number | null)[];
}

/**
 * Roll rates between snapshots of a ledger. Each item is followed, so that what was invoiced in
 * between, or stood in the oldest band already, is not taken for something that rolled.
 *
 * @param currency - index into the ledger's currencies
 */
export function rollRatesOf(
  items: Receivables,
  currency: number,
  settings: RollSettings,
): RollRates {
  const { days, bands } = settings;
  const migrations = days
    .slice(1)
    .map((later, d) => migrationsOf(items, currency, [days[d]!, later], settings));
  const mean = Array.from({ length: bands - 1 }, (_, band) => {
    const rates = migrations.flatMap((pair) => pair[band]!.rate ?? []);
    return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  });
  return { migrations, mean };
}

/** The items behind a migration, in the ledger's order. */
export interface MigrationItems {
  readonly opening: Int32Array;
  readonly rolled: Int32Array;
}

/**
 * @param currency - index into the ledger's currencies
 * @param pair - the two days of the migrations
 * @returns per band but the last
 */
export function itemsOfMigrations(
  items: Receivables,
  currency: number,
  [start, end]: readonly [Serial, Serial],
  { bands, bandOf }: RollSettings,
): MigrationItems[] {
  const before = openAmounts(items, start);
  const after = openAmounts(items, end);
  const opening = new Int32Array(items.count).fill(-1);
  const rolled = new Int32Array(items.count).fill(-1);
  for (let i = 0; i < items.count; i++) {
    if (items.currency[i] !== currency || before[i]! <= 0) continue;
    const band = bandOf(i, start);
    opening[i] = band;
    if (after[i]! > 0 && bandOf(i, end) > band) rolled[i] = band;
  }
  const [opened, stayed] = [groupItems(opening, bands), groupItems(rolled, bands)];
  return Array.from({ length: bands - 1 }, (_, band) => ({
    opening: membersOf(opened, band),
    rolled: membersOf(stayed, band),
  }));
}

function migrationsOf(
  items: Receivables,
  currency: number,
  [start, end]: readonly [Serial, Serial],
  { bands, bandOf, writeOffs }: RollSettings,
): Migration[] {
  const before = openAmounts(items, start);
  const after = openAmounts(items, end);
  const [opening, rolled, writtenOff] = [0, 1, 2].map(() => new Array<Fen>(bands).fill(0));
  for (let i = 0; i < items.count; i++) {
    if (items.currency[i] !== currency || before[i]! <= 0) continue;
    const band = bandOf(i, start);
    opening![band]! += before[i]!;
    if (after[i]! > 0 && bandOf(i, end) > band) rolled![band]! += after[i]!;
  }
  for (const { item, date, amount } of writeOffs) {
    if (date <= start || date > end || items.currency[item] !== currency) continue;
    if (before[item]! > 0) writtenOff![bandOf(item, start)]! += amount;
  }
  return opening!.slice(0, -1).map((open, band) => ({
    opening: open,
    rolled: rolled![band]!,
    writtenOff: writtenOff![band]!,
    rate: rollRate(open, rolled![band]!, writtenOff![band]!),
  }));
}
