import type { Analysis } from '../domain';

/** Runs of rows that are named; `left` tells how many rows are not. */
const SPANS_NAMED = 100;

/** The rows something rests on, so that whoever shows it can say why. */
export interface Rows {
  /** Rows in all; a row that makes several items counts once. */
  readonly count: number;
  /** One text a sheet: 台账!3-17,20. Rows are 1-based, as on the sheet. */
  readonly spans: readonly string[];
  /** Rows beyond the runs that are named. */
  readonly left: number;
}

/** Tells sheets apart in one number with the row; no sheet has as many rows. */
const SHEET = 2 ** 21;

/** @param found - indices of items, or of none */
export function rowsOf({ items }: Pick<Analysis, 'items'>, found: ArrayLike<number>): Rows {
  return spansOf(
    Float64Array.from(found, (i) => items.sheet[i]! * SHEET + items.row[i]!),
    items.sheets,
  );
}

/** @param places - sheet!row each */
export function rowsAt(places: readonly { readonly sheet: string; readonly row: number }[]): Rows {
  const sheets = [...new Set(places.map(({ sheet }) => sheet))];
  const keys = places.map(({ sheet, row }) => sheets.indexOf(sheet) * SHEET + row);
  return spansOf(Float64Array.from(keys), sheets);
}

function spansOf(keys: Float64Array, sheets: readonly string[]): Rows {
  if (keys.some((key, k) => key < keys[k - 1]!)) keys.sort();
  const spans = new Map<string, string[]>();
  let [count, named, left] = [0, 0, 0];
  for (let k = 0; k < keys.length;) {
    const from = keys[k]!;
    let to = from;
    while (k < keys.length && keys[k]! <= to + 1) to = keys[k++]!;
    count += to - from + 1;
    if (named++ >= SPANS_NAMED) {
      left += to - from + 1;
      continue;
    }
    const sheet = sheets[Math.floor(from / SHEET)]!;
    const row = from % SHEET;
    const text = from === to ? String(row) : `${row}-${row + to - from}`;
    spans.set(sheet, [...(spans.get(sheet) ?? []), text]);
  }
  return { count, spans: [...spans].map(([sheet, rows]) => `${sheet}!${rows.join()}`), left };
}
