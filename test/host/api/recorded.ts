import { ApiObject } from '../../../src/host/protocol/apiObject';

/** Wire members that tests have read, called (`Range.GetCell`) or set (`Range.Values=`). */
export const touched = new Set<string>();

/** @returns the object, noting in `touched` what is asked of it and of all objects found from it. */
export function recorded<T extends ApiObject>(object: T): T {
  return new Proxy(object, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof name === 'symbol') return value;
      touched.add(`${target.apiType}.${name}`);
      return typeof value === 'function'
        ? (...args: unknown[]) => wrap(Reflect.apply(value, target, args))
        : wrap(value);
    },
    set(target, name, value) {
      touched.add(`${target.apiType}.${String(name)}=`);
      return Reflect.set(target, name, value, target);
    },
  });
}

function wrap(value: unknown): unknown {
  if (value instanceof ApiObject) return recorded(value);
  return Array.isArray(value) && value[0] instanceof ApiObject ? value.map(wrap) : value;
}
