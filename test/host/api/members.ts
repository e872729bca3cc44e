import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ApiCollection, ApiObject } from '../../../src/host/protocol/apiObject';
import { classMetadata } from '../../../src/host/protocol/metadata';

/** What our classes answer of one class of Excel. */
export interface SupportedClass {
  readonly apiType: string;
  /** Wire names of what can be read or called, and of what can be set, with `=` behind. */
  readonly wire: readonly string[];
  /** The same as scripts write it: `address`, `getCell()`. */
  readonly script: readonly string[];
}

const FOLDER = path.resolve(__dirname, '../../../src/host/api');

type ApiClass = abstract new (...args: never[]) => ApiObject;

/** @returns every class that stands for one of Excel's, by name. */
export function supportedClasses(): SupportedClass[] {
  const found = new Map<string, Set<string>>();
  for (const file of readdirSync(FOLDER)) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a folder is read as it is
    const exported = require(path.join(FOLDER, file)) as Record<string, unknown>;
    for (const each of Object.values(exported)) {
      if (!isApiClass(each)) continue;
      const apiType = apiTypeOf(each);
      if (apiType !== null) found.set(apiType, wireMembers(each, apiType));
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([apiType, wire]) => ({
      apiType,
      wire: [...wire].sort(),
      script: [...wire].map((name) => scriptName(apiType, name)).filter(Boolean),
    }));
}

const isApiClass = (value: unknown): value is ApiClass =>
  typeof value === 'function' && value.prototype instanceof ApiObject;

/** Excel's name of a class: our classes of `Worksheet` and the like end in `Object`. */
function apiTypeOf({ name }: ApiClass): string | null {
  const apiType = name.replace(/Object$/, '');
  const type = classMetadata(apiType);
  return Object.keys(type.scalars).length + Object.keys(type.methods ?? {}).length > 0
    ? apiType
    : null;
}

function wireMembers(of: ApiClass, apiType: string): Set<string> {
  const members = new Set<string>();
  for (
    let owner = of.prototype as object;
    owner !== ApiObject.prototype && owner !== ApiCollection.prototype;
    owner = Reflect.getPrototypeOf(owner)!
  ) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (!isKnown(apiType, name)) continue;
      const property = Reflect.getOwnPropertyDescriptor(owner, name)!;
      members.add(name);
      if (property.set) members.add(`${name}=`);
    }
  }
  return members;
}

const isKnown = (apiType: string, name: string): boolean => {
  const { scalars, navigation, methods } = classMetadata(apiType);
  return [scalars, navigation, methods].some((members) => members && Object.hasOwn(members, name));
};

/** @returns `values` for `Values=`, `getCell()` for `GetCell`; nothing for what scripts do not call. */
function scriptName(apiType: string, wire: string): string {
  const { scalars, navigation, methods } = classMetadata(apiType);
  if (wire.startsWith('_')) return '';
  const bare = wire.replace('=', '');
  const method = methods?.[bare];
  if (method) return `${method.name}()`;
  const { name } = (scalars[bare] ?? navigation?.[bare])!;
  return wire.endsWith('=') ? `${name} (set)` : name;
}
