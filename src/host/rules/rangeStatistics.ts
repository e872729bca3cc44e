import { intersect, type Area } from '../model/address';
import type { Sheet } from '../model/sheet';

/** Numbers in the ranges of a rule, gathered when first asked for. */
export class RangeStatistics {
  private sorted: Float64Array | null = null;

  constructor(
    private readonly sheet: Sheet,
    private readonly ranges: readonly Area[],
  ) {}

  get min(): number {
    return this.numbers[0] ?? 0;
  }

  get max(): number {
    return this.numbers[this.numbers.length - 1] ?? 0;
  }

  /** @param p - 0…1 @returns the value PERCENTILE.INC gives */
  percentile(p: number): number {
    const { numbers } = this;
    const at = Math.min(Math.max(p, 0), 1) * (numbers.length - 1);
    const below = numbers[Math.floor(at)] ?? 0;
    const above = numbers[Math.ceil(at)] ?? below;
    return below + (above - below) * (at - Math.floor(at));
  }

  private get numbers(): Float64Array {
    if (this.sorted) return this.sorted;
    const found: number[] = [];
    const used = this.sheet.cells.usedArea(true);
    for (const range of this.ranges) {
      const part = used && intersect(range, used);
      if (!part) continue;
      for (let c = part.left; c <= part.right; c++) {
        const values = this.sheet.cells.columns[c]?.values ?? [];
        for (let r = part.top; r <= part.bottom; r++) {
          const value = values[r];
          if (typeof value === 'number') found.push(value);
        }
      }
    }
    return (this.sorted = Float64Array.from(found).sort());
  }
}
