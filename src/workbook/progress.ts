import { WorkbookError } from './workbookError';

/** How far a run is; `done` and `total` are rows, of training the fits begun. */
export interface Progress {
  readonly step: 'read' | 'train' | 'write';
  readonly done: number;
  readonly total: number;
}

/** How long a piece of work keeps the thread [ms]. */
const SLICE = 16;

/** Lets the pane paint and hear a click. */
export const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Cuts long work into pieces by time, whatever the machine. */
export class Slices {
  private began = performance.now();

  /** Between two steps of the work: waits where the piece has been long enough. */
  async next(): Promise<void> {
    if (performance.now() - this.began < SLICE) return;
    await rest();
    this.began = performance.now();
  }
}

/** Made between two looks at the clock. */
const A_LOOK = 64;

/** Makes one of each, as `map` does, in pieces. */
export async function mapInSlices<T, R>(list: readonly T[], make: (one: T) => R): Promise<R[]> {
  const slices = new Slices();
  const made: R[] = [];
  for (const one of list) {
    if (made.length % A_LOOK === 0) await slices.next();
    made.push(make(one));
  }
  if (made.length > A_LOOK) await rest(); // what follows is a piece by itself
  return made;
}

/** Lets a run be watched and cancelled between two blocks. */
export class RunControl {
  constructor(
    private readonly onProgress: (progress: Progress) => void,
    private readonly signal: AbortSignal | null,
  ) {}

  /** @throws {WorkbookError} cancelled while reading, stopped while writing */
  async report(progress: Progress): Promise<void> {
    this.onProgress(progress);
    await rest();
    if (!this.signal?.aborted) return;
    throw new WorkbookError(progress.step === 'write' ? 'stopped' : 'cancelled', '');
  }

  /** For work that cannot wait in between. @returns whether to go on */
  note(progress: Progress): boolean {
    this.onProgress(progress);
    return !this.signal?.aborted;
  }
}
