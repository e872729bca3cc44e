/** What the built add-in offers to programs that run it without a pane. */
import { figureOfNoCurrency, GIVEN_NAMES, readGiven } from './given';
import { reportOf } from './report';
import {
  assessRisk,
  columnNamed,
  DEFAULT_POLICY,
  NO_CHOICES,
  type Edges,
  type MappingChoice,
  type RiskAssessment,
  type Serial,
} from '../domain';
import { inspectLedger } from '../workbook/inspectLedger';
import type { Progress } from '../workbook/progress';
import { riskSettings } from '../workbook/riskSettings';
import { runWarnings, type RunResult } from '../workbook/runWarnings';
import { languageOf } from '../workbook/texts';

export { parseDate, ROLES } from '../domain';
export { GIVEN_NAMES };

/** @returns a name that is none, or whose figure cannot be read; undefined when all can */
export function unreadableFigure(given: Readonly<Record<string, string>>): string | undefined {
  const read = readGiven(given);
  return typeof read === 'string' ? read : undefined;
}

/** @returns a header that the active sheet's ledger does not have; undefined when it has them all */
export async function unknownHeader(mapping: MappingChoice): Promise<string | undefined> {
  const { place } = await inspectLedger({ ...NO_CHOICES, mapping });
  return Object.values(mapping).find(
    (header) => header !== '' && columnNamed(place.headers, header) < 0,
  );
}

/**
 * Runs on the active sheet and tells what came of it.
 *
 * @param options - `given`: see readGiven
 * @returns the JSON report; see reportOf
 * @throws {WorkbookError}
 * @throws {RangeError} where a figure is of a currency that the ledger lacks; it names both
 */
export async function runReport(options: {
  asOf: Serial;
  edges?: Edges;
  mapping?: MappingChoice;
  given?: Readonly<Record<string, string>>;
  language: string;
  onProgress?: (progress: Progress) => void;
}): Promise<object> {
  const language = languageOf(options.language);
  const choices = options.mapping && { ...NO_CHOICES, mapping: options.mapping };
  const given = readGiven(options.given ?? {});
  if (typeof given === 'string') throw new RangeError(given);
  const result = await runWarnings({ ...options, choices, today: options.asOf, language });
  const { currencies } = result.analysis.items;
  const lacking = figureOfNoCurrency(given, currencies);
  if (lacking !== undefined) {
    throw new RangeError(
      `${lacking}: the ledger is in ${currencies.map((word) => word || 'CNY').join(', ')}`,
    );
  }
  return reportOf({ ...result, risk: result.risk ?? (await rated(result)) }, language, given);
}

/** What a run that was not asked to rate customers would have found, by the same policy. */
async function rated({ analysis, policy }: RunResult): Promise<RiskAssessment | null> {
  const chosen = { training: null, usesWeakModel: false };
  return assessRisk(analysis, await riskSettings(policy?.policy ?? DEFAULT_POLICY, chosen));
}
