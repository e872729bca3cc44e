import type { Analysis, Issue } from '../domain';
import { writeAgeingSheet } from './ageingSheet';
import { examineLedger, type Examination, type RunOptions } from './examineLedger';
import { writeIssueSheet } from './issueSheet';
import { journal } from './journal';
import { addLights, lightRules, removeLights } from './lights';
import { placeOwnColumns, writeOwnColumns, type OwnColumns } from './ownColumns';
import { OWN } from './ownNames';
import { ledgerRange, type LedgerPlace } from './readLedger';
import { COLUMN_KEYS, ROW_COLUMNS, type ColumnKey } from './rowColumns';
import { cellsOfSettings, putSettings } from './settingsSheet';
import { TEXTS } from './texts';
import { writeWarningSheet } from './warningSheet';
import { toWorkbookError } from './workbookError';

export type { RunOptions } from './examineLedger';

/** What a ledger says, before anything is written. */
export interface Findings {
  readonly analysis: Analysis;
  readonly place: LedgerPlace;
  readonly issues: readonly Issue[];
}

export interface RunResult extends Findings {
  readonly columns: OwnColumns;
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
    const { analysis, place, reading } = await examineLedger(context, options);
    return { analysis, place, issues: reading.issues };
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
    const { sheet, place, reading, analysis, stored, ownSheets, readMs, analyseMs } = examined;
    const started = performance.now();
    const texts = TEXTS[options.language];
    const columns = placeOwnColumns(place, neededColumns(examined));
    const userRules = await removeLights(sheet);
    putSettings(ownSheets, stored, cellsOfSettings(analysis), texts);
    await writeOwnColumns(sheet, place, columns, analysis, reading, texts);
    addLights(sheet, place, columns, userRules);
    const range = ledgerRange(place);
    const isNamed = !shown.isNullObject && shown.worksheet.id === sheet.id;
    if (!isNamed || !shown.address.endsWith(`!${range}`)) {
      names.getItemOrNullObject(OWN.ledger).delete();
      names.add(OWN.ledger, sheet.getRange(range));
    }
    await writeAgeingSheet(ownSheets.blank('ageing', texts), place, columns, analysis, texts);
    await writeWarningSheet(ownSheets.blank('warnings', texts), place, analysis, texts);
    const { issues } = reading;
    await writeIssueSheet(ownSheets.blank('issues', texts), place, issues, analysis, texts);
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
      issues,
      outputs: {
        sheets: sheets.map(({ name }) => name),
        names: [...Object.values(OWN), ...[...columns.keys()].map((key) => ROW_COLUMNS[key].name)],
        rules: lightRules(place, columns).map((rule) => `${rule.address} ${rule.formula}`),
      },
      timings: { readMs, analyseMs, writeMs: performance.now() - started },
    };
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/** @returns our columns; open amount and due date only where the ledger's own do not say the same. */
function neededColumns({ place, reading: { cells }, analysis }: Examination): ColumnKey[] {
  const { items, open } = analysis;
  const rowOf = (item: number) => items.row[item]! - 1 - place.firstRow;
  const sameDue =
    cells.dueDate && items.dueDate.every((day, item) => cells.dueDate![rowOf(item)] === day);
  // Here rows left out count too: a total among the cells would be summed up with them.
  const difference = cells.open?.slice(0, place.lastRow - place.firstRow + 1);
  if (difference) open.forEach((fen, item) => (difference[rowOf(item)]! -= fen / 100));
  const sameOpen = difference?.every((d) => Math.abs(d) < 0.001);
  return COLUMN_KEYS.filter(
    (key) => !(key === 'dueDate' && sameDue) && !(key === 'open' && sameOpen),
  );
}
