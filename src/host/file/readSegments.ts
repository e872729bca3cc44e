import type { Area } from '../model/address';
import type { RuleFormat } from '../model/conditionalFormat';
import type { Hyperlink, Sheet } from '../model/sheet';
import { readAreas } from './areas';
import type { Colors } from './color';
import { readColumns } from './columnsXml';
import { readRules, type FileRule } from './conditionalFormats';
import { filterArea, readFilters } from './filterXml';
import type { Relationship } from './package';
import { readProtection } from './protectionXml';
import { readValidations } from './validationsXml';
import { readView } from './viewXml';
import { attribute, child, flag, numberAttribute, relationshipId, type XmlNode } from './xmlTree';

/** What a sheet part refers to outside of itself. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly ruleFormats: readonly RuleFormat[];
  readonly colors: Colors;
  readonly relationships: readonly Relationship[];
  /** Number of the style in the model for a cell format of the file. */
  styleOf(format: number): number;
}

/** Reads everything of a sheet part that is no cell into `sheet`. */
export class SegmentReader {
  /** The children of the root, except the cells. */
  readonly segments: XmlNode[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly context: SheetContext,
  ) {}

  segment(node: XmlNode): void {
    const { sheet, context } = this;
    this.segments.push(node);
    switch (node.name) {
      case 'sheetPr':
        sheet.tabColor = context.colors.read(child(node, 'tabColor'));
        break;
      case 'sheetViews':
        readView(node, sheet);
        break;
      case 'sheetFormatPr':
        readDefaultSizes(node, sheet);
        break;
      case 'cols':
        readColumns(node, sheet, (format) => context.styleOf(format));
        break;
      case 'sheetProtection':
        readProtection(node, sheet);
        break;
      case 'autoFilter': {
        const area = filterArea(node);
        if (area) sheet.autoFilter = { area, filters: readFilters(node) };
        break;
      }
      case 'mergeCells':
        sheet.merges = readMerges(node);
        break;
      case 'dataValidations':
        sheet.dataValidations.push(...readValidations(node));
        break;
      case 'hyperlinks':
        sheet.hyperlinks = readHyperlinks(node, context.relationships);
        break;
    }
  }

  find(name: string): XmlNode | undefined {
    return this.segments.find((s) => s.name === name);
  }

  all(name: string): XmlNode[] {
    return this.segments.filter((s) => s.name === name);
  }

  /** The sheet's rules, once all segments went by. */
  rules(): FileRule[] {
    return readRules(
      this.all('conditionalFormatting'),
      this.find('extLst'),
      this.context.ruleFormats,
      this.context.colors,
    );
  }
}

function readDefaultSizes(node: XmlNode, sheet: Sheet): void {
  const width = numberAttribute(node, 'defaultColWidth', NaN);
  const height = numberAttribute(node, 'defaultRowHeight', NaN);
  sheet.defaultColumnWidth = Number.isNaN(width) ? null : width;
  sheet.defaultRowHeight = Number.isNaN(height) || flag(node, 'zeroHeight', false) ? null : height;
}

const readMerges = (node: XmlNode): Area[] =>
  node.children.flatMap((c) => readAreas(attribute(c, 'ref') ?? ''));

function readHyperlinks(node: XmlNode, relationships: readonly Relationship[]): Hyperlink[] {
  return node.children.flatMap((c) => {
    const area = readAreas(attribute(c, 'ref') ?? '')[0];
    if (!area) return [];
    const id = relationshipId(c);
    return [
      {
        area,
        address: relationships.find((r) => r.id === id)?.target ?? null,
        documentReference: attribute(c, 'location') ?? null,
        screenTip: attribute(c, 'tooltip') ?? null,
      },
    ];
  });
}
