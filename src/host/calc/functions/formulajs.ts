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
  n: 'ACOSH ACOT ACOTH ASINH ATANH COSH COT COTH CSC CSCH SEC SECH SINH TANH FACT FACTDOUBLE FISHER FISHERINV GAMMALN GAMMALN.PRECISE GAUSS NORM.S.INV NORMSDIST NORMSINV PHI SQRTPI ERFC ERF.PRECISE ERFC.PRECISE GAMMA MUNIT',
  nn: 'COMBIN COMBINA PERMUT PERMUTATIONA BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CHIDIST CHIINV CHISQ.INV CHISQ.INV.RT CHISQ.DIST.RT T.INV T.INV.2T TINV T.DIST.2T T.DIST.RT BESSELI BESSELJ BESSELK BESSELY DOLLARDE DOLLARFR NORM.S.DIST',
  'nn?': 'ERF DELTA GESTEP',
  nnn: 'NORM.INV NORMINV STANDARDIZE CONFIDENCE CONFIDENCE.NORM CONFIDENCE.T LOGNORM.INV GAMMA.INV GAMMAINV BINOM.INV CRITBINOM PDURATION RRI CHISQ.DIST EXPON.DIST EXPONDIST T.DIST TDIST F.INV F.INV.RT FINV FDIST F.DIST.RT POISSON.DIST POISSON BETAINV LOGNORMDIST',
  nnnn: 'NORM.DIST NORMDIST LOGNORM.DIST GAMMA.DIST WEIBULL.DIST BINOM.DIST BINOMDIST F.DIST NEGBINOM.DIST SYD',
  'nnnn?': 'DISC',
  'nnnnn?': 'DB DDB HYPGEOM.DIST',
  nnnnnn: 'CUMIPMT CUMPRINC',
  nnnnnb: 'BETA.DIST',
  ss: 'DECIMAL',
  s: 'ARABIC BIN2DEC HEX2DEC OCT2DEC',
  'sn?': 'BIN2HEX BIN2OCT DEC2BIN DEC2HEX DEC2OCT HEX2BIN HEX2OCT OCT2BIN OCT2HEX',
  nss: 'CONVERT',
  'nn?b?': 'ROMAN',
  'x+': 'GCD LCM MULTINOMIAL KURT SKEW SKEW.P VARA VARPA STDEVPA MODE.MULT',
  aa: 'SUMX2MY2 SUMX2PY2 SUMXMY2 STEYX CHISQ.TEST CHITEST F.TEST FTEST',
  'aan?': 'PROB',
  'ax?x?x?': 'GROWTH LINEST LOGEST TREND',
  aann: 'T.TEST TTEST',
  'an?n?': 'Z.TEST ZTEST',
  'ann?': 'PERCENTRANK.EXC PERCENTRANK.INC',
  ann: 'MIRR',
  nnna: 'SERIESSUM',
  na: 'FVSCHEDULE',
  aax: 'DSUM DCOUNT DCOUNTA DMAX DMIN DAVERAGE DGET DPRODUCT DSTDEV DSTDEVP DVAR DVARP',
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
  if (typeof v === 'string' || typeof v === 'boolean') return v;
  if (v instanceof Error) return isErrorCode(v.message) ? error(v.message) : VALUE;
  return v === null || v === undefined ? null : VALUE;
}

export const borrowed: Library = Object.fromEntries(
  Object.entries(SIGNATURES).flatMap(([signature, names]) =>
    names
      .split(' ')
      .filter(Boolean)
      .map((name) => [name, wrap(name, signature)]),
  ),
);
