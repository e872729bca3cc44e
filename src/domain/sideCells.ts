import { isBlank } from './cell';

type Rows = readonly (readonly unknown[])[];

/** The cells of one column beside those a parser reads, by row. */
export class SideCells {
  private readonly cells: unknown[] = [];

  /** @param column - undefined where the sheet has none */
  constructor(private readonly column: number | undefined) {}

  addBlock(rows: Rows, firstRow: number): void {
    if (this.column === undefined) return;
    for (let i = 0; i < rows.length; i++) {
      const cell = rows[i]![this.column];
      if (!isBlank(cell)) this.cells[firstRow + i] = cell;
    }
  }

  /** @returns the cell of a row on the sheet; undefined for a blank one */
  at(row: number): unknown {
    return this.cells[row];
  }
}
