import { read, utils } from '@e965/xlsx';
import { parseArea, type Area } from '../../../src/host/model/address';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import * as edits from '../../../src/host/model/edits';
import { CellError } from '../../../src/host/model/value';
import type { Workbook } from '../../../src/host/model/workbook';
import { openWorkbook } from '../../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../../src/host/file/saveWorkbook';
import { differences, partText } from './support/packages';
import { libreOfficeReads, openpyxlFile, openpyxlLoads } from './support/programs';

const at = (address: string): Area => parseArea(address)!;

/** A workbook made from nothing with everything the model knows. */
function fromNothing(): Workbook {
  const wb = createWorkbook();
  const sheet = wb.activeSheet;
  edits.renameSheet(wb, sheet, '台账 & 1');
  edits.setValues(
    wb,
    sheet,
    at('A1:D4'),
    [
      ['客户', '金额', '已收', '未收'],
      ['甲 <公司>', 100.25, 40, '=B2-C2'],
      ['乙"公司"', 300, 0, '=B3-C3'],
      [' 丙_x0041_ ', -5, 1e-7, '=IFERROR(B4/0,"除零")'],
    ],
    'addin',
  );
  edits.setValues(
    wb,
    sheet,
    at('F1:F6'),
    [
      ['=SUM(B2:B4)'],
      ['=TEXTJOIN("-",TRUE,A2:A3)'],
      ['=B2>C2'],
      ['=NA()'],
      ['=SUM(B2:B4*2)'],
      ['=XLOOKUP("乙""公司""",A2:A4,B2:B4)'],
    ],
    'addin',
  );
  edits.setValues(wb, sheet, at('H1'), [['=B2:B4*2']], 'addin');
  edits.setValues(wb, sheet, at('J1'), [['=SEQUENCE(3)']], 'addin');
  edits.setStyle(wb, sheet, at('B2:D4'), (s) => ({
    ...s,
    numberFormat: '#,##0.00"元"',
    font: { ...s.font, bold: true, color: '#C00000', underline: 'Double' },
    fill: { color: '#FFF2CC' },
    borders: { EdgeBottom: { style: 'Dash', weight: 'Medium', color: '#0070C0' } },
    alignment: { ...s.alignment, horizontal: 'Right', textOrientation: -30, wrapText: true },
    locked: false,
  }));
  edits.setColumnWidth(wb, sheet, 0, 4, 22);
  edits.setColumnsHidden(wb, sheet, 4, 4, true);
  edits.setRowHeight(wb, sheet, 0, 0, 28.5);
  edits.setRowsHidden(wb, sheet, 9, 10, true);
  edits.setFrozen(wb, sheet, 1, 2);
  edits.setTabColor(wb, sheet, '#00B0F0');
  edits.setGridlines(wb, sheet, false);
  edits.mergeArea(wb, sheet, at('A8:B9'), false, 'addin');
  edits.addName(wb, '总额', "='台账 & 1'!$B$2:$B$4", null, '合计');
  edits.addName(wb, '本页', '=1', sheet);
  edits.setHyperlink(wb, sheet, at('A2'), {
    address: 'https://example.com/?a=1&b=2',
    documentReference: null,
    screenTip: '去看',
  });
  edits.setValidation(wb, sheet, [at('C2:C4')], {
    type: 'decimal',
    operator: 'between',
    formula1: '0',
    formula2: '1000',
    allowBlank: true,
    inCellDropDown: true,
    alert: { show: true, style: 'stop', title: '错', message: '超出' },
    prompt: { show: false, title: '', message: '' },
  });
  const format = { fillColor: '#FF0000', fontColor: '#FFFFFF', bold: true };
  edits.addRule(wb, sheet, [at('A2:D4')], { type: 'custom', formula: '$B2>200', format });
  edits.addRule(wb, sheet, [at('B2:B4')], {
    type: 'dataBar',
    color: '#638EC6',
    min: { type: 'min', value: null },
    max: { type: 'num', value: '500' },
    showValue: false,
  });
  edits.addRule(wb, sheet, [at('C2:C4')], {
    type: 'iconSet',
    iconSet: '3Arrows',
    thresholds: [
      { type: 'percent', value: '0' },
      { type: 'num', value: '10' },
      { type: 'num', value: '30', inclusive: false },
    ],
    reverse: false,
    showValue: true,
  });
  edits.addRule(wb, sheet, [at('D2:D4'), at('F1')], {
    type: 'colorScale',
    points: [
      { threshold: { type: 'min', value: null }, color: '#F8696B' },
      { threshold: { type: 'max', value: null }, color: '#63BE7B' },
    ],
  });
  edits.addRule(wb, sheet, [at('A2:A4')], {
    type: 'containsText',
    operator: 'beginsWith',
    text: '甲"',
    format: { italic: true },
  });
  edits.addRule(wb, sheet, [at('C2:C4')], {
    type: 'cellValue',
    operator: 'notBetween',
    formula1: '1',
    formula2: '50',
    format: { strikethrough: true, numberFormat: '0.0' },
  });
  const second = edits.addSheet(wb, "第二 'x' 页", 'addin');
  edits.setValues(
    wb,
    second,
    at('A1:C3'),
    [
      ['项', '数', '倍'],
      ['a', 1, null],
      ['b', 2, null],
    ],
    'addin',
  );
  const table = edits.addTable(wb, second, at('A1:C3'), true, 'addin', '表一');
  edits.setValues(wb, second, at('C2:C3'), [['=[@数]*10'], ['=[@数]*10']], 'addin');
  table.columns[2]!.calculatedFormula = '=[@数]*10';
  edits.setValues(wb, second, at('E1'), [['=SUM(表一[倍])']], 'addin');
  const hidden = edits.addSheet(wb, '隐藏页', 'addin');
  edits.setValues(wb, hidden, at('A1:A3'), [[true], ['第一行\n第二行'], [12345678901234]], 'addin');
  edits.addAutoFilter(wb, hidden, at('A1:A3'));
  edits.setVisibility(wb, hidden, 'Hidden');
  edits.protectSheet(wb, hidden, { allowSort: true, selectionMode: 'Unlocked' }, 'geheim');
  edits.activateSheet(wb, second);
  edits.select(wb, second, at('B2:C3'));
  return wb;
}

/** What a sheet says beyond its cells, and what its cells say. */
function facts(wb: Workbook): unknown {
  return wb.sheets.map((sheet) => {
    const used = sheet.cells.usedArea(false)!;
    const cells: unknown[] = [];
    for (let r = used.top; r <= used.bottom; r++) {
      for (let c = used.left; c <= used.right; c++) {
        const style = { ...wb.styles.get(sheet.cells.style(r, c)), origin: null };
        const value = sheet.cells.value(r, c);
        cells.push([r, c, value, sheet.cells.formula(r, c)?.text(r, c), style]);
      }
    }
    const { name, visibility, tabColor, showGridlines, frozen, merges, dataValidations } = sheet;
    return {
      ...{ name, visibility, tabColor, showGridlines, frozen, merges, dataValidations, cells },
      widths: [...sheet.columnWidths],
      hidden: [[...sheet.hiddenColumns], [...sheet.hiddenRows]],
      heights: [...sheet.rowHeights],
      rules: sheet.conditionalFormats.map(({ ranges, kind, stopIfTrue }) => ({
        ranges,
        kind,
        stopIfTrue,
      })),
      links: sheet.hyperlinks,
      filter: sheet.autoFilter,
      selection: sheet.selection,
    };
  });
}

describe('a workbook made from nothing', () => {
  const workbook = fromNothing();
  const saved = saveWorkbook(workbook);
  const again = openWorkbook(saved, 'x.xlsx');

  test('reads back as it was', () => {
    expect(facts(again)).toEqual(facts(workbook));
    const bare = (wb: Workbook) =>
      wb.names
        .filter((n) => !n.name.startsWith('_xlnm.'))
        .map(({ name, scope, formula, comment }) => [name, scope?.name, formula, comment]);
    expect(bare(again)).toEqual(bare(workbook));
    expect(again.activeSheet.name).toBe(workbook.activeSheet.name);
    const table = workbook.tables[0]!;
    const { id, part, sheet } = table;
    expect({ ...again.tables[0], id, part, sheet }).toEqual(table);
  });

  test('saved again after reading is the same file', () => {
    expect(saveWorkbook(again)).toEqual(saved);
  });

  test('newer functions, array formulas and table references are spelt as files want them', () => {
    const first = partText(saved, 'xl/worksheets/sheet1.xml');
    expect(first).toContain('<f>_xlfn.TEXTJOIN(&quot;-&quot;,TRUE,A2:A3)</f>');
    expect(first).toContain('cm="1"><f t="array" ref="J1:J3">_xlfn.SEQUENCE(3)</f><v>1</v>');
    expect(first).toContain('<f t="array" ref="F5">SUM(B2:B4*2)</f>');
    expect(partText(saved, 'xl/metadata.xml')).toContain('fDynamic="1"');
    expect(partText(saved, 'xl/worksheets/sheet2.xml')).toContain(
      '<f>表一[[#This Row],[数]]*10</f>',
    );
    expect(partText(saved, 'xl/tables/table1.xml')).toContain(
      '<calculatedColumnFormula>表一[[#This Row],[数]]*10</calculatedColumnFormula>',
    );
  });

  test('SheetJS reads its values', () => {
    const book = read(saved, { type: 'array' });
    expect(utils.sheet_to_json(book.Sheets['台账 & 1']!, { header: 1 }).slice(0, 4)).toMatchObject([
      ['客户', '金额', '已收', '未收', undefined, 395.25, undefined, 200.5, undefined, 1],
      [
        '甲 <公司>',
        100.25,
        40,
        60.25,
        undefined,
        '甲 <公司>-乙"公司"',
        undefined,
        600,
        undefined,
        2,
      ],
      ['乙"公司"', 300, 0, 300, undefined, true, undefined, -10, undefined, 3],
      [' 丙_x0041_ ', -5, 1e-7, '除零'],
    ]);
  });
});

describe('other programs', () => {
  let seen: ReturnType<typeof libreOfficeReads>;
  let loaded: Record<string, number>[];
  beforeAll(() => {
    const edited = openWorkbook(openpyxlFile(), 'e.xlsx');
    const ledger = edited.sheets[0]!;
    edits.setValues(edited, ledger, at('E2'), [[5000]], 'addin');
    edits.setValues(edited, ledger, at('J1:J2'), [['逾期'], ['=DATE(2025,4,30)-D2']], 'addin');
    edits.addRule(edited, ledger, [at('A2:J31')], {
      type: 'custom',
      formula: '$J2>30',
      format: { fillColor: '#FF0000' },
    });
    const sheet = edits.addSheet(edited, '预警', 'addin');
    edits.setValues(
      edited,
      sheet,
      at('A1:B2'),
      [
        ['客户', '额'],
        ['甲', 1],
      ],
      'addin',
    );
    edits.addTable(edited, sheet, at('A1:B2'), true, 'addin', '预警表');
    const tables = edited.sheet("O'Brien 表")!;
    edits.addTableRows(edited, edited.table('额度表')!, null, [['客户9', 9000, 90, null]], 'addin');
    edits.setStyle(edited, tables, at('B2:B3'), (s) => ({ ...s, numberFormat: '0.000' }));
    const files = { made: saveWorkbook(fromNothing()), edited: saveWorkbook(edited) };
    seen = libreOfficeReads(files);
    loaded = openpyxlLoads(Object.values(files));
  }, 120_000);

  test('LibreOffice shows a workbook made from nothing', () => {
    const rows = seen.made!['台账 & 1']!.slice(0, 3);
    expect(rows.map((row) => row.slice(0, 8))).toEqual([
      ['客户', '金额', '已收', '未收', '', '395.25', '', '200.5'],
      ['甲 <公司>', '100.25元', '40.00元', '60.25元', '', '甲 <公司>-乙"公司"', '', '600'],
      ['乙"公司"', '300.00元', '0.00元', '300.00元', '', 'TRUE', '', '-10'],
    ]);
    expect(seen.made!["第二 'x' 页"]).toEqual([
      ['项', '数', '倍', '', '30'],
      ['a', '1', '10', '', ''],
      ['b', '2', '20', '', ''],
    ]);
  });

  test('LibreOffice shows the edits of an opened file', () => {
    const { edited } = seen;
    expect(edited!['应收台账']!.slice(0, 3)).toEqual([
      ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '未收', '', '', '逾期'],
      ['客户0', '000000', '2025-01-01', '2025-03-01', '5,000.00', '0', '5000', '', '', '60'],
      ['客户1', '000001', '2025-01-02', '2025-03-02', '2,000.50', '100', '1900.5', '', '', ''],
    ]);
    expect(edited!['预警']).toEqual([
      ['客户', '额'],
      ['甲', '1'],
    ]);
    expect(edited!["O'Brien 表"]!.at(-1)!.slice(0, 3)).toEqual(['客户9', '9000', '90']);
  });

  test('openpyxl loads both', () => {
    expect(loaded[0]).toMatchObject({ '台账 & 1': 9, 隐藏页: 3 });
    expect(loaded[1]).toMatchObject({ 应收台账: 31, 预警: 2, "O'Brien 表": 7 });
  });
});

test('errors that files do not know are saved as #VALUE!', () => {
  const wb = createWorkbook();
  edits.setValues(wb, wb.activeSheet, at('A2'), [['x']], 'addin');
  edits.setValues(wb, wb.activeSheet, at('A1'), [['=SEQUENCE(2)']], 'addin');
  expect(wb.activeSheet.cells.value(0, 0)).toEqual(new CellError('#SPILL!'));
  expect(partText(saveWorkbook(wb), 'xl/worksheets/sheet1.xml')).toContain('<v>#VALUE!</v>');
});

test('custom functions are saved as add-in functions and read back', () => {
  const wb = createWorkbook();
  edits.setValues(wb, wb.activeSheet, at('A1'), [['=AR.AGING_BUCKET(B1,C1)']], 'addin');
  const saved = saveWorkbook(wb);
  expect(partText(saved, 'xl/worksheets/sheet1.xml')).toContain(
    '<f>_xldudf_AR_AGING_BUCKET(B1,C1)</f>',
  );
  const again = openWorkbook(saved, '').activeSheet;
  expect(again.cells.formula(0, 0)?.text(0, 0)).toBe('=AR.AGING_BUCKET(B1,C1)');
});

test('a style edit derives from the opened format and keeps what the model does not know', () => {
  const file = openpyxlFile();
  const wb = openWorkbook(file, '');
  edits.setStyle(wb, wb.sheets[0]!, at('B1'), (s) => ({ ...s, font: { ...s.font, bold: true } }));
  const saved = saveWorkbook(wb);
  expect(differences(file, saved)).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  const [fill] = /fillId="\d+"/.exec(
    [...partText(saved, 'xl/styles.xml').matchAll(/<xf [^>]*>/g)].at(-1)![0],
  )!;
  const fills = [...partText(saved, 'xl/styles.xml').matchAll(/<fill>.*?<\/fill>/g)];
  expect(fills[Number(/\d+/.exec(fill)![0])]![0]).toContain('gradientFill');
});
