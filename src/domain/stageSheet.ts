import Decimal from 'decimal.js';
import { membersOf } from './accounts';
import { cellText, isBlank } from './cell';
import { groupItems } from './groupItems';
import { RateCells, sheetIssues, type SheetOptions } from './itemSheet';
import { LedgerParser } from './ledger';
import { roundProduct, type Fen } from './money';
import { parseAmount } from './parseAmount';
import type { ParsedSheet, SheetParser } from './parsedSheet';
import { pickItems } from './pickItems';
import type { Receivables } from './receivables';
import type { SheetMapping, SheetRole } from './roles';
import type { SheetIssue } from './sheetIssue';
import { SideCells } from './sideCells';
import type { StageColumns, StageLayout } from './stageColumns';
import { parseShares } from './parseShares';
import { unite } from './unite';

/** Roles whose cells are a stage's own: where it has no amount they say nothing. */
const OWN_ROLES: readonly SheetRole[] = ['amount', 'dueDate', 'received', 'receiptDate', 'open'];

/** One stage and how its cells are read. */
interface StageReading {
  readonly stage: StageColumns;
  readonly parser: LedgerParser;
  /** Rows in which the stage has an amount. */
  readonly rows: boolean[];
  /** The column its amount is read from: its own, or one that we add for shares. */
  readonly column: number;
}

/** Reads a sheet of contracts: an item for each of a row's stages. */
export class StageSheetParser implements SheetParser {
  private readonly readings: readonly StageReading[];
  private readonly rates: RateCells;
  private readonly contract: SideCells;
  private readonly received: SideCells;
  private readonly open: SideCells;
  private readonly unit: number;

  constructor(
    private readonly sheet: string,
    private readonly stageLayout: StageLayout,
    options: SheetOptions = {},
  ) {
    const { layout, stages } = stageLayout;
    const { amount, received, open, ...base } = layout.mapping;
    this.readings = stages.map((stage, k) => {
      const { columns } = stage;
      const column = columns.amount ?? layout.headers.length + k;
      const mapping: SheetMapping = { ...base, ...columns, amount: column };
      const unit = columns.amount === undefined ? 1 : stage.unit;
      const units = { amount: unit, received: stage.unit, open: stage.unit };
      const parser = new LedgerParser(mapping, { ...layout, unit: units, ...options });
      return { stage, parser, rows: [], column };
    });
    this.rates = new RateCells({ ...layout, mapping: base });
    this.contract = new SideCells(amount);
    this.received = new SideCells(received);
    this.open = new SideCells(open);
    this.unit = layout.unit.amount ?? layout.unit.received ?? layout.unit.open ?? 1;
  }

  addBlock(rows: readonly (readonly unknown[])[], firstRow: number): void {
    for (const cells of [this.rates, this.contract, this.received, this.open]) {
      cells.addBlock(rows, firstRow);
    }
    const wide = rows.map((cells) => this.withShares(cells));
    for (const { parser, column, rows: filled } of this.readings) {
      wide.forEach((cells, i) => {
        if (!isBlank(cells[column])) filled[firstRow + i] = true;
      });
      parser.addBlock(wide, firstRow);
    }
  }

  finish(): ParsedSheet {
    const issues: SheetIssue[] = [];
    const parts = this.readings.map(({ stage, parser, rows }) => {
      const items = parser.finish();
      const own = parser.issues.filter(
        ({ row, role }) => rows[row] === true || !OWN_ROLES.includes(role),
      );
      issues.push(...sheetIssues(this.sheet, own));
      const kept = pickItems(items, (i) => rows[items.row[i]!] === true);
      const stages = { index: new Int32Array(kept.count), words: [stage.name] };
      return { ...kept, sheets: [this.sheet], dimensions: { ...kept.dimensions, stage: stages } };
    });
    const items = unite(parts);
    const { rate, issues: doubtful } = this.rates.of(items);
    const received = this.share(items, issues);
    issues.push(...sheetIssues(this.sheet, doubtful));
    return {
      items: { ...items, rate, received },
      issues: withoutRepeats(issues),
      mergedCodes: this.readings[0]!.parser.mergedCodes(),
      appliesTo: [],
      remarks: [],
      openings: [],
      lastRow: this.lastRow,
      unclean: [],
    };
  }

  private get lastRow(): number {
    return Math.max(...this.readings.map(({ parser }) => parser.lastRow));
  }

  /**
   * Adds the amounts that are shares of the contract; they are rounded as they add up, so that 100 %
   * is the contract to the fen.
   */
  private withShares(cells: readonly unknown[]): readonly unknown[] {
    const { layout, stages } = this.stageLayout;
    const cell = cells[layout.mapping.amount ?? -1];
    const contract = parseAmount(cell, this.unit);
    const isEach = stages.every(({ columns }) => columns.amount !== undefined);
    if (contract === null || isBlank(cell) || isEach) return cells;
    const wide = [...cells];
    const shares = this.sharesOf(cells, contract);
    const parts: number[] = [];
    let sum = 0;
    let given = 0;
    this.readings.forEach(({ column }, k) => {
      const part = shares[k] ?? 0;
      if (part === 0) return;
      parts.push(part);
      sum += part;
      const upTo = roundProduct(sum * contract, () => Decimal.sum(...parts).times(contract));
      wide[column] = (upTo - given) / 100;
      given = upTo;
    });
    return wide;
  }

  /** Per stage; null where it has an amount of its own, or nothing is said. */
  private sharesOf(cells: readonly unknown[], contract: Fen): readonly (number | null)[] {
    const { stages } = this.stageLayout;
    let taken = 0;
    for (const { columns, share, unit } of stages) {
      const amount = columns.amount === undefined ? null : parseAmount(cells[columns.amount], unit);
      if (amount !== null) taken += contract === 0 ? 0 : amount / contract;
      else if (columns.share === undefined) taken += share ?? 0;
    }
    const said = parseShares(
      stages.map(({ columns }) =>
        columns.amount === undefined ? cells[columns.share ?? -1] : null,
      ),
      taken,
    );
    return stages.map(({ columns, share }, k) => {
      if (columns.amount !== undefined) return null;
      return columns.share === undefined ? share : said[k]!;
    });
  }

  /** What was received of a whole contract pays its stages, the earliest due first. */
  private share(items: Receivables, issues: SheetIssue[]): Float64Array {
    const received = items.received.slice();
    const { lastRow } = this;
    const rows = groupItems(items.row, lastRow + 1);
    for (let row = 1; row <= lastRow; row++) {
      const stages = membersOf(rows, row);
      if (stages.length === 0) continue;
      const total = stages.reduce((sum, i) => sum + items.amount[i]!, 0);
      const contract = parseAmount(this.contract.at(row), this.unit);
      if (this.contract.at(row) !== undefined && contract !== total) {
        const value = cellText(this.contract.at(row));
        issues.push({ sheet: this.sheet, row, role: 'amount', code: 'stageSum', value });
      }
      const lump = this.lump(row, total);
      if (lump === null) continue;
      stages.sort((a, b) => items.dueDate[a]! - items.dueDate[b]! || a - b);
      let rest = lump;
      stages.forEach((i, k) => {
        const isLast = k === stages.length - 1;
        received[i] = isLast ? rest : Math.min(rest, Math.max(0, items.amount[i]!));
        rest -= received[i];
      });
    }
    return received;
  }

  /** What was received of a row's stages together; null where they have it each, or nothing is said. */
  private lump(row: number, total: Fen): Fen | null {
    if (this.readings.some(({ stage: { columns } }) => isPaidAlone(columns))) return null;
    const received = this.received.at(row);
    const open = this.open.at(row);
    if (received !== undefined) return parseAmount(received, this.unit);
    const rest = open === undefined ? null : parseAmount(open, this.unit);
    return rest === null ? null : total - rest;
  }
}

const isPaidAlone = ({ received, open, receiptDate }: StageColumns['columns']): boolean =>
  (received ?? open ?? receiptDate) !== undefined;

/** What is wrong with a row's contract is found once for each stage. */
function withoutRepeats(issues: readonly SheetIssue[]): SheetIssue[] {
  const known = new Set<string>();
  const once = issues.filter((issue) => {
    const key = [issue.row, issue.role, issue.code, issue.value].join('\n');
    return !known.has(key) && known.add(key);
  });
  return once.sort((a, b) => a.row - b.row);
}
