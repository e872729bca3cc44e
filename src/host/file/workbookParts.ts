import type { Style } from '../model/style';
import { DEFAULT_STYLE } from '../model/style';
import { blankStyles } from './blankPackage';
import { Colors } from './color';
import type { Package, Relationship } from './package';
import { readSharedStrings } from './sharedStrings';
import { readStyles, type StyleSheet } from './styles';
import { attribute, items, prefixOf, readTree, relationshipId, type XmlNode } from './xmlTree';

/** A sheet as the workbook part lists it. */
export interface FileSheet {
  readonly node: XmlNode;
  readonly name: string;
  readonly part: string;
  readonly relationshipId: string;
  /** Only worksheets have cells; chart sheets and macro sheets stay in the file. */
  readonly isWorksheet: boolean;
}

/** The parts every sheet needs, as the package holds them. */
export interface WorkbookParts {
  readonly part: string;
  readonly bytes: Uint8Array;
  readonly root: XmlNode;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly FileSheet[];
  readonly strings: readonly string[];
  readonly stylesPart: string | null;
  readonly stylesBytes: Uint8Array;
  readonly styles: StyleSheet;
  readonly colors: Colors;
  /** Namespace of the file's spreadsheet elements: transitional or strict. */
  readonly main: string;
  /** Namespace of references to relationships, which also begins their types. */
  readonly references: string;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** @throws FileError when it is no workbook */
export function readWorkbookParts(source: Package): WorkbookParts {
  const part = source.workbookPart();
  const bytes = source.require(part);
  const root = readTree(bytes);
  const prefix = prefixOf(root).slice(0, -1);
  const main = attribute(root, prefix ? `xmlns:${prefix}` : 'xmlns') ?? '';
  const relationships = source.relationships(part);
  const target = (kind: string) =>
    relationships.find((r) => r.kind === kind && !r.external && source.has(r.target))?.target;
  const stylesPart = target('styles') ?? null;
  const stylesBytes = stylesPart === null ? blankStyles(main) : source.require(stylesPart);
  const stylesRoot = readTree(stylesBytes);
  const theme = target('theme');
  const colors = new Colors(theme ? source.bytes(theme) : undefined, stylesRoot);
  const sharedStrings = target('sharedStrings');
  const sheets = items(root, 'sheets', 'sheet').flatMap((node): FileSheet[] => {
    const id = relationshipId(node) ?? '';
    const relationship = relationships.find((r) => r.id === id);
    if (!relationship) return [];
    return [
      {
        node,
        name: attribute(node, 'name') ?? '',
        part: relationship.target,
        relationshipId: id,
        isWorksheet: relationship.kind === 'worksheet' && source.has(relationship.target),
      },
    ];
  });
  return {
    part,
    bytes,
    root,
    relationships,
    sheets,
    strings: sharedStrings ? readSharedStrings(source.require(sharedStrings)) : [],
    stylesPart,
    stylesBytes,
    styles: readStyles(stylesRoot, colors),
    colors,
    main,
    references: main.includes('purl.oclc.org') ? STRICT : TRANSITIONAL,
  };
}

/** The attributes by which an element inside a root with these attributes names a relationship. */
export function referenceWith(
  root: ReadonlyMap<string, string>,
  references: string,
): (id: string) => Readonly<Record<string, string>> {
  for (const [name, value] of root) {
    if (value === references && name.startsWith('xmlns:')) {
      return (id) => ({ [`${name.slice(6)}:id`]: id });
    }
  }
  return (id) => ({ 'xmlns:r': references, 'r:id': id });
}

/** Style 0 of a workbook opened from these parts. */
export const normalStyle = (styles: StyleSheet): Style =>
  styles.cellFormats[0] ?? { ...DEFAULT_STYLE, origin: null };
