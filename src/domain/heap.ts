/** Entries of which the first in order is at hand (binary heap). */
export class Heap<T> {
  private readonly entries: T[] = [];

  constructor(private readonly compare: (a: T, b: T) => number) {}

  get first(): T | undefined {
    return this.entries[0];
  }

  push(entry: T): void {
    const { entries, compare } = this;
    let at = entries.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (compare(entries[above]!, entry) <= 0) break;
      entries[at] = entries[above]!;
      at = above;
    }
    entries[at] = entry;
  }

  /** Takes the first out. */
  pop(): T | undefined {
    const { entries, compare } = this;
    const first = entries[0];
    const last = entries.pop();
    if (entries.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= entries.length) break;
      if (below + 1 < entries.length && compare(entries[below + 1]!, entries[below]!) < 0) below++;
      if (compare(last!, entries[below]!) <= 0) break;
      entries[at] = entries[below]!;
      at = below;
    }
    entries[at] = last!;
    return first;
  }
}
