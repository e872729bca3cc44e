import {
  areEdges,
  holdsItems,
  DEFAULT_POLICY,
  keepRatings,
  NO_CHOICES,
  watchOf,
  type AcceptedMatch,
  type Edges,
  type AssessedLedger,
  type LedgerChoices,
  type Rating,
  type RiskSettings,
  type Serial,
  type Watch,
} from '../domain';
import type { ColumnMode } from './columnMode';
import { startEngine } from './engine';
import { loadModel, type KeptModel } from './keptModel';
import { loadDecisions, type Decisions } from './matchLines';
import { byLedger, misfits, type Matching } from './matching';
import { loadOwnSheets, type OwnSheets } from './ownSheets';
import { RunControl, type Progress } from './progress';
import { locateLedger, type Book } from './locateLedger';
import { loadPolicy, type StoredPolicy } from './policySheet';
import { readLedger, type LedgerReading } from './readLedger';
import { loadRatings, type StoredRatings } from './ratingSheet';
import { riskSettings } from './riskSettings';
import { loadSettings, settingsOf, type StoredSettings } from './settingsSheet';
import { TEXTS, type Language } from './texts';
import { WorkbookError } from './workbookError';

export interface RunOptions {
  /** Day to age by when the workbook does not hold one yet. */
  readonly today: Serial;
  /** Overrides the day the workbook holds. */
  readonly asOf?: Serial | undefined;
  /** Overrides the edges the workbook holds. */
  readonly edges?: Edges | undefined;
  /** Overrides what the workbook holds. */
  readonly choices?: LedgerChoices | undefined;
  /** Whether customers' risk is assessed; as the workbook has it when left out. */
  readonly assess?: boolean;
  /** Whether probability and expected loss stand beside the ledger; as it is when left out. */
  readonly predict?: boolean;
  /** See RiskSettings; false when left out. */
  readonly usesWeakModel?: boolean;
  /** Overrides what the workbook holds. */
  readonly mode?: ColumnMode | undefined;
  /** Goes before the model the workbook keeps. */
  readonly kept?: KeptModel | undefined;
  /** What of the matches accepted in the workbook is followed; all of them when left out. */
  readonly accept?: ((held: readonly AcceptedMatch[]) => readonly AcceptedMatch[]) | undefined;
  readonly language: Language;
  /** The ledger's sheet; when left out, see ledgerSheet. */
  readonly sheetId?: string;
  /** Whether the run can be undone; true when left out. */
  readonly remember?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** A ledger read and aged, and what of ours the workbook holds. */
export interface Examination extends AssessedLedger {
  /** The sheet that is looked at; among `books`. */
  readonly main: Book;
  /** The sheets of the ledger. */
  readonly books: readonly Book[];
  readonly reading: LedgerReading;
  readonly mode: ColumnMode;
  /** What gives rows the yellow light; null where no probability is to stand beside them. */
  readonly watch: Watch | null;
  readonly matching: Matching;
  /** What people have said of matches before this run. */
  readonly decisions: Decisions;
  readonly control: RunControl;
  /** Null when the workbook holds no settings. */
  readonly stored: StoredSettings | null;
  /** Null when the workbook holds no policy. */
  readonly policy: StoredPolicy | null;
  /** Null when the workbook keeps no ratings. */
  readonly storedRatings: StoredRatings | null;
  /** Those and this run's, ascending by day. */
  readonly ratings: readonly Rating[];
  /** Of the ledger our sheets show. */
  readonly kept: KeptModel;
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
  const loadedSettings = loadSettings(context.workbook);
  const loadedPolicy = loadPolicy(context.workbook);
  const loadedSheets = loadOwnSheets(context.workbook);
  const loadedRatings = loadRatings(context.workbook);
  const loadedModel = loadModel(context.workbook);
  const loadedDecisions = loadDecisions(context.workbook);
  const located = await locateLedger(
    context.workbook,
    () => options.choices ?? loadedSettings()?.choices ?? NO_CHOICES,
    options.sheetId,
  );
  const ownSheets = loadedSheets();
  ownSheets.assertWritable();
  const { books, proposal } = located;
  for (const book of books) assertWritable(book);
  const rows = books.map(({ place }) => place.lastRow - place.firstRow + 1);
  const { date1904, choices } = located.main.place;
  const { receivedOn } = proposal;
  const assesses = options.assess ?? ownSheets.has('risk');
  const decisions = await loadedDecisions(date1904);
  const { sheets } = decisions;
  const own = new Set(books.map(({ source }) => source.sheet));
  const { accepted, elsewhere } = byLedger(
    options.accept?.(decisions.accepted) ?? decisions.accepted,
    sheets,
    new Set(proposal.sources.map(({ sheet }) => sheet).filter((name) => !own.has(name))),
  );
  const engine = await startEngine(
    rows,
    assesses,
    books.map(({ source }) => source),
    { date1904, receivedOn, mergeCodes: choices.mergeCodes, accepted },
    options.signal ?? null,
  );
  try {
    const reading = await readLedger(books, engine, control);
    const read = performance.now();
    const stored = loadedSettings(date1904);
    const kept = loadedModel();
    const policy = loadedPolicy(date1904);
    const rules = policy?.policy ?? DEFAULT_POLICY;
    const { knockIns } = rules;
    const settings = { ...settingsOf(stored, options, options.today), knockIns };
    const { outcomes, unset, purposes } = reading;
    const { refused } = decisions;
    // A worker hands its columns over with the ageing: what else needs them comes before.
    const found = await engine.reconcile(settings.asOf);
    const matching = {
      ...found,
      accepted,
      elsewhere,
      sheets,
      outcomes,
      refused,
      unset,
      purposes,
    };
    const matchSheet = ownSheets.nameOf('reconciliation', TEXTS[options.language]);
    const issues = [...reading.issues, ...misfits(matchSheet, accepted, outcomes)];
    const predicts = options.predict ?? located.main.place.ownColumns.has('probability');
    const amberFrom = predicts ? rules.amberFrom : null;
    const assessed = await engine.assess(
      settings,
      assesses ? await riskSettings(rules, modelFor(located.main, kept, options)) : null,
      amberFrom,
      (done, total) => control.note({ step: 'train', done, total }),
    );
    if (assesses && !assessed.risk) throw new WorkbookError('cancelled', '');
    const { risk } = assessed;
    const storedRatings = loadedRatings(date1904);
    const ledger = located.main.place.sheet;
    const rated = (risk?.customers ?? []).map(({ customer, tier, score }) => {
      return { date: settings.asOf, ledger, customer, tier, score };
    });
    // What was printed or noted below a sheet's last row is none of the ledger.
    const ended = books.map(({ place, ...book }, i) => ({
      ...book,
      place: { ...place, lastRow: Math.max(place.firstRow, reading.sheets[i]!.lastRow - 1) },
    }));
    return {
      main: ended[books.indexOf(located.main)]!,
      books: ended,
      control,
      reading: { ...reading, issues },
      ...assessed,
      watch: watchOf(risk, amberFrom),
      mode: options.mode ?? stored?.mode ?? 'formulas',
      matching,
      decisions,
      stored,
      policy,
      storedRatings,
      ratings: keepRatings(storedRatings?.ratings ?? [], rated),
      kept,
      ownSheets,
      readMs: read - started,
      analyseMs: performance.now() - read,
    };
  } finally {
    engine.end();
  }
}

/** The kept model foretells the ledger it was trained on; another ledger gets its own. */
function modelFor(
  { sheet }: Book,
  kept: KeptModel,
  options: RunOptions,
): Pick<RiskSettings, 'training' | 'usesWeakModel'> {
  const own = options.kept ?? (kept.ledger === sheet.id ? kept : null);
  return {
    training: own?.training ?? null,
    usesWeakModel: (options.usesWeakModel ?? false) || (own?.usesWeakModel ?? false),
  };
}

/** @throws {WorkbookError} protectedSheet, filteredSheet; receipts and customers are read only */
function assertWritable({ sheet, source }: Book): void {
  if (!holdsItems(source)) return;
  if (sheet.protection.protected) throw new WorkbookError('protectedSheet', source.sheet);
  const filters = [sheet.autoFilter, ...sheet.tables.items.map((table) => table.autoFilter)];
  if (filters.some((filter) => filter.isDataFiltered)) {
    throw new WorkbookError('filteredSheet', source.sheet);
  }
}
