/**
 * `npm run evaluate -- <ledger.csv|.xlsx> --train-until YYYY-MM-DD [--test-until YYYY-MM-DD]
 * [--map customer=…,documentDate=…,dueDate=…,receiptDate=…,amount=…] [--json out.json]`: how well the
 * overdue probability foretells items it has not seen, beside three simpler ways of saying it.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isoDate, parseDate, ROLES, type MappingChoice, type Serial } from '../../src/domain';
import { dataEnd, evaluate } from './evaluate';
import { openLedger } from './openLedger';

const USAGE = `Usage: npm run evaluate -- <ledger.csv|ledger.xlsx> --train-until YYYY-MM-DD
  [--test-until YYYY-MM-DD] [--map role=header,…] [--json out.json]
Trains on what was known on the first day, rates what was issued from then to the second (the data's
end when left out). Without --map columns are found by their headers; with it only those named count.
Roles: ${ROLES.join(', ')}
`;

class UsageError extends Error {}

function day(text: string | undefined, option: string): Serial {
  const serial = text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : null;
  if (serial === null) throw new UsageError(`${option} YYYY-MM-DD`);
  return serial;
}

function mappingOf(text: string): MappingChoice {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [role, ...header] = pair.split('=');
      if (!ROLES.some((known) => known === role?.trim()) || header.length === 0) {
        throw new UsageError(`--map role=header, not ${pair}`);
      }
      return [role!.trim(), header.join('=').trim()];
    }),
  );
}

function main(): void {
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { map: option, 'train-until': option, 'test-until': option, json: option },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one ledger file.');
  const trainUntil = day(values['train-until'], '--train-until');
  const { items, issues } = openLedger(file, values.map ? mappingOf(values.map) : null);
  const end = dataEnd(items);
  const testUntil =
    values['test-until'] === undefined ? end : day(values['test-until'], '--test-until');
  const result = evaluate(items, trainUntil, testUntil);
  const { card } = result;
  process.stdout.write(
    `${items.count} items, data until ${isoDate(end)}, ${issues.length} issues\n` +
      `trained on ${card.rows} (${card.late} late) due ${card.maturity} days or more before ${isoDate(trainUntil)}\n` +
      `${''.padEnd(12)}${['n', 'late', 'AUC', 'KS', 'Brier', 'log-loss'].map((h) => h.padStart(10)).join('')}\n`,
  );
  for (const name of ['model', 'logit', 'priorRatio', 'constant'] as const) {
    const { n, positives, auc, ks, brier, logLoss } = result[name];
    const figures = [auc, ks, brier, logLoss].map((x) => (x === null ? '–' : x.toFixed(4)));
    const cells = [String(n), String(positives), ...figures].map((cell) => cell.padStart(10));
    process.stdout.write(`${name.padEnd(12)}${cells.join('')}\n`);
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);
  }
}

try {
  main();
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(isUsage ? `${error.message}\n\n${USAGE}` : `${String(error)}\n`);
  process.exitCode = isUsage ? 2 : 1;
}
