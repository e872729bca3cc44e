import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createApiRoot } from '../api';
import { openWorkbook } from '../file/openWorkbook';
import { saveWorkbook } from '../file/saveWorkbook';
import type { FunctionsMetadata } from '../protocol/customFunctions';
import { bootOfficeRuntime } from './officeRuntime';

const USAGE = `Usage: npm run headless -- <ledger.xlsx|ledger.csv> --as-of YYYY-MM-DD --out result.xlsx
  [--json result.json] [--sheet NAME] [--edges 30,60,90] [--map role=header,…] [--lang zh-CN|en-US]
  [--given name=figure,…]

--given says what no ledger has: balance (the account's), balance:CUSTOMER, cash, minimumCash, badDebt
(cash:USD for those of a currency), lateRate (a year), forwardLooking (0.1 or 10%), industry.

Runs the built add-in on a ledger without Excel and without a browser.
Exit code: 0 done, 1 the ledger could not be worked on (the reason is on stderr), 2 wrong usage.
`;

/** How long AR functions in cells may give no answer before a run has failed [ms]. */
const PATIENCE = 30_000;

/** The built add-in's global; see src/runtime.ts. */
interface Runtime {
  headless(): Promise<Addin>;
}

/** What the built add-in offers for runs without a pane; see src/headless/index.ts. */
interface Addin {
  parseDate(cell: unknown): number | null;
  readonly ROLES: readonly string[];
  readonly GIVEN_NAMES: readonly string[];
  unreadableFigure(given: Readonly<Record<string, string>>): string | undefined;
  unknownHeader(mapping: Readonly<Record<string, string>>): Promise<string | undefined>;
  runReport(options: {
    asOf: number;
    edges: readonly number[] | undefined;
    mapping: Readonly<Record<string, string>> | undefined;
    given: Readonly<Record<string, string>>;
    language: string;
    onProgress: (progress: { step: string; done: number; total: number }) => void;
  }): Promise<{ run: object }>;
}

class UsageError extends Error {}

interface Arguments {
  readonly ledger: string;
  readonly asOf: string;
  readonly out: string;
  readonly json: string | undefined;
  readonly sheet: string | undefined;
  readonly edges: readonly number[] | undefined;
  /** Undefined when nothing is said: then as the workbook has it. */
  readonly mapping: Readonly<Record<string, string>> | undefined;
  readonly given: Readonly<Record<string, string>>;
  readonly language: string;
}

function readArguments(args: readonly string[]): Arguments {
  const option = { type: 'string' } as const;
  const names = ['as-of', 'out', 'json', 'sheet', 'edges', 'map', 'given', 'lang'];
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, option])),
    });
  } catch (error) {
    throw new UsageError(String(error));
  }
  const { values, positionals } = parsed;
  const [ledger, ...more] = positionals;
  const asOf = values['as-of'];
  const out = values.out;
  if (!ledger || more.length > 0) throw new UsageError('Name one ledger file.');
  if (!existsSync(ledger)) throw new UsageError(`There is no file ${ledger}.`);
  if (!asOf || !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new UsageError('--as-of YYYY-MM-DD');
  if (!out) throw new UsageError('--out names the file to write.');
  const edges = values.edges?.split(',').map(Number);
  if (edges?.some((edge, i) => !Number.isInteger(edge) || edge <= (edges[i - 1] ?? 0))) {
    throw new UsageError('--edges 30,60,90: whole days, ascending');
  }
  const mapping = values.map === undefined ? undefined : pairsOf('--map role=header', values.map);
  const given = pairsOf('--given name=figure', values.given ?? '');
  const { json, sheet, lang } = values;
  return { ledger, asOf, out, json, sheet, edges, mapping, given, language: lang ?? 'zh-CN' };
}

/** @throws {UsageError} where a part is no pair */
function pairsOf(usage: string, text: string): Record<string, string> {
  const pairs = text.split(',').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at <= 0) throw new UsageError(`${usage}, not ${pair}`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

async function run(args: Arguments): Promise<void> {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const workbook = openWorkbook(readFileSync(args.ledger), path.basename(args.ledger));
  if (args.sheet !== undefined) {
    const sheet = workbook.sheet(args.sheet);
    if (!sheet) throw new UsageError(`There is no sheet “${args.sheet}”.`);
    workbook.activeSheet = sheet;
  }
  const built = path.join(__dirname, '../dist');
  const metadata = JSON.parse(
    readFileSync(path.join(built, 'functions.json'), 'utf8'),
  ) as FunctionsMetadata;
  const office = await bootOfficeRuntime({
    workbook,
    createRoot: createApiRoot,
    locale: args.language,
    functions: { metadata, namespace: 'AR' },
    scripts: ['runtime.js', 'functions.js', 'rfa.js', 'headless.js'].map((file) =>
      path.join(built, file),
    ),
  });
  try {
    const addin = await (office.window.arSentinel as Runtime).headless();
    if (args.mapping) {
      const unknown = Object.keys(args.mapping).find((role) => !addin.ROLES.includes(role));
      if (unknown !== undefined) {
        throw new UsageError(`--map: ${unknown} is none of ${addin.ROLES.join(', ')}`);
      }
      const header = await addin.unknownHeader(args.mapping);
      if (header !== undefined) throw new UsageError(`--map: the ledger has no column ${header}`);
    }
    const figure = addin.unreadableFigure(args.given);
    if (figure !== undefined) {
      throw new UsageError(
        `--given ${figure}: a figure that can be read, of ${addin.GIVEN_NAMES.join(', ')}`,
      );
    }
    const asOf = addin.parseDate(args.asOf);
    if (asOf === null) throw new UsageError(`${args.asOf} is no day of the calendar.`);
    const { traffic } = office;
    const { batches, requestBytes, responseBytes } = traffic;
    const report = await addin.runReport({
      asOf,
      edges: args.edges,
      mapping: args.mapping,
      given: args.given,
      language: args.language,
      onProgress: ({ step, done, total }) => say(`${step} ${done} / ${total}`),
    });
    const measured = {
      ...report.run,
      syncs: traffic.batches - batches,
      requestBytes: traffic.requestBytes - requestBytes,
      responseBytes: traffic.responseBytes - responseBytes,
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    // A cell that waits for its answer would be saved as #BUSY!.
    await office.host.functions!.idle(PATIENCE);
    writeFileSync(args.out, saveWorkbook(workbook));
    if (args.json !== undefined) {
      writeFileSync(args.json, `${JSON.stringify({ ...report, run: measured }, null, 1)}\n`);
    }
    say(`${args.out} ${JSON.stringify(measured)}`);
  } finally {
    office.dispose();
  }
}

Promise.resolve()
  .then(() => run(readArguments(process.argv.slice(2))))
  .catch((error: unknown) => {
    const usage = error instanceof UsageError;
    process.stderr.write(usage ? `${error.message}\n\n${USAGE}` : `${String(error)}\n`);
    process.exitCode = usage ? 2 : 1;
  });
