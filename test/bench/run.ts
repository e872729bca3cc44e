import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createApiRoot } from '../../src/host/api';
import { bootOfficeRuntime } from '../../src/host/node/officeRuntime';
import type { FunctionsMetadata } from '../../src/host/protocol/customFunctions';
import type { Timings } from './calculation';
import { ledgerWorkbook } from './ledger';

const ROWS = [1_000, 10_000, 100_000];

interface Addin {
  runReport(options: { asOf: number; language: string }): Promise<{
    run: { readMs: number; analyseMs: number; writeMs: number };
  }>;
}

/**
 * The built add-in on ledgers of ten columns, a first and a second run each.
 * @returns per ledger and run: milliseconds, syncs, bytes each way, the largest message
 */
export async function benchRuns(): Promise<Timings> {
  const figures: Record<string, number> = {};
  const dist = path.join(__dirname, '../dist');
  for (const rows of ROWS) {
    const workbook = ledgerWorkbook(rows);
    const office = await bootOfficeRuntime({
      workbook,
      createRoot: createApiRoot,
      functions: {
        metadata: JSON.parse(
          readFileSync(path.join(dist, 'functions.json'), 'utf8'),
        ) as FunctionsMetadata,
        namespace: 'AR',
      },
      scripts: [path.join(dist, 'runtime.js')],
    });
    const addin = office.window.arSentinel as Addin;
    for (const which of ['first', 'second']) {
      const { traffic } = office;
      const { batches, requestBytes, responseBytes } = traffic;
      const start = performance.now();
      const { run } = await addin.runReport({ asOf: 45_838, language: 'zh-CN' });
      const say = (what: string, value: number) => {
        figures[`${rows} rows, ${which} run: ${what}`] = Math.round(value);
      };
      say('ms', performance.now() - start);
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
