import { cellText } from './cell';
import { ROLES, type Mapping, type Role } from './roles';

/** Where the cells of a role stand in a row. */
export interface Field {
  readonly role: Role;
  /** Zero-based; NO_COLUMN where the ledger has none. */
  readonly column: number;
}

export const NO_COLUMN = -1;

export const fieldsOf = (mapping: Mapping): Readonly<Record<Role, Field>> =>
  Object.fromEntries(
    ROLES.map((role) => [role, { role, column: mapping[role] ?? NO_COLUMN }]),
  ) as Record<Role, Field>;

/** @returns the row's cell; null where the ledger has no such column */
export const cellAt = (cells: readonly unknown[], { column }: Field): unknown =>
  column === NO_COLUMN ? null : cells[column];

/** @returns what the cell says, without blanks around it */
export const textAt = (cells: readonly unknown[], { column }: Field): string =>
  column === NO_COLUMN ? '' : cellText(cells[column]);

/** @returns the cell as spreadsheets add: blanks and texts as 0 */
export function numberAt(cells: readonly unknown[], { column }: Field): number {
  const cell = column === NO_COLUMN ? 0 : cells[column];
  return typeof cell === 'number' ? cell : 0;
}
