import type { AssessedLedger, MergedCode, Rating, SheetIssue, Watch } from '../domain';
import { ageingSheet } from './ageingSheet';
import { applicationSheet } from './applicationSheet';
import type { ColumnMode } from './columnMode';
import { examineLedger, type RunOptions } from './examineLedger';
import { issueSheet } from './issueSheet';
import { journal } from './journal';
import { lightRules, putLights } from './lights';
import { placeOwnColumns, writeCalls, writeOwnColumns, type OwnColumns } from './ownColumns';
import { modelSheet, removeModelSheet } from './modelSheet';
import { OWN } from './ownNames';
import { ledgerRange, type Book, type LedgerPlace } from './locateLedger';
import { hasMatches, type Matching } from './matching';
import { policySheet, type StoredPolicy } from './policySheet';
import { cellsOfRatings, putRatings } from './ratingSheet';
import { reconciliationSheet } from './reconciliationSheet';
import { riskSheet } from './riskSheet';
import { COLUMN_KEYS, COLUMN_NAMES, type ColumnKey } from './namedColumns';
import { isPredicted } from './rowColumns';
import { cellsOfSettings, putSettings } from './putSettings';
import { rest } from './progress';
import { putSheets } from './putSheets';
import { sheetRows, type SheetRows } from './sheetRows';
import { TEXTS } from './texts';
import { warningSheet } from './warningSheet';
import { toWorkbookError } from './workbookError';

export type { RunOptions } from './examineLedger';

/** What a ledger says, before anything is written. */
export interface Findings extends AssessedLedger {
  /** What gives items the yellow light; null where no probability stands beside the ledger. */
  readonly watch: Watch | null;
  /** The ratings the workbook keeps, this run's included; ascending by day. */
  readonly ratings: readonly Rating[];
  /** The policy it follows; null where the workbook held none yet: the default one. */
  readonly policy: StoredPolicy | null;
  readonly place: LedgerPlace;
  readonly issues: readonly SheetIssue[];
  readonly matching: Matching;
  /** The sheets the ledger stands on. */
  readonly books: readonly Pick<Book, 'source' | 'place'>[];
  /** Customers whose code is spelt in more than one way. */
  readonly mergedCodes: readonly MergedCode[];
  /** What our columns are to hold. */
  readonly mode: ColumnMode;
  /**
   * What they hold on the main sheet: formulas in place of functions that are unknown or too many,
   * values where formulas could not say it; null before a run.
   */
  readonly written: ColumnMode | null;
  /** Whether the host was asked for AR functions and has none. */
  readonly lacksFunctions: boolean;
}

/** Our columns on one sheet. */
export interface SheetOutput {
  readonly place: LedgerPlace;
  readonly columns: OwnColumns;
}

export interface RunResult extends Findings {
  /** On the main sheet. */
  readonly columns: OwnColumns;
  /** On every sheet that holds items. */
  readonly sheets: readonly SheetOutput[];
  /** What is ours after the run; rules as area and formula. */
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
 * Reads and ages the active sheet's ledger and writes nothing.
 *
 * @throws {WorkbookError}
 */
export async function previewWarnings(options: RunOptions): Promise<Findings> {
  return Excel.run(async (context) => {
    const examined = await examineLedger(context, options);
    const { analysis, risk, lights, red, watch, ratings, policy, main, books, reading } = examined;
    const { matching, mode } = examined;
    const { issues, mergedCodes } = reading;
    const { place } = main;
    return {
      analysis,
      risk,
      lights,
      red,
      watch,
      ratings,
      policy,
      place,
      books,
      issues,
      matching,
      mergedCodes,
      mode,
      written: null,
      lacksFunctions: false,
    };
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/**
 * Reads the active sheet's ledger, ages it, and writes our columns, lights and sheets.
 * A second run finds and refreshes what the first one made.
 *
 * @throws {WorkbookError}
 */
export async function runWarnings(options: RunOptions): Promise<RunResult> {
  return Excel.run(async (context) => {
    const { names } = context.workbook;
    const shown = names.getItemOrNullObject(OWN.ledger).getRangeOrNullObject();
    shown.load('address,worksheet/id');
    const examined = await examineLedger(context, options);
    const { main, reading, analysis, risk, watch, policy, matching, mode, stored, kept } = examined;
    const { ownSheets, control } = examined;
    const { sheet, place } = main;
    const started = performance.now();
    await rest(); // taking over what a worker found was work enough
    const texts = TEXTS[options.language];
    const written = sheetRows(examined);
    // From here on the workbook changes: a run that is cut short can be undone too.
    const isAsked = options.remember ?? true;
    if (isAsked) {
      journal.remember({
        sheetId: sheet.id,
        bare: written.flatMap((rows) => (rows.place.ownColumns.size > 0 ? [] : [rows.sheet.id])),
        settings: stored,
        policy,
        ratings: examined.storedRatings,
        assessed: ownSheets.has('risk'),
        kept,
        predicted: place.ownColumns.has('probability'),
        followed: examined.decisions.followed,
        shown: shown.isNullObject ? null : shown.worksheet.id,
      });
    }
    // Undoing has put the settings back as they were.
    if (isAsked || !stored) {
      putSettings(ownSheets, stored, cellsOfSettings(analysis, place, mode, texts), texts);
    }
    const outputs: SheetOutput[] = [];
    const calls: (() => Promise<void>)[] = [];
    let lacksFunctions = false;
    for (const rows of written) {
      const columns = placeOwnColumns(rows.place, neededColumns(rows));
      const { mended, knowsFunctions } = await writeOwnColumns(rows, columns, texts, control);
      if (!knowsFunctions) lacksFunctions = true;
      else if (mended && rows.mode === 'functions') {
        calls.push(() => writeCalls(rows, columns, mended, texts));
      }
      await putLights(rows.sheet, rows.place, columns);
      outputs.push({ place: rows.place, columns });
    }
    const { columns } = outputs.find((output) => output.place === place)!;
    const range = ledgerRange(place);
    const isNamed = !shown.isNullObject && shown.worksheet.id === sheet.id;
    if (!isNamed || !shown.address.endsWith(`!${range}`)) {
      names.getItemOrNullObject(OWN.ledger).delete();
      names.add(OWN.ledger, sheet.getRange(range));
    }
    const mainRows = written.find((rows) => rows.place === place)!;
    const drafts = [ageingSheet(mainRows, columns, analysis, texts)];
    drafts.push(await warningSheet(examined, analysis, texts));
    drafts.push(await issueSheet(examined, analysis, options.language));
    if (analysis.items.applications.count > 0 || ownSheets.has('applications')) {
      drafts.push(await applicationSheet(place, analysis, matching, texts));
    }
    if (hasMatches(matching) || ownSheets.has('reconciliation')) {
      drafts.push(await reconciliationSheet(place, analysis, matching, texts));
    }
    if (risk) {
      drafts.push(policySheet(options.language));
      drafts.push(await riskSheet(examined, risk, options.language));
      drafts.push(modelSheet(risk, analysis, place.sheet, options.language));
    } else {
      ownSheets.remove('risk');
      removeModelSheet(ownSheets);
    }
    await putSheets(ownSheets, drafts, texts);
    if (risk) {
      const cells = cellsOfRatings(examined.ratings, place.date1904, options.language);
      await putRatings(ownSheets, examined.storedRatings, cells, options.language);
    }
    for (const call of calls) await call();
    const sheets = ownSheets.all().map((own) => own.load('name'));
    await context.sync();
    return {
      analysis,
      risk,
      lights: examined.lights,
      red: examined.red,
      watch,
      ratings: examined.ratings,
      policy,
      place,
      books: examined.books,
      columns,
      issues: reading.issues,
      matching,
      mergedCodes: reading.mergedCodes,
      mode,
      written: lacksFunctions ? 'formulas' : mainRows.mode,
      lacksFunctions,
      sheets: outputs,
      outputs: {
        sheets: sheets.map(({ name }) => name),
        names: [...Object.values(OWN), ...[...columns.keys()].map((key) => COLUMN_NAMES[key])],
        rules: outputs.flatMap((output) =>
          lightRules(output.place, output.columns).map((rule) => `${rule.address} ${rule.formula}`),
        ),
      },
      timings: {
        readMs: examined.readMs,
        analyseMs: examined.analyseMs,
        writeMs: performance.now() - started,
      },
    };
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/**
 * @returns our columns; open amount and due date only where the ledger's own do not say the same, what
 *   is predicted only where it is asked for
 */
function neededColumns({ place, cells, analysis, risk, isNative, itemAt }: SheetRows): ColumnKey[] {
  const asked = COLUMN_KEYS.filter((key) => risk !== null || !isPredicted(key));
  if (!isNative) return asked;
  const { items, open } = analysis;
  const dues = cells.dueDate;
  const sameDue =
    dues && itemAt.every((item, row) => item < 0 || dues[row] === items.dueDate[item]);
  // Here rows left out count too: a total among the cells would be summed up with them.
  const difference = cells.open?.slice(0, place.lastRow - place.firstRow + 1);
  itemAt.forEach((item, row) => {
    if (difference && item >= 0) difference[row]! -= open[item]! / 100;
  });
  const sameOpen = difference?.every((d) => Math.abs(d) < 0.001);
  return asked.filter((key) => !(key === 'dueDate' && sameDue) && !(key === 'open' && sameOpen));
}
