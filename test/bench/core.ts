import { analyse, defaultSettings } from '../../src/domain';
import { exponent, inChild, interleaved, peakAbove, round, stopwatch, timed } from './measure';
import { difference } from './task/answer';
import { fusedTask, readWritePass } from './task/fused';
import { AS_OF, ledgerColumns } from './task/ledger';
import { naiveColumns, naiveRows, naiveTask } from './task/naive';
import { productColumns, productTask } from './task/product';

export const CORE_ROWS = [10_000, 100_000, 1_000_000, 5_000_000];
/** Above it the naive rows take minutes: they run on this many, and count by the row. */
const MOST_NAIVE_ROWS = 1_000_000;

interface CoreTimes {
  readonly product: number;
  readonly analyse: number;
  readonly fused: number;
  readonly pass: number;
  readonly naive: number;
}

/**
 * The ledger task on ready columns: the product's functions, the hand-fused loops, one read-write
 * pass, and rows of objects with decimal.js. Throws where their answers differ by a fen.
 */
export function measureCoreTimes(rows: number): CoreTimes {
  const items = ledgerColumns(rows);
  const naiveItems = rows > MOST_NAIVE_ROWS ? ledgerColumns(MOST_NAIVE_ROWS) : items;
  const check = (what: string | null) => {
    if (what !== null) throw new Error(`${rows} rows, answers differ: ${what}`);
  };
  check(difference(productColumns(productTask(items, AS_OF)), fusedTask(items, AS_OF)));
  const rounds = rows > 1_000_000 ? 7 : rows > 100_000 ? 15 : 41;
  const times = interleaved(
    {
      product: timed(() => productTask(items, AS_OF)),
      fused: timed(() => fusedTask(items, AS_OF)),
      analyse: timed(() => analyse(items, defaultSettings(AS_OF))),
      pass: timed(() => readWritePass(items, AS_OF)),
    },
    rounds,
    rows > 100_000 ? 3 : 20,
  );
  const objects = naiveRows(naiveItems);
  const passed = stopwatch();
  const answer = naiveTask(objects, AS_OF);
  const naive = passed();
  check(
    difference(
      naiveColumns(answer, naiveItems.customers),
      productColumns(productTask(naiveItems, AS_OF)),
    ),
  );
  return { ...times, naive: (naive * rows) / objects.length };
}

/** Peak memory of the columns and one run of the product, nothing else [MB above start]. */
export function measureCoreMemory(rows: number): { columns: number; peak: number } {
  const start = process.memoryUsage.rss();
  const items = ledgerColumns(rows);
  const columns = peakAbove(start);
  productTask(items, AS_OF);
  return { columns, peak: peakAbove(start) };
}

export type CoreFigures = Record<string, Record<string, number>>;

/** @param sizes - rows, ascending */
export function benchCore(sizes: readonly number[]): CoreFigures {
  const figures: CoreFigures = {};
  let first: { rows: number; product: number; fused: number } | undefined;
  for (const rows of sizes) {
    const { product, analyse, fused, pass, naive } = inChild(measureCoreTimes, rows);
    const { columns, peak } = inChild(measureCoreMemory, rows);
    first ??= { rows, product, fused };
    figures[rows] = {
      medianMs: round(product),
      ratioToReference: round(product / fused),
      ratioToPass: round(product / pass),
      ratioToNaive: round(naive / product, 1),
      peakRssMb: round(peak, 0),
      analyseMs: round(analyse),
      columnsMb: round(columns, 0),
      referenceMs: round(fused),
      passMs: round(pass),
      naiveMs: round(naive, 0),
      naiveRows: Math.min(rows, MOST_NAIVE_ROWS),
      ...(rows > first.rows && {
        growthExponent: round(exponent(first.rows, first.product, rows, product), 3),
        // What grows here too is the machine's: caches, and memory new from the system.
        referenceGrowthExponent: round(exponent(first.rows, first.fused, rows, fused), 3),
      }),
    };
  }
  return figures;
}
