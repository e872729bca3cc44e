import type { Remote } from 'comlink';
import { handfulsOf, LedgerDesk, type Analysis } from '../domain';
import { startWorker, WORKER_ROWS, type RunningWorker } from './startWorker';

/** How long a worker waits for the next question [ms]. */
const PATIENCE = 60_000;

/** A desk here or in a worker. */
export type Desk = LedgerDesk | Remote<LedgerDesk>;

/** A desk in a worker, which holds a copy of the analysis. */
interface OpenDesk {
  readonly analysis: Analysis;
  readonly worker: RunningWorker;
  readonly desk: Promise<Remote<LedgerDesk>>;
}

let open: OpenDesk | null = null;
let closing: ReturnType<typeof setTimeout> | undefined;

/**
 * Asks about an analysis what takes a look at all its items: a long one in a worker, which stays for
 * the next question.
 *
 * @throws {WorkbookError} workerLost
 */
export async function askDesk<T>(
  analysis: Analysis,
  ask: (desk: Desk) => T | Promise<T>,
): Promise<T> {
  if (analysis.items.count <= WORKER_ROWS || typeof Worker === 'undefined') {
    return ask(new LedgerDesk(analysis));
  }
  const asked = openDesk(analysis);
  const { worker, desk } = asked;
  clearTimeout(closing);
  closing = setTimeout(close, PATIENCE);
  try {
    return await ask(worker.answering(await worker.answer(desk)));
  } catch (error) {
    if (open === asked) close();
    throw error;
  }
}

function openDesk(analysis: Analysis): OpenDesk {
  if (open?.analysis === analysis) return open;
  close();
  const worker = startWorker(null);
  return (open = { analysis, worker, desk: handOver(analysis, worker) });
}

async function handOver(analysis: Analysis, { side }: RunningWorker): Promise<Remote<LedgerDesk>> {
  const builder = await new side.DeskBuilder();
  for (const handful of handfulsOf(analysis)) await builder.add(handful);
  return builder.desk();
}

function close(): void {
  open?.worker.end();
  open = null;
}
