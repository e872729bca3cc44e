import type { Sheet, Visibility } from '../model/sheet';
import { createWorkbook } from '../model/createWorkbook';
import type { Workbook } from '../model/workbook';
import { FileError } from './fileError';
import { OpenedFormulas } from './formulaLoader';
import { fromFileFormula } from './formulaText';
import { readCharts } from './drawingXml';
import { Package } from './package';
import { readSheet } from './readSheet';
import { rememberSource } from './source';
import { readTable } from './tablesXml';
import { normalStyle, readWorkbookParts, type WorkbookParts } from './workbookParts';
import { attribute, child, flag, items, numberAttribute } from './xmlTree';

/** @throws FileError when it is no workbook, encrypted or damaged */
export function openXlsx(bytes: Uint8Array, fileName: string): Workbook {
  const source = Package.read(bytes);
  const parts = readWorkbookParts(source);
  const workbook = createWorkbook();
  workbook.sheets.length = 0;
  workbook.fileName = fileName;
  workbook.styles.reset(normalStyle(parts.styles));
  const sheets = addSheets(workbook, parts);
  readSettings(workbook, parts);
  readNames(workbook, parts, sheets);
  for (const sheet of workbook.sheets) readTables(workbook, sheet, source);
  workbook.calculator.structureChanged();
  const opened = readSheets(workbook, source, parts);
  const everything = flag(child(parts.root, 'calcPr'), 'fullCalcOnLoad', false);
  workbook.calculator.opened(everything ? 'all' : opened.stale, opened.spills);
  if (workbook.calculationMode !== 'Manual') workbook.calculator.recalculate();
  rememberSource(workbook, source);
  return workbook;
}

const VISIBILITY: Readonly<Record<string, Visibility>> = {
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/** @returns the sheets by their place in the file; chart sheets leave a gap. */
function addSheets(workbook: Workbook, parts: WorkbookParts): (Sheet | undefined)[] {
  const sheets = parts.sheets.map(({ name, part, node, isWorksheet }) => {
    if (!isWorksheet) return undefined;
    const sheet = workbook.addSheet(name, 'user');
    sheet.part = part;
    sheet.visibility = VISIBILITY[attribute(node, 'state') ?? ''] ?? 'Visible';
    return sheet;
  });
  const view = items(parts.root, 'bookViews', 'workbookView')[0];
  const active =
    sheets[numberAttribute(view, 'activeTab', 0)] ??
    workbook.sheets.find((s) => s.visibility === 'Visible') ??
    workbook.sheets[0];
  if (!active) throw new FileError('NotAWorkbook', 'The workbook has no worksheet.');
  workbook.activeSheet = active;
  return sheets;
}

function readSettings(workbook: Workbook, parts: WorkbookParts): void {
  workbook.date1904 = flag(child(parts.root, 'workbookPr'), 'date1904', false);
  const mode = attribute(child(parts.root, 'calcPr'), 'calcMode');
  if (mode === 'manual') workbook.calculationMode = 'Manual';
  if (mode === 'autoNoTable') workbook.calculationMode = 'AutomaticExceptTables';
}

function readNames(
  workbook: Workbook,
  parts: WorkbookParts,
  sheets: readonly (Sheet | undefined)[],
): void {
  for (const node of items(parts.root, 'definedNames', 'definedName')) {
    const local = attribute(node, 'localSheetId');
    const scope = local === undefined ? null : sheets[Number(local)];
    if (scope === undefined) continue; // a name of a chart sheet
    workbook.names.push({
      name: attribute(node, 'name') ?? '',
      scope,
      formula: `=${fromFileFormula(node.text)}`,
      visible: !flag(node, 'hidden', false),
      comment: attribute(node, 'comment') ?? '',
    });
  }
}

function readTables(workbook: Workbook, sheet: Sheet, source: Package): void {
  for (const { kind, target } of source.relationships(sheet.part!)) {
    const bytes = kind === 'table' ? source.bytes(target) : undefined;
    const table = bytes && readTable(bytes, sheet, workbook.newTableId(), target);
    if (table) workbook.tables.push(table);
  }
}

function readSheets(workbook: Workbook, source: Package, parts: WorkbookParts): OpenedFormulas {
  const opened = new OpenedFormulas();
  const { strings, colors, styles } = parts;
  const styleIds = styles.cellFormats.map((style) => workbook.styles.intern(style));
  for (const sheet of workbook.sheets) {
    const context = {
      strings,
      colors,
      ruleFormats: styles.ruleFormats,
      relationships: source.relationships(sheet.part!),
      styleOf: (format: number) => styleIds[format] ?? 0,
    };
    readSheet(workbook, sheet, source.require(sheet.part!), context, opened);
    sheet.charts = readCharts(source, sheet.part!).map((chart) => ({
      ...chart,
      id: workbook.newChartId(),
    }));
  }
  return opened;
}
