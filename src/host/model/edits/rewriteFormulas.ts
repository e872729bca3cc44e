import { parseStructRef, stringifyStructRef, tokenize } from '@borgar/fx';
import { containsCell, splitSheet, quoteSheetName } from '../address';
import type { CellFormula } from '../cells';
import type { RuleKind, Threshold } from '../conditionalFormat';
import type { DataValidation } from '../dataValidation';
import { rewriteCharts } from './charts';
import type { Sheet } from '../sheet';
import { dataArea, type Table } from '../table';
import type { Workbook } from '../workbook';

/** A change of a name that formulas mention. */
type Renaming =
  /** `to` null: the sheet is deleted, references to it become #REF!. */
  | { readonly kind: 'sheet'; readonly from: string; readonly to: string | null }
  /** `to` null: the table is deleted, references to it become #REF!. */
  | { readonly kind: 'table'; readonly from: string; readonly to: string | null }
  /** `to` null: the column is deleted. */
  | {
      readonly kind: 'column';
      readonly table: string;
      readonly from: string;
      readonly to: string | null;
    };

/**
 * @param inTable - whether the formula stands in the table whose column is renamed
 * @returns the formula (with `=`) with the name replaced, or null when it does not mention it
 */
function renameInFormula(text: string, renaming: Renaming, inTable: boolean): string | null {
  const renamed = tokenize(text, { mergeRefs: true }).map(({ type, value }) => {
    if (!REFERENCES.has(type)) return value;
    return renameReference(value, type === 'structured', renaming, inTable) ?? value;
  });
  return unlessSame(renamed.join(''), text);
}

const unlessSame = (rewritten: string, text: string): string | null =>
  rewritten === text ? null : rewritten;

const REFERENCES = new Set(['range', 'range_beam', 'range_named', 'structured']);

const mentions = (text: string, name: string): boolean =>
  text.toLowerCase().includes(name.toLowerCase()) || /['#[\]@]/.test(name);

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function renameReference(
  reference: string,
  structured: boolean,
  renaming: Renaming,
  inTable: boolean,
): string | null {
  if (renaming.kind === 'sheet') {
    const { sheet, address } = splitSheet(reference);
    if (sheet === null || !same(sheet, renaming.from)) return null;
    return renaming.to === null ? '#REF!' : `${quoteSheetName(renaming.to)}!${address}`;
  }
  if (!structured) {
    const whole = renaming.kind === 'table' && same(reference, renaming.from);
    return whole ? (renaming.to ?? '#REF!') : null;
  }
  const parsed = parseStructRef(reference);
  if (!parsed) return null;
  const table = parsed.table ?? '';
  if (renaming.kind === 'table') {
    if (!same(table, renaming.from)) return null;
    return renaming.to === null ? '#REF!' : stringify({ ...parsed, table: renaming.to });
  }
  if (table === '' ? !inTable : !same(table, renaming.table)) return null;
  if (!parsed.columns?.some((name) => same(name, renaming.from))) return null;
  if (renaming.to === null) return '#REF!';
  const { to } = renaming;
  const columns = parsed.columns.map((name) => (same(name, renaming.from) ? to : name));
  return stringify({ ...parsed, columns });
}

const stringify = (reference: Parameters<typeof stringifyStructRef>[0]): string =>
  stringifyStructRef(reference, { thisRow: reference.table !== '' });

/** Replaces a name in every formula of the workbook: cells, names, rules, validations, tables. */
export function renameEverywhere(wb: Workbook, renaming: Renaming): void {
  const table = renaming.kind === 'column' ? wb.table(renaming.table) : undefined;
  const concerns = (text: string): boolean => mentions(text, renaming.from);
  rewriteEverywhere(wb, concerns, (text, home) =>
    renameInFormula(text, renaming, table !== undefined && home.table === table),
  );
}

/** Where a formula stands; names and rules stand in no table, names in no sheet. */
interface FormulaHome {
  readonly sheet: Sheet | null;
  readonly table: Table | undefined;
  readonly row: number;
}

/**
 * Re-writes every formula of the workbook: cells, names, rules, validations, tables.
 * @param concerns - whether a formula may change; the same for all cells it was filled into
 * @param rewrite - answers null where nothing changes
 */
export function rewriteEverywhere(
  wb: Workbook,
  concerns: (text: string) => boolean,
  rewrite: (text: string, home: FormulaHome) => string | null,
): void {
  for (const sheet of wb.sheets) {
    rewriteCells(wb, sheet, concerns, rewrite);
    rewriteRules(sheet, (text) => rewrite(text, { sheet, table: undefined, row: 0 }));
  }
  rewriteCharts(wb, (text, sheet) => rewrite(text, { sheet, table: undefined, row: 0 }));
  for (const name of wb.names) {
    const home = { sheet: name.scope, table: undefined, row: 0 };
    name.formula = rewrite(name.formula, home) ?? name.formula;
  }
  for (const table of wb.tables) {
    for (const column of table.columns) {
      const formula = column.calculatedFormula;
      if (formula === null) continue;
      const home = { sheet: table.sheet, table, row: dataArea(table)?.top ?? table.area.top };
      column.calculatedFormula = rewrite(formula, home) ?? formula;
    }
  }
  wb.calculator.structureChanged();
}

function rewriteCells(
  wb: Workbook,
  sheet: Sheet,
  concerns: (text: string) => boolean,
  rewrite: (text: string, home: FormulaHome) => string | null,
): void {
  const tables = wb.tables.filter((t) => t.sheet === sheet);
  // One formula object stands in all cells a formula was filled into.
  const silent = new Set<CellFormula>();
  sheet.cells.columns.forEach((cells, column) => {
    cells?.formulas.forEach((formula, row) => {
      if (!formula || silent.has(formula)) return;
      const text = formula.text(row, column);
      if (!concerns(text)) return void silent.add(formula);
      const table = tables.find((t) => containsCell(t.area, row, column));
      const rewritten = rewrite(text, { sheet, table, row });
      if (rewritten === null) return;
      sheet.cells.setFormula(row, column, wb.calculator.compile(rewritten, sheet, row, column));
      wb.calculator.cellsChanged(sheet, { top: row, left: column, bottom: row, right: column });
    });
  });
}

/** @param rewrite - takes and answers text with `=`, null when nothing changes */
export function rewriteRules(sheet: Sheet, rewrite: (text: string) => string | null): void {
  const bare = (text: string): string => rewrite(`=${text}`)?.slice(1) ?? text;
  for (const rule of sheet.conditionalFormats) {
    const kind = mapRuleFormulas(rule.kind, bare);
    if (JSON.stringify(kind) === JSON.stringify(rule.kind)) continue;
    rule.kind = kind;
    delete rule.source;
  }
  for (const validation of sheet.dataValidations) mapValidationFormulas(validation, bare);
}

/** @param map - takes and answers a formula that carries no `=` */
export function mapValidationFormulas(
  validation: DataValidation,
  map: (formula: string) => string,
): void {
  if (validation.formula1 !== null) validation.formula1 = map(validation.formula1);
  if (validation.formula2 !== null) validation.formula2 = map(validation.formula2);
}

/** @param map - takes and answers a formula that carries no `=` */
export function mapRuleFormulas(kind: RuleKind, map: (formula: string) => string): RuleKind {
  const threshold = (t: Threshold): Threshold =>
    t.type === 'formula' && t.value !== null ? { ...t, value: map(t.value) } : t;
  switch (kind.type) {
    case 'custom':
      return { ...kind, formula: map(kind.formula) };
    case 'cellValue': {
      const formula2 = kind.formula2 === null ? null : map(kind.formula2);
      return { ...kind, formula1: map(kind.formula1), formula2 };
    }
    case 'iconSet':
      return { ...kind, thresholds: kind.thresholds.map(threshold) };
    case 'dataBar':
      return { ...kind, min: threshold(kind.min), max: threshold(kind.max) };
    case 'colorScale': {
      const points = kind.points.map((p) => ({ ...p, threshold: threshold(p.threshold) }));
      return { ...kind, points };
    }
    case 'containsText':
    case 'other':
      return kind;
  }
}
