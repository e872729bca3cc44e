import * as formulajs from '@formulajs/formulajs';
import { CellError, isErrorCode, type CellValue } from '../../model/value';
import { fn, type Builtin, type Library } from '../library';
import { finite } from '../operators';
import { Matrix, VALUE, error, toMatrix, toScalar, type Value } from '../values';

/**
 * Functions whose numbers formulajs gives as Excel does, by how they take their arguments (see
 * Kind). Dates, texts, criteria and lookups are our own: formulajs works on JavaScript dates and
 * scans ranges naively.
 */
const SIGNATURES: Readonly<Record<string, string>> = {
  n: 'ROMAN ACOSH ACOT ACOTH ASINH ATANH COSH COT COTH CSC CSCH SEC SECH SINH TANH FACT FACTDOUBLE FISHER FISHERINV GAMMALN GAMMALN.PRECISE GAUSS NORM.S.INV NORMSINV PHI SQRTPI ERFC MUNIT',
  nn: 'COMBIN COMBINA PERMUT PERMUTATIONA BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CHISQ.INV CHISQ.INV.RT T.INV T.INV.2T DOLLARDE DOLLARFR NORM.S.DIST',
  'nn?': 'ERF DELTA GESTEP',
  nnn: 'NORM.INV NORMINV STANDARDIZE CONFIDENCE.NORM CONFIDENCE.T LOGNORM.INV GAMMA.INV GAMMAINV BINOM.INV CRITBINOM PDURATION RRI CHISQ.DIST EXPON.DIST EXPONDIST F.INV F.INV.RT POISSON.DIST',
  nnnn: 'NORM.DIST NORMDIST LOGNORM.DIST GAMMA.DIST GAMMADIST WEIBULL.DIST BINOM.DIST BINOMDIST F.DIST NEGBINOM.DIST SYD',
  nnnnn: 'HYPGEOM.DIST',
  'nnnnn?': 'DB DDB',
  nnnnnn: 'CUMIPMT CUMPRINC BETA.DIST',
  ss: 'DECIMAL',
  s: 'ARABIC BIN2DEC HEX2DEC OCT2DEC',
  'sn?': 'BIN2HEX BIN2OCT DEC2BIN DEC2HEX DEC2OCT HEX2BIN HEX2OCT OCT2BIN OCT2HEX',
  nss: 'CONVERT',
  'x+': 'GCD LCM MULTINOMIAL KURT SKEW SKEW.P VARA VARPA STDEVPA',
  aa: 'SUMX2MY2 SUMX2PY2 SUMXMY2 STEYX',
  'aann?': 'PROB',
  'ax?x?': 'LINEST LOGEST TREND',
  'ann?': 'PERCENTRANK.EXC ZTEST Z.TEST',
  ann: 'MIRR',
  nnna: 'SERIESSUM',
  na: 'FVSCHEDULE',
};

/** Older names of the same functions. */
const ALIASES: Readonly<Record<string, string>> = {
  CHIINV: 'CHISQ.INV.RT',
  CONFIDENCE: 'CONFIDENCE.NORM',
  FINV: 'F.INV.RT',
  'ERF.PRECISE': 'ERF',
  'ERFC.PRECISE': 'ERFC',
  POISSON: 'POISSON.DIST',
  TINV: 'T.INV.2T',
  WEIBULL: 'WEIBULL.DIST',
};

type Foreign = ((...args: unknown[]) => unknown) & { [name: string]: Foreign };

function find(name: string): Foreign {
  let found = formulajs as unknown as Foreign;
  for (const step of name.split('.')) found = found[step]!;
  return found;
}

function wrap(name: string, signature: string): Builtin {
  const foreign = find(name);
  return fn(
    signature,
    (...args: (Value | undefined)[]) => {
      try {
        return fromForeign(foreign(...args.map((a) => (a === undefined ? a : toForeign(a)))));
      } catch {
        return VALUE;
      }
    },
    { array: /^[ax]/.test(signature) },
  );
}

function toForeign(value: Value): unknown {
  if (!(value instanceof Object)) return value;
  if (value instanceof CellError) return new Error(value.code);
  const m = toMatrix(value);
  return m.data.length === 1 ? toScalar(m) : m.rows();
}

function fromForeign(result: unknown): Value {
  if (Array.isArray(result)) {
    const rows = result.map((row): CellValue[] =>
      Array.isArray(row) ? row.map(cellOf) : [cellOf(row)],
    );
    return Array.isArray(result[0]) ? Matrix.of(rows) : new Matrix(1, rows.length, rows.flat());
  }
  return cellOf(result);
}

function cellOf(v: unknown): CellValue {
  if (typeof v === 'number') return finite(v);
  if (typeof v === 'string') return v.toUpperCase(); // digits of BIN2HEX and the like
  if (typeof v === 'boolean') return v;
  if (v instanceof Error) return isErrorCode(v.message) ? error(v.message) : VALUE;
  return v === null || v === undefined ? null : VALUE;
}

const named = Object.fromEntries(
  Object.entries(SIGNATURES).flatMap(([signature, names]) =>
    names.split(' ').map((name) => [name, wrap(name, signature)]),
  ),
);

export const borrowed: Library = {
  ...named,
  ...Object.fromEntries(Object.entries(ALIASES).map(([old, name]) => [old, named[name]!])),
};
