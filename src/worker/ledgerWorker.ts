import { expose, transfer } from 'comlink';
import {
  LedgerDesk,
  LedgerEngine,
  type Analysis,
  type AnalysisSettings,
  type AssessedLedger,
  type RiskSettings,
  type TrainingControl,
} from '../domain';

/** The engine in a worker of its own: its columns are handed over, not copied. */
class TransferringEngine extends LedgerEngine {
  override analyse(settings: AnalysisSettings): Analysis {
    const analysis = super.analyse(settings);
    return transfer(analysis, buffersOf(tablesOf(analysis)));
  }

  /** @param control - is told and not asked: an answer comes after the work; to stop, end the worker */
  override assess(
    settings: AnalysisSettings,
    riskSettings: RiskSettings,
    control: TrainingControl,
  ): AssessedLedger {
    const assessed = super.assess(settings, riskSettings, (begun, total) => {
      control(begun, total);
      return true;
    });
    const { analysis, risk } = assessed;
    return transfer(assessed, buffersOf([...tablesOf(analysis), ...(risk ? [risk] : [])]));
  }
}

const tablesOf = (analysis: Analysis): object[] => [
  analysis,
  analysis.items,
  analysis.items.applications,
];

/** @returns the memory of the typed columns, each once */
function buffersOf(tables: readonly object[]): ArrayBuffer[] {
  const columns = tables.flatMap((table) => Object.values(table) as unknown[]);
  const buffers = columns.flatMap((c) => (ArrayBuffer.isView(c) ? [c.buffer as ArrayBuffer] : []));
  return [...new Set(buffers)];
}

/** Takes a lock for as long as the worker lives. */
const hold = (lock: string): Promise<void> =>
  new Promise((resolve) => {
    void navigator.locks.request(lock, () => {
      resolve();
      return new Promise(() => undefined);
    });
  });

const side = { Engine: TransferringEngine, Desk: LedgerDesk, hold };

/** What the worker offers. */
export type WorkerSide = typeof side;

expose(side);
