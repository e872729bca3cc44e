/** Significant digits of a product: as many as decimal.js keeps. */
const DIGITS = 20;
const LEAST_CUT = 10n ** BigInt(DIGITS);
/** More than those digits round away, as a share of the product. */
const ROUNDED = 1e-19;
/** What is neither larger nor smaller is multiplied in doubles; smaller, it would lose its last bits. */
const LARGEST = 1e15;
const SMALLEST = 1e-270;
/** Added to a number and taken off again it leaves a whole one, of two as near the even one. */
const WHOLE = 1.5 * 2 ** 52;
/** Parts a double into halves whose products are exact (Dekker). */
const SPLITTER = 2 ** 27 + 1;
/** Powers of ten as the sum of two doubles. */
const POWERS = Array.from({ length: 291 }, (_, n) => Number(`1e${n}`));
const REST_OF_POWERS = POWERS.map((power, n) => Number(10n ** BigInt(n) - BigInt(power)));

/**
 * Multiplies two doubles as the decimals they print as: 0.1 × 0.7 is 0.07. The same as decimal.js says,
 * at a fraction of its time.
 *
 * @param a - finite, as is `b`; 0 or more
 * @returns the double nearest to the product of 20 digits, half-up
 */
export function decimalProduct(a: number, b: number): number {
  if (a === 1) return b;
  if (b === 1) return a;
  if (a === 0 || b === 0) return 0;
  const product = a * b;
  if (Math.max(a, b) < LARGEST && Math.min(a, b, product) > SMALLEST) {
    const rest = restOfProduct(a, b, product) + a * restOfDecimal(b) + b * restOfDecimal(a);
    const rounded = product * ROUNDED;
    const [least, most] = [product + (rest - rounded), product + (rest + rounded)];
    if (least === most) return least;
  }
  return byDigits(a, b);
}

/** @returns exactly what rounding took from a × b (Dekker, Veltkamp) */
function restOfProduct(a: number, b: number, product: number): number {
  const [c, d] = [a * SPLITTER, b * SPLITTER];
  const [highA, highB] = [c - (c - a), d - (d - b)];
  const [lowA, lowB] = [a - highA, b - highB];
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

/**
 * A number prints as the decimal of least digits that reads as it, 15 to 17 of them where zeros at
 * the end count; of several the nearest, of two as near the even one.
 *
 * @returns that decimal less the number itself; of 0.1 −5.6e-18
 */
function restOfDecimal(number: number): number {
  let rest = NaN;
  let decimals = Math.max(0, 14 - Math.floor(Math.log10(number)));
  for (; number + rest !== number; decimals++) {
    const power = POWERS[decimals]!;
    const shifted = number * power;
    const even = 2 * Math.round(shifted / 2);
    const more = restOfProduct(number, power, shifted) + number * REST_OF_POWERS[decimals]!;
    const over = shifted - even + more;
    rest = (over + WHOLE - WHOLE - over) / power;
    // Below a power of two doubles lie closer: the nearest may read as the one before, the next not.
    if (number + rest !== number) rest += 1 / power;
  }
  return rest;
}

/** By whole numbers of any length: where doubles cannot tell, and at the ends of their range. */
function byDigits(a: number, b: number): number {
  const [x, y] = [partsOf(a), partsOf(b)];
  let product = x.digits * y.digits;
  let exponent = x.exponent + y.exponent;
  if (product >= LEAST_CUT) {
    const dropped = String(product).length - DIGITS;
    const unit = 10n ** BigInt(dropped);
    product = (product + unit / 2n) / unit;
    exponent += dropped;
  }
  return Number(`${product}e${exponent}`);
}

/** A number is `digits` × 10 ^ `exponent`. */
interface Parts {
  readonly digits: bigint;
  readonly exponent: number;
}

function partsOf(number: number): Parts {
  const text = String(number);
  const e = text.indexOf('e');
  const mantissa = e < 0 ? text : text.slice(0, e);
  const power = e < 0 ? 0 : Number(text.slice(e + 1));
  const point = mantissa.indexOf('.');
  if (point < 0) return { digits: BigInt(mantissa), exponent: power };
  const fraction = mantissa.slice(point + 1);
  return {
    digits: BigInt(mantissa.slice(0, point) + fraction),
    exponent: power - fraction.length,
  };
}
