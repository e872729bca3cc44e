import type { SalespersonAccount, Serial, Statement } from '../domain';
import { askDesk, type Desk } from './askDesk';
import { journal } from './journal';
import { loadOwnSheets } from './ownSheets';
import type { Findings } from './runWarnings';
import { salespersonPage } from './salespersonPage';
import { statementPage, type Page } from './statementPage';
import { STATEMENT_TEXTS } from './statementTexts';
import { TEXTS, type Language } from './texts';
import { toWorkbookError } from './workbookError';
import { everyCell, writeBlocks } from './writeBlocks';

/** Statements on a sheet at most: more than that is sent by other means. */
export const MOST_STATEMENTS = 100;

export interface StatementRequest {
  /** By code; null for all that owe or are owed something. */
  readonly customer: string | null;
  /** Pages of salespersons, for finance and sales to go through, in place of customers'. */
  readonly bySalesperson?: boolean;
  /** First and last day, both included. */
  readonly from: Serial;
  readonly to: Serial;
  readonly language: Language;
}

export interface StatementsWritten {
  readonly sheet: string;
  readonly written: number;
  readonly left: number;
  readonly isPaged: boolean;
}

/**
 * Writes 对账单 of customers or salespersons, one below the other, to a sheet of ours.
 *
 * @returns the sheet's name, how many are on it, how many were left out, whether each begins a page
 * @throws {WorkbookError}
 */
export async function writeStatements(
  findings: Pick<Findings, 'analysis' | 'matching' | 'place'>,
  request: StatementRequest,
): Promise<StatementsWritten> {
  const texts = TEXTS[request.language];
  return Excel.run(async (context) => {
    const { told, left } = await askDesk(findings.analysis, (desk) =>
      draftsOf(desk, findings, request),
    );
    const loaded = loadOwnSheets(context.workbook);
    await context.sync();
    const ownSheets = loaded();
    ownSheets.assertWritable();
    journal.remember({ made: 'statements' });
    const sheet = ownSheets.blank('statements', texts);
    const pages: Page[] = [];
    let top = 1;
    for (const draft of told) {
      const page = draft(top);
      pages.push(page);
      top += page.rows.length;
    }
    await layOut(sheet, top - 1, pages);
    const rows = pages.flatMap((page) => page.rows);
    await writeBlocks(sheet, 0, 0, rows.length, (row) => rows[row]!);
    sheet.load('name');
    await context.sync();
    return {
      sheet: sheet.name,
      written: told.length,
      left,
      isPaged: await breakPages(sheet, pages),
    };
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/** @returns for each page what it says, once its first row is known; how many are left out */
async function draftsOf(
  desk: Desk,
  { analysis, ...findings }: Pick<Findings, 'analysis' | 'matching' | 'place'>,
  { customer, bySalesperson, from, to, language }: StatementRequest,
): Promise<{ told: ((top: number) => Page)[]; left: number }> {
  const t = STATEMENT_TEXTS[language];
  const period = { from, to, most: MOST_STATEMENTS };
  if (bySalesperson) {
    const { told, left, then } = await desk.salespersons(period);
    const at = { ...then, items: analysis.items };
    const page = (account: SalespersonAccount) => (top: number) =>
      salespersonPage(account, from, top, at, findings.place, t);
    return { told: told.map(page), left };
  }
  const { told, left } = await desk.statements({ ...period, customer });
  const page = (statement: Statement) => (top: number) =>
    statementPage(statement, top, analysis, findings, TEXTS[language], t);
  return { told: told.map(page), left };
}

/** Laid out in one sync: office.js packs some sixty requests a page, all of a sync in one task. */
const PAGES_A_SYNC = 16;

/** Gives a sheet of statements the look of paper: what is written follows. */
async function layOut(sheet: Excel.Worksheet, last: number, pages: readonly Page[]): Promise<void> {
  if (pages.length === 0) return;
  const at = (address: string) => sheet.getRange(address);
  // Statements that stood here before had their tall rows elsewhere.
  sheet.getRange().format.useStandardHeight = true;
  at(`A1:A${last}`).numberFormat = everyCell('yyyy-mm-dd');
  at(`B1:C${last}`).numberFormat = everyCell('@');
  at(`D1:F${last}`).numberFormat = everyCell('#,##0.00');
  for (const [column, width] of Object.entries({ A: 78, B: 96, C: 132, D: 78, E: 78, F: 84 })) {
    at(`${column}:${column}`).format.columnWidth = width;
  }
  for (const [i, { top, header, closing, ages, boxes }] of pages.entries()) {
    if (i % PAGES_A_SYNC === PAGES_A_SYNC - 1) await sheet.context.sync();
    const title = at(`A${top}:F${top}`);
    title.format.horizontalAlignment = Excel.HorizontalAlignment.centerAcrossSelection;
    title.format.font.size = 16;
    title.format.font.bold = true;
    const [heads, sums] = [at(`A${header}:F${header}`), at(`A${closing - 1}:F${closing}`)];
    for (const bold of [heads, sums]) bold.format.font.bold = true;
    heads.format.horizontalAlignment = Excel.HorizontalAlignment.center;
    frame(at(`A${header}:F${closing}`), true);
    for (const column of ['B', 'D', 'F']) {
      at(`${column}${ages[0]}:${column}${ages[1]}`).numberFormat = everyCell('#,##0.00');
    }
    for (const column of ['A', 'C', 'E']) {
      at(`${column}${ages[0]}:${column}${ages[1]}`).numberFormat = everyCell('@');
    }
    frame(at(`A${ages[0]}:F${ages[1]}`), true);
    const please = at(`A${ages[1] + 2}:F${ages[1] + 2}`);
    please.format.wrapText = true;
    please.format.rowHeight = 48;
    please.format.verticalAlignment = Excel.VerticalAlignment.top;
    for (const [from, to] of [
      [top + 1, top + 3],
      [ages[0] - 1, ages[0] - 1],
      [ages[1] + 1, ages[1] + 2],
      [boxes[1] + 1, boxes[1] + 1],
    ]) {
      at(`A${from}:F${to}`).merge(true);
    }
    for (const columns of ['A:C', 'D:F']) {
      const [left, right] = columns.split(':');
      const box = at(`${left}${boxes[0]}:${right}${boxes[1]}`);
      box.merge(true);
      frame(box, false);
    }
  }
}

/** Per cent at which our columns fit the width of A4. Fit to pages would do away with the breaks. */
const PRINT_SCALE = 90;

/** @returns whether the host can: it matters for paper alone, so the statements stay where it cannot */
async function breakPages(sheet: Excel.Worksheet, pages: readonly Page[]): Promise<boolean> {
  try {
    sheet.pageLayout.paperSize = Excel.PaperType.a4;
    sheet.pageLayout.zoom = { scale: PRINT_SCALE };
    sheet.horizontalPageBreaks.removePageBreaks();
    for (const { top } of pages.slice(1)) sheet.horizontalPageBreaks.add(`A${top}`);
    await sheet.context.sync();
    return true;
  } catch {
    return false;
  }
}

/** @param isGrid - whether the cells within are parted too */
function frame(range: Excel.Range, isGrid: boolean): void {
  const edges: Excel.BorderIndex[] = [
    Excel.BorderIndex.edgeTop,
    Excel.BorderIndex.edgeBottom,
    Excel.BorderIndex.edgeLeft,
    Excel.BorderIndex.edgeRight,
  ];
  if (isGrid) edges.push(Excel.BorderIndex.insideHorizontal, Excel.BorderIndex.insideVertical);
  for (const edge of edges) {
    range.format.borders.getItem(edge).style = Excel.BorderLineStyle.continuous;
  }
}
