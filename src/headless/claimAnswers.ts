import {
  DEFAULT_LIMITATION,
  DEFAULT_SME_RULES,
  formatFen,
  isoDate,
  lateFenDays,
  lateInterest,
  limitationOf,
  paymentsOf,
  smePayments,
  DAYS_OF_YEAR,
  type Analysis,
  type Restart,
} from '../domain';
import { chineseHolidays } from '../functions/chineseHolidays';
import type { Given } from './given';
import { rowsOf } from './rows';
import { list, where } from './say';

/**
 * Open items whose limitation has run out or is within a warning; part payments start it anew. Customers
 * with one that has run out (超诉讼时效), since the first of theirs did, and those items' rows.
 */
export function limitationsOf(analysis: Analysis): object {
  const { items, open, asOf } = analysis;
  const table = chineseHolidays();
  const restarts = new Map<number, Restart[]>();
  const { item, date, isMoney, count } = paymentsOf(items, asOf);
  for (let k = 0; k < count; k++) {
    if (isMoney[k] === 0 || open[item[k]!]! <= 0) continue;
    const restart = { kind: 'partPayment', date: date[k]! } as const;
    restarts.set(item[k]!, [...(restarts.get(item[k]!) ?? []), restart]);
  }
  const near = [...open.keys()].flatMap((item) => {
    if (open[item]! <= 0) return [];
    const clock = limitationOf(items.dueDate[item]!, restarts.get(item) ?? [], asOf, table);
    return clock.isExpired || clock.warning !== null ? [{ item, clock }] : [];
  });
  near.sort((a, b) => a.clock.daysLeft - b.clock.daysLeft);
  // The longest ago first, so the first of a customer says since when.
  const expired = new Map<number, typeof near>();
  for (const one of near.filter(({ clock }) => clock.isExpired)) {
    const customer = items.customer[one.item]!;
    const known = expired.get(customer);
    if (known) known.push(one);
    else expired.set(customer, [one]);
  }
  return {
    settings: DEFAULT_LIMITATION,
    customers: list([...expired], ([customer, own]) => ({
      customer: items.customers[customer]!,
      limitationSince: isoDate(own[0]!.clock.end + 1),
      rows: rowsOf(
        analysis,
        own.map(({ item }) => item),
      ),
    })),
    ...list(near, ({ item, clock }) => ({
      ...where(analysis, item),
      open: formatFen(open[item]!),
      dueDate: isoDate(items.dueDate[item]!),
      start: isoDate(clock.start),
      restart: clock.restart?.kind ?? null,
      end: isoDate(clock.end),
      moved: clock.moved,
      isKnown: clock.isKnown,
      daysLeft: clock.daysLeft,
      warning: clock.warning,
      isExpired: clock.isExpired,
    })),
  };
}

/** Interest on what was or is paid late, item by item; at the statutory rate where none is agreed. */
export function lateInterestOf(analysis: Analysis, { lateRate }: Given): object {
  const { items, asOf } = analysis;
  const rate = lateRate ?? DEFAULT_SME_RULES.dailyRate * DAYS_OF_YEAR;
  const fenDays = lateFenDays(items, asOf);
  const interest = lateInterest(items, asOf, rate);
  const late = [...interest.keys()].filter((item) => interest[item]! > 0);
  return {
    yearlyRate: rate,
    isAgreed: lateRate !== undefined,
    totals: items.currencies.map((currency, c) => ({
      currency,
      interest: formatFen(
        late.reduce((sum, i) => sum + (items.currency[i] === c ? interest[i]! : 0), 0),
      ),
    })),
    ...list(
      late.sort((a, b) => interest[b]! - interest[a]!),
      (item) => ({
        ...where(analysis, item),
        yuanDays: fenDays[item]! / 100,
        interest: formatFen(interest[item]!),
      }),
    ),
  };
}

/** Who pays a small or medium enterprise later than Order 802 allows. */
export function smeOf(analysis: Analysis): object {
  const { items, open } = analysis;
  const { flagged, bound, unknown } = smePayments(analysis, chineseHolidays());
  return {
    rules: { ...DEFAULT_SME_RULES, inForce: isoDate(DEFAULT_SME_RULES.inForce) },
    deliveredOn: 'documentDate',
    bound,
    unknown,
    ...list(flagged, ({ item, ...payment }) => ({
      ...where(analysis, item),
      ...payment,
      open: formatFen(open[item]!),
      delivered: isoDate(items.documentDate[item]!),
      lastDay: isoDate(payment.lastDay),
      interest: formatFen(payment.interest),
    })),
  };
}
