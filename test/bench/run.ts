import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createApiRoot } from '../../src/host/api';
import { bootOfficeRuntime } from '../../src/host/node/officeRuntime';
import type { FunctionsMetadata } from '../../src/host/protocol/customFunctions';
import type { Timings } from './calculation';
import type { Workbook } from '../../src/host/model/workbook';
import { ledgerWorkbook } from './ledger';

export const RUN_ROWS = [1_000, 10_000, 100_000];

interface Addin {
  runReport(options: { asOf: number; language: string }): Promise<{
    run: { readMs: number; analyseMs: number; writeMs: number };
  }>;
}

/** Boots the built add-in over a workbook. */
export async function bootAddin(workbook: Workbook) {
  const dist = path.join(__dirname, '../dist');
  const metadata = JSON.parse(
    readFileSync(path.join(dist, 'functions.json'), 'utf8'),
  ) as FunctionsMetadata;
  const office = await bootOfficeRuntime({
    workbook,
    createRoot: createApiRoot,
    functions: { metadata, namespace: 'AR' },
    scripts: ['runtime.js', 'functions.js', 'rfa.js', 'headless.js'].map((file) =>
      path.join(dist, file),
    ),
  });
  const { headless } = office.window.arSentinel as { headless(): Promise<Addin> };
  return { office, addin: await headless() };
}

/**
 * The built add-in on ledgers of ten columns, a first and a second run each.
 * @param sizes - rows of the ledgers
 * @returns per ledger and run: milliseconds, syncs, bytes each way, the largest message
 */
export async function benchRuns(sizes: readonly number[]): Promise<Timings> {
  const figures: Record<string, number> = {};
  for (const rows of sizes) {
    const workbook = ledgerWorkbook(rows);
    const { office, addin } = await bootAddin(workbook);
    for (const which of ['first', 'second']) {
      const { traffic } = office;
      const { batches, requestBytes, responseBytes } = traffic;
      const { run } = await addin.runReport({ asOf: 45_838, language: 'zh-CN' });
      const say = (what: string, value: number) => {
        figures[`${rows} rows, ${which} run: ${what}`] = Math.round(value);
      };
      // The report's answers, worked out after the run, are no part of it.
      say('ms', run.readMs + run.analyseMs + run.writeMs);
      say('read ms', run.readMs);
      say('analyse ms', run.analyseMs);
      say('write ms', run.writeMs);
      say('syncs', traffic.batches - batches);
      say('request bytes', traffic.requestBytes - requestBytes);
      say('response bytes', traffic.responseBytes - responseBytes);
      say('largest request', traffic.largestRequest);
      say('largest response', traffic.largestResponse);
    }
    office.dispose();
  }
  return figures;
}
