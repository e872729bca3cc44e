import { fenOf, NO_DATE, parseDate, type Fen, type Serial } from '../../../src/domain';

export type Fields = Readonly<Record<string, unknown>>;

/** The first of several names under which a case may give a figure. */
export function pick(fields: Fields, ...names: string[]): unknown {
  const name = names.find((n) => fields[n] !== undefined && fields[n] !== null);
  return name === undefined ? undefined : fields[name];
}

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** @throws where a case lacks a figure without which there is no answer */
export function needed(fields: Fields, ...names: string[]): number {
  const value = numberOf(pick(fields, ...names));
  if (value === undefined) throw new Error(`the case gives no ${names.join(' or ')}`);
  return value;
}

export const optional = (fields: Fields, ...names: string[]): number | undefined =>
  numberOf(pick(fields, ...names));

export const sum = (value: unknown): number =>
  Array.isArray(value) ? value.reduce<number>((s, v) => s + Number(v), 0) : Number(value);

export const fen = (yuan: number): Fen => fenOf(yuan)!;
export const yuan = (fenAmount: Fen): number => fenAmount / 100;

/** @throws for a text that is no date */
export function serial(value: unknown): Serial {
  const day = parseDate(value);
  if (typeof day !== 'number' || day === NO_DATE) throw new Error(`${String(value)} is no date`);
  return day;
}

/** One answer for one input, a list of answers for a list. */
export const each = (input: unknown, answer: (one: Fields) => unknown): unknown =>
  Array.isArray(input) ? input.map((one) => answer(one as Fields)) : answer(input as Fields);
