const NO_CELL = Symbol('no cell');

/** What the few different cells of a column mean, each worked out once. */
export class Lookup<T> {
  private readonly known = new Map<unknown, T>();
  /** Many columns say the same row after row, or nothing at all. */
  private lastCell: unknown = NO_CELL;
  private lastMeaning: T | undefined;

  constructor(private readonly read: (cell: unknown) => T) {}

  of(cell: unknown): T {
    if (cell === this.lastCell) return this.lastMeaning as T;
    let meaning = this.known.get(cell);
    if (meaning === undefined) this.known.set(cell, (meaning = this.read(cell)));
    this.lastCell = cell;
    this.lastMeaning = meaning;
    return meaning;
  }
}
