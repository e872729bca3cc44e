import type {
  ConditionalFormat,
  RuleFormat,
  RuleKind,
  Threshold,
} from '../model/conditionalFormat';
import { cellAddress } from '../model/address';
import { sameAreas, writeAreas } from './areas';
import type { FileRule } from './conditionalFormats';
import { toFileFormula } from './formulaText';
import type { Patch } from './patch';
import type { SegmentsPatch } from './segmentsPatch';
import {
  child,
  contentOf,
  element,
  escapeXml,
  openingTag,
  sourceOf,
  withAttributes,
  type XmlNode,
} from './xmlTree';

/** A rule of the model beside what it was in the file. */
interface Match {
  readonly rule: ConditionalFormat;
  readonly file: FileRule | null;
  readonly priority: number;
}

const sameKind = (a: RuleKind, b: RuleKind): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Finds for each rule of the model the one of the file it came from: by its XML, else by what it says. */
function match(
  rules: readonly ConditionalFormat[],
  known: readonly FileRule[],
  bytes: Uint8Array,
): Match[] {
  const bySource = new Map<string, FileRule[]>();
  for (const file of known) {
    const source = sourceOf(bytes, file.node);
    bySource.set(source, [...(bySource.get(source) ?? []), file]);
  }
  const free = new Set(known);
  const claim = (file: FileRule | undefined): FileRule | null => {
    if (file) free.delete(file);
    return file ?? null;
  };
  const bySourceXml = rules.map((rule) => {
    const list = (bySource.get(rule.source ?? '') ?? []).filter((f) => free.has(f));
    return claim(list.find((f) => sameAreas(f.ranges, rule.ranges)) ?? list[0]);
  });
  return rules.map((rule, i) => {
    const says = (f: FileRule) => sameKind(f.kind, rule.kind) && f.stopIfTrue === rule.stopIfTrue;
    // a rule changed and changed back has lost its source, yet says what the file says
    const file =
      bySourceXml[i] ?? claim([...free].find((f) => sameAreas(f.ranges, rule.ranges) && says(f)));
    return { rule, file: file && says(file) ? file : null, priority: i + 1 };
  });
}

/** Patches the rules of a sheet part where the model says otherwise than the part. */
export function patchRules(
  rules: readonly ConditionalFormat[],
  known: readonly FileRule[],
  bytes: Uint8Array,
  patch: Patch,
  segments: SegmentsPatch,
  formatIndex: (format: RuleFormat) => number,
): void {
  const matches = match(rules, known, bytes);
  const unchanged =
    matches.length === known.length &&
    matches.every(({ file, rule }, i) => file === known[i] && sameAreas(file.ranges, rule.ranges));
  if (unchanged) return;
  const alive = new Map(matches.flatMap((m) => (m.file ? [[m.file, m] as const] : [])));
  const placed = new Set<Match>();
  for (const block of new Set(known.map((f) => f.block))) {
    const inBlock = known.filter((f) => f.block === block);
    patchBlock(block, inBlock, alive, placed, patch);
  }
  for (const file of known) if (file.rest) patchRest(file, alive.get(file), patch);
  for (const m of matches) {
    if (placed.has(m)) continue;
    const node = m.file?.node;
    const xml = node
      ? withAttributes(node, { priority: m.priority }, contentOf(bytes, node))
      : ruleXml(m.rule, m.priority, formatIndex);
    const sqref = writeAreas(m.rule.ranges);
    if (sqref !== '')
      segments.append('conditionalFormatting', element('conditionalFormatting', { sqref }, xml));
  }
}

/** Keeps the block for the rules that still share the ranges of its first one; the others leave it. */
function patchBlock(
  block: XmlNode,
  rules: readonly FileRule[],
  alive: ReadonlyMap<FileRule, Match>,
  placed: Set<Match>,
  patch: Patch,
): void {
  const first = rules.map((f) => alive.get(f)).find((m) => m !== undefined);
  if (!first || first.rule.ranges.length === 0) {
    patch.replace(block.start, block.end, '');
    return;
  }
  const { ranges } = first.rule;
  for (const file of rules) {
    const m = alive.get(file);
    // a rule of the extension list can only stay there
    if (m && (file.extension || sameAreas(m.rule.ranges, ranges))) {
      placed.add(m);
      if (m.priority !== file.priority) {
        const { start, openEnd } = file.node;
        patch.replace(start, openEnd, openingTag(file.node, { priority: m.priority }));
      }
    } else patch.replace(file.node.start, file.node.end, '');
  }
  if (sameAreas(rules[0]!.ranges, ranges)) return;
  const sqref = writeAreas(ranges);
  const inside = child(block, 'sqref');
  if (inside) patch.replace(inside.openEnd, inside.closeStart, sqref);
  else patch.replace(block.start, block.openEnd, openingTag(block, { sqref }));
}

/** The part of a data bar in the extension list goes where its rule goes. */
function patchRest(file: FileRule, m: Match | undefined, patch: Patch): void {
  const block = file.rest!;
  const sqref = child(block, 'sqref');
  if (!m) {
    // several bars may share a block of the extension list; empty blocks are harmless, lost ones not
    if (block.children.filter((c) => c.name === 'cfRule').length === 1) {
      patch.replace(block.start, block.end, '');
    }
  } else if (sqref && !sameAreas(file.ranges, m.rule.ranges)) {
    patch.replace(sqref.openEnd, sqref.closeStart, writeAreas(m.rule.ranges));
  }
}

const TEXT_RULES = {
  contains: 'containsText',
  notContains: 'notContainsText',
  beginsWith: 'beginsWith',
  endsWith: 'endsWith',
} as const;

/** A rule of our own as the main namespace has it. */
function ruleXml(
  { kind, stopIfTrue, ranges }: ConditionalFormat,
  priority: number,
  formatIndex: (format: RuleFormat) => number,
): string {
  const formula = (text: string) => element('formula', {}, escapeXml(toFileFormula(text)));
  const rule = (
    type: string,
    content: string,
    more: Readonly<Record<string, string | number>> = {},
  ) => element('cfRule', { type, ...more, priority, stopIfTrue: stopIfTrue || null }, content);
  switch (kind.type) {
    case 'custom':
      return rule('expression', formula(kind.formula), { dxfId: formatIndex(kind.format) });
    case 'cellValue':
      return rule(
        'cellIs',
        formula(kind.formula1) + (kind.formula2 === null ? '' : formula(kind.formula2)),
        { dxfId: formatIndex(kind.format), operator: kind.operator },
      );
    case 'containsText': {
      const cell = cellAddress(ranges[0]?.top ?? 0, ranges[0]?.left ?? 0);
      return rule(TEXT_RULES[kind.operator], formula(textFormula(kind.operator, kind.text, cell)), {
        dxfId: formatIndex(kind.format),
        operator: kind.operator === 'contains' ? 'containsText' : kind.operator,
        text: kind.text,
      });
    }
    case 'iconSet':
      return rule(
        'iconSet',
        element(
          'iconSet',
          {
            iconSet: kind.iconSet,
            showValue: kind.showValue ? null : false,
            reverse: kind.reverse || null,
          },
          kind.thresholds.map(thresholdXml).join(''),
        ),
      );
    case 'dataBar':
      return rule(
        'dataBar',
        element(
          'dataBar',
          { showValue: kind.showValue ? null : false },
          thresholdXml(kind.min) + thresholdXml(kind.max) + color(kind.color),
        ),
      );
    case 'colorScale':
      return rule(
        'colorScale',
        element(
          'colorScale',
          {},
          kind.points.map((p) => thresholdXml(p.threshold)).join('') +
            kind.points.map((p) => color(p.color)).join(''),
        ),
      );
    case 'other':
      return rule(kind.name, '');
  }
}

const color = (rgb: string): string => element('color', { rgb: `FF${rgb.slice(1).toUpperCase()}` });

/** Automatic ends exist in extensions only; lowest and highest are what older readers show for them. */
function thresholdXml({ type, value, inclusive }: Threshold): string {
  const plain = type === 'autoMin' ? 'min' : type === 'autoMax' ? 'max' : type;
  return element('cfvo', { type: plain, val: value, gte: inclusive === false ? false : null });
}

/** The formula files keep beside a text rule. */
function textFormula(operator: keyof typeof TEXT_RULES, text: string, cell: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  switch (operator) {
    case 'contains':
      return `NOT(ISERROR(SEARCH(${quoted},${cell})))`;
    case 'notContains':
      return `ISERROR(SEARCH(${quoted},${cell}))`;
    case 'beginsWith':
      return `LEFT(${cell},LEN(${quoted}))=${quoted}`;
    case 'endsWith':
      return `RIGHT(${cell},LEN(${quoted}))=${quoted}`;
  }
}
