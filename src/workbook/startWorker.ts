import { wrap, type Remote } from 'comlink';
import type { WorkerSide } from '../worker/ledgerWorker';
import { WorkbookError } from './workbookError';

/** From here on a worker reads, ages and answers: Office restarts add-ins that do not answer for 5 s. */
export const WORKER_ROWS = 20_000;

/** How long a worker may take to be there [ms]. */
const START = 30_000;

/** A worker that is asked and may be lost. */
export interface RunningWorker {
  readonly side: Remote<WorkerSide>;
  /** @throws {WorkbookError} workerLost, where the worker is gone; cancelled, as soon as the reader cancels */
  answer<T>(work: Promise<T>): Promise<T>;
  /** @returns an object of the worker's whose methods answer the same way */
  answering<T extends object>(remote: T): T;
  /** Ends the worker; what it gave stays, what it is still asked fails. */
  end(): void;
}

/** @param signal - the reader's, to cancel by */
export function startWorker(signal: AbortSignal | null): RunningWorker {
  const worker = new Worker(
    /* webpackChunkName: "worker" */ new URL('../worker/ledgerWorker.ts', import.meta.url),
  );
  const side = wrap<WorkerSide>(worker);
  const ended = new AbortController();
  let lose: (cause?: unknown) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = (cause) => reject(new WorkbookError('workerLost', '', cause));
    worker.addEventListener('error', ({ error }) => lose(error));
    worker.addEventListener('messageerror', lose);
    void whenGone(side, ended.signal).then(lose, () => undefined);
    const cancel = () => reject(new WorkbookError('cancelled', ''));
    signal?.addEventListener('abort', cancel, { once: true, signal: ended.signal });
    if (signal?.aborted) cancel();
  });
  lost.catch(() => undefined); // whoever is asking hears of it
  const answer = <T>(work: Promise<T>) => Promise.race([work, lost]);
  return {
    side,
    answer,
    answering: (remote) =>
      new Proxy(remote, {
        get:
          (target, name) =>
          (...args: unknown[]) =>
            answer((Reflect.get(target, name) as (...all: unknown[]) => Promise<unknown>)(...args)),
      }),
    end() {
      lose();
      ended.abort();
      worker.terminate();
    },
  };
}

/**
 * A worker that dies, of memory say, does not say so, but lets go of its lock.
 *
 * @returns when it is gone; rejects when nobody waits for that any more, or the browser has no locks
 */
async function whenGone(side: Remote<WorkerSide>, ended: AbortSignal): Promise<void> {
  const lock = crypto.randomUUID();
  const isThere = await Promise.race([
    side.hold(lock).then(() => true),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), START)),
  ]);
  if (isThere) await navigator.locks.request(lock, { signal: ended }, () => undefined);
}
