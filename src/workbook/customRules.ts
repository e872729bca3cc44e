/** A rule that looks at cells by a formula. */
export interface CustomRule {
  readonly address: string;
  readonly formula: string;
  readonly fill: string;
  readonly font: string;
}

/** A rule as it stands on a sheet. */
interface FoundRule extends CustomRule {
  readonly rule: Excel.ConditionalFormat;
}

/** Adds a rule before all others, in the coming sync. */
export function addRule(
  sheet: Excel.Worksheet,
  { address, formula, fill, font }: CustomRule,
): Excel.ConditionalFormat {
  const formats = sheet.getRange(address).conditionalFormats;
  const rule = formats.add(Excel.ConditionalFormatType.custom);
  rule.custom.rule.formula = formula;
  rule.custom.format.fill.color = fill;
  rule.custom.format.font.color = font;
  return rule;
}

/** @returns all that a rule says */
export const saidOf = ({ address, formula, fill, font }: CustomRule): string =>
  [address, formula, fill, font].join(' ').toUpperCase();

export const isCustom = ({ type }: Excel.ConditionalFormat): boolean =>
  type === Excel.ConditionalFormatType.custom;

/** @param rules - custom ones @returns what they say; null where Excel cannot read them together */
export async function readRules(
  sheet: Excel.Worksheet,
  rules: readonly Excel.ConditionalFormat[],
): Promise<FoundRule[] | null> {
  if (rules.length === 0) return [];
  const contents = rules.map((rule) => {
    const { custom } = rule.load('priority,stopIfTrue');
    return {
      rule,
      range: rule.getRangeOrNullObject().load('address'),
      formula: custom.rule.load('formula'),
      fill: custom.format.fill.load('color'),
      font: custom.format.font.load('color'),
    };
  });
  try {
    await sheet.context.sync();
  } catch {
    return null;
  }
  return contents.map(({ rule, range, formula, fill, font }) => ({
    rule,
    // A rule of several ranges has no address.
    address: range.isNullObject ? '' : range.address.slice(range.address.lastIndexOf('!') + 1),
    formula: formula.formula,
    fill: fill.color,
    font: font.color,
  }));
}

/**
 * Asks for the rules of a sheet of ours in the coming sync.
 *
 * @param others - rules of other kinds, which are only counted
 * @returns a function that says after it whether they are those
 */
export function loadRules(
  sheet: Excel.Worksheet,
  wanted: readonly CustomRule[],
  others: number,
): () => Promise<boolean> {
  const rules = sheet.getRange().conditionalFormats.load('items/type');
  return async () => {
    if (rules.items.length !== wanted.length + others) return false;
    const found = await readRules(sheet, rules.items.filter(isCustom));
    const said = (all: readonly CustomRule[]) => all.map(saidOf).sort().join();
    return found !== null && said(found) === said(wanted);
  };
}
