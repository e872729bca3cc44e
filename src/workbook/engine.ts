import { proxy, type Remote } from 'comlink';
import {
  LedgerEngine,
  type SheetOptions,
  type Source,
  type TrainingControl,
  type UnitingChoice,
} from '../domain';
import { startWorker, WORKER_ROWS } from './startWorker';

/** Training takes some 50 ms of a pane that is to stay quick for this many. */
const TRAINING_ROWS = 1_000;

/** An engine here or in a worker: every answer may be a promise. */
export interface RunningEngine {
  readonly engine: LedgerEngine | Remote<LedgerEngine>;
  /** What the engine can be handed in place of the function. */
  readonly control: (control: TrainingControl) => TrainingControl;
  /** Ends the worker; what it gave stays. */
  end(): void;
}

/**
 * @param rows - of the ledger; many go to a worker where there is one
 * @param trains - whether a model is trained on them
 * @param signal - the reader's, to cancel by; a worker hears nothing before its work is done
 */
export async function startEngine(
  rows: number,
  trains: boolean,
  sources: readonly Source[],
  options: UnitingChoice & SheetOptions,
  signal: AbortSignal | null,
): Promise<RunningEngine> {
  const most = trains ? TRAINING_ROWS : WORKER_ROWS;
  if (rows <= most || typeof Worker === 'undefined') {
    return {
      engine: new LedgerEngine(sources, options),
      control: (control) => control,
      end: () => undefined,
    };
  }
  const worker = startWorker(signal);
  try {
    const engine = await worker.answer(new worker.side.Engine(sources, options));
    return { engine: worker.answering(engine), control: proxy, end: () => worker.end() };
  } catch (error) {
    worker.end();
    throw error;
  }
}
