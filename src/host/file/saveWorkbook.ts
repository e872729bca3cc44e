import { chartContent, type Chart } from '../model/chart';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { blankPackage } from './blankPackage';
import { chartXml, patchChart } from './chartXml';
import { Draft } from './draft';
import { emptyDrawing, patchDrawing, readCharts } from './drawingXml';
import { newMetadata, withDynamicArrays } from './metadata';
import type { Package } from './package';
import { emptySheet, patchSheet, type SheetPatch } from './patchSheet';
import { sourceOfWorkbook } from './source';
import { StyleWriter } from './styleWriter';
import { newTable, patchTable } from './tablesXml';
import { patchWorkbookPart, type Entry } from './workbookPatch';
import { readWorkbookParts, type WorkbookParts } from './workbookParts';
import { items, numberAttribute, readTree } from './xmlTree';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPE = `${OFFICE}.spreadsheetml`;

/**
 * Writes the workbook as .xlsx (or .xlsm, when it was one): the opened package, patched where the model
 * says otherwise. A workbook that says nothing else gives back the bytes it was opened from.
 */
export function saveWorkbook(workbook: Workbook): Uint8Array {
  return new Saving(workbook, sourceOfWorkbook(workbook) ?? blankPackage()).save();
}

class Saving {
  private readonly parts: WorkbookParts;
  private readonly draft: Draft;
  private readonly styles: StyleWriter;
  private readonly styleIds: readonly number[];
  private readonly strings = new Map<string, number>();
  private dynamicArrayIndex = 0;

  constructor(
    private readonly workbook: Workbook,
    private readonly source: Package,
  ) {
    this.parts = readWorkbookParts(source);
    this.draft = new Draft(source, this.parts.references);
    this.styles = new StyleWriter(workbook.styles, this.parts.styles, this.parts.stylesBytes);
    this.styleIds = this.parts.styles.cellFormats.map((style) => workbook.styles.intern(style));
    this.parts.strings.forEach((text, i) => {
      if (!this.strings.has(text)) this.strings.set(text, i);
    });
  }

  save(): Uint8Array {
    const { workbook, draft, parts } = this;
    for (const { part, relationshipId, isWorksheet } of parts.sheets) {
      if (isWorksheet && !workbook.sheets.some((s) => s.part === part)) {
        draft.unrelate(parts.part, relationshipId);
      }
    }
    const entries = this.entries();
    const patches = entries.flatMap((e) => ('sheet' in e ? [this.patch(e.sheet, e.part)] : []));
    const workbookBytes = patchWorkbookPart(workbook, parts, entries);
    if (workbookBytes !== parts.bytes) draft.set(parts.part, workbookBytes);
    const styles = this.styles.finish();
    if (styles !== parts.stylesBytes) draft.set(parts.stylesPart ?? this.addStyles(), styles);
    if (!draft.isChanged && !patches.some((p) => p.patch.edited)) return this.source.file;
    for (const { part, patch, before, unusedLinks } of patches) {
      const bytes = patch.apply(patch.edited ? 'filled' : 'recalculated');
      if (bytes !== before) draft.set(part, bytes);
      for (const id of unusedLinks) draft.unrelate(part, id);
    }
    if (patches.some((p) => p.formulasChanged)) this.dropCalculationChain();
    return draft.finish();
  }

  /** A file may do without styles until one is needed. */
  private addStyles(): string {
    const { draft, parts } = this;
    const part = `${folder(parts.part)}styles.xml`;
    draft.add(part, `${TYPE}.styles+xml`, parts.stylesBytes);
    draft.relate(parts.part, 'styles', part);
    return part;
  }

  /** The model's sheets in order; those it does not hold stay behind the sheet they follow in the file. */
  private entries(): Entry[] {
    const entries: Entry[] = this.workbook.sheets.map((sheet) => this.entry(sheet));
    this.parts.sheets.forEach((file, i) => {
      if (file.isWorksheet) return;
      const previous = this.parts.sheets[i - 1];
      const at = entries.findIndex((e) =>
        'file' in e ? e.file === previous : e.part === previous?.part,
      );
      entries.splice(at + 1, 0, { file });
    });
    return entries;
  }

  private entry(sheet: Sheet): Entry {
    const known = this.parts.sheets.find((s) => s.part === sheet.part);
    if (known) return { sheet, part: known.part, id: known.relationshipId };
    const part = this.draft.add(
      `${folder(this.parts.part)}worksheets/sheet#.xml`,
      `${TYPE}.worksheet+xml`,
      emptySheet(this.parts.main, this.parts.references),
    );
    return { sheet, part, id: this.draft.relate(this.parts.part, 'worksheet', part) };
  }

  private patch(sheet: Sheet, part: string): SheetPatch & { part: string; before: Uint8Array } {
    const { draft, parts, styles } = this;
    const before = draft.bytes(part)!;
    const patch = patchSheet(this.workbook, sheet, before, {
      strings: parts.strings,
      colors: parts.colors,
      ruleFormats: parts.styles.ruleFormats,
      relationships: this.source.relationships(part),
      styleOf: (format) => this.styleIds[format] ?? 0,
      formatOf: (style) => styles.format(style),
      stringIndex: (text) => this.strings.get(text),
      dynamicArray: () => (this.dynamicArrayIndex ||= this.findDynamicArrays()),
      ruleFormatIndex: (format, known) => known ?? styles.ruleFormat(format),
      selected: this.activeSheetMoved ? sheet === this.workbook.activeSheet : null,
      link: (address) => draft.relate(part, 'hyperlink', address, true),
      references: parts.references,
      drawingId: this.saveCharts(sheet, part),
      tableIds: this.saveTables(sheet, part),
    });
    return { ...patch, part, before };
  }

  /** Whether another sheet is active than in the file; if not, selected tabs stay as they are. */
  private get activeSheetMoved(): boolean {
    const view = items(this.parts.root, 'bookViews', 'workbookView')[0];
    const active = this.parts.sheets[numberAttribute(view, 'activeTab', 0)];
    return active?.part !== this.workbook.activeSheet.part;
  }

  /** @returns relationship ids of the sheet's tables in the order the file has them, new ones last. */
  private saveTables(sheet: Sheet, part: string): string[] {
    const { draft, workbook } = this;
    const tables = workbook.tables.filter((t) => t.sheet === sheet);
    const known = this.source.relationships(part).filter((r) => r.kind === 'table');
    const ids = known.flatMap(({ id, target }) => {
      const table = tables.find((t) => t.part === target);
      if (!table) {
        draft.unrelate(part, id);
        return [];
      }
      const before = draft.bytes(target)!;
      const bytes = patchTable(before, table);
      if (bytes !== before) draft.set(target, bytes);
      return [id];
    });
    for (const table of tables) {
      if (known.some((r) => r.target === table.part)) continue;
      const target = draft.add(
        `${folder(this.parts.part)}tables/table#.xml`,
        `${TYPE}.table+xml`,
        newTable(table, this.nextTableId(), this.parts.main),
      );
      ids.push(draft.relate(part, 'table', target));
    }
    return ids;
  }

  /** @returns relationship id of the sheet's drawing; null when it has none. */
  private saveCharts({ charts }: Sheet, part: string): string | null {
    const { draft, source, parts } = this;
    const known = source.relationships(part).find(({ kind }) => kind === 'drawing');
    const before = readCharts(source, part);
    if (charts.length === 0 && before.length === 0) return known?.id ?? null;
    const drawing =
      known?.target ??
      draft.add(
        `${folder(parts.part)}drawings/drawing#.xml`,
        `${OFFICE}.drawing+xml`,
        emptyDrawing(parts.references),
      );
    const links = source.relationships(drawing);
    const idOf = (chartPart: string | null) => links.find((r) => r.target === chartPart)!.id;
    const placed = new Map<string, Chart>();
    for (const chart of charts) {
      const old = before.find((one) => one.part === chart.part);
      if (old) {
        placed.set(idOf(chart.part), chart);
        if (chartContent(old) === chartContent(chart)) continue;
        draft.set(chart.part!, patchChart(draft.bytes(chart.part!)!, chart));
        continue;
      }
      const target = draft.add(
        `${folder(parts.part)}charts/chart#.xml`,
        `${OFFICE}.drawingml.chart+xml`,
        chartXml(chart),
      );
      placed.set(draft.relate(drawing, 'chart', target), chart);
    }
    const gone = before.filter((old) => !charts.some((chart) => chart.part === old.part));
    const goneIds = new Set(gone.map((old) => idOf(old.part)));
    const bytes = draft.bytes(drawing)!;
    const patched = patchDrawing(bytes, placed, goneIds);
    if (patched === null) {
      draft.unrelate(part, known!.id);
      return null;
    }
    for (const id of goneIds) draft.unrelate(drawing, id);
    if (patched !== bytes) draft.set(drawing, patched);
    return known?.id ?? draft.relate(part, 'drawing', drawing);
  }

  private lastTableId = 0;

  /** Numbers of tables are unique in a file. */
  private nextTableId(): number {
    if (this.lastTableId === 0) {
      for (const { part } of this.parts.sheets) {
        for (const { kind, target } of this.source.relationships(part)) {
          const bytes = kind === 'table' ? this.source.bytes(target) : undefined;
          if (!bytes) continue;
          this.lastTableId = Math.max(this.lastTableId, numberAttribute(readTree(bytes), 'id', 0));
        }
      }
    }
    return ++this.lastTableId;
  }

  private findDynamicArrays(): number {
    const { draft, parts } = this;
    const known = parts.relationships.find((r) => r.kind === 'sheetMetadata');
    if (known) {
      const before = this.source.require(known.target);
      const { index, bytes } = withDynamicArrays(before);
      if (bytes !== before) draft.set(known.target, bytes);
      return index;
    }
    const part = `${folder(parts.part)}metadata.xml`;
    draft.add(part, `${TYPE}.sheetMetadata+xml`, newMetadata(this.parts.main));
    draft.relate(parts.part, 'sheetMetadata', part);
    return 1;
  }

  /** Excel repairs a file whose calculation chain names cells without formulas, and makes a missing one anew. */
  private dropCalculationChain(): void {
    const chain = this.parts.relationships.find((r) => r.kind === 'calcChain');
    if (chain) this.draft.unrelate(this.parts.part, chain.id);
  }
}

const folder = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);
