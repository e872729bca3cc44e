import type { Fen } from './money';

/**
 * The first test of credit control: an order must not lift the exposure above the limit.
 *
 * @param limit - null where the customer is not controlled; 0 for cash only
 * @param exposure - what the customer owes and has ordered already
 * @returns fen over the limit: above 0 locks the order, 0 passes
 * Source: exposure + order − limit > 0; equality passes.
 */
export const checkLimit = (limit: Fen | null, exposure: Fen, order: Fen): Fen =>
  limit === null ? 0 : Math.max(0, exposure + order - limit);
