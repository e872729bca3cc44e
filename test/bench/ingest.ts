import {
  exponent,
  inChild,
  interleaved,
  peakAbove,
  round,
  stopwatch,
  type Contender,
} from './measure';
import { jsonBlocks, type Form } from './task/blocks';
import {
  naiveIngest,
  plainIngest,
  productIngest,
  readPass,
  type Block,
  type Ingest,
} from './task/ingest';
import { ledgerColumns } from './task/ledger';

export const INGEST_ROWS = [10_000, 100_000, 1_000_000];
/** Above it the naive rows take minutes: they read this many, and count by the row. */
const MOST_NAIVE_ROWS = 200_000;

interface IngestTimes {
  readonly product: number;
  readonly plain: number;
  readonly pass: number;
  readonly naive: number;
}

/** Parses each block from JSON, which is not counted, hands it on and drops it. */
function contender<T>(
  blocks: readonly Buffer[],
  start: () => Ingest<T>,
  check?: (got: T) => void,
): Contender {
  const last: unknown[] = [];
  return () => {
    const ingest = start();
    let ms = 0;
    let row = 2;
    for (const block of blocks) {
      const rows = JSON.parse(block.toString()) as Block;
      const passed = stopwatch();
      ingest.addBlock(rows, row);
      ms += passed();
      row += rows.length;
    }
    const passed = stopwatch();
    const got = ingest.finish();
    ms += passed();
    last[0] = [ingest, got];
    check?.(got);
    return ms;
  };
}

/** A ledger read from blocks; throws where what is read is not the ledger they were made of. */
function measureTimes(rows: number, form: Form): IngestTimes {
  const items = ledgerColumns(rows);
  const blocks = Array.from(jsonBlocks(items, form), (json) => Buffer.from(json));
  const few = blocks.slice(0, MOST_NAIVE_ROWS / 20_000);
  const rounds = rows > 100_000 ? 5 : 15;
  const times = interleaved(
    {
      product: contender(
        blocks,
        () => productIngest(rows),
        (got) => {
          for (const column of [
            'documentDate',
            'dueDate',
            'receiptDate',
            'amount',
            'received',
          ] as const) {
            const wrong = got[column].findIndex((cell, i) => cell !== items[column][i]);
            if (got.count !== rows || wrong >= 0) throw new Error(`${form}: ${column} ${wrong}`);
          }
        },
      ),
      plain: contender(blocks, () => plainIngest(rows)),
      pass: contender(blocks, readPass),
    },
    rounds,
    rows > 100_000 ? 1 : 5,
  );
  const { naive } = interleaved({ naive: contender(few, naiveIngest) }, 1, 0);
  return { ...times, naive: (naive * rows) / Math.min(rows, MOST_NAIVE_ROWS) };
}

export const measureCleanTimes = (rows: number): IngestTimes => measureTimes(rows, 'clean');
export const measureMessyTimes = (rows: number): IngestTimes => measureTimes(rows, 'messy');

/** Peak memory of reading, blocks included, and what lives on afterwards [MB above start]. */
export function measureIngestMemory(rows: number): { peak: number; kept: number } {
  const items = ledgerColumns(rows);
  globalThis.gc?.();
  const start = process.memoryUsage();
  const ingest = productIngest(rows);
  let row = 2;
  for (const json of jsonBlocks(items, 'messy')) {
    const block = JSON.parse(json) as Block;
    ingest.addBlock(block, row);
    row += block.length;
  }
  const got = ingest.finish();
  globalThis.gc?.();
  const end = process.memoryUsage();
  const bytes = ({ heapUsed, arrayBuffers }: NodeJS.MemoryUsage) => heapUsed + arrayBuffers;
  const kept = (bytes(end) - bytes(start)) / 2 ** 20;
  return { peak: peakAbove(start.rss), kept: got.count === rows ? kept : NaN };
}

/** @param sizes - rows, ascending */
export function benchIngest(sizes: readonly number[]): Record<string, Record<string, number>> {
  const figures: Record<string, Record<string, number>> = {};
  let first: { rows: number; ms: number } | undefined;
  for (const rows of sizes) {
    const clean = inChild(measureCleanTimes, rows);
    const messy = inChild(measureMessyTimes, rows);
    const { peak, kept } = inChild(measureIngestMemory, rows);
    first ??= { rows, ms: clean.product };
    figures[rows] = {
      medianMs: round(clean.product),
      ratioToReference: round(clean.product / clean.plain),
      ratioToPass: round(clean.product / clean.pass),
      ratioToNaive: round(clean.naive / clean.product, 1),
      messyMedianMs: round(messy.product),
      messyRatioToReference: round(messy.product / messy.plain),
      messyRatioToPass: round(messy.product / messy.pass),
      messyRatioToNaive: round(messy.naive / messy.product, 1),
      peakRssMb: round(peak, 0),
      keptMb: round(kept, 0),
      ...(rows > first.rows && {
        growthExponent: round(exponent(first.rows, first.ms, rows, clean.product), 3),
      }),
    };
  }
  return figures;
}
