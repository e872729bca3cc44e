import { SourceMap } from 'node:module';

/**
 * Who kept a thread: the pane's own code, office.js, which works for it, or the workbench, which
 * stands in place of Excel and would have a process of its own there. The collector of garbage walks
 * the heap all three share here, most of it the workbench's cells.
 */
export type Owner = 'pane' | 'office.js' | 'workbench' | 'collector';

/** A task that kept the page's thread from answering. */
export interface LongTask {
  /** Of clock and processor time the smaller: on a busy machine the clock counts others' turns too. */
  readonly ms: number;
  /** Shared out by the samples of the profile. */
  readonly msOf: Readonly<Record<Owner, number>>;
  /** Where most of the pane's own time went, as `file function`. */
  readonly source: string;
}

/** What of Chromium's trace is needed: when tasks began and ended, and a profile of what ran in them. */
export const TRACED = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
];

/** Source: the trace event format; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly id?: string;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly cpuProfile?: {
        readonly nodes?: readonly ProfileNode[];
        readonly samples?: readonly number[];
      };
      readonly timeDeltas?: readonly number[];
    };
  };
}

interface CallFrame {
  readonly functionName: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: CallFrame;
}

/** How V8's profile calls its collector. */
const COLLECTOR = '(garbage collector)';

/**
 * A moment of a thread: the innermost frame that has a script, or the collector; none while the browser
 * works by itself.
 */
interface Sample {
  readonly at: number;
  readonly frame: CallFrame | undefined;
}

/**
 * @param trace - JSON, as Chromium writes it
 * @param least - ms
 * @param mapOf - the source map of a script of the pane's
 */
export async function longTasks(
  trace: Buffer,
  least: number,
  mapOf: (url: string) => Promise<SourceMap>,
): Promise<LongTask[]> {
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const found: LongTask[] = [];
  for (const { pid, tid } of threads) {
    const isOfThread = (event: TraceEvent) => event.pid === pid && event.tid === tid;
    const profile = events.find((event) => event.name === 'Profile' && isOfThread(event));
    if (!profile) continue;
    const start = profile.args.data!.startTime!;
    const samples = samplesOf(
      events.filter((e) => e.name === 'ProfileChunk' && e.pid === pid && e.id === profile.id),
      start,
    );
    for (const task of events.filter((event) => event.name === 'RunTask' && isOfThread(event))) {
      const ms = Math.min(task.dur ?? 0, task.tdur ?? Infinity) / 1000;
      // The task in which the profile begins is taken up by that.
      if (ms < least || task.ts < start) continue;
      const within = samples.filter(({ at }) => at >= task.ts && at < task.ts + task.dur!);
      found.push(await taskOf(ms, within, mapOf));
    }
  }
  return found;
}

function samplesOf(chunks: readonly TraceEvent[], start: number): Sample[] {
  const frames = new Map<number, CallFrame | undefined>();
  const samples: Sample[] = [];
  let at = start;
  for (const { args } of chunks) {
    const { cpuProfile, timeDeltas } = args.data!;
    for (const { id, parent, callFrame } of cpuProfile?.nodes ?? []) {
      const { url = '', functionName } = callFrame;
      const isOwner = url !== '' || functionName === COLLECTOR;
      frames.set(id, isOwner ? callFrame : frames.get(parent ?? 0));
    }
    cpuProfile?.samples?.forEach((node, i) => {
      at += timeDeltas![i]!;
      samples.push({ at, frame: frames.get(node) });
    });
  }
  return samples.sort((a, b) => a.at - b.at);
}

async function taskOf(
  ms: number,
  samples: readonly Sample[],
  mapOf: (url: string) => Promise<SourceMap>,
): Promise<LongTask> {
  const msOf = { pane: 0, 'office.js': 0, workbench: 0, collector: 0 };
  const places = new Map<string, number>();
  let frame = samples.find((sample) => sample.frame?.url)?.frame;
  for (const sample of samples) {
    const isCollector = sample.frame?.functionName === COLLECTOR;
    if (!isCollector) frame = sample.frame ?? frame;
    const owner = isCollector ? 'collector' : ownerOf(frame?.url ?? '');
    msOf[owner] += ms / samples.length;
    if (owner !== 'pane') continue;
    const place = await placeOf(frame!, mapOf);
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const [source = ''] = [...places].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { ms, msOf, source };
}

function ownerOf(url: string): Owner {
  if (url.includes('/office/')) return 'office.js';
  // The workbench's chunks bear a hash.
  return /\/\w+\.js$/.test(url) && !url.endsWith('/workbench.js') ? 'pane' : 'workbench';
}

/** Node gives names too, which the types do not say. */
interface Mapping {
  readonly originalSource: string;
  readonly originalLine: number;
  readonly name: string;
}

/** @returns where a function begins in the sources: `src/taskpane/RedList.tsx RedList` */
async function placeOf(
  { url, functionName, lineNumber = 0, columnNumber = 0 }: CallFrame,
  mapOf: (url: string) => Promise<SourceMap>,
): Promise<string> {
  const entry: Partial<Mapping> = (await mapOf(url!)).findEntry(lineNumber, columnNumber);
  const file = entry.originalSource?.replace(/^webpack:\/\/[^/]*\/(\.\/)?/, '') ?? url!;
  return `${file}:${(entry.originalLine ?? lineNumber) + 1} ${entry.name ?? functionName}`;
}
