import { FACT_NAMES, FACTS, TIERS } from '../domain';
import { columnWidth } from './columnWidth';
import { offerWords } from './offerWords';
import { OWN } from './ownNames';
import { ruleColumn, ruleFormats } from './personaRuleCells';
import { POLICY_FIGURES, POLICY_LINES, type PolicyPart } from './policyParts';
import { COMPARISON_SIGNS, POLICY_TEXTS } from './policyTexts';
import type { Cell } from './rowColumns';
import { INPUT_FILL } from './putSettings';
import { RISK_TEXTS } from './riskTexts';
import type { Language } from './texts';

/** Zero-based row of the first headers, as are all below. */
const TOP = 3;
/** Points. */
const [NARROW, MIDDLE, WIDE, WIDEST] = [48, 96, 150, 300];

type Rows = readonly (readonly Cell[])[];

/** @param sheet - ours and blank; gets tables, their names, and lists to choose words from */
export function layOutPolicy(
  sheet: Excel.Worksheet,
  cells: Readonly<Record<PolicyPart, Rows>>,
  language: Language,
): void {
  const texts = POLICY_TEXTS[language];
  const { names } = sheet.context.workbook;
  const areaOf = (top: number, left: number, rows: Rows) =>
    sheet.getRangeByIndexes(top, left, rows.length, rows[0]!.length);
  const write = (top: number, left: number, rows: Rows): Excel.Range => {
    const area = areaOf(top, left, rows);
    area.values = rows.map((row) => [...row]);
    return area;
  };
  const widths = new Map<number, number>();
  /** Titles over a table go beyond their column; what has cells to its right must not be cut. */
  const fit = (left: number, rows: Rows) => {
    for (const row of rows) {
      row.forEach((cell, c) => {
        if (typeof cell !== 'string') return;
        const least = widths.get(left + c) ?? 0;
        widths.set(left + c, Math.min(columnWidth(least, cell), WIDEST));
      });
    }
  };
  const head = (top: number, left: number, words: readonly string[]) => {
    write(top, left, [words]).format.font.bold = true;
    if (words.length > 1) fit(left, [words]);
  };
  const label = (top: number, words: readonly string[]) => {
    const rows = words.map((word) => [word]);
    write(top, 0, rows);
    fit(0, rows);
  };
  const put = (
    part: PolicyPart,
    top: number,
    left: number,
    formatOf: (row: number, column: number) => string,
  ): Excel.Range => {
    const rows = cells[part];
    fit(left, rows);
    const area = areaOf(top, left, rows);
    // Before the cells: a word may look like a formula.
    area.numberFormat = rows.map((row, r) => row.map((_, c) => formatOf(r, c)));
    area.formulas = rows.map((row) => [...row]);
    area.format.fill.color = INPUT_FILL;
    area.format.horizontalAlignment = 'Left';
    names.getItemOrNullObject(OWN[part]).delete();
    names.add(OWN[part], area);
    return area;
  };
  const offer = (cells: Excel.Range, words: Readonly<Record<string, string>>) =>
    offerWords(cells, Object.values(words).join(','));

  head(0, 0, [texts.title]);
  write(1, 0, [[texts.note]]);
  const points = cells.rfaThresholds[0]!.length;
  head(TOP, 0, [
    'RFA',
    ...cells.rfaThresholds[0]!.map((_, i) => texts.points(i + 1)),
    texts.weight,
  ]);
  label(
    TOP + 1,
    POLICY_LINES.map((line) => texts.lines[line][0]),
  );
  write(
    TOP + 1,
    points + 2,
    POLICY_LINES.map((line) => [texts.lines[line][1]]),
  );
  put('rfaThresholds', TOP + 1, 1, (row) => (row === 0 ? 'General' : '0%'));
  put('rfaWeights', TOP + 1, points + 1, () => '0%');

  const tiers = TOP + cells.rfaThresholds.length + 2;
  head(tiers, 0, [
    texts.tierFrom,
    ...TIERS.slice(1).map((tier) => RISK_TEXTS[language].tiers[tier]),
  ]);
  put('rfaTiers', tiers + 1, 1, () => 'General');

  const figures = tiers + cells.rfaTiers.length + 2;
  POLICY_FIGURES.forEach((figure, i) => {
    const [word, meaning] = texts.figures[figure];
    label(figures + i, [word]);
    write(figures + i, 2, [[meaning]]);
    const isShare = figure === 'lossGivenDefault' || figure === 'amberFrom';
    const cell = put(figure, figures + i, 1, () => (isShare ? '0%' : 'General'));
    if (figure === 'rfaMode') offer(cell, texts.modes);
  });

  const treatments = figures + POLICY_FIGURES.length + 1;
  head(treatments, 0, [texts.treatments]);
  const treated = put('treatments', treatments + 1, 0, () => '@');
  offer(treated.getColumn(0), texts.personas);
  offer(treated.getColumn(1), texts.channels);
  offer(treated.getColumn(2), texts.tones);

  const knockIns = 1 + Math.max(cells.treatments[0]!.length, cells.personaRules[0]!.length);
  head(TOP, knockIns, [texts.knockIns]);
  const isDay = (row: number, column: number) => row > 0 && column === 2;
  const knockedIn = put('knockIns', TOP + 1, knockIns, (row, column) =>
    isDay(row, column) ? 'yyyy-mm-dd' : '@',
  );
  offer(knockedIn.getColumn(1), texts.reasons);

  const legend = knockIns + cells.knockIns[0]!.length + 1;
  head(TOP, legend, [texts.fact, texts.unit, texts.meaning]);
  const facts = FACT_NAMES.map((fact) => {
    const [word, meaning] = texts.facts[fact];
    return [word, texts.units[FACTS[fact].unit], meaning];
  });
  const explained = write(TOP + 1, legend, facts);
  fit(legend, facts);

  const rules = treatments + cells.treatments.length + 2;
  head(rules, 0, [texts.rules]);
  const formats = ruleFormats(cells.personaRules);
  const ruled = put('personaRules', rules + 1, 0, (row, column) => formats[row]![column]!);
  cells.personaRules[0]!.forEach((_, column) => {
    const of = ruleColumn(column);
    if (of === 'persona') offer(ruled.getColumn(column), texts.personas);
    if (of === 'fact') offerWords(ruled.getColumn(column), explained.getColumn(0));
    if (of === 'comparison') offer(ruled.getColumn(column), COMPARISON_SIGNS);
  });

  for (const table of [treated, knockedIn, ruled]) {
    table.getRow(0).format.fill.clear();
    table.getRow(0).format.font.bold = true;
    table.getRow(0).dataValidation.clear();
  }
  for (const [from, to, width] of [
    [0, 0, WIDE],
    [1, knockIns - 1, MIDDLE],
    [knockIns, knockIns, WIDE],
    [knockIns + 1, legend, MIDDLE],
    [legend + 1, legend + 1, NARROW],
    [legend + 2, legend + 2, WIDEST],
  ] as const) {
    for (let column = from; column <= to; column++) {
      const { format } = sheet.getRangeByIndexes(0, column, 1, 1);
      format.columnWidth = Math.max(width, widths.get(column) ?? 0);
    }
  }
}
