import type { SheetIssue } from '../domain';

/** Why the add-in could not do its work on this workbook; the UI has a sentence and a hint for each. */
export type WorkbookErrorCode =
  | 'emptySheet'
  | 'noLedger'
  | 'noItems'
  | 'noCustomer'
  | 'protectedSheet'
  | 'filteredSheet'
  | 'cellEditMode'
  | 'cancelled'
  | 'stopped'
  | 'workerLost'
  | 'badEdges'
  | 'notBlank'
  | 'office';

/** The one error that leaves this room. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';

  /**
   * @param where - sheet or cell concerned, '' when none is
   * @param cause - what Office said, for `office`
   * @param issues - what is wrong with the ledger's rows, for `noItems`
   */
  constructor(
    readonly code: WorkbookErrorCode,
    readonly where: string,
    cause?: unknown,
    readonly issues: readonly SheetIssue[] = [],
  ) {
    super(cause instanceof Error ? `${code}: ${cause.message}` : code, { cause });
  }
}

/** @returns any failure of a run as a WorkbookError. */
export function toWorkbookError(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const code = error instanceof OfficeExtension.Error ? error.code : '';
  if (code === 'InvalidOperationInCellEditMode')
    return new WorkbookError('cellEditMode', '', error);
  if (code === 'AccessDenied') return new WorkbookError('protectedSheet', '', error);
  return new WorkbookError('office', '', error);
}
