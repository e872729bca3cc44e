import { FileError } from './fileError';
import { readTree, type XmlNode } from './xmlTree';
import { readZip, unpack, type ZipEntry } from './zip';

/** A link from one part to another, or out of the file. */
export interface Relationship {
  readonly id: string;
  /** Last word of its type, the same for transitional and strict files: `worksheet`, `styles` … */
  readonly kind: string;
  /** Part name without leading slash, or the address as written when external. */
  readonly target: string;
  readonly external: boolean;
}

/** Where a part keeps its relationships, `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** @returns the part a target names, seen from the part `owner`. */
export function resolveTarget(owner: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The shortest target from `owner` to `part`. */
export function relativeTarget(owner: string, part: string): string {
  const from = owner.split('/').slice(0, -1);
  const to = part.split('/');
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => '..'), ...to].join('/');
}

/** @returns the relationships written in a .rels part. */
export function readRelationships(owner: string, rels: Uint8Array): Relationship[] {
  return readTree(rels).children.map((node: XmlNode) => {
    const type = node.attributes.get('Type') ?? '';
    const target = node.attributes.get('Target') ?? '';
    const external = node.attributes.get('TargetMode') === 'External';
    return {
      id: node.attributes.get('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolveTarget(owner, target),
      external,
    };
  });
}

/** An opened OPC package: its parts stay packed until somebody reads them. */
export class Package {
  private readonly byName = new Map<string, ZipEntry>();

  private constructor(
    /** The file as it was opened. */
    readonly file: Uint8Array,
    readonly entries: readonly ZipEntry[],
  ) {
    for (const entry of entries) this.byName.set(key(entry.name), entry);
  }

  /** @throws FileError when it is no package */
  static read(file: Uint8Array): Package {
    return new Package(file, readZip(file));
  }

  has(part: string): boolean {
    return this.byName.has(key(part));
  }

  entry(part: string): ZipEntry | undefined {
    return this.byName.get(key(part)) ?? this.byName.get(key(decodeURIComponentSafely(part)));
  }

  /** The part's bytes; text in UTF-16 is given as UTF-8. */
  bytes(part: string): Uint8Array | undefined {
    const entry = this.entry(part);
    return entry && asUtf8(unpack(entry));
  }

  /** @throws FileError when the part is missing */
  require(part: string): Uint8Array {
    const bytes = this.bytes(part);
    if (!bytes) throw new FileError('Damaged', `The package has no part ${part}.`);
    return bytes;
  }

  relationships(owner: string): Relationship[] {
    const rels = this.bytes(relationshipsPart(owner));
    return rels ? readRelationships(owner, rels) : [];
  }

  /** @throws FileError when the package holds no workbook */
  workbookPart(): string {
    const found = this.relationships('').find((r) => r.kind === 'officeDocument');
    if (!found || !this.has(found.target)) {
      throw new FileError('NotAWorkbook', 'The package holds no workbook.');
    }
    return found.target;
  }
}

const key = (part: string): string =>
  (part.startsWith('/') ? part.slice(1) : part).replaceAll('\\', '/').toLowerCase();

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function asUtf8(bytes: Uint8Array): Uint8Array {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!little && !big) return bytes;
  return new TextEncoder().encode(new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes));
}
