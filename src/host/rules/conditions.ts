import { CellError, type CellValue } from '../model/value';

/** @returns whether a formula's result counts as true for a rule */
export const isTrue = (value: CellValue): boolean =>
  value === true || (typeof value === 'number' && value !== 0);

/** @returns whether a cell meets a cellValue rule; an error meets none */
export function meets(
  value: CellValue,
  operator: string,
  operand1: CellValue,
  operand2: CellValue,
): boolean {
  if (value instanceof CellError || operand1 instanceof CellError) return false;
  const order = compare(value, operand1);
  switch (operator) {
    case 'equal':
      return order === 0;
    case 'notEqual':
      return order !== 0;
    case 'greaterThan':
      return order > 0;
    case 'greaterThanOrEqual':
      return order >= 0;
    case 'lessThan':
      return order < 0;
    case 'lessThanOrEqual':
      return order <= 0;
    case 'between':
    case 'notBetween': {
      if (operand2 instanceof CellError) return false;
      const [low, high] =
        compare(operand1, operand2) <= 0 ? [operand1, operand2] : [operand2, operand1];
      const inside = compare(value, low) >= 0 && compare(value, high) <= 0;
      return inside === (operator === 'between');
    }
    default:
      return false;
  }
}

type Comparable = Exclude<CellValue, CellError>;

/** As formulas compare: numbers before text before logicals, a blank is 0, "" or FALSE. */
function compare(a: Comparable, b: Comparable): number {
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  const ranks = rank(left) - rank(right);
  if (ranks !== 0) return ranks;
  if (typeof left === 'string' && typeof right === 'string') {
    return left.localeCompare(right, 'zh-CN', { sensitivity: 'accent' });
  }
  return Number(left) - Number(right);
}

const blankLike = (other: Comparable): number | string | boolean =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;

const rank = (value: number | string | boolean): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;

/** @param text - the cell's text @returns whether it meets a containsText rule, whatever the case */
export function textMeets(
  text: string,
  operator: 'contains' | 'notContains' | 'beginsWith' | 'endsWith',
  wanted: string,
): boolean {
  const cell = text.toLowerCase();
  const part = wanted.toLowerCase();
  switch (operator) {
    case 'contains':
      return cell.includes(part);
    case 'notContains':
      return !cell.includes(part);
    case 'beginsWith':
      return cell.startsWith(part);
    case 'endsWith':
      return cell.endsWith(part);
  }
}
