import type { SourceKind } from './classifySheet';
import type { DateOrder } from './dateText';
import type { DateRole, MappingChoice } from './roles';

/** What a person decided of how a ledger is read; the rest the add-in finds by itself. */
export interface LedgerChoices {
  readonly mapping: MappingChoice;
  readonly dateOrder: Readonly<Partial<Record<DateRole, DateOrder>>>;
  /** Whether codes that differ only by leading zeros or width are one customer. */
  readonly mergeCodes: boolean;
  /** What a sheet is, by its name. */
  readonly sheets: Readonly<Record<string, SourceKind>>;
}

export const NO_CHOICES: LedgerChoices = {
  mapping: {},
  dateOrder: {},
  mergeCodes: true,
  sheets: {},
};
