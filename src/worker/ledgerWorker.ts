import { expose, proxy, transfer, type ProxyMarked } from 'comlink';
import {
  Assembly,
  handfulsOf,
  LedgerDesk,
  LedgerEngine,
  type Analysis,
  type Part,
  type TrainingControl,
} from '../domain';

/** The engine in a worker of its own; what it finds is fetched from it handful by handful. */
class HandingEngine {
  private readonly engine: LedgerEngine;
  private handfuls = handfulsOf({});

  constructor(...made: ConstructorParameters<typeof LedgerEngine>) {
    this.engine = new LedgerEngine(...made);
  }

  addBlock(...block: Parameters<LedgerEngine['addBlock']>): void {
    this.engine.addBlock(...block);
  }

  finish(): void {
    this.handfuls = handfulsOf(this.engine.finish());
  }

  reconcile(asOf: number): void {
    this.handfuls = handfulsOf(this.engine.reconcile(asOf));
  }

  /**
   * The last that can be asked: its columns are handed over and not copied.
   *
   * @param control - is told and not asked: an answer comes after the work; to stop, end the worker
   */
  assess(
    settings: Parameters<LedgerEngine['assess']>[0],
    riskSettings: Parameters<LedgerEngine['assess']>[1],
    amberFrom: Parameters<LedgerEngine['assess']>[2],
    control: TrainingControl,
  ): void {
    const assessed = this.engine.assess(settings, riskSettings, amberFrom, (begun, total) => {
      control(begun, total);
      return true;
    });
    this.handfuls = handfulsOf(assessed);
  }

  /** @returns the next of the last answer; null where there is none */
  next(): readonly Part[] | null {
    const { value } = this.handfuls.next();
    return value ? transfer(value, buffersOf(value)) : null;
  }
}

/** @returns the memory of the typed columns, each once */
function buffersOf(handful: readonly Part[]): ArrayBuffer[] {
  const buffers = handful.flatMap(({ value }) =>
    ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [],
  );
  return [...new Set(buffers)];
}

/** Takes an analysis handful by handful, to answer questions about it. */
class DeskBuilder extends Assembly {
  desk(): LedgerDesk & ProxyMarked {
    return proxy(new LedgerDesk(this.whole as Analysis));
  }
}

/** Takes a lock for as long as the worker lives. */
const hold = (lock: string): Promise<void> =>
  new Promise((resolve) => {
    void navigator.locks.request(lock, () => {
      resolve();
      return new Promise(() => undefined);
    });
  });

const side = { Engine: HandingEngine, DeskBuilder, hold };

/** What the worker offers. */
export type WorkerSide = typeof side;

expose(side);
