import {
  cellText,
  DATE_ROLES,
  ROLES,
  SOURCE_KINDS,
  type DateOrder,
  type DateRole,
  type LedgerChoices,
  type Role,
  type SourceKind,
} from '../domain';
import { TEXTS, type Texts } from './texts';

/** In place of a header: the ledger has no such column. */
const NO_COLUMN = '—';

/** Words of every language: whoever opens the workbook next may read another one. */
const ORDERS = new Map<string, DateOrder>(
  Object.values(TEXTS).flatMap(({ dateOrders }) =>
    (Object.keys(dateOrders) as DateOrder[]).map((order) => [dateOrders[order], order] as const),
  ),
);

const KINDS = new Map<string, SourceKind>(
  Object.values(TEXTS).flatMap(({ sheetKinds }) =>
    SOURCE_KINDS.map((kind) => [sheetKinds[kind], kind] as const),
  ),
);

const NO: ReadonlySet<unknown> = new Set([false, ...Object.values(TEXTS).map(({ no }) => no)]);

const isDateRole = (role: Role): role is DateRole => DATE_ROLES.some((date) => date === role);

/**
 * @param columns - a row per role, in the order of ROLES: header and date order
 * @param sheets - a sheet's name and what it is used as in each row
 * @param mergeCodes - a word for no keeps codes apart
 */
export function choicesOf(
  columns: readonly (readonly unknown[])[],
  mergeCodes: unknown,
  sheets: readonly (readonly unknown[])[],
): LedgerChoices {
  const mapping: Partial<Record<Role, string>> = {};
  const dateOrder: Partial<Record<DateRole, DateOrder>> = {};
  ROLES.forEach((role, i) => {
    const [header, order] = [cellText(columns[i]?.[0]), ORDERS.get(cellText(columns[i]?.[1]))];
    if (header !== '') mapping[role] = header === NO_COLUMN ? '' : header;
    if (order !== undefined && isDateRole(role)) dateOrder[role] = order;
  });
  const kinds = sheets.flatMap(([name, kind]) => {
    const known = KINDS.get(cellText(kind));
    return known === undefined ? [] : [[cellText(name), known] as const];
  });
  return {
    mapping,
    dateOrder,
    mergeCodes: !NO.has(mergeCodes),
    sheets: Object.fromEntries(kinds),
  };
}

/** @returns the cells choicesOf reads */
export function cellsOfChoices(
  { mapping, dateOrder, mergeCodes, sheets }: LedgerChoices,
  texts: Texts,
): { columns: string[][]; mergeCodes: string[][]; sheets: string[][] } {
  const kinds = Object.entries(sheets).map(([name, kind]) => [name, texts.sheetKinds[kind]]);
  return {
    columns: ROLES.map((role) => {
      const header = mapping[role] === '' ? NO_COLUMN : (mapping[role] ?? '');
      const order = isDateRole(role) ? dateOrder[role] : undefined;
      return [header, order === undefined ? '' : texts.dateOrders[order]];
    }),
    mergeCodes: [[mergeCodes ? texts.yes : texts.no]],
    sheets: ROLES.map((_, i) => kinds[i] ?? ['', '']),
  };
}
