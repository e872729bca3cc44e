/**
 * `npm run bench -- [--only core|ingest|calculation|file|run|pane|overdue|functions] [--rows 1000000] [--json out.json]`:
 * figures, never a verdict.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchCalculation } from './calculation';
import { benchCore, CORE_ROWS, measureCoreMemory, measureCoreTimes } from './core';
import { benchFile } from './file';
import { benchFunctions } from './functions';
import {
  benchIngest,
  INGEST_ROWS,
  measureCleanTimes,
  measureIngestMemory,
  measureMessyTimes,
} from './ingest';
import { benchOverdue, measureOverdueTimes, OVERDUE_ROWS } from './overdue';
import { benchPane } from './pane';
import { benchRuns, RUN_ROWS } from './run';

/** Figures by name, or by size and name. */
type Figures = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

const PARTS: Readonly<Record<string, (rows?: number[]) => Figures | Promise<Figures>>> = {
  core: (rows = CORE_ROWS) => benchCore(rows),
  ingest: (rows = INGEST_ROWS) => benchIngest(rows),
  calculation: benchCalculation,
  file: benchFile,
  run: (rows = RUN_ROWS) => benchRuns(rows),
  pane: () => benchPane(),
  overdue: (rows = OVERDUE_ROWS) => benchOverdue(rows),
  functions: () => benchFunctions(),
};

/** What runs in a process of its own. */
const MEASUREMENTS: Readonly<Record<string, (rows: number) => unknown>> = {
  measureCoreTimes,
  measureCoreMemory,
  measureCleanTimes,
  measureMessyTimes,
  measureIngestMemory,
  measureOverdueTimes,
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rows: { type: 'string', multiple: true },
      json: { type: 'string' },
      measure: { type: 'string' },
    },
  });
  const rows = values.rows?.map(Number).sort((a, b) => a - b);
  if (values.measure !== undefined) {
    process.stdout.write(JSON.stringify(MEASUREMENTS[values.measure]!(rows![0]!)));
    return;
  }
  const names = values.only === undefined ? Object.keys(PARTS) : [values.only];
  const results: Record<string, Figures> = {};
  for (const name of names) {
    const part = PARTS[name];
    if (!part) throw new Error(`--only is one of ${Object.keys(PARTS).join(', ')}`);
    process.stdout.write(`${name}\n`);
    results[name] = await part(rows);
    print(results[name]);
  }
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
}

function print(figures: Figures): void {
  for (const [what, figure] of Object.entries(figures)) {
    if (typeof figure === 'number') line(what, figure);
    else for (const [name, n] of Object.entries(figure)) line(`${what} rows: ${name}`, n);
  }
}

const line = (what: string, figure: number): boolean =>
  process.stdout.write(`  ${what.padEnd(48)}${figure.toLocaleString('en-US').padStart(14)}\n`);

void main();
