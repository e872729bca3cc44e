import { CellError, type CellValue } from '../../model/value';
import { fn, type Builtin, type Library, type Site } from '../library';
import { Matrix, Ref, Union, VALUE, type Value } from '../values';
import { stats } from './stats';
import { math } from './math';

/** Functions by their number in SUBTOTAL and AGGREGATE. */
const NAMES = [
  'AVERAGE',
  'COUNT',
  'COUNTA',
  'MAX',
  'MIN',
  'PRODUCT',
  'STDEV.S',
  'STDEV.P',
  'SUM',
  'VAR.S',
  'VAR.P',
  'MEDIAN',
  'MODE.SNGL',
  'LARGE',
  'SMALL',
  'PERCENTILE.INC',
  'QUARTILE.INC',
  'PERCENTILE.EXC',
  'QUARTILE.EXC',
];

const NESTED = /^=\s*(?:SUBTOTAL|AGGREGATE)\(|[^A-Z.](?:SUBTOTAL|AGGREGATE)\(/i;

interface Leave {
  readonly hidden: boolean;
  readonly nested: boolean;
  readonly errors: boolean;
}

/** The values of a range that count, as a column. */
function kept(site: Site, v: Value, leave: Leave): Value {
  if (v instanceof Union) {
    const all = v.parts.flatMap((p) => (kept(site, p, leave) as Matrix).data);
    return Matrix.column(all);
  }
  if (!(v instanceof Ref)) {
    if (!(v instanceof Matrix) || !leave.errors) return v;
    return Matrix.column(v.data.filter((x) => !(x instanceof CellError)));
  }
  const { grid, top, left } = v;
  const { hiddenRows } = grid.sheet;
  const m = v.matrix();
  const data: CellValue[] = [];
  for (let r = 0; r < m.height; r++) {
    if (leave.hidden && hiddenRows.has(top + r)) continue;
    for (let c = 0; c < m.width; c++) {
      const x = m.at(r, c);
      if (x === null || (leave.errors && x instanceof CellError)) continue;
      if (leave.nested && grid.columns[left + c]?.formulas[top + r]) {
        const text = site.host.formulaText(grid, top + r, left + c);
        if (text !== null && NESTED.test(text)) continue;
      }
      data.push(x);
    }
  }
  return Matrix.column(data);
}

function apply(site: Site, code: number, args: readonly Value[], leave: Leave): Value {
  const name = NAMES[code - 1];
  const builtin: Builtin | undefined = name === undefined ? undefined : (stats[name] ?? math[name]);
  if (!builtin?.apply) return VALUE;
  const { host, row, column } = site;
  // From LARGE on a second argument says which.
  const values = args.map((v, i) => (code >= 14 && i > 0 ? v : kept(site, v, leave)));
  if (values.length < builtin.min || values.length > builtin.max) return VALUE;
  return builtin.apply(values, host, row, column);
}

/** Rows hidden by a filter never count; by hand only with the codes above 100. */
function subtotal(site: Site, code: number, ...args: Value[]): Value {
  const n = Math.trunc(code);
  const byHand = n > 100;
  const leave = { hidden: byHand || isFiltered(args), nested: true, errors: false };
  const which = byHand ? n - 100 : n;
  return which > 11 ? VALUE : apply(site, which, args, leave);
}

/** Whether a filter is on around the range: then its hidden rows are taken for the filter's. */
const isFiltered = (args: readonly Value[]): boolean =>
  args.some((v) => v instanceof Ref && v.grid.isFiltered(v));

function aggregate(site: Site, code: number, option: number, ...args: Value[]): Value {
  const o = Math.trunc(option);
  if (o < 0 || o > 7) return VALUE;
  const leave = { nested: o < 4, hidden: o % 2 === 1, errors: [2, 3, 6, 7].includes(o) };
  return apply(site, Math.trunc(code), args, leave);
}

export const subtotals: Library = {
  SUBTOTAL: fn('@nx+', subtotal),
  AGGREGATE: fn('@nnx+', aggregate, { arrayContext: true }),
};
