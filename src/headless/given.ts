import { parseAmount, type Fen } from '../domain';

/** Figures that answers need and no ledger has; undefined where nobody says. Money in fen. */
export interface Given {
  /** 科目余额 of the whole ledger in base currency. */
  readonly balance: Fen | undefined;
  /** The same of customers, by code or name. */
  readonly balances: ReadonlyMap<string, Fen>;
  /** Cash at the end of the as-of day, and what it is not to fall below; in the first currency. */
  readonly cash: Fen | undefined;
  readonly minimumCash: Fen | undefined;
  /** 坏账 of the KPIs' window; what the books write off where nobody says. */
  readonly badDebt: Fen | undefined;
  /** Interest agreed for late payment, 0…1 a year. */
  readonly lateRate: number | undefined;
  /** Change of losses expected against history: 0.1 for 10 % more. */
  readonly forwardLooking: number | undefined;
}

const MONEY = ['balance', 'cash', 'minimumCash', 'badDebt'] as const;
const RATES = ['lateRate', 'forwardLooking'] as const;
/** Before a customer's code or name. */
const BALANCE_OF = 'balance:';

/** How figures are named; a balance may be one customer's. */
export const GIVEN_NAMES: readonly string[] = [...MONEY, ...RATES, `${BALANCE_OF}CUSTOMER`];

export const NOTHING_GIVEN: Given = {
  balance: undefined,
  balances: new Map(),
  cash: undefined,
  minimumCash: undefined,
  badDebt: undefined,
  lateRate: undefined,
  forwardLooking: undefined,
};

/**
 * @param said - figures by their names, as typed: 1,234.50, 12万, 0.1 or 10%
 * @returns the figures; the first name that is none, or whose figure cannot be read
 */
export function readGiven(said: Readonly<Record<string, string>>): Given | string {
  const figures: Record<string, number> = {};
  const balances = new Map<string, Fen>();
  for (const [name, text] of Object.entries(said)) {
    const isRate = RATES.some((rate) => rate === name);
    const isCustomer = name.startsWith(BALANCE_OF) && name.length > BALANCE_OF.length;
    if (!isRate && !isCustomer && !MONEY.some((money) => money === name)) return name;
    const figure = isRate ? rateOf(text) : text.trim() === '' ? null : parseAmount(text);
    if (figure === null) return name;
    if (isCustomer) balances.set(name.slice(BALANCE_OF.length), figure);
    else figures[name] = figure;
  }
  return { ...NOTHING_GIVEN, ...figures, balances };
}

function rateOf(text: string): number | null {
  const [, number, percent] = /^\s*(-?\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
  if (number === undefined) return null;
  return percent === '%' ? Number(number) / 100 : Number(number);
}
