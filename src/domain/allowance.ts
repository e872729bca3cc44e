import Decimal from 'decimal.js';
import { decimalProduct } from './decimalProduct';
import type { Fen } from './money';

/** Share lost of what reaches the oldest band. */
export const DEFAULT_TERMINAL_LOSS = 1;

/** Loss rates of age bands, youngest first, each step shown. */
export interface LossRates {
  /** As worked out, capped at 1. */
  readonly raw: readonly number[];
  /** Never below a younger band's: what the allowance uses. */
  readonly forced: readonly number[];
  /** Bands whose rate was raised to a younger one's. */
  readonly raised: readonly number[];
}

/**
 * Loss rates from roll rates: what is in a band is lost as far as it rolls to the end.
 *
 * @param rollRates - of each band but the last into the next, 0 or more; null where history says
 *   nothing: then all of it is taken to roll on
 * @param terminalLoss - 0…1, of the last band
 * @param forwardLooking - change of losses expected against history: 0.1 for 10 % more
 * @returns one rate a band, `rollRates.length` + 1
 * Source: Π m × terminal loss × (1 + forward-looking), cap 100 %, non-decreasing with age.
 */
export function lossRatesFromRolls(
  rollRates: readonly (number | null)[],
  terminalLoss: number = DEFAULT_TERMINAL_LOSS,
  forwardLooking = 0,
): LossRates {
  const historic = new Array<number>(rollRates.length + 1);
  historic[rollRates.length] = terminalLoss;
  for (let band = rollRates.length - 1; band >= 0; band--) {
    historic[band] = decimalProduct(rollRates[band] ?? 1, historic[band + 1]!);
  }
  return withForwardLooking(historic, forwardLooking);
}

/** @param historic - loss rates of history, 0 or more, youngest band first */
export function withForwardLooking(historic: readonly number[], forwardLooking: number): LossRates {
  const exact = new Decimal(forwardLooking).plus(1);
  const change = exact.toNumber();
  const isDouble = change >= 0 && exact.eq(change);
  const raw: number[] = [];
  const forced: number[] = [];
  const raised: number[] = [];
  let highest = 0;
  // By index, as a list may be long: `flatMap` makes a list for each rate.
  for (let band = 0; band < historic.length; band++) {
    const rate = historic[band]!;
    const changed = isDouble ? decimalProduct(change, rate) : exact.times(rate).toNumber();
    raw.push(Math.min(1, changed));
    highest = Math.max(highest, raw[band]!);
    forced.push(highest);
    if (raw[band]! < highest) raised.push(band);
  }
  return { raw, forced, raised };
}

/** What a cohort of sales was paid, band by band, and the share of each band that never was. */
export interface PaymentProfile {
  /** Still open at the start of each band. */
  readonly outstanding: readonly number[];
  /** Left at the end ÷ outstanding, 0…1; 0 where nothing was outstanding any more. */
  readonly lossRates: readonly number[];
}

/**
 * @param sales - of the cohort, any unit of money
 * @param paid - in each band, youngest first; what is left after the last is lost
 * @returns one entry a band, `paid.length` + 1
 * Source: IFRS 9 provision matrix by payment profile.
 */
export function paymentProfile(sales: number, paid: readonly number[]): PaymentProfile {
  const outstanding = [sales];
  for (const amount of paid) outstanding.push(outstanding.at(-1)! - amount);
  const lost = outstanding.at(-1)!;
  return {
    outstanding,
    lossRates: outstanding.map((open) => (open > 0 ? Math.max(0, lost) / open : 0)),
  };
}

/** One line of a provision matrix. */
export interface MatrixLine {
  readonly balance: Fen;
  readonly rate: number;
  /** Fen, half-up. */
  readonly allowance: Fen;
}

/** 坏账准备 by age bands. */
export interface ProvisionMatrix {
  readonly lines: readonly MatrixLine[];
  readonly balance: Fen;
  /** Σ of the lines, each rounded for itself, so that the column adds up. */
  readonly allowance: Fen;
}

/**
 * @param balances - fen per band, youngest first; below 0 provides nothing
 * @param rates - 0…1 per band
 * @throws when there are not as many rates as bands
 */
export function provisionMatrix(
  balances: readonly Fen[],
  rates: readonly number[],
): ProvisionMatrix {
  if (balances.length !== rates.length) throw new RangeError('one rate a band');
  const lines = balances.map((balance, i) => ({
    balance,
    rate: rates[i]!,
    allowance: new Decimal(Math.max(0, balance))
      .times(rates[i]!)
      .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
      .toNumber(),
  }));
  const total = (of: (line: MatrixLine) => Fen) => lines.reduce((sum, line) => sum + of(line), 0);
  return { lines, balance: total((l) => l.balance), allowance: total((l) => l.allowance) };
}
