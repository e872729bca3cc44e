import type { Session } from '../protocol/session';
import type { Workbook } from '../model/workbook';

/** What every object of the API stands on. */
export interface ApiContext {
  readonly workbook: Workbook;
  readonly session: Session;
}

/** Edits that come through the API are the add-in's own. */
export const ORIGIN = 'addin';
