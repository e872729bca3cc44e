import { invalidArgument } from './errors';

/** What JSON leaves of an argument that the caller did not give. */
export type Missing = null | undefined;

/** @throws InvalidArgument unless `value` is a whole number within the bounds, both inclusive */
export function integer(value: unknown, min = -Infinity, max = Infinity): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw invalidArgument();
  }
  return value;
}

/** @throws InvalidArgument unless `value` is a number */
export function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

/** @throws InvalidArgument unless `value` is true or false */
export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

/** @throws InvalidArgument unless `value` is a string that says something */
export function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  return value;
}

/** @throws InvalidArgument unless `value` is one of `choices`, in any case; the choice is returned */
export function oneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  const wanted = typeof value === 'string' ? value.toLowerCase() : null;
  const found = choices.find((choice) => choice.toLowerCase() === wanted);
  if (found === undefined) throw invalidArgument();
  return found;
}
