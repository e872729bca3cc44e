/** Mishaps tests can order; batches are counted from now on, the next one is 1. */
export class Faults {
  private count = 0;
  private readonly failures = new Map<number, 'before' | 'after'>();
  private readonly edits = new Map<number, (() => void)[]>();

  /** The k-th batch answers GeneralException, without effect (`before`) or after it (`after`). */
  failBatch(k: number, when: 'before' | 'after'): void {
    this.failures.set(this.count + k, when);
  }

  /** `edit` runs right before the k-th batch, as a co-author's would. */
  between(k: number, edit: () => void): void {
    const at = this.count + k;
    this.edits.set(at, [...(this.edits.get(at) ?? []), edit]);
  }

  /** Takes back what was ordered and has not happened yet. */
  clear(): void {
    this.failures.clear();
    this.edits.clear();
  }

  /** Counts a batch and lets the edits ordered before it happen. @returns the failure ordered for it */
  next(): 'before' | 'after' | undefined {
    this.count += 1;
    for (const edit of this.edits.get(this.count) ?? []) edit();
    return this.failures.get(this.count);
  }
}
