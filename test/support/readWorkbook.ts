import {
  proposeSources,
  receivablesFrom,
  sourceParser,
  type Proposal,
  type SourcesChoice,
  type UnitingChoice,
  type WorkbookReceivables,
} from '../../src/domain';

/** Rows of a workbook's sheets, by name. */
export type Sheets = Readonly<Record<string, readonly (readonly unknown[])[]>>;

/** Rows that are looked at to tell what a sheet is. */
const HEAD_ROWS = 30;

/** @returns what the sheets of a workbook are taken for */
export const propose = (sheets: Sheets, chosen: SourcesChoice = {}): Proposal =>
  proposeSources(
    Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.slice(0, HEAD_ROWS),
      rowCount: rows.length,
    })),
    chosen,
  );

/** Reads a workbook the way a run does: look, propose, read block by block, put together. */
export function readWorkbook(
  sheets: Sheets,
  chosen: SourcesChoice & UnitingChoice = {},
  blockRows = 1000,
): WorkbookReceivables & { proposal: Proposal } {
  const proposal = propose(sheets, chosen);
  const read = proposal.sources.flatMap((source) => {
    if (!source.isUsed || source.kind === 'other') return [];
    const parser = sourceParser(source, { mergeCodes: chosen.mergeCodes ?? true })!;
    const rows = sheets[source.sheet]!;
    for (let at = source.layout.headerRow + 1; at < rows.length; at += blockRows) {
      parser.addBlock(rows.slice(at, at + blockRows), at + 1);
    }
    return [{ source, parsed: parser.finish() }];
  });
  const { receivedOn } = proposal;
  return { ...receivablesFrom(read, { receivedOn, ...chosen }), proposal };
}
