import { RED_MARK } from './ownNames';
import { columnLetters } from './rowFormulas';
import type { LedgerPlace } from './readLedger';

const RED_FILL = '#FFC7CE';
const RED_TEXT = '#9C0006';

/**
 * Deletes our red-light rule wherever it stands on the sheet. Rules are read one by one, each on
 * its own: one that Excel cannot read must not keep us from the others, and the user's are never
 * touched.
 */
export async function removeRedLight(sheet: Excel.Worksheet): Promise<void> {
  const rules = sheet.getRange().conditionalFormats.load('items/type');
  await sheet.context.sync();
  const customRules = rules.items.filter(
    (rule) => rule.type === Excel.ConditionalFormatType.custom,
  );
  const found: Excel.ConditionalFormat[] = [];
  for (const rule of customRules) {
    const content = rule.custom.rule.load('formula');
    try {
      await sheet.context.sync();
      if (content.formula.includes(RED_MARK)) found.push(rule);
    } catch {
      // not readable, hence not ours: ours is an ordinary custom rule
    }
  }
  for (const rule of found.reverse()) rule.delete();
  await sheet.context.sync();
}

/** @returns the cells the rule covers: the ledger's rows with our columns. */
export const redLightAddress = (place: LedgerPlace, lastColumn: number): string =>
  `${columnLetters(place.firstColumn)}${place.firstRow + 1}:` +
  `${columnLetters(lastColumn)}${place.lastRow + 1}`;

/**
 * Adds the one rule that lights overdue rows, over the ledger's rows and our columns. It looks at
 * our days column, so light and figure can never disagree.
 *
 * @param daysColumn - zero-based on the sheet, as is `lastColumn`
 */
export function addRedLight(
  sheet: Excel.Worksheet,
  place: LedgerPlace,
  daysColumn: number,
  lastColumn: number,
): void {
  const rows = sheet.getRange(redLightAddress(place, lastColumn));
  const rule = rows.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  const days = `$${columnLetters(daysColumn)}${place.firstRow + 1}`;
  rule.custom.rule.formula = `=AND(N(${days})>0,N("${RED_MARK}")=0)`;
  rule.custom.format.fill.color = RED_FILL;
  rule.custom.format.font.color = RED_TEXT;
  rule.stopIfTrue = false;
}
