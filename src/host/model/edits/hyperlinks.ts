import { subtract, type Area } from '../address';
import type { Hyperlink, Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { assertEditable } from './protectionCheck';

/** Links cells, in place of the links they have, and shows it as Excel does: blue, underlined. */
export function setHyperlink(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  link: Omit<Hyperlink, 'area'>,
): void {
  assertEditable(wb, sheet, area, 'insertHyperlinks');
  const others = sheet.hyperlinks.flatMap((old) =>
    subtract(old.area, area).map((rest) => ({ ...old, area: rest })),
  );
  sheet.hyperlinks = [...others, { ...link, area }];
  for (let c = area.left; c <= area.right; c++) {
    for (let r = area.top; r <= area.bottom; r++) {
      sheet.cells.setStyle(r, c, wb.styles.derive(sheet.style(r, c), linked));
    }
  }
  wb.events.emit('appearance', { sheet });
}

const linked: Parameters<Workbook['styles']['derive']>[1] = (style) => ({
  ...style,
  font: { ...style.font, color: '#0563C1', underline: 'Single' },
});
