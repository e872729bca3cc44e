const encoder = new TextEncoder();

/**
 * How a part differs from the model: by an edit; by a formula's value that came out otherwise than the
 * file says; by a formula's value the file does not give at all.
 */
export type Degree = 'edit' | 'recalculated' | 'filled';

const RANK: Readonly<Record<Degree, number>> = { edit: 0, recalculated: 1, filled: 2 };

/** Replacements in the bytes of a part; what none of them covers stays as it is. */
export class Patch {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly texts: string[] = [];
  private readonly ranks: number[] = [];
  private sorted = true;
  /** Whether there is an edit among the replacements. */
  edited = false;

  constructor(private readonly source: Uint8Array) {}

  /** Replaces the bytes from `start` to `end` (exclusive); equal bounds insert, in order of calls. */
  replace(start: number, end: number, text: string, degree: Degree = 'edit'): void {
    if (degree === 'edit') this.edited = true;
    this.ranks.push(RANK[degree]);
    if (this.starts.length > 0 && start < this.starts[this.starts.length - 1]!) this.sorted = false;
    this.starts.push(start);
    this.ends.push(end);
    this.texts.push(text);
  }

  insert(at: number, text: string): void {
    if (text !== '') this.replace(at, at, text);
  }

  /**
   * @param upTo - replacements of a later degree are left out
   * @returns the source itself when nothing is replaced
   */
  apply(upTo: Degree = 'filled'): Uint8Array {
    const { source, starts, ends, texts, ranks } = this;
    const order = Array.from(starts.keys()).filter((i) => ranks[i]! <= RANK[upTo]);
    if (order.length === 0) return source;
    if (!this.sorted) order.sort((a, b) => starts[a]! - starts[b]! || a - b);
    const room = texts.reduce((n, t) => n + 3 * t.length, source.length);
    let out = new Uint8Array(Math.min(room, source.length + (source.length >> 1) + 65_536));
    let length = 0;
    let at = 0;
    const reserve = (more: number) => {
      if (length + more <= out.length) return;
      const bigger = new Uint8Array(Math.max(2 * out.length, length + more));
      bigger.set(out.subarray(0, length));
      out = bigger;
    };
    const copy = (to: number) => {
      reserve(to - at);
      out.set(source.subarray(at, to), length);
      length += to - at;
    };
    for (const i of order) {
      copy(Math.max(at, starts[i]!));
      const text = texts[i]!;
      reserve(3 * text.length);
      length += encoder.encodeInto(text, out.subarray(length)).written;
      at = Math.max(at, ends[i]!);
    }
    copy(source.length);
    return out.subarray(0, length);
  }
}
