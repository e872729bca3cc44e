import {
  area,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  quoteSheetName,
  splitSheet,
  type Area,
} from '../model/address';
import type { Sheet } from '../model/sheet';
import { dataArea } from '../model/table';
import type { Workbook } from '../model/workbook';
import { invalidArgument } from './errors';

/** A rectangle on a sheet. */
export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

export const WHOLE_SHEET: Area = area(0, 0, MAX_ROWS - 1, MAX_COLUMNS - 1);

/**
 * @param text - an address, with or without sheet, a defined name or a table's name
 * @param home - the sheet that is meant when `text` names none
 * @returns null when `text` refers to no rectangle
 */
export function findPlace(workbook: Workbook, text: string, home: Sheet): Place | null {
  const { sheet: sheetName, address } = splitSheet(text);
  const quoted = text.startsWith("'");
  if (sheetName !== null && !quoted && quoteSheetName(sheetName) !== sheetName) return null;
  const sheet = sheetName === null ? home : workbook.sheet(sheetName);
  if (!sheet) return null;
  const found = parseArea(address);
  if (found) return { sheet, area: found };
  const name =
    workbook.definedName(address, sheet) ??
    (sheetName === null ? workbook.definedName(address, null) : undefined);
  if (name) return placeOfFormula(workbook, name.formula, name.scope ?? home);
  const table = workbook.table(address);
  const body = table && dataArea(table);
  return table && body ? { sheet: table.sheet, area: body } : null;
}

/** @returns where a formula that is nothing but a reference points, or null when it is more. */
export function placeOfFormula(workbook: Workbook, formula: string, home: Sheet): Place | null {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  return text.startsWith('=') ? null : findPlace(workbook, text, home);
}

/** @throws InvalidArgument when `text` refers to no rectangle of `sheet` */
export function areaOnSheet(workbook: Workbook, text: string, sheet: Sheet): Area {
  const place = findPlace(workbook, text, sheet);
  if (place?.sheet !== sheet) throw invalidArgument();
  return place.area;
}
