import { fenOf, isoDate, NO_DATE, parseDate, type Fen, type Serial } from '../../../src/domain';

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

/** @throws for what is no amount of money, or more than fen can hold */
export function fen(yuan: unknown): Fen {
  const amount = typeof yuan === 'number' ? fenOf(yuan) : null;
  if (amount === null) throw new Error(`${JSON.stringify(yuan)} is no amount`);
  return amount;
}

export const yuan = (fenAmount: Fen): number => fenAmount / 100;

/** @returns the sum in fen, exact even where it passes 2^53 on its way */
export const sumOf = (amounts: readonly Fen[]): Fen =>
  Number(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));

/** @throws where a case lacks an amount [fen] without which there is no answer */
export const money = (fields: Fields, ...names: string[]): Fen => fen(needed(fields, ...names));

export function optionalMoney(fields: Fields, ...names: string[]): Fen | undefined {
  const amount = optional(fields, ...names);
  return amount === undefined ? undefined : fen(amount);
}

/** @throws for a text that is no date */
export function serial(value: unknown): Serial {
  const day = parseDate(value);
  if (typeof day !== 'number' || day === NO_DATE) throw new Error(`${String(value)} is no date`);
  return day;
}

/** @throws for anything but a day as ISO writes it */
export function isoSerial(value: unknown): Serial {
  const day = typeof value === 'string' ? parseDate(value) : null;
  if (day === null || day === NO_DATE || isoDate(day) !== value) {
    throw new Error(`${JSON.stringify(value)} is no ISO date`);
  }
  return day;
}

/** One answer for one input, a list of answers for a list. */
export const each = (input: unknown, answer: (one: Fields) => unknown): unknown =>
  Array.isArray(input) ? input.map((one) => answer(one as Fields)) : answer(input as Fields);
