/**
 * How a part differs from the model: by an edit; by a formula's value that came out otherwise than the
 * file says; by a formula's value the file does not give at all.
 */
export type Degree = 'edit' | 'recalculated' | 'filled';

const RANK: Readonly<Record<Degree, number>> = { edit: 0, recalculated: 1, filled: 2 };
const encoder = new TextEncoder();

/** Bytes that grow at their end. */
class ByteBuffer {
  private bytes = new Uint8Array(4096);
  length = 0;

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const bigger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    bigger.set(this.bytes.subarray(0, this.length));
    this.bytes = bigger;
  }

  text(text: string): void {
    this.reserve(3 * text.length);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  copy(source: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    this.bytes.set(source.subarray(from, to), this.length);
    this.length += to - from;
  }

  /** What was written so far. */
  get content(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

/** Replacements in the bytes of a part; what none of them covers stays as it is. */
export class Patch {
  /** Five numbers a replacement: start and end in the source, start and end of the new text, rank. */
  private readonly list: number[] = [];
  /** New texts one after the other, encoded at once: a hundred thousand strings would weigh on memory. */
  private readonly texts = new ByteBuffer();
  private sorted = true;
  /** Whether there is an edit among the replacements. */
  edited = false;

  constructor(private readonly source: Uint8Array) {}

  /**
   * Replaces the bytes from `start` to `end` (exclusive). Equal bounds insert: in order of calls, and
   * before what replaces bytes from there on.
   */
  replace(start: number, end: number, text: string, degree: Degree = 'edit'): void {
    if (degree === 'edit') this.edited = true;
    const last = this.list.length - 5;
    if (last >= 0) {
      const lastStart = this.list[last]!;
      const late = end === start && this.list[last + 1]! > lastStart;
      if (start < lastStart || (start === lastStart && late)) this.sorted = false;
    }
    const from = this.texts.length;
    this.texts.text(text);
    this.list.push(start, end, from, this.texts.length, RANK[degree]);
  }

  insert(at: number, text: string): void {
    if (text !== '') this.replace(at, at, text);
  }

  /**
   * @param upTo - replacements of a later degree are left out
   * @returns the source itself when nothing is replaced
   */
  apply(upTo: Degree = 'filled'): Uint8Array {
    const { source, list } = this;
    const order: number[] = [];
    for (let i = 0; i < list.length; i += 5) if (list[i + 4]! <= RANK[upTo]) order.push(i);
    if (order.length === 0) return source;
    // what is inserted before an element goes before what replaces that element
    const replaces = (i: number) => (list[i + 1]! > list[i]! ? 1 : 0);
    if (!this.sorted) {
      order.sort((a, b) => list[a]! - list[b]! || replaces(a) - replaces(b) || a - b);
    }
    const texts = this.texts.content;
    const out = new ByteBuffer();
    let at = 0;
    for (const i of order) {
      out.copy(source, at, Math.max(at, list[i]!));
      out.copy(texts, list[i + 2]!, list[i + 3]!);
      at = Math.max(at, list[i + 1]!);
    }
    out.copy(source, at, source.length);
    return out.content;
  }
}
