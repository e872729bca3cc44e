import {
  analyse,
  areEdges,
  type Analysis,
  type Edges,
  type MappingChoice,
  type Serial,
} from '../domain';
import { ledgerSheet } from './ledgerSheet';
import { loadOwnSheets, type OwnSheets } from './ownSheets';
import { RunControl, type Progress } from './progress';
import { locateLedger, readLedger, type LedgerPlace, type LedgerReading } from './readLedger';
import { loadSettings, settingsOf, type StoredSettings } from './settingsSheet';
import type { Language } from './texts';
import { WorkbookError } from './workbookError';

export interface RunOptions {
  /** Day to age by when the workbook does not hold one yet. */
  readonly today: Serial;
  /** Overrides the day the workbook holds. */
  readonly asOf?: Serial | undefined;
  /** Overrides the edges the workbook holds. */
  readonly edges?: Edges | undefined;
  readonly mapping?: MappingChoice | undefined;
  readonly language: Language;
  /** The ledger's sheet; when left out, see ledgerSheet. */
  readonly sheetId?: string;
  /** Whether the run can be undone; true when left out. */
  readonly remember?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** A ledger read and aged, and what of ours the workbook holds. */
export interface Examination {
  readonly sheet: Excel.Worksheet;
  readonly place: LedgerPlace;
  readonly reading: LedgerReading;
  readonly analysis: Analysis;
  /** Null when the workbook holds no settings. */
  readonly stored: StoredSettings | null;
  readonly ownSheets: OwnSheets;
  readonly readMs: number;
  readonly analyseMs: number;
}

/**
 * Reads and ages a ledger and changes nothing.
 *
 * @throws {WorkbookError}
 */
export async function examineLedger(
  context: Excel.RequestContext,
  options: RunOptions,
): Promise<Examination> {
  const control = new RunControl(options.onProgress ?? (() => undefined), options.signal ?? null);
  if (options.edges && !areEdges(options.edges)) throw new WorkbookError('badEdges', '');
  const started = performance.now();
  const { worksheets } = context.workbook;
  const sheet =
    options.sheetId === undefined
      ? await ledgerSheet(context.workbook)
      : worksheets.getItem(options.sheetId);
  const loadedSettings = loadSettings(context.workbook);
  const loadedSheets = loadOwnSheets(context.workbook);
  sheet.load('id');
  sheet.protection.load('protected');
  sheet.autoFilter.load('isDataFiltered');
  const found = await locateLedger(sheet, options.mapping ?? {});
  if (sheet.protection.protected) throw new WorkbookError('protectedSheet', found.sheet);
  const filters = [sheet.autoFilter, ...sheet.tables.items.map((table) => table.autoFilter)];
  if (filters.some((filter) => filter.isDataFiltered)) {
    throw new WorkbookError('filteredSheet', found.sheet);
  }
  const ownSheets = loadedSheets();
  ownSheets.assertWritable();
  const reading = await readLedger(sheet, found, control);
  const read = performance.now();
  const stored = loadedSettings();
  const settings = settingsOf(stored, options, options.today);
  const analysis = analyse(reading.items, settings);
  return {
    sheet,
    place: { ...found, lastRow: reading.lastRow },
    reading,
    analysis,
    stored,
    ownSheets,
    readMs: read - started,
    analyseMs: performance.now() - read,
  };
}
