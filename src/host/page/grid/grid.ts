import { registerMenu, registerTooltip } from '@visactor/vtable/es/components';
import { registerForVrender } from '@visactor/vtable/es/vrender';
import { CachedDataSource } from '@visactor/vtable/es/data/CachedDataSource';
import type { CellRange } from '@visactor/vtable/es/ts-types';
import type { ITextStyleOption } from '@visactor/vtable/es/ts-types/column/style';
import type { CustomRenderFunctionArg } from '@visactor/vtable/es/ts-types/customElement';
import type { TextColumnDefine } from '@visactor/vtable/es/ts-types/list-table/define';
import { columnName, MAX_COLUMNS, MAX_ROWS, type Area } from '../../model/address';
import type { Sheet } from '../../model/sheet';
import type { CellLook } from './cellLook';
import { dataBar, lookIcons, lookStyle, lookText } from './cellPaint';
import { gridTheme, type Appearance } from './gridTheme';
import { MergedCells } from './mergedCells';
import { SheetTable } from './sheetTable';
import { columnPixels, DEFAULT_COLUMN_PIXELS, ROW_PIXELS } from './sizes';
import { VisibleCells } from './visibleCells';

/** What the grid asks and tells; rows and columns are those of the model. */
export interface GridDelegate {
  look(row: number, column: number): CellLook;
  /** Whether that cell is a header with a filter arrow, and whether its filter is on. */
  filterArrow(row: number, column: number): 'none' | 'idle' | 'active';
  selected(area: Area, active: { row: number; column: number }): void;
  edit(row: number, column: number): void;
  click(row: number, column: number): void;
  contextMenu(row: number, column: number, x: number, y: number): void;
  filterMenu(row: number, column: number, x: number, y: number): void;
  columnResized(column: number, pixels: number): void;
  hover(row: number, column: number, x: number, y: number): void;
  scrolled(): void;
}

// What the package's own entry registers, but for charts and pivots.
registerForVrender();
registerMenu();
registerTooltip();

const KEEP_ROW_HEIGHTS = true;
const HEADER_PIXELS = 22;
const ROW_NUMBER_PIXELS = 46;

/** The canvas: paints one sheet and reports what a person does to it. Holds no data of its own. */
export class Grid {
  private table: SheetTable | null = null;
  private cells!: VisibleCells;
  private merged!: MergedCells;
  private sheet!: Sheet;
  private heights!: ReadonlyMap<number, number>;
  private appearance: Appearance = 'light';
  private selecting = false;

  constructor(
    private readonly container: HTMLElement,
    private readonly delegate: GridDelegate,
  ) {}

  /**
   * Builds the view of a sheet anew.
   * @param heights - of rows that are not as high as most, in pixels
   * @param keepScroll - for the same sheet with other rows or columns
   */
  show(
    sheet: Sheet,
    heights: ReadonlyMap<number, number>,
    appearance: Appearance,
    keepScroll: boolean,
  ): void {
    const scroll =
      keepScroll && this.table ? [this.table.scrollLeft, this.table.scrollTop] : [0, 0];
    this.table?.release();
    this.sheet = sheet;
    this.heights = heights;
    this.appearance = appearance;
    const { bottom: row, right: column } = clip(sheet.selection, sheet);
    this.cells = new VisibleCells(sheet, { row, column });
    this.merged = new MergedCells(sheet.merges, this.cells);
    this.table = this.build();
    this.setRowHeights();
    // The focus belongs to the text box over the active cell, never to VTable's own controls.
    for (const control of this.container.querySelectorAll<HTMLElement>('[tabindex], input')) {
      control.tabIndex = -1;
    }
    if (scroll[0] || scroll[1]) {
      this.table.scrollLeft = scroll[0]!;
      this.table.scrollTop = scroll[1]!;
    }
    this.listen(this.table);
  }

  /** Paints the shown cells anew from the model. */
  repaint(): void {
    const table = this.table;
    if (!table) return;
    table.scenegraph.clearCells();
    table.clearCellStyleCache();
    table.scenegraph.createSceneGraph(KEEP_ROW_HEIGHTS);
    table.render();
  }

  /** Marks `area` as selected and, when asked, scrolls so that the cell `focus` is seen. */
  select(area: Area, focus: { row: number; column: number } | null): void {
    const table = this.table;
    if (!table) return;
    if (focus) this.reach(focus.row, focus.column);
    const p = this.cells.positions(area);
    this.selecting = true;
    if (p) {
      const start = { row: p.top + 1, col: p.left + 1 };
      const end = {
        row: Math.min(p.bottom + 1, this.cells.rows.length),
        col: Math.min(p.right + 1, this.cells.columns.length),
      };
      const single = start.row === end.row && start.col === end.col;
      const merged = single ? this.merged.rangeAt(start.row, start.col) : undefined;
      this.table!.selectCells([merged ?? { start, end }]);
    } else table.clearSelected();
    this.selecting = false;
    if (focus) this.scrollTo(focus.row, focus.column);
  }

  scrollTo(row: number, column: number): void {
    this.reach(row, column);
    this.table?._makeVisibleCell(this.col(column), this.row(row));
  }

  /** @returns where the cell is on the screen, in pixels from the container's corner. */
  cellRect(row: number, column: number): { x: number; y: number; width: number; height: number } {
    const range = this.merged.rangeAt(this.row(row), this.col(column));
    const rect = this.table!.getCellRangeRelativeRect(
      range ?? { row: this.row(row), col: this.col(column) },
    );
    return { x: rect.left, y: rect.top, width: rect.width, height: rect.height };
  }

  /** @returns how many rows a page down moves. */
  get pageRows(): number {
    const range = this.table!.getBodyVisibleRowRange();
    return Math.max(1, range.rowEnd - range.rowStart - 1);
  }

  get visible(): VisibleCells {
    return this.cells;
  }

  focus(): void {
    this.table?.getElement().focus();
  }

  release(): void {
    this.table?.release();
    this.table = null;
  }

  private reach(row: number, column: number): void {
    const { rows, columns } = this.cells;
    if (row <= rows.index(rows.length - 1) && column <= columns.index(columns.length - 1)) return;
    this.show(this.sheet, this.heights, this.appearance, true);
  }

  private row(row: number): number {
    return this.cells.rows.position(row) + 1;
  }

  private col(column: number): number {
    return this.cells.columns.position(column) + 1;
  }

  private build(): SheetTable {
    const { rows, columns } = this.cells;
    const theme = gridTheme(this.appearance, this.sheet.frozen.columns > 0);
    const look = (row: number, col: number) =>
      this.delegate.look(rows.index(row - 1), columns.index(col - 1));
    const paint = { appearance: this.appearance, gridlines: this.sheet.showGridlines };
    const lastFrozen = this.sheet.frozen.rows > 0 ? rows.position(this.sheet.frozen.rows) : -1;
    const bars = this.sheet.conditionalFormats.some((rule) => rule.kind.type === 'dataBar');
    return new SheetTable(this.container, {
      dataSource: new CachedDataSource({ get: (index) => index, length: rows.length }),
      columns: Array.from({ length: columns.length }, (_, position): TextColumnDefine => ({
        field: String(position),
        title: columnName(columns.index(position)),
        width: columnPixels(this.sheet.columnWidths[columns.index(position)]),
        fieldFormat: (_record: unknown, col = 0, row = 0) => lookText(look(row, col)),
        style: ({ row, col }) => lookStyle(look(row, col), paint, row === lastFrozen),
        icon: ({ row, col }) =>
          lookIcons(
            look(row, col),
            this.delegate.filterArrow(rows.index(row - 1), columns.index(col - 1)),
            this.appearance,
          ),
        ...(bars && {
          customRender: ({ row, col, rect }: CustomRenderFunctionArg) =>
            dataBar(look(row, col), rect, this.appearance),
        }),
      })),
      rowSeriesNumber: {
        title: '',
        width: ROW_NUMBER_PIXELS,
        disableColumnResize: true,
        format: (_col?: number, row = 1) => rows.index(row - 1) + 1,
        style: theme.rowHeaderStyle as ITextStyleOption,
      },
      theme,
      // Twice what a screen shows: each cell kept costs time at every repaint.
      maintainedDataCount: Math.ceil((2 * this.container.clientHeight) / ROW_PIXELS),
      maintainedColumnCount: Math.ceil((2 * this.container.clientWidth) / DEFAULT_COLUMN_PIXELS),
      defaultRowHeight: ROW_PIXELS,
      defaultHeaderRowHeight: HEADER_PIXELS,
      defaultColWidth: DEFAULT_COLUMN_PIXELS,
      frozenColCount: 1 + columns.position(this.sheet.frozen.columns),
      frozenRowCount: 1 + rows.position(this.sheet.frozen.rows),
      maxFrozenWidth: '80%',
      customMergeCell: (col: number, row: number) => {
        const range = this.merged.rangeAt(row, col);
        if (!range) return undefined;
        const shown = look(range.start.row, range.start.col);
        return {
          range,
          text: lookText(shown),
          style: lookStyle(shown, paint, range.end.row === lastFrozen),
        };
      },
      hover: { disableHover: true },
      select: { headerSelectMode: 'body', cornerHeaderSelectMode: 'all' },
      keyboardOptions: { selectAllOnCtrlA: false, copySelected: false, pasteValueToCell: false },
      columnResizeMode: 'header',
      rowResizeMode: 'none',
      dragHeaderMode: 'none',
      showFrozenIcon: false,
      disableDblclickAutoResizeColWidth: true,
      tooltip: { isShowOverflowTextTooltip: false },
      enableLineBreak: true,
      overscrollBehavior: 'none',
    });
  }

  private setRowHeights(): void {
    if (this.heights.size === 0) return;
    const table = this.table!;
    for (const [row, pixels] of this.heights) {
      if (!this.cells.rows.has(row)) continue;
      table.internalProps._heightResizedRowMap.add(this.row(row));
      table._setRowHeight(this.row(row), pixels);
    }
    table._clearRowRangeHeightsMap();
    this.repaint();
  }

  private listen(table: SheetTable): void {
    const { rows, columns } = this.cells;
    const body = (at: { row: number; col: number }) => at.row > 0 && at.col > 0;
    const cell = (at: { row: number; col: number }) =>
      [rows.index(at.row - 1), columns.index(at.col - 1)] as const;
    table.on('selected_cell', ({ ranges }) => {
      const range = ranges.at(-1);
      if (range && !this.selecting) this.reportSelection(range);
    });
    // The browser's own double click: VTable counts taps by a timer, which a busy page misses.
    table.canvas.addEventListener('dblclick', ({ offsetX, offsetY }) => {
      const at = table.getCellAtRelativePosition(offsetX, offsetY);
      if (body(at)) this.delegate.edit(...cell(at));
    });
    table.on('click_cell', (event) => {
      if (body(event) && !event.targetIcon) this.delegate.click(...cell(event));
    });
    table.on('contextmenu_cell', (event) => {
      const mouse = event.event as MouseEvent;
      mouse.preventDefault();
      if (body(event)) this.delegate.contextMenu(...cell(event), mouse.clientX, mouse.clientY);
    });
    table.on('icon_click', (event) => {
      if (event.name !== 'filter') return;
      const mouse = event.event as MouseEvent;
      this.delegate.filterMenu(...cell(event), mouse.clientX, mouse.clientY);
    });
    table.on('mouseenter_cell', (event) => {
      const mouse = event.event as MouseEvent;
      if (body(event)) this.delegate.hover(...cell(event), mouse.clientX, mouse.clientY);
    });
    table.on('resize_column_end', ({ col, colWidths }) => {
      const width = colWidths[col];
      if (col > 0 && width) this.delegate.columnResized(columns.index(col - 1), width);
    });
    table.on('scroll', () => this.delegate.scrolled());
  }

  private reportSelection(range: CellRange): void {
    const { rows, columns } = this.cells;
    const low = (a: number, b: number) => Math.max(0, Math.min(a, b) - 1);
    const high = (a: number, b: number, last: number) => Math.min(last, Math.max(a, b) - 1);
    const top = low(range.start.row, range.end.row);
    const left = low(range.start.col, range.end.col);
    const bottom = high(range.start.row, range.end.row, rows.length - 1);
    const right = high(range.start.col, range.end.col, columns.length - 1);
    const wholeRows = left === 0 && right === columns.length - 1;
    const wholeColumns = top === 0 && bottom === rows.length - 1;
    const area = {
      top: wholeColumns ? 0 : rows.index(top),
      left: wholeRows ? 0 : columns.index(left),
      bottom: wholeColumns ? MAX_ROWS - 1 : rows.index(bottom),
      right: wholeRows ? MAX_COLUMNS - 1 : columns.index(right),
    };
    this.delegate.selected(area, {
      row: rows.index(Math.max(0, range.start.row - 1)),
      column: columns.index(Math.max(0, range.start.col - 1)),
    });
  }
}

/** A selection of whole rows or columns must not stretch the view to the sheet's very end. */
function clip(selection: Area, sheet: Sheet): { bottom: number; right: number } {
  const used = sheet.cells.usedArea(false);
  return {
    bottom: selection.bottom === MAX_ROWS - 1 ? (used?.bottom ?? 0) : selection.bottom,
    right: selection.right === MAX_COLUMNS - 1 ? (used?.right ?? 0) : selection.right,
  };
}
