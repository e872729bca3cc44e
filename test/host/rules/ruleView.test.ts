import { createRuleView } from '../../../src/host/rules/ruleView';
import type { RuleKind } from '../../../src/host/model/conditionalFormat';
import { at, bookOf, put } from '../model/book';

const RED = { fillColor: '#FF0000' };
const BOLD_BLUE = { fillColor: '#0000FF', bold: true };

/** Looks of a column of cells under one rule over all of them. */
function looks(cells: readonly (number | string | boolean | null)[], kind: RuleKind): unknown[] {
  const { wb, sheet } = bookOf(cells.map((value) => [value]));
  const ranges = [at(`A1:A${cells.length}`)];
  sheet.conditionalFormats.push({ id: '1', ranges, kind, stopIfTrue: false });
  const view = createRuleView(wb, sheet);
  return cells.map((_, row) => view.look(row, 0));
}

/** The rows, from 1, that a rule formats. */
const rowsMet = (cells: readonly (number | string | boolean | null)[], kind: RuleKind): number[] =>
  looks(cells, kind).flatMap((look, row) => (look ? [row + 1] : []));

describe('rules with a format', () => {
  test.each<[string, string, string | null, number[]]>([
    ['greaterThan', '2', null, [3, 4, 5]],
    ['greaterThanOrEqual', '2', null, [2, 3, 4, 5]],
    ['lessThan', '2', null, [1, 6]],
    ['lessThanOrEqual', '2', null, [1, 2, 6]],
    ['equal', '2', null, [2]],
    ['equal', '"A"', null, [4]],
    ['notEqual', '2', null, [1, 3, 4, 5, 6]],
    ['between', '3', '2', [2, 3]],
    ['notBetween', '2', '3', [1, 4, 5, 6]],
    ['greaterThan', '$A$2', null, [3, 4, 5]],
    ['equal', 'A1', null, [1, 2, 3, 4, 5, 6]],
  ])('cellValue %s %s %s', (operator, formula1, formula2, rows) => {
    const kind = { type: 'cellValue', operator, formula1, formula2, format: RED } as const;
    expect(rowsMet([1, 2, 3, 'a', true, null], kind)).toEqual(rows);
  });

  test.each([
    ['contains', [1, 2, 4]],
    ['notContains', [3, 5]],
    ['beginsWith', [1, 4]],
    ['endsWith', [2, 4]],
  ] as const)('containsText %s', (operator, rows) => {
    const kind = { type: 'containsText', operator, text: 'ab', format: RED } as const;
    expect(rowsMet(['abc', 'xAB', 'a b', 'ab', 7], kind)).toEqual(rows);
  });

  test('custom formulas are relative to the first range', () => {
    const kind = { type: 'custom', formula: '$A1>1', format: RED } as const;
    expect(looks([1, 2, 'x', null], kind)).toEqual([
      null,
      { format: RED, showValue: true },
      { format: RED, showValue: true },
      null,
    ]);
  });

  test('a formula that errs or gives text formats nothing', () => {
    expect(rowsMet([1], { type: 'custom', formula: '1/0', format: RED })).toEqual([]);
    expect(rowsMet([1], { type: 'custom', formula: '"yes"', format: RED })).toEqual([]);
    expect(rowsMet([1], { type: 'custom', formula: 'A1', format: RED })).toEqual([1]);
  });
});

test('a rule whose formula does not parse formats nothing', () => {
  expect(rowsMet([1], { type: 'custom', formula: 'SUM(', format: RED })).toEqual([]);
});

describe('several rules', () => {
  const twoRules = (stopIfTrue: boolean) => {
    const { wb, sheet } = bookOf([[5]]);
    const always = (format: object): RuleKind => ({ type: 'custom', formula: 'TRUE', format });
    sheet.conditionalFormats.push(
      { id: '1', ranges: [at('A1')], kind: always(RED), stopIfTrue },
      { id: '2', ranges: [at('A1')], kind: always(BOLD_BLUE), stopIfTrue: false },
    );
    return createRuleView(wb, sheet).look(0, 0);
  };

  test('the first to set something wins, later ones add what is left', () => {
    expect(twoRules(false)).toEqual({
      format: { fillColor: '#FF0000', bold: true },
      showValue: true,
    });
  });

  test('stopIfTrue ends there', () => {
    expect(twoRules(true)).toEqual({ format: RED, showValue: true });
  });
});

describe('icon sets', () => {
  const icons = (
    cells: number[],
    thresholds: Extract<RuleKind, { type: 'iconSet' }>['thresholds'],
    reverse = false,
  ) =>
    looks(cells, { type: 'iconSet', iconSet: '3Arrows', thresholds, reverse, showValue: true }).map(
      (look) => (look as { icon: { index: number } }).icon.index,
    );
  const zero = { type: 'percent', value: '0' } as const;

  test('by percent of the span', () => {
    const limits = [
      zero,
      { type: 'percent', value: '33' },
      { type: 'percent', value: '67' },
    ] as const;
    expect(icons([0, 32, 33, 66, 67, 100], limits)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(icons([0, 32, 33, 66, 67, 100], limits, true)).toEqual([2, 2, 1, 1, 0, 0]);
  });

  test('by percentile, number and formula, including the limit or not', () => {
    expect(
      icons(
        [1, 2, 3, 4, 5],
        [zero, { type: 'percentile', value: '50' }, { type: 'formula', value: '$A$1+3' }],
      ),
    ).toEqual([0, 0, 1, 2, 2]);
    expect(
      icons(
        [1, 2, 3],
        [zero, { type: 'num', value: '2', inclusive: false }, { type: 'num', value: '3' }],
      ),
    ).toEqual([0, 0, 2]);
  });

  test('leave text and blanks alone, and may hide the value', () => {
    const kind: RuleKind = {
      type: 'iconSet',
      iconSet: '3TrafficLights1',
      thresholds: [zero, { type: 'num', value: '1' }, { type: 'num', value: '2' }],
      reverse: false,
      showValue: false,
    };
    expect(looks([2, 'x', null], kind)).toEqual([
      { format: {}, icon: { set: '3TrafficLights1', index: 2 }, showValue: false },
      null,
      null,
    ]);
  });
});

describe('data bars', () => {
  const bars = (cells: number[], min: object, max: object) =>
    looks(cells, {
      type: 'dataBar',
      color: '#638EC6',
      min: min as never,
      max: max as never,
      showValue: true,
    }).map((look) => (look as { bar: unknown } | null)?.bar);
  const auto = [
    { type: 'autoMin', value: null },
    { type: 'autoMax', value: null },
  ] as const;

  test('begin at zero when they are automatic', () => {
    expect(bars([0, 50, 100], ...auto)).toEqual([
      { color: '#638EC6', from: 0, to: 0, axis: null },
      { color: '#638EC6', from: 0, to: 0.5, axis: null },
      { color: '#638EC6', from: 0, to: 1, axis: null },
    ]);
  });

  test('of negative numbers run left from the axis', () => {
    expect(bars([-50, 150], ...auto)).toEqual([
      { color: '#FF0000', from: 0, to: 0.25, axis: 0.25 },
      { color: '#638EC6', from: 0.25, to: 1, axis: 0.25 },
    ]);
  });

  test('keep within fixed limits', () => {
    const bar = bars([5, 30], { type: 'num', value: '10' }, { type: 'num', value: '20' });
    expect(bar).toEqual([
      { color: '#638EC6', from: 0, to: 0, axis: null },
      { color: '#638EC6', from: 0, to: 1, axis: null },
    ]);
  });
});

test('colour scales mix the colours around a value', () => {
  const point = (type: 'min' | 'percentile' | 'max', value: string | null, color: string) => ({
    threshold: { type, value },
    color,
  });
  const points = [
    point('min', null, '#FF0000'),
    point('percentile', '50', '#FFFF00'),
    point('max', null, '#00FF00'),
  ];
  const fills = looks([0, 25, 50, 75, 100], { type: 'colorScale', points }).map(
    (look) => (look as { format: { fillColor: string } }).format.fillColor,
  );
  expect(fills).toEqual(['#FF0000', '#FF8000', '#FFFF00', '#80FF00', '#00FF00']);
});

test('a view follows edits, recalculation and changed rules, until disposed of', () => {
  const { wb, sheet } = bookOf([[1, '=A1']]);
  sheet.conditionalFormats.push({
    id: '1',
    ranges: [at('B1')],
    kind: { type: 'custom', formula: 'B1>SUM($D$1)', format: RED },
    stopIfTrue: false,
  });
  const view = createRuleView(wb, sheet);
  const lit = () => view.look(0, 1) !== null;
  expect(lit()).toBe(true);
  put(wb, sheet, 'D1', [[9]]);
  expect(lit()).toBe(false);
  put(wb, sheet, 'A1', [[10]]);
  expect(lit()).toBe(true);
  sheet.conditionalFormats[0]!.kind = { type: 'custom', formula: 'FALSE', format: RED };
  wb.events.emit('appearance', { sheet });
  expect(lit()).toBe(false);
  view.dispose();
});
