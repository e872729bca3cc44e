import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  isoDate,
  parseDate,
  ROLES,
  type Discrimination,
  type Issue,
  type MappingChoice,
  type Serial,
} from '../../src/domain';
import { dataEnd, evaluate, type Evaluation } from './evaluate';
import { openLedger } from './openLedger';

const USAGE = `
Usage: npm run evaluate -- <ledger.csv|ledger.xlsx> --train-until YYYY-MM-DD
  [--test-until YYYY-MM-DD] [--map role=header,…] [--json out.json]
Trains on what was known before the first day, rates what was issued from then to the second (the
data's end when left out). Without --map columns are found by their headers; with it only those named
count: customer, documentDate, dueDate (or term) and receiptDate, and amount, without which all items
are of one size. Roles: ${ROLES.join(', ')}
`;

const CONTENDERS = ['model', 'logit', 'priorRatio', 'constant'] as const;

/**
 * Evaluates a ledger file as arguments say and writes the figures where they say.
 *
 * @returns what to print
 * @throws Error naming the file, option or value at fault
 */
export function runEvaluation(args: readonly string[]): string {
  const { file, map, json, ...days } = optionsOf(args);
  const { items, issues } = openLedger(file, map);
  const end = dataEnd(items);
  const result = evaluate(items, days.trainUntil, days.testUntil ?? end);
  if (json !== undefined) {
    try {
      writeFileSync(json, `${JSON.stringify(result, null, 1)}\n`);
    } catch (error) {
      throw new Error(`--json ${json}: ${(error as Error).message}`, { cause: error });
    }
  }
  return [
    `${items.count} items, data until ${isoDate(end)}, ${issuesOf(issues)}`,
    ...trainedOn(result, days.trainUntil),
    ...compared(result),
    '',
    ...calibrationOf(result.model),
    '',
  ].join('\n');
}

function optionsOf(args: readonly string[]) {
  const option = { type: 'string' } as const;
  const options = { map: option, 'train-until': option, 'test-until': option, json: option };
  let given;
  try {
    given = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`, { cause: error });
  }
  const { values, positionals } = given;
  const [file, ...more] = positionals;
  if (file === undefined) throw new Error(`No ledger file is named.\n${USAGE}`);
  if (more.length > 0) throw new Error(`One ledger file, not also ${more.join(', ')}.\n${USAGE}`);
  const trainUntil = dayOf(values['train-until'], '--train-until');
  if (trainUntil === null) throw new Error(`--train-until is missing.\n${USAGE}`);
  return {
    file,
    trainUntil,
    testUntil: dayOf(values['test-until'], '--test-until'),
    map: values.map === undefined ? null : mappingOf(values.map),
    json: values.json,
  };
}

function dayOf(text: string | undefined, option: string): Serial | null {
  if (text === undefined) return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : null;
  if (day === null) throw new Error(`${option} ${text}: no date such as 2025-03-31.`);
  return day;
}

/** A comma ends a header only where a role follows. */
function mappingOf(text: string): MappingChoice {
  const chosen = new Map<string, string>();
  for (const pair of text.split(/,(?=[^,=]*=)/)) {
    const [role, header] = [/^[^=]*/.exec(pair)![0].trim(), pair.replace(/^[^=]*=?/, '').trim()];
    if (!ROLES.some((known) => known === role)) {
      throw new Error(`--map: “${role}” is no role; there are ${ROLES.join(', ')}.`);
    }
    if (header === '') throw new Error(`--map: ${role} names no column.`);
    if (chosen.has(role)) throw new Error(`--map names ${role} twice.`);
    chosen.set(role, header);
  }
  return Object.fromEntries(chosen);
}

/** Exact repeats are counted all the same, as in the product. */
function issuesOf(issues: readonly Issue[]): string {
  const counts = new Map<string, number>();
  for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1);
  const each = [...counts].map(([code, n]) => `${n} ${code}`);
  return each.length === 0 ? 'no issues' : `issues: ${each.join(', ')}`;
}

function trainedOn({ card, trained }: Evaluation, trainUntil: Serial): string[] {
  const { rows, late, maturity } = card;
  const line = `trained on ${rows} (${late} late) due ${maturity} days or more before ${isoDate(trainUntil)}`;
  const isRate = trained.kind === 'rate';
  return isRate
    ? [line, `too little for coefficients (${card.tooLittle}): late shares stand in`]
    : [line];
}

function compared(result: Evaluation): string[] {
  const lines = CONTENDERS.map((name) => {
    const { n, positives, auc, ks, brier, logLoss } = result[name];
    const figures = [auc, ks, brier, logLoss].map((x) => (x === null ? '–' : x.toFixed(4)));
    return line(name, [String(n), String(positives), ...figures]);
  });
  const { auc, positives } = result.model;
  const undefinedAs = `AUC and KS are undefined: all items rated were ${positives > 0 ? 'late' : 'on time'}`;
  return [
    line('', ['n', 'late', 'AUC', 'KS', 'Brier', 'log-loss']),
    ...lines,
    ...(auc === null ? [undefinedAs] : []),
  ];
}

function calibrationOf({ calibration }: Discrimination): string[] {
  return [
    line('calibration', ['from', 'to', 'n', 'foretold', 'late']),
    ...calibration.map(({ from, to, n, meanProbability, observed }) => {
      const [low, high, foretold, late] = [from, to, meanProbability, observed].map((x) =>
        x.toFixed(4),
      );
      return line('model', [low!, high!, String(n), foretold!, late!]);
    }),
  ];
}

const line = (name: string, cells: readonly string[]): string =>
  name.padEnd(12) + cells.map((cell) => cell.padStart(10)).join('');
