import { containsCell, type Area } from '../model/address';
import { FormulaSyntaxError } from '../model/calculator';
import type { Sheet } from '../model/sheet';
import { dataArea } from '../model/table';
import type { Workbook } from '../model/workbook';
import { single, type Found } from './code';
import { compiler } from './compile';
import { Formula, type Meaning, type Mode } from './formula';
import type { Grid } from './grid';
import type { Host } from './library';
import { parseParts, type ParsedParts } from './parts';
import { relativeKey } from './scan';
import { Template } from './template';
import { REF, Ref, type Value } from './values';

/** What formulas need of the engine. */
export interface Backing {
  gridOf(sheet: Sheet): Grid;
  spillArea(grid: Grid, row: number, column: number): Area | null;
  callCustom(name: string, args: readonly Value[], grid: Grid, row: number, column: number): Value;
}

interface Compilation {
  readonly host: Host;
  readonly formulas: Map<string, Formula>;
}

/** Compiles formulas, each distinct one once, and gives their names a meaning. */
export class Binder {
  /** Grows when sheets, tables, names or custom functions change. */
  generation = 0;
  private readonly compilations = new Map<Grid, Compilation>();
  private readonly described = new Map<string, string>();

  constructor(
    private readonly workbook: Workbook,
    private readonly backing: Backing,
  ) {}

  /** @throws FormulaSyntaxError */
  formula(text: string, grid: Grid, row: number, column: number, mode: Mode = 'dynamic'): Formula {
    const compilation = this.compilationOf(grid);
    let key = (mode === 'implicit' ? '@' : '') + relativeKey(text, row, column);
    if (text.includes('[')) key += `\u0002${this.tableAround(grid, row, column)}`;
    let formula = compilation.formulas.get(key);
    if (!formula) {
      formula = this.build(parseParts(text, compilation.host, row, column), compilation.host, mode);
      compilation.formulas.set(key, formula);
    }
    return formula;
  }

  parse(text: string, grid: Grid, row: number, column: number): ParsedParts {
    return parseParts(text, this.compilationOf(grid).host, row, column);
  }

  template(parsed: ParsedParts['list']): Template {
    return new Template(parsed, (grid) => this.workbook.sheets.includes(grid.sheet));
  }

  /** Binds names anew after sheets, tables or names changed. @returns formulas that mean else now */
  rebind(): Formula[] {
    this.generation++;
    this.described.clear();
    const changed: Formula[] = [];
    for (const { formulas } of this.compilations.values()) {
      for (const [key, formula] of formulas) {
        if (formula.meaning.bindings.size === 0) continue;
        formulas.delete(key);
        if (formula.groups.size > 0) this.bound.add(formula);
      }
    }
    for (const formula of this.bound) {
      if (formula.groups.size === 0) this.bound.delete(formula);
      else if (this.refresh(formula)) changed.push(formula);
    }
    return changed;
  }

  private readonly bound = new Set<Formula>();

  /** @returns whether the formula's names mean something else than when it was compiled */
  refresh(formula: Formula): boolean {
    if (formula.generation === this.generation) return false;
    formula.generation = this.generation;
    for (const [key, was] of formula.meaning.bindings) {
      if (this.describe(key) === was) continue;
      formula.rebind();
      return true;
    }
    return false;
  }

  /** A formula joined the cells after its names may have changed. */
  keep(formula: Formula): void {
    if (formula.meaning.bindings.size > 0) this.bound.add(formula);
    this.refresh(formula);
  }

  private build({ tree, list, parts }: ParsedParts, host: Host, mode: Mode): Formula {
    const interpret = (): Meaning & { problem: string | null } => {
      const found: Found = {
        dependencies: [],
        bindings: new Map(),
        volatile: false,
        unsupported: false,
        problem: null,
        names: new Map(),
        describe: (key) => this.describe(key),
      };
      const implicit = mode === 'implicit';
      let code = compiler.raw(tree, { compiler, host, parts, variables: [], implicit, found });
      if (implicit && !code.scalar) code = single(code);
      return { ...found, run: code.run, scalar: code.scalar };
    };
    const meaning = interpret();
    if (meaning.problem !== null) throw new FormulaSyntaxError(meaning.problem);
    return new Formula(host.grid, this.template(list), mode, meaning, this.generation, interpret);
  }

  private tableAround(grid: Grid, row: number, column: number): number | undefined {
    return this.workbook.tables.find(
      (t) => t.sheet === grid.sheet && containsCell(t.area, row, column),
    )?.id;
  }

  private compilationOf(grid: Grid): Compilation {
    let compilation = this.compilations.get(grid);
    if (!compilation) {
      compilation = { host: this.hostOf(grid), formulas: new Map() };
      this.compilations.set(grid, compilation);
    }
    return compilation;
  }

  private hostOf(grid: Grid): Host {
    const { workbook, backing } = this;
    const host: Host = {
      workbook,
      grid,
      gridOf: (sheet) => backing.gridOf(sheet),
      gridNamed: (name) => {
        const sheet = workbook.sheet(name);
        return sheet ? backing.gridOf(sheet) : null;
      },
      spillRef: (ref) => {
        ref.grid.value(ref.top, ref.left);
        const area = backing.spillArea(ref.grid, ref.top, ref.left);
        return area ? new Ref(ref.grid, area.top, area.left, area.bottom, area.right) : REF;
      },
      reference: (text, row, column) => {
        try {
          const formula = this.formula(`=${text}`, grid, row, column);
          return formula.evaluate(row, column);
        } catch (e) {
          if (e instanceof FormulaSyntaxError) return REF;
          throw e;
        }
      },
      formulaText: (g, row, column) => {
        const formula = g.cells.formula(row, column);
        return formula ? formula.text(row, column) : null;
      },
      callCustom: (name, args, row, column) => backing.callCustom(name, args, grid, row, column),
    };
    return host;
  }

  /** What a binding key stands for now; `''` for nothing. */
  private describe(key: string): string {
    let state = this.described.get(key);
    if (state === undefined) this.described.set(key, (state = this.lookUp(key)));
    return state;
  }

  private lookUp(key: string): string {
    const { workbook } = this;
    const colon = key.indexOf(':');
    const rest = key.slice(colon + 1);
    switch (key.slice(0, colon)) {
      case 'grid':
        return workbook.sheets.some((s) => s.id === rest) ? 'here' : '';
      case 'sheet':
        return workbook.sheet(rest)?.id ?? '';
      case 'fn':
        return workbook.customFunctions.has(rest) ? 'here' : '';
      case 'tablename':
        return String(workbook.table(rest)?.id ?? '');
      case 'table': {
        const table = workbook.tables.find((t) => t.id === Number(rest));
        if (!table) return '';
        const columns = table.columns.map((c) => [c.id, c.name]);
        return JSON.stringify([table.sheet.id, table.area, dataArea(table), columns]);
      }
      default: {
        const cut = rest.indexOf(':');
        const sheet = workbook.sheets.find((s) => s.id === rest.slice(0, cut));
        const wanted = rest.slice(cut + 1);
        const name =
          (sheet && workbook.definedName(wanted, sheet)) ?? workbook.definedName(wanted, null);
        return name ? `${name.scope?.id ?? ''}${name.formula}` : '';
      }
    }
  }
}
