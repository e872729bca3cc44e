import metadata from './officeMetadata.json';

/** A member as office.js knows it; `name` is the script name, the key it is found under the wire name. */
interface Member {
  readonly name: string;
  /** Requirement set it came with: `1.7` of ExcelApi, else with its name: `ExcelApiOnline 1.1`. */
  readonly since?: string;
}

export interface EventMember {
  /** Number under which events of this kind are pushed. */
  readonly type: number;
  /** Wire name of the method that asks for them; `_Unregister…` ends it. */
  readonly register: string;
  readonly since?: string;
}

/** What office.js knows of one class of Excel's object model. */
export interface ClassMetadata {
  /** Class of the items; only collections have it. */
  readonly items?: string | null;
  readonly scalars: Readonly<Record<string, Member & { readonly writable?: boolean }>>;
  readonly navigation?: Readonly<Record<string, Member & { readonly type: string }>>;
  readonly methods?: Readonly<
    Record<string, Member & { readonly returns?: string; readonly write?: boolean }>
  >;
  /** By script name: `onChanged`. */
  readonly events?: Readonly<Record<string, EventMember>>;
  /** Wire names office.js sets a property under, where they differ from those it reads. */
  readonly aliases?: Readonly<Record<string, string>>;
}

const UNKNOWN: ClassMetadata = { scalars: {} };
const classes: Readonly<Record<string, ClassMetadata>> = metadata.classes;

/** @returns what office.js knows of a class; nothing for one that is not Excel's. */
export const classMetadata = (apiType: string): ClassMetadata => classes[apiType] ?? UNKNOWN;

const wireNames = new Map<ClassMetadata, Map<string, string>>();

/** @param name - script name `fillColor`, or wire name @returns the wire name, null for no property. */
export function wireName(type: ClassMetadata, name: string): string | null {
  let known = wireNames.get(type);
  if (!known) {
    known = new Map();
    for (const [wire, member] of Object.entries({ ...type.scalars, ...type.navigation })) {
      known.set(member.name.toLowerCase(), wire).set(wire.toLowerCase(), wire);
    }
    wireNames.set(type, known);
  }
  return known.get(name.toLowerCase()) ?? null;
}
