/** Kinds of token. */
export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const SPACE = 0x20;
const CDATA = '<![CDATA[';

/**
 * Reads XML token by token straight from UTF-8 bytes; a sheet of a million rows is too long for one
 * string. Comments, processing instructions and the document type are passed over.
 */
export class XmlScanner {
  kind = END;
  /** Bytes of the current token, `end` exclusive. */
  start = 0;
  end = 0;
  /** Whether the current opening tag closes itself; no CLOSE follows. */
  empty = false;
  /** Where the current tag's local name stands. */
  private nameStart = 0;
  private nameEnd = 0;
  private prefixStart = 0;
  private cdata = false;
  /** Four places an attribute: name from, name to, value from, value to. */
  private readonly spans: number[] = [];
  private attributes = 0;

  constructor(
    readonly bytes: Uint8Array,
    from = 0,
    private readonly limit = bytes.length,
  ) {
    this.end = from;
    if (from === 0 && bytes[0] === 0xef && bytes[1] === 0xbb) this.end = 3; // byte order mark
  }

  /** @returns false at the end of the bytes. */
  next(): boolean {
    const { bytes, limit } = this;
    let p = this.end;
    for (;;) {
      this.start = p;
      if (p >= limit) {
        this.kind = END;
        return false;
      }
      if (bytes[p] !== LT) {
        while (p < limit && bytes[p] !== LT) p++;
        this.cdata = false;
        return this.found(TEXT, p);
      }
      const second = bytes[p + 1]!;
      if (second === SLASH) return this.closingTag(p + 2);
      if (second === 0x3f) p = this.after('?>', p + 2);
      else if (second !== 0x21) return this.openingTag(p + 1);
      else if (bytes[p + 2] === 0x2d) p = this.after('-->', p + 4);
      else if (ascii(bytes, p, p + 9) === CDATA) {
        this.cdata = true;
        return this.found(TEXT, this.after(']]>', p + 9));
      } else p = this.after('>', p + 2);
    }
  }

  /** Local name of the current tag. */
  get name(): string {
    return ascii(this.bytes, this.nameStart, this.nameEnd);
  }

  /** Name of the current tag with its prefix. */
  get qualifiedName(): string {
    return ascii(this.bytes, this.prefixStart, this.nameEnd);
  }

  /** @returns whether the tag has the attribute; `valueStart` and `valueEnd` then say where. */
  find(name: string): boolean {
    const { bytes, spans } = this;
    for (let i = 0; i < this.attributes; i += 4) {
      const from = spans[i]!;
      if (spans[i + 1]! - from !== name.length) continue;
      let k = 0;
      while (k < name.length && bytes[from + k] === name.charCodeAt(k)) k++;
      if (k < name.length) continue;
      this.valueStart = spans[i + 2]!;
      this.valueEnd = spans[i + 3]!;
      return true;
    }
    return false;
  }
  valueStart = 0;
  valueEnd = 0;

  attribute(name: string): string | undefined {
    return this.find(name) ? decode(this.bytes, this.valueStart, this.valueEnd) : undefined;
  }

  /** All attributes of the tag by their qualified names. */
  allAttributes(): Map<string, string> {
    const map = new Map<string, string>();
    for (let i = 0; i < this.attributes; i += 4) {
      const [from, to, valueFrom, valueTo] = this.spans.slice(i, i + 4) as [
        number,
        number,
        number,
        number,
      ];
      map.set(ascii(this.bytes, from, to), decode(this.bytes, valueFrom, valueTo));
    }
    return map;
  }

  /** Content of the current TEXT token, entities resolved. */
  text(): string {
    return this.cdata
      ? utf8(this.bytes, this.start + 9, this.end - 3)
      : decode(this.bytes, this.start, this.end);
  }

  /** Whether the current TEXT token is its plain bytes. */
  get isPlain(): boolean {
    return !this.cdata;
  }

  /** Moves past the element whose opening tag is the current token. */
  skip(): void {
    for (let depth = this.empty ? 0 : 1; depth > 0 && this.next();) {
      if (this.kind === OPEN && !this.empty) depth++;
      else if (this.kind === CLOSE) depth--;
    }
  }

  private found(kind: number, end: number): boolean {
    this.kind = kind;
    this.end = end;
    return true;
  }

  private closingTag(p: number): boolean {
    p = this.readName(p);
    while (p < this.limit && this.bytes[p] !== GT) p++;
    return this.found(CLOSE, p + 1);
  }

  private openingTag(p: number): boolean {
    const { bytes, limit, spans } = this;
    p = this.readName(p);
    this.empty = false;
    let n = 0;
    while (p < limit) {
      const b = bytes[p]!;
      if (b === GT) break;
      if (b <= SPACE || b === SLASH) {
        this.empty = b === SLASH;
        p++;
        continue;
      }
      spans[n++] = p;
      while (p < limit && bytes[p] !== EQUALS && bytes[p]! > SPACE) p++;
      spans[n++] = p;
      while (p < limit && bytes[p] !== 0x22 && bytes[p] !== 0x27) p++;
      const quote = bytes[p];
      spans[n++] = ++p;
      while (p < limit && bytes[p] !== quote) p++;
      spans[n++] = p++;
    }
    this.attributes = n;
    return this.found(OPEN, p + 1);
  }

  private readName(p: number): number {
    const { bytes, limit } = this;
    this.prefixStart = this.nameStart = p;
    for (; p < limit; p++) {
      const b = bytes[p]!;
      if (b === COLON) this.nameStart = p + 1;
      else if (b === GT || b === SLASH || b <= SPACE) break;
    }
    this.nameEnd = p;
    return p;
  }

  private after(mark: string, p: number): number {
    const { bytes, limit } = this;
    const first = mark.charCodeAt(0);
    for (; p < limit; p++) {
      if (bytes[p] === first && ascii(bytes, p, p + mark.length) === mark) return p + mark.length;
    }
    return limit;
  }
}

const decoder = new TextDecoder();

export function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

function utf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 32) return decoder.decode(bytes.subarray(from, to));
  let text = '';
  for (let i = from; i < to; i++) {
    const b = bytes[i]!;
    if (b > 127) return decoder.decode(bytes.subarray(from, to));
    text += String.fromCharCode(b);
  }
  return text;
}

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function decode(bytes: Uint8Array, from: number, to: number): string {
  const text = utf8(bytes, from, to);
  return text.includes('&') ? unescapeXml(text) : text;
}

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, dec, name: string) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? parseInt(hex as string, 16) : Number(dec);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
