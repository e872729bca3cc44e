import { parseArea } from '../address';
import type { DefinedName } from '../definedName';
import { EditError } from '../editError';
import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { recalculate } from './finishEdit';
import { compileFormula } from './setCells';

/**
 * Defines a name.
 * @param formula - with its `=`: a range, a constant or any formula
 * @param scope - null for a name of the whole workbook
 * @throws EditError ItemAlreadyExists, InvalidArgument
 */
export function addName(
  wb: Workbook,
  name: string,
  formula: string,
  scope: Sheet | null,
  comment = '',
): DefinedName {
  if (!isValidName(name)) throw new EditError('InvalidArgument');
  if (wb.definedName(name, scope) || wb.table(name)) throw new EditError('ItemAlreadyExists');
  compileFormula(wb, scope ?? wb.activeSheet, 0, 0, formula);
  const added: DefinedName = { name, scope, formula, visible: true, comment };
  wb.names.push(added);
  resolveAnew(wb);
  return added;
}

/** @param formula - with its `=` @throws EditError InvalidArgument */
export function setNameFormula(wb: Workbook, name: DefinedName, formula: string): void {
  compileFormula(wb, name.scope ?? wb.activeSheet, 0, 0, formula);
  name.formula = formula;
  resolveAnew(wb);
}

/** Formulas that use the name become #NAME?. */
export function deleteName(wb: Workbook, name: DefinedName): void {
  const at = wb.names.indexOf(name);
  if (at < 0) throw new EditError('ItemNotFound');
  wb.names.splice(at, 1);
  resolveAnew(wb);
}

function resolveAnew(wb: Workbook): void {
  wb.calculator.structureChanged();
  recalculate(wb);
}

/** @returns whether Excel takes the text as the name of a range, formula or table. */
export const isValidName = (name: string): boolean =>
  name.length <= 255 &&
  /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
  !/^[rc]$/i.test(name) &&
  !/^R\d*C\d*$/i.test(name) &&
  parseArea(name) === null;
