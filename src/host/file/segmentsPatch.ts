import type { Patch } from './patch';
import { prefixed } from './xmlTree';

/** Order in which the schema wants the children of a worksheet. */
const ORDER = `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection
  protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr
  conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter
  rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing
  legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst`.split(
  /\s+/,
);

/** A child of the root with its place in the part. */
export interface Segment {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Replaces, removes and inserts children of a worksheet where the schema wants them. */
export class SegmentsPatch {
  constructor(
    private readonly patch: Patch,
    private readonly segments: readonly Segment[],
    private readonly prefix: string,
    /** Where the root closes. */
    private readonly end: number,
  ) {}

  /** Makes `xml` the only child of that name; empty takes it away. */
  set(name: string, xml: string): void {
    const known = this.segments.filter((s) => s.name === name);
    if (known.length === 0) {
      this.append(name, xml);
      return;
    }
    known.forEach(({ start, end }, i) => {
      this.patch.replace(start, end, i === 0 ? prefixed(xml, this.prefix) : '');
    });
  }

  /** Adds `xml` behind the children of that name, or where they would stand. */
  append(name: string, xml: string): void {
    const last = this.segments.filter((s) => s.name === name).at(-1);
    const order = ORDER.indexOf(name);
    const next = this.segments.find((s) => ORDER.indexOf(s.name) > order);
    this.patch.insert(last?.end ?? next?.start ?? this.end, prefixed(xml, this.prefix));
  }
}
