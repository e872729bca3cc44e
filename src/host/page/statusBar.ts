import { intersect, type Area } from '../model/address';
import type { Sheet } from '../model/sheet';
import { element } from './element';
import type { Language, Strings } from './strings';

/** What the status bar says about selected cells; hidden rows do not count. */
export interface Statistics {
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

/** @returns figures over the used, shown cells of an area. */
export function statistics(sheet: Sheet, area: Area): Statistics {
  const used = sheet.cells.usedArea(true);
  const part = used && intersect(used, area);
  let count = 0;
  let numbers = 0;
  let sum = 0;
  for (let column = part?.left ?? 0; column <= (part?.right ?? -1); column++) {
    if (sheet.hiddenColumns.has(column)) continue;
    const values = sheet.cells.columns[column]?.values ?? [];
    for (let row = part!.top; row <= part!.bottom; row++) {
      const value = values[row] ?? null;
      if (value === null || sheet.hiddenRows.has(row)) continue;
      count++;
      if (typeof value !== 'number') continue;
      numbers++;
      sum += value;
    }
  }
  return { count, numbers, sum };
}

/** The line at the bottom: mode at the left, figures of the selection at the right. */
export class StatusBar {
  readonly root: HTMLElement;
  private readonly mode = element('span', { class: 'mode' });
  private readonly figures: HTMLElement;
  private readonly format: Intl.NumberFormat;

  constructor(
    private readonly strings: Strings,
    language: Language,
  ) {
    this.format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    this.figures = element('span', {
      class: 'figures',
      role: 'status',
      'aria-label': strings.selectionStatistics,
    });
    this.root = element('footer', { class: 'status-bar' }, this.mode, this.figures);
    this.setMode(strings.ready);
  }

  setMode(text: string): void {
    this.mode.textContent = text;
  }

  showStatistics({ count, numbers, sum }: Statistics): void {
    const { strings, format } = this;
    const parts: string[] = [];
    if (numbers > 0) parts.push(`${strings.average} ${format.format(sum / numbers)}`);
    if (count > 1) parts.push(`${strings.count} ${format.format(count)}`);
    if (numbers > 0) parts.push(`${strings.sum} ${format.format(sum)}`);
    this.figures.textContent = count > 1 ? parts.join('    ') : '';
  }
}
