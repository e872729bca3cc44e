const LENGTH = 4096;

/** A long list that is added to: growing an array copies it, and the collector books each text put into an old one. */
export class Pieces<T> {
  private readonly pieces: T[][] = [];
  private last: T[] = [];

  push(one: T): void {
    if (this.last.length % LENGTH === 0) this.pieces.push((this.last = []));
    this.last.push(one);
  }

  /** @returns the whole list */
  all(): T[] {
    return ([] as T[]).concat(...this.pieces);
  }
}
