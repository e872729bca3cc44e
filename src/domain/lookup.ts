/** What the few different cells of a column mean, each worked out once. */
export class Lookup<T> {
  private readonly known = new Map<unknown, T>();

  constructor(private readonly read: (cell: unknown) => T) {}

  of(cell: unknown): T {
    let meaning = this.known.get(cell);
    if (meaning === undefined) this.known.set(cell, (meaning = this.read(cell)));
    return meaning;
  }
}
