import {
  analyse,
  areEdges,
  type Analysis,
  type Edges,
  type Issue,
  type MappingChoice,
  type Serial,
} from '../domain';
import { writeAgeingSheet } from './ageingSheet';
import { writeIssueSheet } from './issueSheet';
import { journal } from './journal';
import { addLights, lightsAddress, removeLights } from './lights';
import { placeOwnColumns, writeOwnColumns, type OwnColumns } from './ownColumns';
import { OWN } from './ownNames';
import { loadOwnSheets } from './ownSheets';
import { RunControl, type Progress } from './progress';
import {
  ledgerRange,
  locateLedger,
  readLedger,
  type LedgerPlace,
  type LedgerReading,
} from './readLedger';
import { COLUMN_KEYS, ROW_COLUMNS, type ColumnKey } from './rowColumns';
import { cellsOfSettings, loadSettings, putSettings, settingsOf } from './settingsSheet';
import { TEXTS, type Language } from './texts';
import { writeWarningSheet } from './warningSheet';
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
 * Reads the active sheet's ledger, ages it, and writes our columns, lights and sheets.
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
    const { worksheets, names } = workbook;
    const sheet =
      options.sheetId === undefined
        ? worksheets.getActiveWorksheet()
        : worksheets.getItem(options.sheetId);
    const loadedSettings = loadSettings(workbook);
    const loadedSheets = loadOwnSheets(workbook);
    const shown = names
      .getItemOrNullObject(OWN.ledger)
      .getRangeOrNullObject()
      .load('address,worksheet/id');
    sheet.load('id');
    sheet.protection.load('protected');
    sheet.autoFilter.load('isDataFiltered');
    sheet.tables.load('items/name,items/autoFilter/isDataFiltered');
    const place = await locateLedger(sheet, options.mapping ?? {});
    if (sheet.protection.protected) throw new WorkbookError('protectedSheet', place.sheet);
    const filters = [sheet.autoFilter, ...sheet.tables.items.map((table) => table.autoFilter)];
    if (filters.some((filter) => filter.isDataFiltered)) {
      throw new WorkbookError('filteredSheet', place.sheet);
    }
    const ownSheets = loadedSheets();
    ownSheets.assertWritable();

    const reading = await readLedger(sheet, place, control);
    const read = performance.now();
    const stored = loadedSettings();
    const settings = settingsOf(stored, options, options.today);
    const analysis = analyse(reading.items, settings);

    const analysed = performance.now();
    const texts = TEXTS[options.language];
    const columns = placeOwnColumns(place, neededColumns(place, reading));
    const userRules = await removeLights(sheet);
    putSettings(ownSheets, stored, cellsOfSettings(settings), texts);
    await writeOwnColumns(sheet, place, columns, analysis, reading.uncleanRows, texts);
    addLights(sheet, place, columns, userRules);
    const range = ledgerRange(place);
    const isNamed = !shown.isNullObject && shown.worksheet.id === sheet.id;
    if (!isNamed || !shown.address.endsWith(`!${range}`)) {
      names.getItemOrNullObject(OWN.ledger).delete();
      names.add(OWN.ledger, sheet.getRange(range));
    }
    await writeAgeingSheet(ownSheets.blank('ageing', texts), place, columns, analysis, texts);
    const warnings = ownSheets.blank('warnings', texts);
    await writeWarningSheet(warnings, place, reading, analysis, texts);
    const issueSheet = ownSheets.blank('issues', texts);
    await writeIssueSheet(issueSheet, place, reading.issues, analysis, texts);
    const sheets = ownSheets.all().map((own) => own.load('name'));
    await context.sync();
    if (options.remember ?? true) {
      journal.remember({
        sheetId: sheet.id,
        hadColumns: place.ownColumns.size > 0,
        settings: stored,
        shown: shown.isNullObject ? null : shown.worksheet.id,
      });
    }
    return {
      analysis,
      place,
      columns,
      issues: reading.issues,
      outputs: {
        sheets: sheets.map(({ name }) => name),
        names: [...Object.values(OWN), ...[...columns.keys()].map((key) => ROW_COLUMNS[key].name)],
        rules: [lightsAddress(place, columns), lightsAddress(place, columns)],
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

/** @returns our columns; due date and open amount only where the ledger has none that says the same. */
function neededColumns(place: LedgerPlace, { items, dueCells }: LedgerReading): ColumnKey[] {
  const { row, dueDate } = items;
  const sameDue =
    dueCells !== null && row.every((r, item) => dueCells[r - 1 - place.firstRow] === dueDate[item]);
  return COLUMN_KEYS.filter((key) => !(key === 'dueDate' && sameDue));
}
