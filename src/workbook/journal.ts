import type { StoredSettings } from './settingsSheet';

/** What a run found in place. */
export interface RunRecord {
  readonly sheetId: string;
  /** Whether the ledger had our columns and lights already. */
  readonly hadColumns: boolean;
  /** Null when the workbook had no settings sheet. */
  readonly settings: StoredSettings | null;
  /** The sheet whose ledger our sheets showed; null when there were none. */
  readonly shown: string | null;
}

/**
 * Runs of this session, oldest first. What a run writes follows from the ledgers and the settings
 * alone, so these are all it takes to bring the state before it back, whatever was edited since.
 */
const runs: RunRecord[] = [];

export const journal = {
  remember: (run: RunRecord): void => void runs.push(run),
  takeLast: (): RunRecord | undefined => runs.pop(),
  canUndo: (): boolean => runs.length > 0,
  forget: (): void => void runs.splice(0),
};
