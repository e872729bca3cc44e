import { execFileSync } from 'node:child_process';

/**
 * Starts to measure. On a busy machine the clock counts the turns of other programs too, processor
 * time does not, but counts what goes on side by side twice: so the smaller of the two is taken.
 *
 * @returns says how much time has passed [ms]
 */
export function stopwatch(): () => number {
  const start = performance.now();
  const usage = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(usage);
    return Math.min(performance.now() - start, (user + system) / 1000);
  };
}

/** Does its work and says how long it took [ms]. */
export type Contender = () => number;

/** @returns a contender that runs a function; its last result lives on, as a program's would */
export function timed(run: () => unknown): Contender {
  const last: unknown[] = [];
  return () => {
    const passed = stopwatch();
    last[0] = run();
    return passed();
  };
}

/**
 * Runs contenders in turn, round after round, so that a slow moment of the machine meets all of
 * them; garbage of one is collected before the next starts.
 *
 * @returns milliseconds per contender, the median of the rounds after the warm-ups
 */
export function interleaved<K extends string>(
  contenders: Readonly<Record<K, Contender>>,
  rounds: number,
  warmUps: number,
): Record<K, number> {
  const names = Object.keys(contenders) as K[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      globalThis.gc?.();
      const ms = contenders[name]();
      if (round >= 0) times.get(name)!.push(ms);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<
    K,
    number
  >;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** @returns the growth exponent between two sizes: 1 is linear */
export const exponent = (rows: number, ms: number, moreRows: number, moreMs: number): number =>
  Math.log(moreMs / ms) / Math.log(moreRows / rows);

/** @returns megabytes the process held at its peak above what it held at `start` [MB] */
export const peakAbove = (start: number): number =>
  (process.resourceUsage().maxRSS * 1024 - start) / 2 ** 20;

/**
 * @param measurement - a function that `index.ts` lists
 * @returns what it says in a process of its own
 */
export const inChild = <T>(measurement: (rows: number) => T, rows: number): T =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=8192', __filename]
        .concat('--measure', measurement.name)
        .concat('--rows', String(rows)),
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    ),
  ) as T;

export const round = (figure: number, digits = 2): number => Number(figure.toFixed(digits));
