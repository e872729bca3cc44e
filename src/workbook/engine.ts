import { proxy } from 'comlink';
import {
  Assembly,
  LedgerEngine,
  type Part,
  type SheetOptions,
  type Source,
  type UnitingChoice,
} from '../domain';
import { startWorker, WORKER_ROWS } from './startWorker';

/** Training takes some 50 ms of a pane that is to stay quick for this many. */
const TRAINING_ROWS = 1_000;

type Answer<T> = T | Promise<T>;

/** LedgerEngine here or in a worker: every answer may be a promise. */
export type RunningEngine = {
  readonly [M in keyof LedgerEngine]: (
    ...asked: Parameters<LedgerEngine[M]>
  ) => Answer<ReturnType<LedgerEngine[M]>>;
} & {
  /** Ends the worker; what it gave stays. */
  end(): void;
};

/**
 * @param rows - of each source; many go to a worker where there is one
 * @param trains - whether a model is trained on them
 * @param signal - the reader's, to cancel by; a worker hears nothing before its work is done
 */
export async function startEngine(
  rows: readonly number[],
  trains: boolean,
  sources: readonly Source[],
  options: UnitingChoice & SheetOptions,
  signal: AbortSignal | null,
): Promise<RunningEngine> {
  const most = trains ? TRAINING_ROWS : WORKER_ROWS;
  const total = rows.reduce((sum, own) => sum + own, 0);
  if (total <= most || typeof Worker === 'undefined') {
    return Object.assign(new LedgerEngine(sources, options, rows), { end: () => undefined });
  }
  const worker = startWorker(signal);
  try {
    const engine = worker.answering(
      await worker.answer(new worker.side.Engine(sources, options, rows)),
    );
    /** What the worker has just found. */
    const found = async <T extends object>(): Promise<T> => {
      const assembly = new Assembly();
      let handful: readonly Part[] | null;
      while ((handful = await engine.next())) assembly.add(handful);
      return assembly.whole as T;
    };
    return {
      addBlock: (source, block, firstRow) => engine.addBlock(source, block, firstRow),
      finish: () => engine.finish().then(found<ReturnType<LedgerEngine['finish']>>),
      reconcile: (asOf) =>
        engine.reconcile(asOf).then(found<ReturnType<LedgerEngine['reconcile']>>),
      assess: (settings, risk, amberFrom, control) =>
        engine
          .assess(settings, risk, amberFrom, proxy(control))
          .then(found<ReturnType<LedgerEngine['assess']>>),
      end: () => worker.end(),
    };
  } catch (error) {
    worker.end();
    throw error;
  }
}
