import { areaAddress, quoteSheetName } from '../model/address';
import type { Place } from './rangeReference';

/** @returns `=Sheet1!$A$1:$B$2`. */
export function referenceTo({ sheet, area }: Place): string {
  const absolute = areaAddress(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return `=${quoteSheetName(sheet.name)}!${absolute}`;
}
