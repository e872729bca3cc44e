import type { MatchOutcome } from './acceptedMatches';
import { analyse, type Analysis, type AnalysisSettings } from './analyse';
import { CustomerTerms } from './customerTerms';
import { assessRisk, type RiskAssessment, type RiskSettings } from './assessRisk';
import type { MergedCode } from './customerCodes';
import type { Serial } from './date';
import type { SheetOptions } from './itemSheet';
import { lightTotals, redItems, watchOf, type LightTotal } from './lights';
import type { SheetParser } from './parsedSheet';
import {
  receivablesFrom,
  sourceParser,
  type UnitingChoice,
  type Unset,
  type WorkbookReceivables,
} from './receivablesFrom';
import { defaultReconcileSettings, reconcile, type Reconciliation } from './reconcile';
import type { SheetIssue } from './sheetIssue';
import type { Source } from './sources';
import type { TrainingControl } from './trainOverdue';

/** How far a sheet of the ledger goes, and which of its rows need more than plain arithmetic. */
export interface ParsedRows {
  /** Last row of the ledger on the sheet, 1-based. */
  readonly lastRow: number;
  /** See LedgerParser. */
  readonly uncleanRows: readonly number[];
}

/** What reading a ledger has shown, beside its items. */
export interface ParsedLedger {
  /** Items. */
  readonly count: number;
  readonly issues: readonly SheetIssue[];
  readonly mergedCodes: readonly MergedCode[];
  /** What came of each accepted match. */
  readonly outcomes: readonly MatchOutcome[];
  readonly unset: readonly Unset[];
  /** What each item says of its purpose. */
  readonly purposes: readonly string[];
  /** One per source. */
  readonly sheets: readonly ParsedRows[];
}

/** A ledger aged and its risk. */
export interface AssessedLedger {
  readonly analysis: Analysis;
  /** Null where nobody asked for it, and when `control` said to stop. */
  readonly risk: RiskAssessment | null;
  /** What each light stands for. */
  readonly lights: readonly LightTotal[];
  /** The items with a red light; see redItems. */
  readonly red: Int32Array;
}

/**
 * Reads the sheets of a ledger block by block, puts them together and ages them: the work that a long
 * ledger has done in a worker.
 */
export class LedgerEngine {
  private readonly parsers: readonly SheetParser[];
  private found: WorkbookReceivables | null = null;

  /**
   * @param sources - those that are used, in the workbook's order
   * @param rows - how many each is expected to have; any number may come
   */
  constructor(
    private readonly sources: readonly Source[],
    private readonly options: UnitingChoice & SheetOptions,
    rows: readonly number[],
  ) {
    const customerTerms = new CustomerTerms();
    this.parsers = sources.map((source, i) =>
      sourceParser(source, { ...options, customerTerms, rows: rows[i]! })!,
    );
  }

  /**
   * Sheets of customers come before those of items.
   *
   * @param source - index of the sheet's source
   * @param firstRow - row on the sheet of the first one, 1-based
   */
  addBlock(source: number, rows: readonly (readonly unknown[])[], firstRow: number): void {
    this.parsers[source]!.addBlock(rows, firstRow);
  }

  finish(): ParsedLedger {
    const read = this.parsers.map((parser, i) => ({
      source: this.sources[i]!,
      parsed: parser.finish(),
    }));
    this.found = receivablesFrom(read, this.options);
    const { items, issues, mergedCodes, outcomes, unset, purposes } = this.found;
    return {
      count: items.count,
      issues,
      mergedCodes,
      outcomes,
      unset,
      purposes,
      sheets: read.map(({ parsed: { lastRow, unclean } }) => ({
        lastRow,
        uncleanRows: unclean.filter((row) => row <= lastRow),
      })),
    };
  }

  /**
   * Suggests what credits pay, in place of what is only worked out.
   *
   * @throws {TypeError} before `finish`
   */
  reconcile(asOf: Serial): Reconciliation {
    const { said, purposes } = this.found!;
    return reconcile(said, defaultReconcileSettings(asOf), (credit) => purposes[credit]!);
  }

  /**
   * @param riskSettings - null: it is aged only
   * @param amberFrom - probability of a yellow light; null: no light is yellow
   * @throws {TypeError} before `finish`
   */
  assess(
    settings: AnalysisSettings,
    riskSettings: RiskSettings | null,
    amberFrom: number | null,
    control: TrainingControl,
  ): AssessedLedger {
    const analysis = analyse(this.found!.items, settings);
    const risk = riskSettings && assessRisk(analysis, riskSettings, control);
    const lights = lightTotals(analysis, watchOf(risk, amberFrom));
    return { analysis, risk, lights, red: redItems(analysis) };
  }
}
