import type { ConditionalFormat } from '../model/conditionalFormat';
import type { Workbook } from '../model/workbook';
import type { Package } from './package';

/** The package each workbook was opened from; saving compares with it and patches it. */
const sources = new WeakMap<Workbook, Package>();

export const sourceOfWorkbook = (workbook: Workbook): Package | undefined => sources.get(workbook);

export function rememberSource(workbook: Workbook, source: Package): void {
  sources.set(workbook, source);
}

/** The XML each rule was read from; edits change a rule's object, so what the model lacks stays with it. */
const ruleSources = new WeakMap<ConditionalFormat, string>();

export const sourceOfRule = (rule: ConditionalFormat): string | undefined =>
  ruleSources.get(rule) ?? rule.source;

export function rememberRule(rule: ConditionalFormat, source: string): ConditionalFormat {
  ruleSources.set(rule, source);
  return rule;
}
