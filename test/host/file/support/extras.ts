import { Package, relationshipsPart } from '../../../../src/host/file/package';
import { pack, writeZip } from '../../../../src/host/file/zip';
import { zipParts } from './packages';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** Parts no tool here writes, as a stand-in for what Excel itself puts into files. */
const PARTS: readonly {
  readonly name: string;
  readonly owner: string;
  readonly type: string;
  readonly contentType: string;
  readonly content: string;
}[] = [
  {
    name: 'xl/vbaProject.bin',
    owner: 'xl/workbook.xml',
    type: `${MICROSOFT}/2006/relationships/vbaProject`,
    contentType: 'application/vnd.ms-office.vbaProject',
    content: '\u0000\u0001macro\u0002',
  },
  {
    name: 'customXml/item1.xml',
    owner: 'xl/workbook.xml',
    type: `${OFFICE}/customXml`,
    contentType: 'application/xml',
    content: '<settings xmlns="urn:example"><a/></settings>',
  },
  {
    name: 'xl/threadedComments/threadedComment1.xml',
    owner: 'xl/worksheets/sheet1.xml',
    type: `${MICROSOFT}/2017/10/relationships/threadedComment`,
    contentType: 'application/vnd.ms-excel.threadedcomments+xml',
    content:
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>',
  },
  {
    name: 'xl/persons/person.xml',
    owner: 'xl/workbook.xml',
    type: `${MICROSOFT}/2017/10/relationships/person`,
    contentType: 'application/vnd.ms-excel.person+xml',
    content:
      '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>',
  },
  {
    name: 'xl/slicers/slicer1.xml',
    owner: 'xl/worksheets/sheet3.xml',
    type: `${MICROSOFT}/2007/relationships/slicer`,
    contentType: 'application/vnd.ms-excel.slicer+xml',
    content: '<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>',
  },
  {
    name: 'xl/connections.xml',
    owner: 'xl/workbook.xml',
    type: `${OFFICE}/connections`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml',
    content:
      '<connections xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></connections>',
  },
  {
    name: 'xl/media/image1.png',
    owner: 'xl/worksheets/sheet2.xml',
    type: `${OFFICE}/image`,
    contentType: 'image/png',
    content: 'PNG stand-in',
  },
];

/** The file with those parts added, as a macro workbook. */
export function withExtras(file: Uint8Array): Uint8Array {
  const source = Package.read(file);
  const parts = zipParts(file);
  const text = (name: string) => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
  const put = (name: string, xml: string) => parts.set(name, new TextEncoder().encode(xml));
  for (const { name, owner, type, contentType, content } of PARTS) {
    put(name, content);
    const rels = relationshipsPart(owner);
    const before =
      text(rels) ||
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    const link = `<Relationship Id="x${parts.size}" Type="${type}" Target="/${name}"/>`;
    put(rels, before.replace('</Relationships>', `${link}</Relationships>`));
    const override = `<Override PartName="/${name}" ContentType="${contentType}"/>`;
    put(
      '[Content_Types].xml',
      text('[Content_Types].xml').replace('</Types>', `${override}</Types>`),
    );
  }
  put(
    '[Content_Types].xml',
    text('[Content_Types].xml').replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    ),
  );
  const order = new Set([...source.entries.map((e) => e.name), ...parts.keys()]);
  return writeZip([...order].map((name) => pack(name, parts.get(name)!)));
}
