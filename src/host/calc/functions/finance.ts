import { CellError, type CellValue } from '../../model/value';
import { toNumber } from '../coerce';
import { fn, numbersOf, type Library } from '../library';
import { finite } from '../operators';
import { NUM, VALUE, toMatrix, type Value } from '../values';

/** Flows and the days they happen on. */
function dated(values: Value, dates: Value): { flow: number; day: number }[] | CellError {
  const flows = toMatrix(values).data.map(toNumber);
  const days = toMatrix(dates).data.map(toNumber);
  if (flows.length !== days.length || flows.length === 0) return NUM;
  const out: { flow: number; day: number }[] = [];
  for (let i = 0; i < flows.length; i++) {
    const [flow, day] = [flows[i]!, days[i]!];
    if (typeof flow !== 'number') return flow;
    if (typeof day !== 'number') return day;
    out.push({ flow, day: Math.floor(day) });
  }
  return out.some((f) => f.day < out[0]!.day) ? NUM : out;
}

const worth = (flows: readonly { flow: number; day: number }[], rate: number): number =>
  flows.reduce((sum, f) => sum + f.flow / (1 + rate) ** ((f.day - flows[0]!.day) / 365), 0);

/** Root of `f` near `guess`: Newton's steps, then halving where they lead astray. */
export function solve(f: (rate: number) => number, guess: number): CellValue {
  let rate = guess;
  for (let i = 0; i < 100; i++) {
    const y = f(rate);
    const step = 1e-6 * Math.max(1, Math.abs(rate));
    const slope = (f(rate + step) - f(rate - step)) / (2 * step);
    const next = rate - y / slope;
    if (!Number.isFinite(next) || next <= -1) break;
    if (Math.abs(next - rate) < 1e-14 * Math.max(1, Math.abs(next))) return next;
    rate = next;
  }
  let low = -0.999999;
  let high = 10;
  if (f(low) * f(high) > 0) return Math.abs(f(rate)) < 1e-7 ? rate : NUM;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (f(low) * f(middle) <= 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

const payment = (rate: number, n: number, pv: number, fv = 0, due = 0): number => {
  if (rate === 0) return -(pv + fv) / n;
  const growth = (1 + rate) ** n;
  return -(rate * (pv * growth + fv)) / ((1 + rate * (due ? 1 : 0)) * (growth - 1));
};

const future = (rate: number, n: number, payments: number, pv = 0, due = 0): number => {
  if (rate === 0) return -(pv + payments * n);
  const growth = (1 + rate) ** n;
  return -(pv * growth + (payments * (1 + rate * (due ? 1 : 0)) * (growth - 1)) / rate);
};

/** Interest within payment number `k`. */
function interest(rate: number, k: number, n: number, pv: number, fv = 0, due = 0): CellValue {
  if (k < 1 || k >= n + 1) return NUM;
  if (k === 1 && due) return 0;
  const each = payment(rate, n, pv, fv, due);
  const balance = future(rate, k - 1 - (due ? 1 : 0), each, pv, due) - (due ? each : 0);
  return finite(balance * rate);
}

export const finance: Library = {
  PMT: fn('nnnn?n?', (rate: number, n: number, pv: number, fv?: number, due?: number) =>
    finite(payment(rate, n, pv, fv, due)),
  ),
  FV: fn('nnnn?n?', (rate: number, n: number, each: number, pv?: number, due?: number) =>
    finite(future(rate, n, each, pv, due)),
  ),
  PV: fn('nnnn?n?', (rate: number, n: number, each: number, fv = 0, due = 0) => {
    if (rate === 0) return finite(-(fv + each * n));
    const growth = (1 + rate) ** n;
    return finite(-(fv + (each * (1 + rate * (due ? 1 : 0)) * (growth - 1)) / rate) / growth);
  }),
  NPER: fn('nnnn?n?', (rate: number, each: number, pv: number, fv = 0, due = 0) => {
    if (rate === 0) return finite(-(pv + fv) / each);
    const a = each * (1 + rate * (due ? 1 : 0));
    return finite(Math.log((a - fv * rate) / (pv * rate + a)) / Math.log(1 + rate));
  }),
  RATE: fn('nnnn?n?n?', (n: number, each: number, pv: number, fv = 0, due = 0, guess = 0.1) =>
    solve((rate) => future(rate, n, each, pv, due) + fv, guess),
  ),
  IPMT: fn('nnnnn?n?', interest),
  PPMT: fn(
    'nnnnn?n?',
    (rate: number, k: number, n: number, pv: number, fv?: number, due?: number) => {
      const part = interest(rate, k, n, pv, fv, due);
      return typeof part === 'number' ? finite(payment(rate, n, pv, fv, due) - part) : part;
    },
  ),
  NPV: fn('nx+', (rate: number, ...args: Value[]) => {
    const flows = numbersOf(args);
    if (!Array.isArray(flows)) return flows;
    return finite(flows.reduce((sum, f, i) => sum + f / (1 + rate) ** (i + 1), 0));
  }),
  IRR: fn('an?', (source: Value, guess = 0.1) => {
    const flows = numbersOf([source]);
    if (!Array.isArray(flows)) return flows;
    if (!flows.some((f) => f > 0) || !flows.some((f) => f < 0)) return NUM;
    return solve((rate) => flows.reduce((sum, f, i) => sum + f / (1 + rate) ** i, 0), guess);
  }),
  XNPV: fn('naa', (rate: number, values: Value, dates: Value) => {
    const flows = dated(values, dates);
    return Array.isArray(flows) ? finite(worth(flows, rate)) : flows;
  }),
  XIRR: fn('aan?', (values: Value, dates: Value, guess = 0.1) => {
    const flows = dated(values, dates);
    if (!Array.isArray(flows)) return flows;
    if (!flows.some((f) => f.flow > 0) || !flows.some((f) => f.flow < 0)) return NUM;
    return solve((rate) => worth(flows, rate), guess);
  }),
  SLN: fn('nnn', (cost: number, salvage: number, life: number) =>
    life === 0 ? VALUE : (cost - salvage) / life,
  ),
  EFFECT: fn('nn', (rate: number, n: number) =>
    rate <= 0 || n < 1 ? NUM : (1 + rate / Math.trunc(n)) ** Math.trunc(n) - 1,
  ),
  NOMINAL: fn('nn', (rate: number, n: number) =>
    rate <= 0 || n < 1 ? NUM : Math.trunc(n) * ((1 + rate) ** (1 / Math.trunc(n)) - 1),
  ),
};
