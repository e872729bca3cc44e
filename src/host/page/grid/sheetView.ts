import {
  areaAddress,
  cellAddress,
  containsCell,
  sameArea,
  isFullColumns,
  type Area,
} from '../../model/address';
import { activateSheet, select, setColumnWidth } from '../../model/edits';
import type { Sheet } from '../../model/sheet';
import type { Workbook } from '../../model/workbook';
import { filterArrow } from '../filterTargets';
import { autoHeights } from './autoHeights';
import type { CellLook } from './cellLook';
import { CellLooks } from './cellLooks';
import { canvasMeasure } from './fitNumber';
import { Grid } from './grid';
import { GRID_FONT, type Appearance } from './gridTheme';
import { layoutKey } from './layoutKey';
import { selectArea, type Cell, type Selection } from './selection';
import { columnWidth, rowPixels } from './sizes';

/** What the view of a sheet tells the page around it. */
export interface SheetViewDelegate {
  /** Another sheet, selection or content is shown. */
  shown(): void;
  selectedByPointer(): void;
  edit(): void;
  follow(row: number, column: number): void;
  contextMenu(x: number, y: number): void;
  filterMenu(row: number, column: number, x: number, y: number): void;
  hover(look: CellLook, x: number, y: number): void;
  scrolled(): void;
}

/** Shows the active sheet of a workbook and keeps up with it. */
export class SheetView {
  selection: Selection = selectArea({ top: 0, left: 0, bottom: 0, right: 0 });
  private readonly grid: Grid;
  private readonly measure = canvasMeasure(GRID_FONT);
  private looks!: CellLooks;
  private book: Workbook | null = null;
  private subscriptions: (() => void)[] = [];
  private layout = '';
  private frame = 0;
  private following = false;

  constructor(
    container: HTMLElement,
    private look: Appearance,
    private readonly delegate: SheetViewDelegate,
  ) {
    this.grid = new Grid(container, {
      look: (row, column) => this.looks.look(row, column),
      filterArrow: (row, column) => filterArrow(this.workbook, this.sheet, row, column),
      selected: (area, active) => {
        this.choose({ area, active, focus: opposite(area, active) }, false);
        delegate.selectedByPointer();
      },
      edit: () => delegate.edit(),
      click: (row, column) => delegate.follow(row, column),
      contextMenu: (row, column, x, y) => {
        if (!containsCell(this.selection.area, row, column)) {
          this.choose(selectArea({ top: row, left: column, bottom: row, right: column }), true);
        }
        delegate.contextMenu(x, y);
      },
      filterMenu: (row, column, x, y) => delegate.filterMenu(row, column, x, y),
      columnResized: (column, pixels) => {
        const { left, right } = this.resizedWith(column);
        setColumnWidth(this.workbook, this.sheet, left, right, columnWidth(pixels));
      },
      hover: (row, column, x, y) => delegate.hover(this.looks.look(row, column), x, y),
      scrolled: () => delegate.scrolled(),
    });
    new ResizeObserver(() => this.schedule()).observe(container);
  }

  get workbook(): Workbook {
    return this.book!;
  }

  get sheet(): Sheet {
    return this.looks.sheet;
  }

  get appearance(): Appearance {
    return this.look;
  }

  set appearance(appearance: Appearance) {
    this.look = appearance;
    if (this.book) this.showSheet(true);
  }

  open(workbook: Workbook): void {
    this.close();
    this.book = workbook;
    const changes = [
      'changed',
      'calculated',
      'appearance',
      'sheetAdded',
      'sheetDeleted',
      'sheetActivated',
    ] as const;
    this.subscriptions = [
      ...changes.map((name) => workbook.events.on(name, () => this.schedule())),
      workbook.events.on('selectionChanged', ({ sheet, area }) => {
        if (this.following || sheet !== workbook.activeSheet) return;
        this.refresh();
        this.selection = selectArea(area);
        this.grid.select(area, this.selection.active);
        this.delegate.shown();
      }),
    ];
    this.showSheet(false);
  }

  /** Selects cells as a person does; the add-in hears of it. */
  choose(selection: Selection, scroll: boolean): void {
    this.selection = selection;
    this.following = true;
    select(this.workbook, this.sheet, selection.area);
    this.following = false;
    if (scroll) this.grid.select(selection.area, selection.focus);
    this.delegate.shown();
  }

  goTo(sheet: Sheet, area: Area): void {
    activateSheet(this.workbook, sheet);
    this.refresh();
    this.choose(selectArea(area), false);
    this.grid.select(area, { row: area.top, column: area.left });
  }

  /** @returns how the cell is painted, once what changed is shown */
  cellLook(row: number, column: number): CellLook {
    if (this.frame) this.refresh();
    return this.looks.look(row, column);
  }

  get activeRect(): { x: number; y: number; width: number; height: number } {
    const { row, column } = this.selection.active;
    return this.grid.cellRect(row, column);
  }

  rectOf(row: number, column: number): { x: number; y: number; width: number; height: number } {
    return this.grid.cellRect(row, column);
  }

  get visible(): Grid['visible'] {
    return this.grid.visible;
  }

  get pageRows(): number {
    return this.grid.pageRows;
  }

  scrollTo(row: number, column: number): void {
    this.grid.scrollTo(row, column);
  }

  /** @returns `B3`, or `B3:D5` for more than a cell; a merged area counts as one */
  get address(): string {
    const { area, active } = this.selection;
    const merged = this.sheet.merges.some((m) => sameArea(m, area));
    return merged ? cellAddress(active.row, active.column) : areaAddress(area);
  }

  /** Shows at once what is waiting for the next frame. */
  refresh(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (this.looks.sheet !== this.workbook.activeSheet) return this.showSheet(false);
    this.looks.forget();
    if (layoutKey(this.sheet, this.heights()) !== this.layout) return this.showSheet(true);
    this.grid.repaint();
    this.delegate.shown();
  }

  private schedule(): void {
    if (!this.book) return;
    this.looks.forget();
    this.frame ||= requestAnimationFrame(() => this.refresh());
  }

  private showSheet(keepScroll: boolean): void {
    const sheet = this.workbook.activeSheet;
    const same = keepScroll && this.looks.sheet === sheet;
    if (!same) {
      (this.looks as CellLooks | undefined)?.dispose();
      this.looks = new CellLooks(this.workbook, sheet, this.measure);
      this.selection = selectArea(sheet.selection);
    }
    const heights = this.heights();
    this.layout = layoutKey(sheet, heights);
    this.grid.show(sheet, heights, this.look, same);
    this.grid.select(this.selection.area, same ? null : this.selection.active);
    this.delegate.shown();
  }

  /** @returns pixels by row, where a file or the content asks for another height than most */
  private heights(): Map<number, number> {
    const heights = autoHeights(this.workbook, this.sheet, this.measure);
    for (const [row, points] of this.sheet.rowHeights) heights.set(row, rowPixels(points));
    return heights;
  }

  private close(): void {
    for (const end of this.subscriptions) end();
    this.subscriptions = [];
  }

  /** Dragging the edge of one of several selected columns sizes them all. */
  private resizedWith(column: number): { left: number; right: number } {
    const { left, right } = this.selection.area;
    return isFullColumns(this.selection.area) && column >= left && column <= right
      ? {
          left,
          right: Math.min(right, this.visible.columns.index(this.visible.columns.length - 1)),
        }
      : { left: column, right: column };
  }
}

/** @returns the corner of an area that lies across from a cell of it. */
const opposite = (area: Area, cell: Cell): Cell => ({
  row: cell.row === area.top ? area.bottom : area.top,
  column: cell.column === area.left ? area.right : area.left,
});
