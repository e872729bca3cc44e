import type { Area } from './address';
import type { Shift } from './calculator';
import type { Sheet } from './sheet';
import type { Table } from './table';
import type { CellValue } from './value';

/** Who made a change: a person in the grid, the add-in, or a co-author. */
export type ChangeOrigin = 'user' | 'addin' | 'remote';

/** As Excel names them in onChanged. */
export type ChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

/** Everything a workbook tells its listeners. Recalculated values raise `calculated`, never `changed`. */
export interface WorkbookEvents {
  changed: {
    sheet: Sheet;
    area: Area;
    changeType: ChangeType;
    origin: ChangeOrigin;
    /** Only for the edit of one single cell. */
    details?: { valueBefore: CellValue; valueAfter: CellValue };
  };
  /** Cells have moved: areas held by address move with them. */
  shifted: Shift;
  calculated: { sheet: Sheet };
  selectionChanged: { sheet: Sheet; area: Area };
  sheetActivated: { sheet: Sheet; previous: Sheet };
  sheetAdded: { sheet: Sheet; origin: ChangeOrigin };
  sheetDeleted: { sheet: Sheet; origin: ChangeOrigin };
  tableAdded: { table: Table; origin: ChangeOrigin };
  tableDeleted: { table: Table; origin: ChangeOrigin };
  /** Looks changed (format, width, rule, filter, freeze, name of a sheet …): views repaint. */
  appearance: { sheet: Sheet | null };
}

type Listener<T> = (event: T) => void;

export class Emitter<Events extends object> {
  private readonly listeners = new Map<keyof Events, Set<Listener<never>>>();

  /** @returns a function that ends the subscription. */
  on<K extends keyof Events>(name: K, listener: Listener<Events[K]>): () => void {
    let set = this.listeners.get(name);
    if (!set) this.listeners.set(name, (set = new Set()));
    set.add(listener);
    return () => set.delete(listener);
  }

  emit<K extends keyof Events>(name: K, event: Events[K]): void {
    for (const listener of this.listeners.get(name) ?? []) {
      (listener as Listener<Events[K]>)(event);
    }
  }
}
