import { columnLetters } from './address';
import type { OwnColumns } from './ownColumns';
import type { LedgerPlace } from './readLedger';
import type { ColumnKey } from './rowColumns';

/**
 * Our rules, in order of priority. The mark within the formula tells them from the user's: N() of a
 * text is 0, so it says nothing else. They look at our columns, so that light and figure can never
 * disagree.
 */
const LIGHTS: readonly {
  readonly mark: string;
  readonly looksAt: ColumnKey;
  readonly condition: (cell: string) => string;
  readonly fill: string;
  readonly font: string;
}[] = [
  {
    mark: 'ARW:red:v1',
    looksAt: 'daysOverdue',
    condition: (days) => `N(${days})>0`,
    fill: '#FFC7CE',
    font: '#9C0006',
  },
  {
    mark: 'ARW:amber:v1',
    looksAt: 'light',
    condition: (light) => `LEFT(${light})="◐"`,
    fill: '#FFEB9C',
    font: '#7F4F00',
  },
];

/**
 * Deletes our rules wherever they stand on the sheet, in the coming sync. Where Excel cannot read
 * them together they are read one by one: one that cannot be read must not keep us from the others,
 * and the user's are never touched.
 *
 * @returns how many rules are the user's
 */
export async function removeLights(sheet: Excel.Worksheet): Promise<number> {
  const rules = sheet.getRange().conditionalFormats.load('items/type');
  await sheet.context.sync();
  const custom = rules.items.filter((rule) => rule.type === Excel.ConditionalFormatType.custom);
  const ours = (await readTogether(sheet, custom)) ?? (await readOneByOne(sheet, custom));
  for (const rule of [...ours].reverse()) rule.delete();
  return rules.items.length - ours.length;
}

const isOurs = (formula: string): boolean => LIGHTS.some(({ mark }) => formula.includes(mark));

async function readTogether(
  sheet: Excel.Worksheet,
  rules: readonly Excel.ConditionalFormat[],
): Promise<Excel.ConditionalFormat[] | null> {
  if (rules.length === 0) return [];
  const contents = rules.map((rule) => rule.custom.rule.load('formula'));
  try {
    await sheet.context.sync();
  } catch {
    return null;
  }
  return rules.filter((_, i) => isOurs(contents[i]!.formula));
}

async function readOneByOne(
  sheet: Excel.Worksheet,
  rules: readonly Excel.ConditionalFormat[],
): Promise<Excel.ConditionalFormat[]> {
  const ours: Excel.ConditionalFormat[] = [];
  for (const rule of rules) {
    const content = rule.custom.rule.load('formula');
    try {
      await sheet.context.sync();
      if (isOurs(content.formula)) ours.push(rule);
    } catch {
      // not readable, hence not ours: ours is an ordinary custom rule
    }
  }
  return ours;
}

/** @returns our rules for a ledger: its rows with our columns, and the formula for the first of them. */
export function lightRules(place: LedgerPlace, columns: OwnColumns) {
  const last = Math.max(place.lastColumn, ...columns.values());
  const address =
    `${columnLetters(place.firstColumn)}${place.firstRow + 1}:` +
    `${columnLetters(last)}${place.lastRow + 1}`;
  return LIGHTS.map(({ mark, looksAt, condition, fill, font }) => {
    const cell = `$${columnLetters(columns.get(looksAt)!)}${place.firstRow + 1}`;
    return { address, formula: `=AND(${condition(cell)},N("${mark}")=0)`, fill, font };
  });
}

/** Adds our rules after the user's. */
export function addLights(
  sheet: Excel.Worksheet,
  place: LedgerPlace,
  columns: OwnColumns,
  userRules: number,
): void {
  lightRules(place, columns).forEach(({ address, formula, fill, font }, i) => {
    const formats = sheet.getRange(address).conditionalFormats;
    const rule = formats.add(Excel.ConditionalFormatType.custom);
    rule.custom.rule.formula = formula;
    rule.custom.format.fill.color = fill;
    rule.custom.format.font.color = font;
    rule.stopIfTrue = false;
    rule.priority = userRules + i;
  });
}
