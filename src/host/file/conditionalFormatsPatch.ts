import type { ConditionalFormat, RuleFormat, Threshold } from '../model/conditionalFormat';
import { cellAddress } from '../model/address';
import { sameAreas, writeAreas } from './areas';
import type { FileRule } from './conditionalFormats';
import { toFileFormula } from './formulaText';
import type { Patch } from './patch';
import type { SegmentsPatch } from './segmentsPatch';
import { sourceOfRule } from './source';
import {
  child,
  contentOf,
  element,
  encode,
  escapeXml,
  numberAttribute,
  openingTag,
  readTree,
  sourceOf,
  withAttributes,
  type XmlNode,
} from './xmlTree';

/** A rule of the model beside the one of the file it came from. */
interface Match {
  readonly rule: ConditionalFormat;
  readonly file: FileRule | null;
  /** Whether the file's rule says the same, its ranges and its place apart. */
  readonly same: boolean;
  readonly priority: number;
}

const says = (file: FileRule, rule: ConditionalFormat): boolean =>
  file.stopIfTrue === rule.stopIfTrue && JSON.stringify(file.kind) === JSON.stringify(rule.kind);

/** Finds for each rule of the model the one of the file it came from: by its XML, else by what it says. */
function match(
  rules: readonly ConditionalFormat[],
  known: readonly FileRule[],
  bytes: Uint8Array,
): Match[] {
  const sources = known.map((file) => sourceOf(bytes, file.node));
  const free = new Set(known.keys());
  const claim = (fits: (file: FileRule, i: number) => boolean): FileRule | null => {
    const at = [...free].find((i) => fits(known[i]!, i));
    if (at === undefined) return null;
    free.delete(at);
    return known[at]!;
  };
  const found = rules.map((rule) => {
    const source = sourceOfRule(rule);
    if (source === undefined) return null;
    return (
      claim((file, i) => sources[i] === source && sameAreas(file.ranges, rule.ranges)) ??
      claim((_, i) => sources[i] === source)
    );
  });
  return rules.map((rule, i) => {
    const file = found[i] ?? claim((f) => sameAreas(f.ranges, rule.ranges) && says(f, rule));
    return { rule, file, same: file !== null && says(file, rule), priority: i + 1 };
  });
}

type FormatIndex = (format: RuleFormat, known: number | undefined) => number;

/** Patches the rules of a sheet part where the model says otherwise than the part. */
export function patchRules(
  rules: readonly ConditionalFormat[],
  known: readonly FileRule[],
  bytes: Uint8Array,
  patch: Patch,
  segments: SegmentsPatch,
  extensions: XmlNode | undefined,
  formatIndex: FormatIndex,
): void {
  const matches = match(rules, known, bytes);
  const unchanged =
    matches.length === known.length &&
    matches.every(
      ({ file, same, rule }, i) => same && file === known[i] && sameAreas(file.ranges, rule.ranges),
    );
  if (unchanged) return;
  const alive = new Map(matches.flatMap((m) => (m.file ? [[m.file, m] as const] : [])));
  const placed = new Set<Match>();
  const gone = new Set<XmlNode>();
  for (const block of new Set(known.map((f) => f.block))) {
    const inBlock = known.filter((f) => f.block === block);
    patchBlock(block, inBlock, alive, placed, gone, patch);
  }
  for (const file of known) if (file.rest) patchRest(file, alive.get(file), gone, patch);
  dropEmptyLists(extensions, gone, segments, patch);
  for (const m of matches) {
    const sqref = writeAreas(m.rule.ranges);
    if (placed.has(m) || sqref === '') continue;
    const xml = movedRuleXml(m, bytes, formatIndex);
    if (xml === '') continue;
    segments.append('conditionalFormatting', element('conditionalFormatting', { sqref }, xml));
  }
}

/** A rule that gets a block of its own: as the file has it, or else written anew. */
function movedRuleXml(m: Match, bytes: Uint8Array, formatIndex: FormatIndex): string {
  const { rule, priority } = m;
  const source = sourceOfRule(rule);
  const node = m.same ? m.file!.node : undefined;
  if (node) return withAttributes(node, { priority }, contentOf(bytes, node));
  if (rule.kind.type === 'other') {
    if (source === undefined) return '';
    const copy = encode(source);
    const root = readTree(copy);
    return withAttributes(root, { priority }, contentOf(copy, root));
  }
  return ruleXml(rule, priority, (format) => {
    const before = m.file?.kind;
    const kept =
      before && 'format' in before && JSON.stringify(before.format) === JSON.stringify(format);
    return formatIndex(format, kept ? numberAttribute(m.file.node, 'dxfId', 0) : undefined);
  });
}

/** Keeps the block for the rules that still share the ranges of its first one; the others leave it. */
function patchBlock(
  block: XmlNode,
  rules: readonly FileRule[],
  alive: ReadonlyMap<FileRule, Match>,
  placed: Set<Match>,
  gone: Set<XmlNode>,
  patch: Patch,
): void {
  const stays = rules.map((f) => alive.get(f)).filter((m) => m?.same);
  const ranges = stays[0]?.rule.ranges ?? [];
  if (ranges.length === 0) {
    patch.replace(block.start, block.end, '');
    gone.add(block);
    return;
  }
  for (const file of rules) {
    const m = alive.get(file);
    // a rule of the extension list can only stay there
    if (m?.same && (file.extension || sameAreas(m.rule.ranges, ranges))) {
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
function patchRest(file: FileRule, m: Match | undefined, gone: Set<XmlNode>, patch: Patch): void {
  const block = file.rest!;
  const sqref = child(block, 'sqref');
  if (!m?.same) {
    // a block may hold the rest of several bars
    const alone = block.children.filter((c) => c.name === 'cfRule').length === 1;
    if (!alone || gone.has(block)) return;
    patch.replace(block.start, block.end, '');
    gone.add(block);
  } else if (sqref && !sameAreas(file.ranges, m.rule.ranges)) {
    patch.replace(sqref.openEnd, sqref.closeStart, writeAreas(m.rule.ranges));
  }
}

/** An extension whose last rule went goes too: Excel repairs empty lists. */
function dropEmptyLists(
  extensions: XmlNode | undefined,
  gone: ReadonlySet<XmlNode>,
  segments: SegmentsPatch,
  patch: Patch,
): void {
  const empty = (extensions?.children ?? []).filter((ext) =>
    ext.children.some(
      (list) =>
        list.name === 'conditionalFormattings' &&
        list.children.length > 0 &&
        list.children.every((block) => gone.has(block)),
    ),
  );
  if (empty.length === 0) return;
  if (empty.length === extensions!.children.length) segments.set('extLst', '');
  else for (const ext of empty) patch.replace(ext.start, ext.end, '');
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
