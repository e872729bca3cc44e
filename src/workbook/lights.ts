import { columnLetters } from './address';
import { addRule, isCustom, readRules, saidOf, type CustomRule } from './customRules';
import type { OwnColumns } from './ownColumns';
import type { LedgerPlace } from './locateLedger';
import type { ColumnKey } from './namedColumns';

/**
 * Our rules, in order of priority. The mark within the formula tells them from the user's: N() of a
 * text is 0, so it says nothing else. They look at our columns, so that light and figure can never
 * disagree.
 */
const LIGHTS: readonly {
  readonly mark: string;
  readonly looksAt: ColumnKey;
  /** Without this column it would never shine. */
  readonly needs?: ColumnKey;
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
  {
    mark: 'ARW:yellow:v1',
    looksAt: 'light',
    needs: 'probability',
    condition: (light) => `LEFT(${light})="◌"`,
    fill: '#FFFFD6',
    font: '#5F5500',
  },
];

/** The rules on a sheet. */
interface FoundRules {
  readonly ours: readonly Excel.ConditionalFormat[];
  /** How many are the user's. */
  readonly users: number;
  /** What ours say, in the order of priority; null where Excel cannot read them together. */
  readonly looks: readonly string[] | null;
}

/** Deletes our rules wherever they stand on the sheet, in the coming sync. */
export async function removeLights(sheet: Excel.Worksheet): Promise<void> {
  deleteRules((await findLights(sheet)).ours);
}

/** Puts our rules for a ledger after the user's, unless they are there, in the coming sync. */
export async function putLights(
  sheet: Excel.Worksheet,
  place: LedgerPlace,
  columns: OwnColumns,
): Promise<void> {
  const found = await findLights(sheet);
  const wanted = lightRules(place, columns);
  const isThere = wanted.map((rule, i) => look(rule, found.users + i, false)).join();
  if (found.looks?.join() === isThere) return;
  deleteRules(found.ours);
  wanted.forEach((rule, i) => {
    const added = addRule(sheet, rule);
    added.stopIfTrue = false;
    added.priority = found.users + i;
  });
}

/** The last goes first: those before it keep their place. */
function deleteRules(rules: readonly Excel.ConditionalFormat[]): void {
  for (const rule of [...rules].reverse()) rule.delete();
}

/**
 * Where Excel cannot read rules together they are read one by one: one that cannot be read must not
 * keep us from the others, and the user's are never touched.
 */
async function findLights(sheet: Excel.Worksheet): Promise<FoundRules> {
  const rules = sheet.getRange().conditionalFormats.load('items/type');
  await sheet.context.sync();
  const custom = rules.items.filter(isCustom);
  const together = await readRules(sheet, custom);
  const ours = together?.filter(({ formula }) => isOurs(formula));
  const found = ours?.map(({ rule }) => rule) ?? (await readOneByOne(sheet, custom));
  return {
    ours: found,
    users: rules.items.length - found.length,
    looks: ours?.map((one) => look(one, one.rule.priority, one.rule.stopIfTrue)) ?? null,
  };
}

const isOurs = (formula: string): boolean => LIGHTS.some(({ mark }) => formula.includes(mark));

/** All that a rule of ours says, and where it stands among others. */
const look = (rule: CustomRule, priority: number, stopIfTrue: boolean): string =>
  `${priority} ${stopIfTrue} ${saidOf(rule)}`;

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
export function lightRules(place: LedgerPlace, columns: OwnColumns): CustomRule[] {
  const last = Math.max(place.lastColumn, ...columns.values());
  const address =
    `${columnLetters(place.firstColumn)}${place.firstRow + 1}:` +
    `${columnLetters(last)}${place.lastRow + 1}`;
  return LIGHTS.filter(({ needs }) => !needs || columns.has(needs)).map(
    ({ mark, looksAt, condition, fill, font }) => {
      const cell = `$${columnLetters(columns.get(looksAt)!)}${place.firstRow + 1}`;
      return { address, formula: `=AND(${condition(cell)},N("${mark}")=0)`, fill, font };
    },
  );
}
