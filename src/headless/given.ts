import { benchmarkOf, currencyKey, mainCurrency, parseAmount, type Fen } from '../domain';

/** Money by the currency it is said of, as typed; '' for the ledger's main one. Fen. */
export type GivenMoney = ReadonlyMap<string, Fen>;

/** Figures that answers need and no ledger has; empty or undefined where nobody says. Money in fen. */
export interface Given {
  /** 科目余额 of the whole ledger in base currency. */
  readonly balance: Fen | undefined;
  /** The same of customers, by code or name. */
  readonly balances: ReadonlyMap<string, Fen>;
  /** Cash at the end of the as-of day, and what it is not to fall below. */
  readonly cash: GivenMoney;
  readonly minimumCash: GivenMoney;
  /** 坏账 of the KPIs' window; what the books write off where nobody says. */
  readonly badDebt: GivenMoney;
  /** Interest agreed for late payment, 0…1 a year. */
  readonly lateRate: number | undefined;
  /** Change of losses expected against history: 0.1 for 10 % more. */
  readonly forwardLooking: number | undefined;
  /** Whose usual figures ours are held against, as the table of benchmarks has it. */
  readonly industry: string | undefined;
}

const BY_CURRENCY = ['cash', 'minimumCash', 'badDebt'] as const;
const RATES = ['lateRate', 'forwardLooking'] as const;

/** How figures are named; a balance may be one customer's, others one currency's. */
export const GIVEN_NAMES: readonly string[] = [
  'balance',
  'balance:CUSTOMER',
  ...BY_CURRENCY.flatMap((name) => [name, `${name}:CURRENCY`]),
  ...RATES,
  'industry',
];

export const NOTHING_GIVEN: Given = {
  balance: undefined,
  balances: new Map(),
  cash: new Map(),
  minimumCash: new Map(),
  badDebt: new Map(),
  lateRate: undefined,
  forwardLooking: undefined,
  industry: undefined,
};

/**
 * @param said - figures by their names, as typed: 1,234.50, 12万, 0.1 or 10%
 * @returns the figures; the first name that is none, or whose figure cannot be read
 */
export function readGiven(said: Readonly<Record<string, string>>): Given | string {
  const given: { -readonly [K in keyof Given]: Given[K] } & Record<
    (typeof BY_CURRENCY)[number] | 'balances',
    Map<string, Fen>
  > = {
    ...NOTHING_GIVEN,
    balances: new Map(),
    cash: new Map(),
    minimumCash: new Map(),
    badDebt: new Map(),
  };
  for (const [label, text] of Object.entries(said)) {
    const [name = '', ...rest] = label.split(':');
    const of = rest.join(':');
    const isOf = rest.length > 0;
    if (isOf && of.trim() === '') return label;
    const money = BY_CURRENCY.find((one) => one === name);
    const rate = RATES.find((one) => one === name);
    if (money || name === 'balance') {
      const figure = text.trim() === '' ? null : parseAmount(text);
      if (figure === null) return label;
      if (money) given[money].set(of, figure);
      else if (isOf) given.balances.set(of, figure);
      else given.balance = figure;
    } else if (isOf) {
      return label;
    } else if (rate) {
      const figure = rateOf(text);
      if (figure === null) return label;
      given[rate] = figure;
    } else {
      const known = name === 'industry' ? benchmarkOf(text.trim()) : undefined;
      if (known === undefined) return label;
      given.industry = known.industry;
    }
  }
  return given;
}

function rateOf(text: string): number | null {
  const [, number, percent] = /^\s*(-?\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
  if (number === undefined) return null;
  return percent === '%' ? Number(number) / 100 : Number(number);
}

/**
 * @param currencies - the ledger's own words
 * @returns the name of a figure in a currency that the ledger lacks; undefined when there is none
 */
export function figureOfNoCurrency(
  given: Given,
  currencies: readonly string[],
): string | undefined {
  const keyOf = keysIn(currencies);
  const known = new Set(currencies.map(keyOf));
  for (const name of BY_CURRENCY) {
    for (const word of given[name].keys()) {
      if (word !== '' && !known.has(keyOf(word))) return `${name}:${word}`;
    }
  }
  return undefined;
}

/**
 * @param currencies - the ledger's own words
 * @param currency - index into them
 * @returns the figure said of a currency; undefined where nobody says
 */
export function givenOf(
  money: GivenMoney,
  currencies: readonly string[],
  currency: number,
): Fen | undefined {
  const keyOf = keysIn(currencies);
  const key = keyOf(currencies[currency]!);
  const own = [...money].find(([word]) => word !== '' && keyOf(word) === key);
  return own?.[1] ?? (currency === mainCurrency(currencies) ? money.get('') : undefined);
}

/** What tells currencies apart; rows that name none are in the base currency unless others name it. */
function keysIn(currencies: readonly string[]): (word: string) => string {
  const unnamed = currencies.some((word) => currencyKey(word) === 'CNY') ? '' : 'CNY';
  return (word) => currencyKey(word) || unnamed;
}
