/**
 * The shared runtime: custom functions and ribbon commands register first, the pane's code comes
 * after, and only where there is a pane to draw. `runReport` is for runs without a pane.
 */
import './functions/register';
import './commands/register';
import { reportOf } from './commands/report';
import { followOffice } from './commands/session';
import type { Edges, MappingChoice, Serial } from './domain';
import { runWarnings } from './workbook/runWarnings';
import type { Progress } from './workbook/progress';
import { languageOf } from './workbook/texts';

/**
 * Runs on the active sheet and tells what came of it.
 *
 * @returns the JSON report; see reportOf
 * @throws {WorkbookError}
 */
export async function runReport(options: {
  asOf: Serial;
  edges?: Edges;
  mapping?: MappingChoice;
  language: string;
  onProgress?: (progress: Progress) => void;
}): Promise<object> {
  const language = languageOf(options.language);
  const result = await runWarnings({ ...options, today: options.asOf, language });
  return reportOf(result, language);
}

void Office.onReady(async () => {
  followOffice();
  const root = typeof document === 'undefined' ? null : document.getElementById('root');
  if (root) (await import(/* webpackChunkName: "taskpane" */ './taskpane/mount')).mount(root);
});

export { parseDate, ROLES } from './domain';
