/** Significant digits of a product: as many as decimal.js keeps. */
const DIGITS = 20;
const LEAST_CUT = 10n ** BigInt(DIGITS);
/** More than those digits round away, as a share of the product. */
const ROUNDED = 1e-19;
/** What is neither larger nor smaller is multiplied in doubles; smaller, it would lose its last bits. */
const LARGEST = 1e15;
const SMALLEST = 1e-270;
/** Decimals of numbers whose digits are found without printing them. */
const SHORT = 9;
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

/** @returns the decimal that a number prints as, less the number itself; of 0.1 −5.6e-18 */
function restOfDecimal(number: number): number {
  const units = Math.round(number * POWERS[SHORT]!);
  if (units < LARGEST && units / POWERS[SHORT]! === number) return restOf(number, units, 0, SHORT);
  const text = String(number);
  // 17 digits at most: nine and eight of them are exact, and so is their sum in two doubles.
  let [high, low, lowDigits, decimals] = [0, 0, 0, 0];
  let at = 0;
  let isFraction = false;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit > 9) break; // e
    if (digit < 0) {
      isFraction = true;
      continue;
    }
    if (isFraction) decimals++;
    if (high < 1e8) high = high * 10 + digit;
    else {
      low = low * 10 + digit;
      lowDigits++;
    }
  }
  const exponent = at < text.length ? Number(text.slice(at + 1)) : 0;
  const most = high * POWERS[lowDigits]!;
  const digits = most + low;
  return restOf(number, digits, low - (digits - most), decimals - exponent);
}

/** @returns (digits + more) ÷ 10 ^ decimals − number, which is near 0 */
function restOf(number: number, digits: number, more: number, decimals: number): number {
  const power = POWERS[decimals]!;
  const shifted = number * power;
  const rest = restOfProduct(number, power, shifted) + number * REST_OF_POWERS[decimals]!;
  return (digits - shifted + (more - rest)) / power;
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
