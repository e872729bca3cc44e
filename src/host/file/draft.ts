import type { Package, Relationship } from './package';
import { readRelationships, relationshipsPart, relativeTarget } from './package';
import { Patch } from './patch';
import { element, encode, readTree } from './xmlTree';
import { pack, writeZip } from './zip';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A package about to be written: the opened one with some parts changed, new or gone. */
export class Draft {
  private readonly changed = new Map<string, Uint8Array>();
  private readonly removed = new Set<string>();
  private readonly unlinked = new Set<string>();

  constructor(
    private readonly source: Package,
    /** What types of relationships begin with: strict files have another. */
    private readonly relationshipTypes: string,
  ) {}

  has(part: string): boolean {
    return this.changed.has(this.nameOf(part)) || this.source.has(part);
  }

  bytes(part: string): Uint8Array | undefined {
    return this.changed.get(this.nameOf(part)) ?? this.source.bytes(part);
  }

  set(part: string, bytes: Uint8Array): void {
    this.changed.set(this.nameOf(part), bytes);
  }

  /** The name under which the archive has the part, which may differ in case. */
  private nameOf(part: string): string {
    return this.source.entry(part)?.name ?? part;
  }

  /** Puts a new part under the first free name. @param name - with `#` where the number goes */
  add(name: string, contentType: string, bytes: Uint8Array): string {
    let n = 1;
    while (this.has(name.replace('#', String(n)))) n++;
    const part = name.replace('#', String(n));
    this.set(part, bytes);
    const types = this.bytes(CONTENT_TYPES)!;
    const root = readTree(types);
    const patch = new Patch(types);
    patch.insert(
      root.closeStart,
      element('Override', { PartName: `/${part}`, ContentType: contentType }),
    );
    this.set(CONTENT_TYPES, patch.apply());
    return part;
  }

  relationships(owner: string): Relationship[] {
    const rels = this.bytes(relationshipsPart(owner));
    return rels ? readRelationships(owner, rels) : [];
  }

  /** @returns the id of the new relationship. */
  relate(owner: string, kind: string, target: string, external = false): string {
    const part = relationshipsPart(owner);
    const rels =
      this.bytes(part) ?? encode(`${XML}<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`);
    const known = new Set(readRelationships(owner, rels).map((r) => r.id));
    let n = known.size + 1;
    while (known.has(`rId${n}`)) n++;
    const id = `rId${n}`;
    const xml = element('Relationship', {
      Id: id,
      Type: `${this.relationshipTypes}/${kind}`,
      Target: external ? target : relativeTarget(owner, target),
      TargetMode: external ? 'External' : null,
    });
    const root = readTree(rels);
    const patch = new Patch(rels);
    if (root.openEnd === root.end) {
      const open = new TextDecoder().decode(rels.subarray(root.start, root.end - 2));
      patch.replace(root.start, root.end, `${open}>${xml}</${root.tag}>`);
    } else patch.insert(root.closeStart, xml);
    this.set(part, patch.apply());
    return id;
  }

  unrelate(owner: string, id: string): void {
    const part = relationshipsPart(owner);
    const rels = this.bytes(part);
    if (!rels) return;
    const node = readTree(rels).children.find((c) => c.attributes.get('Id') === id);
    if (!node) return;
    const target = readRelationships(owner, rels).find((r) => r.id === id)!;
    if (!target.external) this.unlinked.add(target.target);
    const patch = new Patch(rels);
    patch.replace(node.start, node.end, '');
    this.set(part, patch.apply());
  }

  /** The file; the opened one itself when nothing changed. */
  finish(): Uint8Array {
    if (this.unlinked.size > 0) this.dropOrphans();
    const entries = this.source.entries
      .filter((e) => !this.removed.has(e.name))
      .map((entry) => {
        const bytes = this.changed.get(entry.name);
        this.changed.delete(entry.name);
        return bytes ? pack(entry.name, bytes) : entry;
      });
    for (const [name, bytes] of this.changed) entries.push(pack(name, bytes));
    return writeZip(entries);
  }

  /** Whether anything is different from the opened package. */
  get isChanged(): boolean {
    return this.changed.size > 0 || this.unlinked.size > 0;
  }

  /** Takes away what only unlinked parts led to, as deleting a sheet takes its drawings and comments. */
  private dropOrphans(): void {
    const kept = reachable([''], (part) => this.relationships(part));
    const lost = reachable([...this.unlinked], (part) => this.relationships(part));
    for (const part of lost) {
      if (kept.has(part)) continue;
      for (const name of [part, relationshipsPart(part)]) {
        this.removed.add(this.nameOf(name));
        this.changed.delete(this.nameOf(name));
      }
    }
    const types = this.bytes(CONTENT_TYPES)!;
    const patch = new Patch(types);
    for (const node of readTree(types).children) {
      const name = node.attributes.get('PartName')?.slice(1);
      if (name !== undefined && lost.has(name) && !kept.has(name)) {
        patch.replace(node.start, node.end, '');
      }
    }
    this.set(CONTENT_TYPES, patch.apply());
  }
}

function reachable(
  from: readonly string[],
  relationships: (part: string) => readonly Relationship[],
): Set<string> {
  const found = new Set(from);
  for (const part of found) {
    for (const { target, external } of relationships(part)) if (!external) found.add(target);
  }
  return found;
}
