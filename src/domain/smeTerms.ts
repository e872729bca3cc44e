import { serialOf, type Serial } from './date';
import { nextWorkday, type HolidayTable } from './holidays';
import { DAYS_OF_YEAR, interestOn } from './lateInterest';
import type { Fen } from './money';

/** Who buys from the small or medium enterprise: only these two are bound. */
export type SmeBuyer = 'large' | 'public';

/** What the regulation says; users may change it. */
export interface SmeRules {
  /** First day of deliveries it holds for. */
  readonly inForce: Serial;
  /** Days from delivery or acceptance without another agreement. */
  readonly days: Readonly<Record<SmeBuyer, number>>;
  /** Days beyond which no agreement goes. */
  readonly mostDays: number;
  /** Interest a day where no rate is agreed, 0…1. */
  readonly dailyRate: number;
}

/**
 * Source: 保障中小企业款项支付条例, State Council Order 802, in force 2025-06-01: 60 days for large
 * enterprises, 30 for public bodies or 60 by contract, 0.05 % a day where no rate is agreed.
 */
export const DEFAULT_SME_RULES: SmeRules = {
  inForce: serialOf(2025, 6, 1),
  days: { large: 60, public: 30 },
  mostDays: 60,
  dailyRate: 0.0005,
};

export interface SmeClaim {
  readonly buyer: SmeBuyer;
  /** The day of delivery, or of acceptance where one is agreed. */
  readonly delivered: Serial;
  /** Days of credit by contract; null where it says nothing. */
  readonly contractDays: number | null;
  /** Rate a year by contract, 0…1; null where none is agreed. */
  readonly yearlyRate: number | null;
  /** Fen. */
  readonly open: Fen;
}

/** A flag and a figure, no legal advice. */
export interface SmePayment {
  /** False for deliveries before the regulation; the rest is then what it would say. */
  readonly applies: boolean;
  /** Days of credit that hold. */
  readonly days: number;
  /** Whether the contract gives the buyer more days than the regulation. */
  readonly isTooLong: boolean;
  /** The last day to pay, after the roll over days off. */
  readonly lastDay: Serial;
  /** False where that day is beyond the holiday table. */
  readonly isKnown: boolean;
  /** 0 while there is time. */
  readonly daysLate: number;
  /** A day. */
  readonly dailyRate: number;
  /** Fen, half-up; 0 where the regulation does not apply. */
  readonly interest: Fen;
}

/** @returns when a large enterprise or a public body must have paid, and the interest if it has not */
export function smePaymentOf(
  claim: SmeClaim,
  asOf: Serial,
  table: HolidayTable,
  rules: SmeRules = DEFAULT_SME_RULES,
): SmePayment {
  const { buyer, delivered, contractDays, yearlyRate, open } = claim;
  const applies = delivered >= rules.inForce;
  const days = Math.min(contractDays ?? rules.days[buyer], rules.mostDays);
  const last = nextWorkday(delivered + days, table);
  const daysLate = Math.max(0, asOf - last.day);
  const fenDays = applies ? Math.max(0, open) * daysLate : 0;
  return {
    applies,
    days,
    isTooLong: contractDays !== null && contractDays > rules.mostDays,
    lastDay: last.day,
    isKnown: last.isKnown,
    daysLate,
    dailyRate: yearlyRate === null ? rules.dailyRate : yearlyRate / DAYS_OF_YEAR,
    interest:
      yearlyRate === null
        ? interestOn(fenDays, rules.dailyRate, 1)
        : interestOn(fenDays, yearlyRate),
  };
}
