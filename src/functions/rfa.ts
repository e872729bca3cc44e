import { dateOf, type Answer, type Cells } from './cells';

/**
 * R, F, A, score and tier of customers by their ledger, as `rfaOfLedger`. What reads ledgers is
 * fetched when the first such formula calculates.
 */
export async function rfa(customer: Cells, ledger: Cells, asOf: unknown): Promise<Answer[][]> {
  const day = dateOf(asOf, '基准日 asOf');
  const { rfaOfLedger } = await import(/* webpackChunkName: "rfa" */ './rfaOfLedger');
  return rfaOfLedger(customer, ledger, day);
}
