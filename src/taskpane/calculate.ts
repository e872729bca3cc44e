import type { Answer } from '../functions/cells';
import { readArguments } from '../workbook/formulaArguments';
import type { FunctionForm } from './functionForms';

/** What a formula would give, or why it cannot be said yet; parameters by their names. */
export type Outcome =
  | { readonly kind: 'missing' | 'unknown'; readonly parameter: string }
  | { readonly kind: 'answer'; readonly rows: readonly (readonly Answer[])[] };

/**
 * Works a function out over the workbook's cells as they are, without writing anything.
 *
 * @param texts - a parameter each, as typed
 * @param home - the sheet of addresses that name none
 * @throws {WorkbookError}
 */
export async function calculate(
  { id, parameters }: FunctionForm,
  texts: readonly string[],
  home: string,
): Promise<Outcome> {
  const missing = parameters.find((p, i) => !p.optional && texts[i]!.trim() === '');
  if (missing) return { kind: 'missing', parameter: missing.name };
  const values = await readArguments(texts, home);
  const unknown = values.indexOf('unknown');
  if (unknown >= 0) return { kind: 'unknown', parameter: parameters[unknown]!.name };
  const passed = parameters.map(({ dimensionality }, i) => {
    const cells = values[i] as readonly (readonly unknown[])[] | null;
    return dimensionality === 'matrix' ? cells : (cells?.[0]?.[0] ?? null);
  });
  const { CATALOGUE } = await import(/* webpackChunkName: "functions" */ '../functions/catalogue');
  const work = CATALOGUE[id as keyof typeof CATALOGUE] as unknown as (
    ...args: unknown[]
  ) => Answer | Answer[][] | Promise<Answer[][]>;
  try {
    const answer = await work(...passed);
    return { kind: 'answer', rows: Array.isArray(answer) ? answer : [[answer]] };
  } catch (error) {
    if (error instanceof CustomFunctions.Error) return { kind: 'answer', rows: [[error]] };
    throw error;
  }
}
