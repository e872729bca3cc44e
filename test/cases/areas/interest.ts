import { lateInterest, openAmounts } from '../../../src/domain';
import { itemsOf, type ItemRow } from '../../support/itemsOf';
import type { Case, Runners } from '../case';
import { fen, optional, serial, yuan, type Fields } from './reading';

/** Late interest and fee of a small ledger. */
export const INTEREST: Runners = { interest };

function interest(c: Case): unknown {
  const asOf = serial(c.as_of);
  const items = itemsOf((c.input as Fields[]).map(itemRow));
  const daily = optional(c.policy, 'rate_daily', 'daily_rate');
  const yearly = optional(c.policy, 'rate_pa', 'annual_rate') ?? 0;
  const perItem =
    daily === undefined
      ? lateInterest(items, asOf, yearly >= 1 ? yearly / 100 : yearly, optional(c.policy, 'basis'))
      : lateInterest(items, asOf, daily, 1);
  const open = openAmounts(items, asOf).reduce((sum, amount) => sum + amount, 0);
  const charged = perItem.reduce((sum, amount) => sum + amount, 0);
  const fee = fen(optional(c.policy, 'fee') ?? 0);
  return {
    outstanding: yuan(open),
    interest: yuan(charged),
    interest_per_item: [...perItem].map(yuan),
    fee: yuan(fee),
    dunning_amount: yuan(charged + fee),
    grand_total: yuan(open + charged + fee),
  };
}

const KIND_OF = { invoice: 'invoice', payment: 'receipt', credit_note: 'creditNote' } as const;

function itemRow(row: Fields): ItemRow {
  const kind = KIND_OF[row.type as keyof typeof KIND_OF];
  const apply = (row.apply ?? []) as readonly { to: string; amount: number }[];
  return {
    kind,
    doc: String(row.doc),
    customer: String(row.customer),
    currency: String(row.currency),
    date: String(row.date),
    due: String(row.due ?? row.date),
    amount: Number(row.amount) * (kind === 'invoice' ? 1 : -1),
    applied: Object.fromEntries(apply.map(({ to, amount }) => [to, amount])),
    ...(row.apply_date === undefined ? {} : { matched: String(row.apply_date) }),
  };
}
