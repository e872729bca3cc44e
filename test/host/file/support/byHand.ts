import { pack, writeZip } from '../../../../src/host/file/zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A package written by hand: as little as a reader needs, around the given parts. */
export function packageOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const all: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': relationships([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ...('xl/sharedStrings.xml' in parts
        ? [['r2', 'sharedStrings', '/xl/sharedStrings.xml'] as const]
        : []),
      ...('xl/styles.xml' in parts ? [['r3', 'styles', 'styles.xml'] as const] : []),
      ...('xl/calcChain.xml' in parts ? [['r4', 'calcChain', 'calcChain.xml'] as const] : []),
    ]),
    ...parts,
  };
  return writeZip(
    Object.entries(all).map(([name, text]) => pack(name, new TextEncoder().encode(text))),
  );
}

export const relationships = (
  list: readonly (readonly [id: string, kind: string, target: string])[],
): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([id, kind, target]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** A file with one sheet whose `sheetData` (and what stands around it) is given. */
export const sheetFile = (
  data: string,
  more: Readonly<Record<string, string>> = {},
  before = '',
  after = '',
): Uint8Array =>
  packageOf({
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`,
    ...more,
  });

export { MAIN, OFFICE };
