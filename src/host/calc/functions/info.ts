import { CellError, type CellValue } from '../../model/value';
import { toNumber } from '../coerce';
import { fn, type Library } from '../library';
import { Matrix, NA, Ref, VALUE, toScalar, type Value } from '../values';

const ERROR_TYPES = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
];

const parity = (remainder: number) => (v: CellValue) => {
  if (typeof v === 'boolean') return VALUE;
  const n = toNumber(v);
  return typeof n === 'number' ? Math.abs(Math.trunc(n)) % 2 === remainder : n;
};

function typeOf(v: Value): CellValue {
  if (v instanceof Matrix || (v instanceof Ref && !v.isCell)) return 64;
  const x = toScalar(v);
  if (x instanceof CellError) return 16;
  return typeof x === 'string' ? 2 : typeof x === 'boolean' ? 4 : 1;
}

export const info: Library = {
  ISNUMBER: fn('e', (v: CellValue) => typeof v === 'number'),
  ISTEXT: fn('e', (v: CellValue) => typeof v === 'string'),
  ISNONTEXT: fn('e', (v: CellValue) => typeof v !== 'string'),
  ISBLANK: fn('e', (v: CellValue) => v === null),
  ISLOGICAL: fn('e', (v: CellValue) => typeof v === 'boolean'),
  ISERROR: fn('e', (v: CellValue) => v instanceof CellError),
  ISERR: fn('e', (v: CellValue) => v instanceof CellError && v.code !== '#N/A'),
  ISNA: fn('e', (v: CellValue) => v instanceof CellError && v.code === '#N/A'),
  ISEVEN: fn('v', parity(0)),
  ISODD: fn('v', parity(1)),
  NA: fn('', () => NA),
  N: fn('x', (v: Value) => {
    const x = toScalar(v);
    return typeof x === 'number' || x instanceof CellError ? x : x === true ? 1 : 0;
  }),
  T: fn('x', (v: Value) => {
    const x = toScalar(v);
    return typeof x === 'string' || x instanceof CellError ? x : '';
  }),
  TYPE: fn('x', typeOf),
  'ERROR.TYPE': fn('e', (v: CellValue) => {
    if (!(v instanceof CellError)) return NA;
    const i = ERROR_TYPES.indexOf(v.code);
    return i < 0 ? (v.code === '#CALC!' ? 14 : NA) : i + 1;
  }),
};
