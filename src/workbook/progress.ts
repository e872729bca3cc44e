import { WorkbookError } from './workbookError';

/** How far a run is; `done` and `total` are rows. */
export interface Progress {
  readonly step: 'read' | 'write';
  readonly done: number;
  readonly total: number;
}

/** Lets a run be watched and cancelled between two blocks. */
export class RunControl {
  constructor(
    private readonly onProgress: (progress: Progress) => void,
    private readonly signal: AbortSignal | null,
  ) {}

  /** @throws {WorkbookError} cancelled */
  async report(progress: Progress): Promise<void> {
    this.onProgress(progress);
    await new Promise((resolve) => setTimeout(resolve)); // lets the pane paint and hear a click
    if (this.signal?.aborted) throw new WorkbookError('cancelled', '');
  }
}
