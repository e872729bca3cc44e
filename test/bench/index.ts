/** `npm run bench -- [--only calculation|file|run] [--json out.json]`: figures, never a verdict. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchCalculation, type Timings } from './calculation';
import { benchFile } from './file';
import { benchRuns } from './run';

const PARTS: Readonly<Record<string, () => Timings | Promise<Timings>>> = {
  calculation: benchCalculation,
  file: benchFile,
  run: benchRuns,
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, json: { type: 'string' } },
  });
  const names = values.only === undefined ? Object.keys(PARTS) : [values.only];
  const results: Record<string, Timings> = {};
  for (const name of names) {
    const part = PARTS[name];
    if (!part) throw new Error(`--only is one of ${Object.keys(PARTS).join(', ')}`);
    process.stdout.write(`${name}\n`);
    results[name] = await part();
    for (const [what, figure] of Object.entries(results[name])) {
      process.stdout.write(`  ${what.padEnd(48)}${figure.toLocaleString('en-US').padStart(14)}\n`);
    }
  }
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
}

void main();
