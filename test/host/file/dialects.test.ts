import { utils, write } from '@e965/xlsx';
import { parseArea, type Area } from '../../../src/host/model/address';
import * as edits from '../../../src/host/model/edits';
import { CellError, type CellValue } from '../../../src/host/model/value';
import { openWorkbook } from '../../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../../src/host/file/saveWorkbook';
import { MAIN, OFFICE, packageOf, relationships, sheetFile } from './support/byHand';
import { differences, partText } from './support/packages';

const SHEET = 'xl/worksheets/sheet1.xml';
const at = (address: string): Area => parseArea(address)!;

function values(file: Uint8Array, address: string): CellValue[][] {
  const { cells } = openWorkbook(file, 'x.xlsx').sheets[0]!;
  const { top, left, bottom, right } = at(address);
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => cells.value(top + r, left + c)),
  );
}

const strings = (content: string) => ({
  'xl/sharedStrings.xml': `\ufeff<?xml version="1.0"?><sst xmlns="${MAIN}">${content}</sst>`,
});

test.each<[string, Uint8Array, string, CellValue[][]]>([
  [
    'cells and rows without addresses',
    sheetFile('<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row>'),
    'A1:B3',
    [
      [1, 2],
      [null, null],
      [null, 3],
    ],
  ],
  [
    'attributes in any order and quotes, comments between cells, white space',
    sheetFile(
      `<!-- a > b --><row\n r='2' ><c t = "b" s='0' r='B2'>\n<v>1</v></c><!-- --><c t='e' r='C2'><v>#REF!</v></c></row>`,
    ),
    'B2:C2',
    [[true, new CellError('#REF!')]],
  ],
  [
    'numbers in every spelling',
    sheetFile(
      '<row><c><v>-0.1</v></c><c><v>1.5E-7</v></c><c><v> 7 </v></c><c><v>12345678901234567890</v></c><c><v>0.30000000000000004</v></c><c><v><![CDATA[5]]></v></c><c><v>&#49;2</v></c></row>',
    ),
    'A1:G1',
    [[-0.1, 1.5e-7, 7, 12345678901234567890, 0.30000000000000004, 5, 12]],
  ],
  [
    'strings: shared, rich, phonetic, inline, CDATA, entities, escapes, spaces',
    sheetFile(
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t xml:space="preserve"> a&#10;b </t></is></c><c t="str"><v><![CDATA[<x> & ]]>y</v></c><c t="s"><v>9</v></c></row>',
      strings(
        '<si><t>甲&amp;乙_x000D__x005F_x0041_</t></si><si><r><t>粗</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 体</t></r><rPh sb="0" eb="1"><t>cū</t></rPh></si><si/>',
      ),
    ),
    'A1:F1',
    [['甲&乙\r_x0041_', '粗 体', '', ' a\nb ', '<x> & y', '']],
  ],
  [
    'ISO dates',
    sheetFile(
      '<row><c t="d"><v>2025-04-30</v></c><c t="d"><v>2025-04-30T12:00:00</v></c><c t="d"><v>2025-04-30T18:00:00Z</v></c></row>',
    ),
    'A1:C1',
    [[45777, 45777.5, 45777.75]],
  ],
])('%s are read', (_, file, address, expected) => {
  expect(values(file, address)).toEqual(expected);
  expect(saveWorkbook(openWorkbook(file, ''))).toEqual(file);
});

test('a file whose elements have a prefix is patched with that prefix', () => {
  const file = packageOf({
    [SHEET]: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  const wb = openWorkbook(file, '');
  edits.setValues(wb, wb.activeSheet, at('B1:B2'), [['x<y'], ['=A1*2']], 'addin');
  edits.setHyperlink(wb, wb.activeSheet, at('B1'), {
    address: 'https://example.com',
    documentReference: null,
    screenTip: null,
  });
  const saved = saveWorkbook(wb);
  expect(partText(saved, SHEET)).toBe(
    `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>` +
      '<x:c r="B1" s="1" t="inlineStr"><x:is><x:t>x&lt;y</x:t></x:is></x:c></x:row>' +
      '<x:row r="2"><x:c r="B2"><x:f>A1*2</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>' +
      `<x:hyperlinks><x:hyperlink ref="B1" xmlns:r="${OFFICE}" r:id="rId1"/></x:hyperlinks></x:worksheet>`,
  );
  expect(differences(file, saved)).toContain('+xl/styles.xml');
  expect(openWorkbook(saved, '').activeSheet.hyperlinks[0]!.address).toBe('https://example.com');
});

test('a cell taken from between cells without addresses does not move them', () => {
  const file = sheetFile('<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>');
  const wb = openWorkbook(file, '');
  edits.clearArea(wb, wb.activeSheet, at('B1'), 'All', 'addin');
  expect(values(saveWorkbook(wb), 'A1:C1')).toEqual([[1, null, 3]]);
});

test('a strict file opens, and new parts of it are strict', () => {
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const office = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const strict = (list: readonly (readonly [string, string, string])[]) =>
    relationships(list).replaceAll(OFFICE, office);
  const file = packageOf({
    '_rels/.rels': strict([['r1', 'officeDocument', '/xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}" conformance="strict"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': strict([['r1', 'worksheet', 'worksheets/sheet1.xml']]),
    [SHEET]: `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>4</v></c></row></sheetData></worksheet>`,
  });
  const wb = openWorkbook(file, '');
  expect(wb.activeSheet.cells.value(0, 0)).toBe(4);
  edits.addSheet(wb, '新', 'addin');
  const saved = saveWorkbook(wb);
  expect(partText(saved, 'xl/worksheets/sheet2.xml')).toContain(`xmlns="${main}"`);
  expect(partText(saved, 'xl/_rels/workbook.xml.rels')).toContain(
    `${office}/worksheet" Target="worksheets/sheet2.xml"`,
  );
  expect(openWorkbook(saved, '').sheets.map((s) => s.name)).toEqual(['S', '新']);
});

describe('shared formulas', () => {
  const file = sheetFile(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>' +
      '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>',
  );

  test('are seen as their cells see them', () => {
    const { cells } = openWorkbook(file, '').activeSheet;
    expect([0, 1, 2].map((row) => cells.formula(row, 1)?.text(row, 1))).toEqual([
      '=A1*2',
      '=A2*2',
      '=A3*2',
    ]);
  });

  test('stay shared when only values change', () => {
    const wb = openWorkbook(file, '');
    edits.setValues(wb, wb.activeSheet, at('A1:A2'), [[10], [20]], 'addin');
    const xml = partText(saveWorkbook(wb), SHEET);
    expect(xml).toContain('<c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>20</v></c>');
    expect(xml).toContain('<c r="B2"><f t="shared" si="0"/><v>40</v></c>');
    expect(xml).toContain('<c r="B3"><f t="shared" si="0"/><v>6</v></c>');
  });

  test('are written out where their first cell changes', () => {
    const wb = openWorkbook(file, '');
    edits.setValues(wb, wb.activeSheet, at('B1'), [['=A1*3']], 'addin');
    const xml = partText(saveWorkbook(wb), SHEET);
    expect(xml).toContain('<c r="B1"><f>A1*3</f><v>3</v></c>');
    expect(xml).toContain('<c r="B2"><f>A2*2</f><v>4</v></c>');
    expect(xml).toContain('<c r="B3"><f>A3*2</f><v>6</v></c>');
  });
});

test('array formulas, what-if tables and formulas of unknown syntax stay as they are', () => {
  const cells = [
    '<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c><c r="B1"><v>1</v></c>',
    '<c r="C1"><f t="dataTable" ref="C1:C2" dt2D="1" dtr="1" r1="B1" r2="B2"/><v>5</v></c>',
    '<c r="D1"><f>[1]!Fn(1,,§)</f><v>8</v></c><c r="E1" vm="1" t="e"><v>#VALUE!</v></c>',
  ];
  const file = sheetFile(
    `<row r="1" customFormat="1" s="0">${cells.join('')}</row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>2</v></c></row>`,
  );
  const wb = openWorkbook(file, '');
  expect(wb.activeSheet.cells.value(0, 2)).toBe(5);
  expect(wb.calculator.spillArea(wb.activeSheet, 0, 0)).toEqual(at('A1:A2'));
  edits.setValues(wb, wb.activeSheet, at('B2'), [[7]], 'addin');
  const xml = partText(saveWorkbook(wb), SHEET);
  for (const cell of cells) expect(xml).toContain(cell);
  expect(xml).toContain('<c r="A2"><v>14</v></c><c r="B2"><v>7</v></c>');
});

test('a rich string keeps its runs when only its format changes, and moves with inserted rows', () => {
  const file = sheetFile('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
    ...strings('<si><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></si>'),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts><font><sz val="10"/><name val="宋体"/></font></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf/></cellXfs></styleSheet>`,
  });
  const wb = openWorkbook(file, '');
  edits.setStyle(wb, wb.activeSheet, at('A1'), (s) => ({ ...s, fill: { color: '#FFFF00' } }));
  edits.insertCells(wb, wb.activeSheet, at('1:1'), 'Down', 'addin');
  const saved = saveWorkbook(wb);
  expect(partText(saved, SHEET)).toContain('<c r="A2" s="1" t="s"><v>0</v></c>');
  expect(differences(file, saved)).toEqual(['xl/styles.xml', SHEET]);
});

test('the calculation chain goes when a formula comes or goes, and stays otherwise', () => {
  const chain = { 'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>` };
  const file = sheetFile(
    '<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><v>1</v></c></row>',
    chain,
  );
  const save = (address: string, value: CellValue) => {
    const wb = openWorkbook(file, '');
    edits.setValues(wb, wb.activeSheet, at(address), [[value]], 'addin');
    return differences(file, saveWorkbook(wb));
  };
  expect(save('B1', 3)).toEqual([SHEET]);
  expect(save('A1', 3)).toEqual(['-xl/calcChain.xml', 'xl/_rels/workbook.xml.rels', SHEET].sort());
});

test('a data bar of the extension list is read whole, moved whole and removed whole', () => {
  const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
  const id = '{00000000-0000-0000-0000-000000000001}';
  const file = sheetFile(
    '<row r="1"><c r="A1"><v>1</v></c></row>',
    {},
    '',
    `<conditionalFormatting sqref="A1:A5"><cfRule type="dataBar" priority="4"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${x14}"><x14:id>${id}</x14:id></ext></extLst></cfRule></conditionalFormatting>` +
      `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${x14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="num"><xm:f>9</xm:f></x14:cfvo></x14:dataBar></x14:cfRule><xm:sqref>A1:A5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{other}"/></extLst>`,
  );
  const moved = openWorkbook(file, '');
  expect(moved.activeSheet.conditionalFormats[0]!.kind).toMatchObject({
    min: { type: 'autoMin', value: null },
    max: { type: 'num', value: '9' },
  });
  edits.insertCells(moved, moved.activeSheet, at('1:1'), 'Down', 'addin');
  const xml = partText(saveWorkbook(moved), SHEET);
  expect(xml).toContain('<conditionalFormatting sqref="A2:A6">');
  expect(xml).toContain('<xm:sqref>A2:A6</xm:sqref>');
  const without = openWorkbook(file, '');
  edits.deleteRule(without, without.activeSheet, without.activeSheet.conditionalFormats[0]!);
  expect(partText(saveWorkbook(without), SHEET)).toMatch(
    /<\/sheetData><extLst><ext uri="\{other\}"\/><\/extLst><\/worksheet>$/,
  );
});

test('files of SheetJS open and are patched', () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ['客户', '额'],
    ['甲', 1],
    ['乙', new Date(Date.UTC(2025, 3, 30))],
  ]);
  sheet.C1 = { t: 'n', f: 'B2*2', v: 2 };
  sheet['!ref'] = 'A1:C3';
  utils.book_append_sheet(book, sheet, '账');
  const file = new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer,
  );
  const wb = openWorkbook(file, '');
  expect(wb.activeSheet.cells.value(1, 0)).toBe('甲');
  expect(wb.activeSheet.cells.formula(0, 2)?.text(0, 2)).toBe('=B2*2');
  expect(saveWorkbook(wb)).toEqual(file);
  edits.setValues(wb, wb.activeSheet, at('B2'), [[21]], 'addin');
  const saved = saveWorkbook(wb);
  expect(differences(file, saved)).toEqual([SHEET]);
  expect(values(saved, 'A1:C2')).toEqual([
    ['客户', '额', 42],
    ['甲', 21, null],
  ]);
});

test.each([
  ['no workbook', packageOf({ '_rels/.rels': relationships([]) }), 'NotAWorkbook'],
  ['a cut-off file', sheetFile('').subarray(0, 200), 'NotAWorkbook'],
  ['bytes of something else', new Uint8Array([0x89, 0x50, 0, 0, 1]), 'NotAWorkbook'],
])('%s is refused with a reason', (_, file, code) => {
  expect(() => openWorkbook(file, 'x.xlsx')).toThrow(expect.objectContaining({ code }) as Error);
});
