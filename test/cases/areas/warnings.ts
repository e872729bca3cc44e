import {
  alertEfficiency,
  alertsOf,
  DEFAULT_ALERT_SETTINGS,
  DEFAULT_EDGES,
  NO_DATE,
  warningOf,
  type AlertFacts,
} from '../../../src/domain';
import type { Case, Runners } from '../case';
import { each, needed, optional, pick, serial, type Fields } from './reading';

/** One warning an item; the further rules by `policy.rule`. */
export const WARNINGS: Runners = { warnings, alerts };

const LEVELS = [null, 'due_soon', 'newly_overdue', 'bucket_upgrade'];

function warnings(c: Case): unknown {
  if (c.policy.rule !== undefined) return alerts(c);
  const asOf = serial(c.as_of);
  const previous = pick(c.policy, 'previous_run', 'previous');
  const settings = {
    asOf,
    previous: previous === undefined ? asOf - 1 : serial(previous),
    leadDays: optional(c.policy, 'lead_days') ?? 7,
    edges: (c.policy.edges ?? DEFAULT_EDGES) as number[],
  };
  return (c.input as Fields[]).map((row) => {
    const open =
      optional(row, 'open', 'outstanding', 'balance') ??
      (optional(row, 'amount') ?? 1) - (optional(row, 'paid', 'received') ?? 0);
    const date = pick(row, 'date', 'document_date', 'invoice_date');
    const issued = date === undefined ? NO_DATE : serial(date);
    const level = warningOf(serial(pick(row, 'due', 'due_date')), settings, issued);
    return open > 0 && issued <= asOf ? LEVELS[level] : null;
  });
}

function alerts(c: Case): unknown {
  const rule = String(c.policy.rule);
  if (/efficiency|处理/.test(rule)) return efficiency(c);
  return each(c.input, (row) => {
    const settings = {
      ...DEFAULT_ALERT_SETTINGS,
      overdueShareRise: (optional(c.policy, 'points', 'rise') ?? 5) / 100,
      topShare: optional(c.policy, 'line', 'top_share') ?? DEFAULT_ALERT_SETTINGS.topShare,
      orderJump: optional(c.policy, 'factor', 'jump') ?? DEFAULT_ALERT_SETTINGS.orderJump,
      slowerDays: optional(c.policy, 'days', 'line') ?? DEFAULT_ALERT_SETTINGS.slowerDays,
    };
    const found = alertsOf(factsOf(rule, row, c), settings)[0];
    return { alert: found !== undefined, value: found?.value ?? null, ...found?.evidence };
  });
}

function factsOf(rule: string, row: Fields, c: Case): AlertFacts {
  const asOf = c.as_of === null ? 0 : serial(c.as_of);
  const customer = String(row.customer);
  const days = (name: string) => ((row[name] ?? []) as unknown[]).map(serial);
  if (rule.startsWith('overdue')) {
    const [now, before] = [needed(row, 'current', 'now'), needed(row, 'previous', 'before')];
    return { asOf, overdueShare: { now, before } };
  }
  if (rule.startsWith('concentration'))
    return { asOf, topShare: needed(row, 'top_share', 'share') };
  if (rule.startsWith('order')) return { asOf, orders: new Map([[customer, days('orders')]]) };
  if (rule.startsWith('payment')) {
    return { asOf, delays: new Map([[customer, pick(row, 'delays', 'days_late') as number[]]]) };
  }
  if (rule.startsWith('bad')) {
    const [rate, benchmark] = [needed(row, 'rate'), needed({ ...c.policy, ...row }, 'benchmark')];
    return { asOf, badDebt: { rate, benchmark } };
  }
  const limit = optional(row, 'limit') ?? null;
  return { asOf, exposures: [{ customer, exposure: needed(row, 'exposure', 'open_ar'), limit }] };
}

function efficiency(c: Case): unknown {
  const time = (value: unknown) =>
    typeof value === 'string' ? Date.parse(`${value}Z`) / 86_400_000 : null;
  const records = (c.input as Fields[]).map((row) => ({
    rule: 'overLimit' as const,
    customer: String(row.customer),
    raised: time(row.raised)!,
    acted: time(row.acted),
    closed: time(row.closed),
  }));
  const now = time(pick(c.policy, 'now') ?? `${c.as_of}T00:00`)!;
  const found = alertEfficiency(records, now, optional(c.policy, 'hours', 'sla_hours'));
  return { median_hours: found.medianHoursToAct, on_time: found.onTimeShare };
}
