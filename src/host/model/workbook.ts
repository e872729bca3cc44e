import type { Calculator } from './calculator';
import type { DefinedName } from './definedName';
import { Emitter, type ChangeOrigin, type WorkbookEvents } from './events';
import { Sheet } from './sheet';
import { StyleTable } from './style';
import type { Table } from './table';
import type { CellValue } from './value';

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

/**
 * A custom function as the calculator calls it.
 * `args` are values or matrices; the result is a value, a matrix or a promise of either.
 */
export interface CustomFunction {
  /** With namespace, upper case: `AR.AGING_BUCKET`. */
  readonly name: string;
  readonly parameters: readonly {
    readonly optional: boolean;
    readonly matrix: boolean;
    readonly repeating: boolean;
  }[];
  /** Errors among the arguments reach the function; else the first is the result. */
  readonly allowsErrors?: boolean;
  invoke(
    args: readonly (CellValue | CellValue[][])[],
    call: CustomCall,
  ): CellValue | CellValue[][] | Promise<CellValue | CellValue[][]>;
}

/** One call of a custom function, for whoever works on it. */
export interface CustomCall {
  /** The cell that calls: `Sheet1!D2`. */
  readonly address: string;
  /** Set by who wants to know that nobody waits for the answer any more. */
  onCancel: (() => void) | null;
}

/** The one authority on what the workbook holds, in the browser and in Node alike. */
export class Workbook {
  readonly events = new Emitter<WorkbookEvents>();
  readonly styles = new StyleTable();
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  readonly tables: Table[] = [];
  /** Office.context.document.settings and workbook.settings: key → JSON text. */
  readonly settings = new Map<string, string>();
  readonly customFunctions = new Map<string, CustomFunction>();
  fileName = 'Book1.xlsx';
  calculationMode: CalculationMode = 'Automatic';
  /** Edits do not recalculate while this is set; whoever sets it recalculates when clearing it. */
  calculationSuspended = false;
  date1904 = false;
  /** Where TODAY() and NOW() look; tests set it. */
  clock: () => Date = () => new Date();
  /** Set right after construction by `createWorkbook`: engine and workbook need each other. */
  calculator!: Calculator;
  activeSheet!: Sheet;
  private nextSheet = 0;
  private nextTable = 1;
  private nextRule = 1;
  private nextChart = 1;

  sheet(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((s) => s.name.toLowerCase() === wanted);
  }

  /** @param position - zero-based; at the end when left out */
  addSheet(name: string, origin: ChangeOrigin, position = this.sheets.length): Sheet {
    const digits = String(this.nextSheet++).padStart(12, '0');
    const sheet = new Sheet(`{00000000-0001-0000-0000-${digits}}`, name);
    this.sheets.splice(position, 0, sheet);
    if (this.sheets.length === 1) this.activeSheet = sheet;
    else this.calculator.structureChanged();
    this.events.emit('sheetAdded', { sheet, origin });
    return sheet;
  }

  table(name: string): Table | undefined {
    const wanted = name.toLowerCase();
    return this.tables.find((t) => t.name.toLowerCase() === wanted);
  }

  /** @param scope - null looks at names of the whole workbook only */
  definedName(name: string, scope: Sheet | null): DefinedName | undefined {
    const wanted = name.toLowerCase();
    return this.names.find((n) => n.scope === scope && n.name.toLowerCase() === wanted);
  }

  newTableId(): number {
    return this.nextTable++;
  }

  newChartId(): string {
    return `{CHART-${this.nextChart++}}`;
  }

  newRuleId(): string {
    return `{CF-${this.nextRule++}}`;
  }
}
