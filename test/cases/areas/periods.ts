import {
  isoDate,
  limitationOf,
  smePaymentOf,
  type Restart,
  type RestartKind,
  type SmeBuyer,
} from '../../../src/domain';
import type { Case, Runners } from '../case';
import { holidaysOf } from './dueDate';
import { each, fen, optional, pick, serial, yuan, type Fields } from './reading';

/** Statutory periods: limitation and payments to small and medium enterprises. */
export const PERIODS: Runners = { limitation, sme: smePayment, sme_terms: smePayment };

const RESTARTS: Readonly<Record<string, RestartKind>> = {
  part_payment: 'partPayment',
  partial_payment: 'partPayment',
  payment: 'partPayment',
  acknowledgement: 'acknowledgement',
  acknowledgment: 'acknowledgement',
  suit: 'suit',
  lawsuit: 'suit',
};

function limitation(c: Case): unknown {
  return each(c.input, (row) => {
    const events = (pick(row, 'events', 'restarts') ?? []) as Fields[];
    const restarts: Restart[] = events.map((event) => ({
      kind: RESTARTS[String(pick(event, 'type', 'kind'))] ?? 'demand',
      date: serial(event.date),
    }));
    const due = serial(pick(row, 'due', 'due_date'));
    const asOf = serial(pick(row, 'as_of') ?? c.as_of);
    const found = limitationOf(due, restarts, asOf, holidaysOf({ ...c.policy, ...row }));
    return {
      expires: isoDate(found.end),
      end: isoDate(found.end),
      days_left: found.daysLeft,
      warning: found.warning,
      expired: found.isExpired,
    };
  });
}

function smePayment(c: Case): unknown {
  return each(c.input, (row) => {
    const all = { ...c.policy, ...row };
    const found = smePaymentOf(
      {
        buyer: String(all.buyer) === 'public' ? 'public' : ('large' satisfies SmeBuyer),
        delivered: serial(pick(row, 'delivered', 'delivery_date', 'accepted', 'acceptance_date')),
        contractDays: optional(all, 'contract_days', 'agreed_days') ?? null,
        yearlyRate: optional(all, 'rate_pa', 'agreed_rate') ?? null,
        open: fen(optional(row, 'amount', 'open') ?? 0),
      },
      serial(pick(row, 'as_of') ?? c.as_of),
      holidaysOf(all),
    );
    return {
      due: isoDate(found.lastDay),
      latest_due: isoDate(found.lastDay),
      applies: found.applies,
      days: found.days,
      days_late: found.daysLate,
      interest: yuan(found.interest),
    };
  });
}
