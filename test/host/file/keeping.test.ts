import { area, parseArea, type Area } from '../../../src/host/model/address';
import * as edits from '../../../src/host/model/edits';
import type { Sheet } from '../../../src/host/model/sheet';
import type { Workbook } from '../../../src/host/model/workbook';
import { openWorkbook } from '../../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../../src/host/file/saveWorkbook';
import { withExtras } from './support/extras';
import { differences, elementDifferences, partText } from './support/packages';
import { libreOfficeWrites, openpyxlFile } from './support/programs';

const LEDGER = 'xl/worksheets/sheet1.xml';
const files: Record<string, Uint8Array> = {};
beforeAll(() => {
  files.openpyxl = withExtras(openpyxlFile());
  files.LibreOffice = libreOfficeWrites({ 'everything.xlsx': openpyxlFile() })['everything.xlsx']!;
}, 120_000);

const at = (address: string): Area => parseArea(address)!;

function edited(maker: string, edit: (workbook: Workbook, ledger: Sheet) => void): Uint8Array {
  const workbook = openWorkbook(files[maker]!, 'everything.xlsm');
  edit(workbook, workbook.sheets[0]!);
  return saveWorkbook(workbook);
}

describe.each(['openpyxl', 'LibreOffice'])('a file made by %s', (maker) => {
  test('saved without an edit is the same file', () => {
    expect(edited(maker, () => undefined)).toEqual(files[maker]);
  });

  test('with one cell edited differs in that cell and what is calculated from it', () => {
    const saved = edited(maker, (wb, ledger) =>
      edits.setValues(wb, ledger, at('E3'), [[7]], 'addin'),
    );
    const recalculated = maker === 'LibreOffice' ? ['xl/worksheets/sheet2.xml'] : [];
    const changed = differences(files[maker]!, saved);
    expect(changed.filter((part) => part !== 'xl/worksheets/sheet2.xml')).toEqual([LEDGER]);
    expect(changed).toEqual(expect.arrayContaining(recalculated));
    const cells = elementDifferences(files[maker]!, saved, LEDGER);
    expect(cells).toEqual(expect.arrayContaining(['cell E3', 'cell G3']));
    expect(cells.filter((key) => !/^cell [EG]\d+$/.test(key))).toEqual([]);
  });

  test('keeps everything else when the add-in adds its columns, rule, names and sheet', () => {
    const saved = edited(maker, (wb, ledger) => {
      edits.setValues(
        wb,
        ledger,
        at('J1:K3'),
        [
          ['逾期天数', '账龄区间'],
          ['=MAX(0,AR_基准日-$D2)', '=IF(J2>30,"31天以上","未逾期")'],
          ['=MAX(0,AR_基准日-$D3)', '=IF(J3>30,"31天以上","未逾期")'],
        ],
        'addin',
      );
      edits.addName(wb, 'AR_基准日', '=DATE(2025,4,30)', null);
      edits.addRule(wb, ledger, [at('A2:K31')], {
        type: 'custom',
        formula: '$J2>30',
        format: { fillColor: '#FF0000' },
      });
      const sheet = edits.addSheet(wb, '预警', 'addin');
      edits.setValues(wb, sheet, at('A1:B1'), [['客户', 1]], 'addin');
    });
    expect(
      differences(files[maker]!, saved).filter((p) => p !== 'xl/worksheets/sheet2.xml'),
    ).toEqual(
      [
        `+xl/worksheets/sheet${maker === 'openpyxl' ? 7 : 8}.xml`, // LibreOffice knows no chart sheets
        LEDGER,
        '[Content_Types].xml',
        'xl/_rels/workbook.xml.rels',
        'xl/styles.xml',
        'xl/workbook.xml',
      ].sort(),
    );
    const changes = elementDifferences(files[maker]!, saved, LEDGER).filter(
      (key) => !/^cell [GJK]\d+$|^row [123]$|^conditionalFormatting|^dimension$/.test(key),
    );
    expect(changes).toEqual([]);
    const again = openWorkbook(saved, 'again.xlsx');
    expect(again.sheets.map((s) => s.name).slice(-2)).toEqual(['末页', '预警']);
    expect(again.sheets[0]!.conditionalFormats).toHaveLength(
      openWorkbook(files[maker]!, '').sheets[0]!.conditionalFormats.length + 1,
    );
    expect(again.sheets[0]!.conditionalFormats[0]!.kind).toEqual({
      type: 'custom',
      formula: '$J2>30',
      format: { fillColor: '#FF0000' },
    });
  });
});

/** Edits with what takes them back. */
const THERE_AND_BACK: readonly (readonly [string, (wb: Workbook, ledger: Sheet) => void])[] = [
  [
    'a value',
    (wb, ledger) => {
      const before = ledger.cells.value(2, 4);
      edits.setValues(wb, ledger, at('E3'), [[1]], 'addin');
      edits.setValues(wb, ledger, at('E3'), [[before]], 'addin');
    },
  ],
  [
    'cells beyond the used ones',
    (wb, ledger) => {
      edits.setValues(
        wb,
        ledger,
        at('M40:N41'),
        [
          ['=A1', 2],
          ['x', true],
        ],
        'addin',
      );
      edits.clearArea(wb, ledger, at('M40:N41'), 'All', 'addin');
    },
  ],
  [
    'a formula over a value',
    (wb, ledger) => {
      edits.setValues(wb, ledger, at('G5'), [['=E5*2']], 'addin');
      edits.setValues(wb, ledger, at('G5'), [['=E5-F5']], 'addin');
    },
  ],
  [
    'inserted rows',
    (wb, ledger) => {
      edits.insertCells(wb, ledger, at('8:10'), 'Down', 'addin');
      edits.deleteCells(wb, ledger, at('8:10'), 'Up', 'addin');
    },
  ],
  [
    'a format',
    (wb, ledger) => {
      const style = ledger.cells.style(4, 4);
      edits.setStyle(wb, ledger, at('E5'), (s) => ({ ...s, fill: { color: '#123456' } }));
      ledger.cells.setStyle(4, 4, style);
    },
  ],
  [
    'a rule',
    (wb, ledger) => {
      const rule = edits.addRule(wb, ledger, [at('A1')], {
        type: 'custom',
        formula: '1=1',
        format: {},
      });
      edits.deleteRule(wb, ledger, rule);
    },
  ],
  [
    'a sheet, its name, and the names of other sheets',
    (wb, ledger) => {
      const sheet = edits.addSheet(wb, '新', 'addin');
      edits.addName(wb, '新名', '=1', sheet);
      edits.renameSheet(wb, ledger, '改名');
      edits.moveSheet(wb, ledger, 3);
      edits.moveSheet(wb, ledger, 0);
      edits.renameSheet(wb, ledger, '应收台账');
      edits.deleteSheet(wb, sheet, 'addin');
    },
  ],
  [
    'a table',
    (wb) => {
      const sheet = wb.sheet('末页')!;
      sheet.protection = null;
      edits.setValues(
        wb,
        sheet,
        at('D1:E2'),
        [
          ['甲', '乙'],
          [1, 2],
        ],
        'addin',
      );
      const table = edits.addTable(wb, sheet, at('D1:E2'), true, 'addin');
      edits.deleteTable(wb, table, 'addin');
      edits.clearArea(wb, sheet, at('D1:E2'), 'All', 'addin');
      sheet.protection = openWorkbook(files.openpyxl!, '').sheet('末页')!.protection;
    },
  ],
];

test.each(THERE_AND_BACK)('%s, made and taken back, leaves the same file', (_, edit) => {
  expect(differences(files.openpyxl!, edited('openpyxl', edit))).toEqual([]);
  expect(edited('openpyxl', edit)).toEqual(files.openpyxl);
});

test('a deleted sheet takes its own parts with it and no others', () => {
  const saved = edited('openpyxl', (wb) => edits.deleteSheet(wb, wb.sheets[1]!, 'addin'));
  const gone = differences(files.openpyxl!, saved).filter((part) => part.startsWith('-'));
  expect(gone).toEqual([
    '-xl/charts/chart1.xml',
    '-xl/charts/chart2.xml',
    '-xl/charts/chart3.xml',
    '-xl/drawings/_rels/drawing1.xml.rels',
    '-xl/drawings/drawing1.xml',
    '-xl/media/image1.png',
    '-xl/worksheets/_rels/sheet2.xml.rels',
    '-xl/worksheets/sheet2.xml',
  ]);
  expect(partText(saved, '[Content_Types].xml')).not.toMatch(
    /drawing1\.xml|chart1\.xml|sheet2\.xml/,
  );
  expect(openWorkbook(saved, '').definedName('局部', null)).toBeUndefined();
});

test('a renamed sheet is renamed in the list, in formulas and in names, and nowhere else', () => {
  const saved = edited('openpyxl', (wb, ledger) => edits.renameSheet(wb, ledger, '账 本'));
  expect(differences(files.openpyxl!, saved)).toEqual([
    'xl/workbook.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  expect(partText(saved, 'xl/worksheets/sheet2.xml')).toContain("SUM('账 本'!E:E)");
  expect(partText(saved, 'xl/workbook.xml')).toContain("'账 本'!$E$2:$E$31");
});

test('rows inserted above take rules, validations, links, filter and heights along', () => {
  const saved = edited('openpyxl', (wb, ledger) =>
    edits.insertCells(wb, ledger, area(1, 0, 2, 16_383), 'Down', 'addin'),
  );
  const ledger = openWorkbook(saved, '').sheets[0]!;
  expect(ledger.hyperlinks[0]!.area).toEqual(at('A5'));
  expect(ledger.cells.formula(4, 6)?.text(4, 6)).toBe('=E5-F5');
  expect([...ledger.hiddenRows]).toEqual([6]);
  expect(ledger.dataValidations[0]!.ranges).toEqual([at('H4:H33')]);
  expect(ledger.autoFilter!.area).toEqual(at('A1:G33'));
  const text = partText(saved, LEDGER);
  expect(text).toContain('<rowBreaks');
  expect(text).toContain('errorTitle=');
});
