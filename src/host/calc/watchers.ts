import type { Group } from './graph';
import type { Dependency } from './formula';

/** A group of cells with the same formula looks at some rows of a column. */
export interface Watcher {
  readonly group: Group;
  readonly dependency: Dependency;
  /** Rows some cell of the group looks at, inclusive. */
  readonly low: number;
  readonly high: number;
}

/** Bins of 32, 1024, 32768 and 1048576 rows. */
const SHIFTS = [5, 10, 15, 20];

/** Who looks at which rows; each watcher is in the smallest bin that holds all its rows. */
export class Watchers {
  private readonly levels = SHIFTS.map(() => new Map<number, Set<Watcher>>());

  /** @returns the bin, from which the watcher is removed by `delete` */
  add(watcher: Watcher): Set<Watcher> {
    const level = SHIFTS.findIndex((s) => watcher.low >> s === watcher.high >> s);
    const bins = this.levels[level]!;
    const key = watcher.low >> SHIFTS[level]!;
    let bin = bins.get(key);
    if (!bin) bins.set(key, (bin = new Set()));
    bin.add(watcher);
    return bin;
  }

  /** Calls `visit` for every watcher of some row from `low` to `high`. */
  query(low: number, high: number, visit: (watcher: Watcher) => void): void {
    for (let level = 0; level < SHIFTS.length; level++) {
      const bins = this.levels[level]!;
      if (bins.size === 0) continue;
      const first = low >> SHIFTS[level]!;
      const last = high >> SHIFTS[level]!;
      if (last - first >= bins.size) {
        for (const [key, bin] of bins) if (key >= first && key <= last) scan(bin);
      } else {
        for (let key = first; key <= last; key++) {
          const bin = bins.get(key);
          if (bin) scan(bin);
        }
      }
    }
    function scan(bin: Set<Watcher>): void {
      for (const watcher of bin) {
        if (watcher.low <= high && watcher.high >= low) visit(watcher);
      }
    }
  }
}
