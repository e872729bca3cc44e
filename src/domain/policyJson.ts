import { isoDate, NO_DATE } from './date';
import { parseDate } from './parseDate';
import { isPersonaRule, PERSONAS } from './personas';
import type { Policy } from './policy';
import { areLines, areWeights, RFA_PARTS } from './rfaScore';

const KIND = 'ar-sentinel-policy';
/** Goes up when a file of before can no longer be read. */
const VERSION = 1;

/** A policy in a file: days as 2025-06-30, null for ever. */
interface PolicyFile extends Omit<Policy, 'knockIns'> {
  readonly kind: typeof KIND;
  readonly version: typeof VERSION;
  readonly knockIns: readonly (Omit<Policy['knockIns'][number], 'since'> & {
    readonly since: string | null;
  })[];
}

/** @returns a policy as workbooks share it */
export function policyToJson(policy: Policy): string {
  const knockIns = policy.knockIns.map((knockIn) => ({
    ...knockIn,
    since: isoDate(knockIn.since) || null,
  }));
  const file: PolicyFile = { kind: KIND, version: VERSION, ...policy, knockIns };
  return JSON.stringify(file, null, 2);
}

/**
 * Reads what policyToJson wrote; whoever edited it since may have broken it. A file is taken as a
 * whole or not at all.
 *
 * @returns the policy, or each place that is wrong, such as `rfa.weights`, `knockIns.2` for the second
 *   of a list; '' for all of it
 */
export function policyFromJson(text: string): { policy: Policy } | { wrong: readonly string[] } {
  const read = parsed(text);
  if (!isRecord(read)) return { wrong: [''] };
  const wrong = CHECKS.flatMap(([path, isRight]) => wrongAt(path, valueAt(read, path), isRight));
  if (wrong.length > 0) return { wrong };
  const { rfa, personaRules, treatments, knockIns, lossGivenDefault, amberFrom } =
    read as unknown as PolicyFile;
  return {
    policy: {
      rfa,
      personaRules,
      treatments,
      knockIns: knockIns.map((knockIn) => ({
        ...knockIn,
        since: knockIn.since === null ? NO_DATE : parseDate(knockIn.since)!,
      })),
      lossGivenDefault,
      amberFrom,
    },
  };
}

type Check = (value: unknown) => boolean;
/** A list of what is checked one by one. */
interface Each {
  readonly each: Check;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isList =
  (isRight: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(isRight);
const isShare: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const isWhole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const isLines =
  (count: number, most: number): Check =>
  (value) =>
    Array.isArray(value) &&
    value.every((line) => typeof line === 'number' && line >= 0 && line <= most) &&
    areLines(value as number[], count);

const isWeights: Check = (value) => {
  if (!isRecord(value)) return false;
  const { r, f, a } = value;
  return typeof r === 'number' && typeof f === 'number' && typeof a === 'number'
    ? areWeights({ r, f, a })
    : false;
};

const isCondition: Check = (value) =>
  isRecord(value) && isText(value.fact) && isText(value.comparison);

const isRule: Check = (value) =>
  isRecord(value) &&
  isText(value.persona) &&
  isList(isCondition)(value.conditions) &&
  isPersonaRule(value as unknown as Parameters<typeof isPersonaRule>[0]);

const isTreatment: Check = (value) =>
  isRecord(value) && isText(value.channel) && isText(value.tone) && isList(isText)(value.steps);

const isKnockIn: Check = (value) =>
  isRecord(value) &&
  isText(value.customer) &&
  (value.reason === 'blacklist' || value.reason === 'bankruptcy') &&
  (value.since === null || (isText(value.since) && (parseDate(value.since) ?? NO_DATE) > NO_DATE));

/** Each place of a file, and what has to hold there; of a list, for each of it. */
const CHECKS: readonly (readonly [path: string, isRight: Check | Each])[] = [
  ['kind', (value) => value === KIND],
  ['version', (value) => value === VERSION],
  ['rfa.mode', (value) => value === 'thresholds' || value === 'quantiles'],
  ...RFA_PARTS.map(
    (part) => [`rfa.thresholds.${part}`, isLines(5, part === 'r' ? Infinity : 1)] as const,
  ),
  ['rfa.quantiles', isLines(5, 1)],
  ['rfa.weights', isWeights],
  ['rfa.tierFrom', isLines(3, 100)],
  ['rfa.windowMonths', isWhole(1, 120)],
  ['rfa.leastFallenDue', isWhole(0, Infinity)],
  ['personaRules', { each: isRule }],
  ...PERSONAS.map((persona) => [`treatments.${persona}`, isTreatment] as const),
  ['knockIns', { each: isKnockIn }],
  ['lossGivenDefault', isShare],
  ['amberFrom', isShare],
];

function wrongAt(path: string, value: unknown, isRight: Check | Each): string[] {
  if (typeof isRight === 'function') return isRight(value) ? [] : [path];
  if (!Array.isArray(value)) return [path];
  return value.flatMap((one, i) => (isRight.each(one) ? [] : [`${path}.${i + 1}`]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const valueAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (of, key) => (isRecord(of) && Object.hasOwn(of, key) ? of[key] : undefined),
      value,
    );
