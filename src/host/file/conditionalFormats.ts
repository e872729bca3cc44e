import type { Area } from '../model/address';
import type { RuleFormat, RuleKind, Threshold } from '../model/conditionalFormat';
import { readAreas } from './areas';
import type { Colors } from './color';
import { fromFileFormula } from './formulaText';
import { attribute, child, descendants, flag, numberAttribute, type XmlNode } from './xmlTree';

/** A rule as a sheet part holds it. */
export interface FileRule {
  readonly ranges: readonly Area[];
  readonly kind: RuleKind;
  readonly stopIfTrue: boolean;
  readonly priority: number;
  /** `cfRule`, of the main or of the x14 namespace. */
  readonly node: XmlNode;
  /** The `conditionalFormatting` around it. */
  readonly block: XmlNode;
  /** Whether it stands in the sheet's extension list. */
  readonly extension: boolean;
  /** The block in the extension list that carries the rest of a data bar. */
  readonly rest: XmlNode | null;
}

/**
 * All rules of a sheet in order of priority.
 * @param blocks - the sheet's `conditionalFormatting` elements
 * @param extensions - the sheet's `extLst`
 */
export function readRules(
  blocks: readonly XmlNode[],
  extensions: XmlNode | undefined,
  formats: readonly RuleFormat[],
  colors: Colors,
): FileRule[] {
  const rules: FileRule[] = [];
  const rests = new Map<string, { block: XmlNode; rule: XmlNode }>();
  for (const block of extensionBlocks(extensions)) {
    const ranges = readAreas(child(block, 'sqref')?.text.trim() ?? '');
    for (const node of block.children.filter((c) => c.name === 'cfRule')) {
      const id = attribute(node, 'id');
      if (!node.attributes.has('priority')) {
        if (id !== undefined) rests.set(id, { block, rule: node });
        continue;
      }
      rules.push({
        ranges,
        kind: { type: 'other', name: attribute(node, 'type') ?? '' },
        stopIfTrue: flag(node, 'stopIfTrue', false),
        priority: numberAttribute(node, 'priority', 0),
        node,
        block,
        extension: true,
        rest: null,
      });
    }
  }
  for (const block of blocks) {
    const ranges = readAreas(attribute(block, 'sqref') ?? '');
    for (const node of block.children.filter((c) => c.name === 'cfRule')) {
      const id = child(node, 'extLst') && [...descendants(node, 'id')][0]?.text.trim();
      const rest = id === undefined ? null : (rests.get(id) ?? null);
      rules.push({
        ranges,
        kind: readKind(node, rest?.rule, formats, colors),
        stopIfTrue: flag(node, 'stopIfTrue', false),
        priority: numberAttribute(node, 'priority', 0),
        node,
        block,
        extension: false,
        rest: rest?.block ?? null,
      });
    }
  }
  return rules.sort((a, b) => a.priority - b.priority);
}

export const extensionBlocks = (extensions: XmlNode | undefined): XmlNode[] =>
  extensions
    ? [...descendants(extensions, 'conditionalFormattings')].flatMap((list) => list.children)
    : [];

const TEXT_RULES = {
  containsText: 'contains',
  notContainsText: 'notContains',
  beginsWith: 'beginsWith',
  endsWith: 'endsWith',
} as const;

function readKind(
  node: XmlNode,
  rest: XmlNode | undefined,
  formats: readonly RuleFormat[],
  colors: Colors,
): RuleKind {
  const type = attribute(node, 'type') ?? '';
  const format = formats[numberAttribute(node, 'dxfId', -1)] ?? {};
  const formulas = node.children
    .filter((c) => c.name === 'formula')
    .map((c) => fromFileFormula(c.text));
  const [formula1, formula2 = null] = formulas;
  switch (type) {
    case 'expression':
      if (formula1 !== undefined) return { type: 'custom', formula: formula1, format };
      break;
    case 'cellIs':
      if (formula1 !== undefined) {
        const operator = attribute(node, 'operator') ?? 'equal';
        return { type: 'cellValue', operator, formula1, formula2, format };
      }
      break;
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith': {
      const text = attribute(node, 'text');
      if (text === undefined) break;
      return { type: 'containsText', operator: TEXT_RULES[type], text, format };
    }
    case 'iconSet': {
      const list = child(node, 'iconSet');
      return {
        type: 'iconSet',
        iconSet: attribute(list, 'iconSet') ?? '3TrafficLights1',
        thresholds: readThresholds(list),
        reverse: flag(list, 'reverse', false),
        showValue: flag(list, 'showValue', true),
      };
    }
    case 'dataBar': {
      const bar = child(node, 'dataBar');
      const own = readThresholds(bar);
      const better = readThresholds(child(rest, 'dataBar'));
      const [min, max] = better.length === 2 ? better : own;
      return {
        type: 'dataBar',
        color: colors.read(child(bar, 'color')) ?? '#638EC6',
        min: min ?? { type: 'min', value: null },
        max: max ?? { type: 'max', value: null },
        showValue: flag(bar, 'showValue', true),
      };
    }
    case 'colorScale': {
      const scale = child(node, 'colorScale');
      const points = readThresholds(scale);
      const shades = scale?.children.filter((c) => c.name === 'color') ?? [];
      return {
        type: 'colorScale',
        points: points.map((threshold, i) => ({
          threshold,
          color: colors.read(shades[i]) ?? '#FFFFFF',
        })),
      };
    }
  }
  return { type: 'other', name: type };
}

const THRESHOLDS = new Set<string>([
  'min',
  'max',
  'num',
  'percent',
  'percentile',
  'formula',
  'autoMin',
  'autoMax',
]);

function readThresholds(parent: XmlNode | undefined): Threshold[] {
  const nodes = parent?.children.filter((c) => c.name === 'cfvo') ?? [];
  return nodes.map((node) => {
    const type = attribute(node, 'type') ?? 'num';
    const value = attribute(node, 'val') ?? child(node, 'f')?.text ?? null;
    return {
      type: (THRESHOLDS.has(type) ? type : 'num') as Threshold['type'],
      value: type === 'min' || type === 'max' ? null : value,
      ...(node.attributes.has('gte') ? { inclusive: flag(node, 'gte', true) } : {}),
    };
  });
}
