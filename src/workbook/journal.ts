import type { StoredPolicy } from './policySheet';
import type { StoredRatings } from './ratingSheet';
import type { FrozenSheet } from './freeze';
import type { KeptModel } from './keptModel';
import type { AcceptedMatch } from '../domain';
import type { StoredSettings } from './settingsSheet';

/** What a run found in place. */
export interface RunRecord {
  /** The ledger's main sheet. */
  readonly sheetId: string;
  /** Sheets of the ledger that had no columns and lights of ours yet. */
  readonly bare: readonly string[];
  /** Null when the workbook had no settings sheet. */
  readonly settings: StoredSettings | null;
  /** Null when the workbook had no policy sheet. */
  readonly policy: StoredPolicy | null;
  /** Null when the workbook kept no ratings. */
  readonly ratings: StoredRatings | null;
  /** Whether customers' risk was assessed. */
  readonly assessed: boolean;
  /** The model of the ledger our sheets showed. */
  readonly kept: KeptModel;
  /** Whether probability and expected loss stood beside the ledger. */
  readonly predicted: boolean;
  /** The accepted matches it found followed. */
  readonly followed: readonly AcceptedMatch[];
  /** The sheet whose ledger our sheets showed; null when there were none. */
  readonly shown: string | null;
}

/** Formulas that were turned into values. */
export interface FreezeRecord {
  readonly frozen: readonly FrozenSheet[];
}

/** A policy that was changed from the pane. */
export interface PolicyRecord {
  /** As it was; null when the workbook had no policy sheet. */
  readonly changed: StoredPolicy | null;
  /** The sheet whose customers were rated by it; null when none were. */
  readonly ratedBy: string | null;
}

/** A sheet that was made at a person's wish. */
export interface MadeRecord {
  readonly made: 'statements';
}

/**
 * What was done in this session, oldest first. What a run writes follows from the ledgers and the
 * settings alone, so these are all it takes to bring the state before it back, whatever was edited
 * since.
 */
const records: (RunRecord | FreezeRecord | PolicyRecord | MadeRecord)[] = [];

export const journal = {
  remember: (record: (typeof records)[number]): void => void records.push(record),
  takeLast: (): (typeof records)[number] | undefined => records.pop(),
  canUndo: (): boolean => records.length > 0,
  forget: (): void => void records.splice(0),
};
