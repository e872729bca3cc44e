import type { ITableThemeDefine } from '@visactor/vtable/es/ts-types';

export type Appearance = 'light' | 'dark';

/** Colours of the grid; the rest of the page takes the same ones from workbench.css. */
export interface GridColors {
  readonly paper: string;
  readonly ink: string;
  readonly line: string;
  readonly header: string;
  readonly headerInk: string;
  readonly headerActive: string;
  readonly accent: string;
  readonly selection: string;
  readonly link: string;
}

export const GRID_COLORS: Readonly<Record<Appearance, GridColors>> = {
  light: {
    paper: '#ffffff',
    ink: '#1f1f1f',
    line: '#e1e3e6',
    header: '#f5f6f7',
    headerInk: '#5c6066',
    headerActive: '#dfe8f5',
    accent: '#2f6fce',
    selection: 'rgba(47, 111, 206, 0.10)',
    link: '#1a5fb4',
  },
  dark: {
    paper: '#1e1f21',
    ink: '#e8e9eb',
    line: '#35373b',
    header: '#292b2e',
    headerInk: '#a9adb3',
    headerActive: '#30415c',
    accent: '#6ea8ff',
    selection: 'rgba(110, 168, 255, 0.16)',
    link: '#8ab8ff',
  },
};

export const GRID_FONT =
  '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/**
 * @param frozenColumns - whether columns are frozen, hence a line beside them
 * @returns what VTable paints where no cell says otherwise
 */
export function gridTheme(appearance: Appearance, frozenColumns: boolean): ITableThemeDefine {
  const c = GRID_COLORS[appearance];
  const header = {
    fontSize: 12,
    fontFamily: GRID_FONT,
    fontWeight: 'normal',
    textAlign: 'center' as const,
    textBaseline: 'middle' as const,
    padding: 0,
    color: c.headerInk,
    bgColor: c.header,
    borderColor: c.line,
    borderLineWidth: 1,
    hover: { cellBgColor: c.headerActive },
    select: { inlineRowBgColor: c.headerActive, inlineColumnBgColor: c.headerActive },
  };
  return {
    underlayBackgroundColor: c.header,
    defaultStyle: { borderColor: c.line, borderLineWidth: 1, fontFamily: GRID_FONT },
    headerStyle: header,
    rowHeaderStyle: header,
    cornerHeaderStyle: header,
    bodyStyle: {
      fontSize: 13,
      fontFamily: GRID_FONT,
      color: c.ink,
      bgColor: c.paper,
      borderColor: c.line,
      borderLineWidth: 1,
      padding: [0, 4, 0, 4],
      textBaseline: 'bottom',
      hover: { cellBgColor: '', inlineRowBgColor: '', inlineColumnBgColor: '' },
    },
    frameStyle: { borderLineWidth: 0, cornerRadius: 0, shadowBlur: 0 },
    columnResize: { lineWidth: 1, lineColor: c.accent, bgColor: c.selection, width: 3 },
    frozenColumnLine: {
      shadow: frozenColumns
        ? { width: 1, startColor: c.headerInk, endColor: c.headerInk, visible: 'always' }
        : { width: 0, startColor: c.line, endColor: c.line },
    },
    selectionStyle: {
      cellBgColor: c.selection,
      cellBorderColor: c.accent,
      cellBorderLineWidth: 2,
      selectionFillMode: 'overlay',
    },
    scrollStyle: {
      visible: 'always',
      width: 10,
      scrollRailColor: c.header,
      scrollSliderColor: appearance === 'light' ? '#c3c7cc' : '#55585e',
      scrollSliderCornerRadius: 5,
      hoverOn: false,
      barToSide: true,
    },
  };
}
