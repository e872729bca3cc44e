import {
  analyse,
  areEdges,
  DEFAULT_EDGES,
  defaultSettings,
  type Analysis,
  type Edges,
  type Issue,
  type MappingChoice,
  type Serial,
} from '../domain';
import { journal } from './journal';
import { OWN } from './ownNames';
import { removeOwnColumns, writeOwnColumns, type OwnColumns } from './ownColumns';
import { RunControl, type Progress } from './progress';
import { addRedLight, redLightAddress, removeRedLight } from './redLight';
import { locateLedger, readLedger, type LedgerPlace } from './readLedger';
import {
  addSettingsSheet,
  loadSettings,
  removeSettingsSheet,
  updateSettings,
} from './settingsSheet';
import { TEXTS, type Language } from './texts';
import { toWorkbookError, WorkbookError } from './workbookError';

export interface RunOptions {
  /** Day to age by when the workbook does not hold one yet. */
  readonly today: Serial;
  /** Overrides the day the workbook holds. */
  readonly asOf?: Serial | undefined;
  /** Overrides the edges the workbook holds. */
  readonly edges?: Edges | undefined;
  readonly mapping?: MappingChoice | undefined;
  readonly language: Language;
  /** The ledger's sheet; the active one when left out. */
  readonly sheetId?: string;
  /** Whether the run can be undone; true when left out. */
  readonly remember?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface RunResult {
  readonly analysis: Analysis;
  readonly place: LedgerPlace;
  readonly columns: OwnColumns;
  readonly issues: readonly Issue[];
  /** Sheets, names and rules that are ours after the run. */
  readonly outputs: {
    readonly sheets: readonly string[];
    readonly names: readonly string[];
    readonly rules: readonly string[];
  };
  readonly timings: {
    readonly readMs: number;
    readonly analyseMs: number;
    readonly writeMs: number;
  };
}

/**
 * Reads the active sheet's ledger, ages it, and writes our columns and the red light beside it.
 * A second run finds and refreshes what the first one made.
 *
 * @throws {WorkbookError}
 */
export async function runWarnings(options: RunOptions): Promise<RunResult> {
  const control = new RunControl(options.onProgress ?? (() => undefined), options.signal ?? null);
  if (options.edges && !areEdges(options.edges)) throw new WorkbookError('badEdges', '');
  return Excel.run(async (context) => {
    const started = performance.now();
    const { workbook } = context;
    const { worksheets } = workbook;
    const sheet =
      options.sheetId === undefined
        ? worksheets.getActiveWorksheet()
        : worksheets.getItem(options.sheetId);
    const settings = loadSettings(workbook);
    sheet.load('id');
    sheet.protection.load('protected');
    sheet.autoFilter.load('isDataFiltered');
    const place = await locateLedger(sheet, options.mapping ?? {});
    if (sheet.protection.protected) throw new WorkbookError('protectedSheet', place.sheet);
    if (sheet.autoFilter.isDataFiltered) throw new WorkbookError('filteredSheet', place.sheet);

    const { items, issues, uncleanRows } = await readLedger(sheet, place, control);
    const read = performance.now();
    const stored = settings();
    const asOf = options.asOf ?? stored?.asOf ?? options.today;
    const edges = options.edges ?? stored?.edges ?? DEFAULT_EDGES;
    const analysis = analyse(items, { ...defaultSettings(asOf), edges });

    const analysed = performance.now();
    const texts = TEXTS[options.language];
    const columns = place.ownColumns ?? {
      days: place.lastUsedColumn + 1,
      bucket: place.lastUsedColumn + 2,
    };
    if (place.ownColumns) removeOwnColumns(sheet);
    await removeRedLight(sheet);
    if (stored?.edges?.length === edges.length) updateSettings(workbook, asOf, edges);
    else {
      if (stored) await removeSettingsSheet(workbook);
      addSettingsSheet(workbook, asOf, edges, texts);
    }
    await writeOwnColumns(sheet, place, columns, analysis, uncleanRows, texts);
    const lastColumn = Math.max(place.lastColumn, columns.days, columns.bucket);
    addRedLight(sheet, place, columns.days, lastColumn);
    await context.sync();
    if (options.remember ?? true) {
      journal.remember({
        sheetId: sheet.id,
        hadColumns: place.ownColumns !== null,
        settings: stored,
      });
    }
    return {
      analysis,
      place,
      columns,
      issues,
      outputs: {
        sheets: [texts.settingsSheet],
        names: Object.values(OWN),
        rules: [redLightAddress(place, lastColumn)],
      },
      timings: {
        readMs: read - started,
        analyseMs: analysed - read,
        writeMs: performance.now() - analysed,
      },
    };
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}
