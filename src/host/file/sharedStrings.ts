import { readStringItem } from './cellText';
import { OPEN, XmlScanner } from './xmlScanner';

/** @returns the texts of the shared strings part by their index, rich ones without their looks. */
export function readSharedStrings(part: Uint8Array): string[] {
  const scanner = new XmlScanner(part);
  const strings: string[] = [];
  while (scanner.next()) {
    if (scanner.kind === OPEN && scanner.name === 'si') strings.push(readStringItem(scanner));
  }
  return strings;
}
