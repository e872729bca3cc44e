import { DEFAULT_STYLE } from '../model/style';
import { Package } from './package';
import { element, encode } from './xmlTree';
import { pack, writeZip } from './zip';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a file holds before its first sheet; a workbook made from nothing is saved as a patch of it. */
export function blankPackage(): Package {
  const part = (name: string, xml: string) => pack(name, encode(XML + xml));
  return Package.read(
    writeZip([
      part('[Content_Types].xml', contentTypes),
      part('_rels/.rels', relationships(`${OFFICE}/officeDocument`, 'xl/workbook.xml')),
      part(
        'xl/workbook.xml',
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
      ),
      part('xl/_rels/workbook.xml.rels', relationships(`${OFFICE}/styles`, 'styles.xml')),
      pack('xl/styles.xml', blankStyles(MAIN)),
    ]),
  );
}

const relationships = (Type: string, Target: string): string =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    element('Relationship', { Id: 'rId1', Type, Target }),
  );

const contentTypes = element(
  'Types',
  { xmlns: `${PACKAGE}/content-types` },
  element('Default', {
    Extension: 'rels',
    ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
  }) +
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
    element('Override', { PartName: '/xl/workbook.xml', ContentType: `${TYPE}.sheet.main+xml` }) +
    element('Override', { PartName: '/xl/styles.xml', ContentType: `${TYPE}.styles+xml` }),
);

/** A styles part with nothing but the default style. */
export function blankStyles(main: string): Uint8Array {
  const { font } = DEFAULT_STYLE;
  const list = (name: string, items: readonly string[]) =>
    element(name, { count: items.length }, items.join(''));
  const pattern = (patternType: string) =>
    element('fill', {}, element('patternFill', { patternType }));
  const format = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const xml = element(
    'styleSheet',
    { xmlns: main },
    list('fonts', [
      element('font', {}, element('sz', { val: font.size }) + element('name', { val: font.name })),
    ]) +
      list('fills', [pattern('none'), pattern('gray125')]) +
      list('borders', [element('border', {}, '<left/><right/><top/><bottom/><diagonal/>')]) +
      list('cellStyleXfs', [element('xf', format)]) +
      list('cellXfs', [element('xf', { ...format, xfId: 0 })]) +
      list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
  );
  return encode(XML + xml);
}
