import type { CATALOGUE } from './catalogue';

/** Ids of functions.json; what they do is fetched when the first formula calculates. */
const IDS = [
  'AGING_BUCKET',
  'OVERDUE_DAYS',
  'AGE_DAYS',
  'DUE_DATE',
  'RISK_CLASS',
  'WARNING_LEVEL',
  'RFA_SCORE',
  'RFA_TIER',
  'RFA',
  'OVERDUE_PROB',
  'EXPECTED_LOSS',
  'AGING_TABLE',
  'OPEN_AMOUNT',
  'FIFO_OPEN',
  'DSO',
  'CEI',
  'TOP_SHARE',
  'ROLL_RATE',
  'ECL_RATE',
  'LATE_INTEREST',
  'CREDIT_CHECK',
  'CN_WORKDAY',
  'CN_NETWORKDAYS',
  'CN_IS_WORKDAY',
] as const satisfies readonly (keyof typeof CATALOGUE)[];

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;

let functions: Functions | undefined;

async function load(): Promise<Functions> {
  const { CATALOGUE } = await import(/* webpackChunkName: "functions" */ './catalogue');
  return (functions = CATALOGUE as unknown as Functions);
}

for (const id of IDS) {
  CustomFunctions.associate(id, (...args: unknown[]) =>
    functions ? functions[id]!(...args) : load().then((loaded) => loaded[id]!(...args)),
  );
}
