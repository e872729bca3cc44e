/** A part of a value, or the next entries of a long list in it. */
export interface Part {
  /** The names that lead to it. */
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Entries of a list, or its share, that a thread takes over in a few milliseconds. */
const HANDFUL = 5_000;
/** An object costs as much as so many texts. */
const OBJECT = 20;
/** A byte of a typed column as so many texts. */
const BYTE = 1 / 200;

/**
 * Cuts what one thread is to hand over to another, so that neither is kept long: a ledger of 100 000
 * rows in one piece costs 150 ms.
 *
 * @param whole - plain objects and what is in them; lists are cut, anything else goes over uncut
 * @returns handfuls of parts, in the order of the fields
 */
export function* handfulsOf(whole: object): Generator<readonly Part[], void> {
  let handful: Part[] = [];
  let weight = 0;
  for (const part of partsOf(whole, [])) {
    const more = weightOf(part.value);
    if (weight > 0 && weight + more > HANDFUL) {
      yield handful;
      handful = [];
      weight = 0;
    }
    handful.push(part);
    weight += more;
  }
  yield handful;
}

function* partsOf(whole: object, from: readonly string[]): Generator<Part, void> {
  for (const [name, value] of Object.entries(whole) as [string, unknown][]) {
    const path = [...from, name];
    if (Array.isArray(value)) {
      const step = Math.floor(HANDFUL / entryWeight(value));
      for (let i = 0; i === 0 || i < value.length; i += step) {
        yield { path, value: value.slice(i, i + step) };
      }
    } else if (isPlain(value)) {
      yield { path, value: {} };
      yield* partsOf(value, path);
    } else yield { path, value };
  }
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const entryWeight = ([first]: readonly unknown[]): number =>
  typeof first === 'object' ? OBJECT : 1;

const weightOf = (value: unknown): number =>
  Array.isArray(value)
    ? value.length * entryWeight(value)
    : ArrayBuffer.isView(value)
      ? value.byteLength * BYTE
      : 1;

/** Puts together what handfulsOf has cut. */
export class Assembly {
  private readonly parts: Record<string, unknown> = {};

  add(handful: readonly Part[]): void {
    for (const { path, value } of handful) {
      const holder = path.slice(0, -1).reduce((at, name) => at[name] as typeof at, this.parts);
      const name = path.at(-1)!;
      const list = holder[name];
      if (Array.isArray(list)) for (const entry of value as unknown[]) list.push(entry);
      else holder[name] = value;
    }
  }

  /** Once all handfuls are in. */
  get whole(): object {
    return this.parts;
  }
}
