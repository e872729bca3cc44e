import {
  ageBandOf,
  bucketOf,
  classGiven,
  classOf,
  parseClassFact,
  CLASS_PRESETS,
  CLASS_WORDS,
  DEFAULT_AGE_YEARS,
  DEFAULT_EDGES,
  signedGroupLabels,
  signedGroupOf,
  type ClassBounds,
} from '../../../src/domain';
import type { Case, Runners } from '../case';
import { isLedger, ledgerRunner } from './ledger';
import { pick, serial, type Fields } from './reading';

/** Buckets, signed groups, bands of years and classes, by `policy.scheme`. */
export const BOUNDARY: Runners = { boundary, bands, classification, classes: classification };

function boundary(c: Case): unknown {
  if (isLedger(c.input) && !Array.isArray((c.expected as Fields).bucket)) return ledgerRunner(c);
  const scheme = String(pick(c.policy, 'scheme', 'preset', 'method') ?? 'buckets');
  if (/year|cas|账龄/.test(scheme)) return bands(c);
  const days = daysOverdue(c);
  if (scheme.includes('signed')) return groups(c, days);
  if (/bank|card|class|分类/.test(scheme)) return classification(c);
  const edges = (c.policy.edges ?? DEFAULT_EDGES) as number[];
  return { bucket: days.map((d) => bucketKey(bucketOf(d, edges), edges)) };
}

/** The cases' own spelling: not_due, 1-30, 120+. */
export function bucketKey(bucket: number, edges: readonly number[]): string {
  if (bucket === 0) return 'not_due';
  const from = (edges[bucket - 2] ?? 0) + 1;
  return bucket > edges.length ? `${from - 1}+` : `${from}-${edges[bucket - 1]!}`;
}

function daysOverdue(c: Case): number[] {
  if (Array.isArray(c.input)) return c.input.map((row) => daysOf(c, row as Fields));
  const input = c.input as Fields;
  const days = pick(input, 'days_overdue', 'days');
  if (days !== undefined) return days as number[];
  return (input.due_dates as unknown[]).map((due) => daysOf(c, { due }));
}

const daysOf = (c: Case, row: Fields): number =>
  (pick(row, 'days_overdue', 'days') as number | undefined) ??
  serial(c.as_of) - serial(pick(row, 'due', 'due_date'));

function groups(c: Case, days: number[]): unknown {
  const labels = (c.policy.groups ?? []) as string[];
  const upTo = (word: string) =>
    labels.flatMap((label) => {
      const bound = new RegExp(`^${word}.*-(\\d+)天`).exec(label)?.[1];
      return bound === undefined ? [] : [Number(bound)];
    });
  const edges =
    labels.length > 0
      ? { toGo: upTo('未到期').reverse(), overdue: upTo('已到期') }
      : { toGo: [30], overdue: [30, 60] };
  const words = signedGroupLabels(edges);
  return { bucket: days.map((d) => words[signedGroupOf(d, edges)]) };
}

/** As many years as the case says or its answers know, spelt without (含1年). */
function bands(c: Case): unknown {
  const given = pick(c.policy, 'bands', 'labels', 'groups') as string[] | undefined;
  const last = given
    ? given.length - 1
    : Number(pick(c.policy, 'last_year', 'max_years') ?? yearsOf(c));
  const years = Array.from({ length: last }, (_, i) => i + 1);
  const labels = given ?? [
    ...years.map((y) => (y === 1 ? '1年以内' : `${y - 1}-${y}年`)),
    `${last}年以上`,
  ];
  const dates = (c.input as { document_dates: unknown[] }).document_dates;
  const band = dates.map((date) => labels[ageBandOf(serial(date), serial(c.as_of), years)]);
  return { band, bucket: band };
}

/** Where the last band begins: 3 of 3年以上. */
const yearsOf = ({ expected }: Case): number =>
  Number(/(\d+)年以上/.exec(JSON.stringify(expected))?.[1] ?? DEFAULT_AGE_YEARS.at(-1));

function classification(c: Case): unknown {
  const scheme = String(pick(c.policy, 'preset', 'scheme', 'method') ?? 'bank2023');
  const days = daysOverdue(c);
  const bounds = (pick(c.policy, 'bounds', 'edges') ??
    CLASS_PRESETS[scheme.includes('card') ? 'card' : 'bank2023']) as ClassBounds;
  const rows = Array.isArray(c.input) ? (c.input as Fields[]) : [];
  const words =
    (pick(c.input as Fields, 'override', 'overrides', 'qualitative') as unknown[] | undefined) ??
    rows.map((row) => pick(row, 'override', 'qualitative', 'flag'));
  const found = days.map(
    (d, i) => CLASS_WORDS[classGiven(classOf(d, bounds), parseClassFact(words[i]))],
  );
  return Array.isArray(c.input) ? found : { class: found, bucket: found };
}
