/**
 * The domain against plain formulas of a spreadsheet over the same random rows: LibreOffice is the
 * judge. The same seed gives the same rows.
 */
import fc from 'fast-check';
import {
  addMonths,
  ageBandOf,
  lateInterest,
  provisionMatrix,
  serialOf,
  type Serial,
} from '../../src/domain';
import { allowanceSheet } from './allowanceSheet';
import { differences, type FormulaSheet } from './judgement';
import { kpiSheet } from './kpiSheet';
import { ledgerSheets, openFormula, ROWS, type LedgerSheet } from './ledgerSheet';

const SEED = 802;

/** Rates and balances of whole cents and per mille, many of whose products are ties. */
function matrixSheet(): FormulaSheet {
  const fen = fc.integer({ min: -500, max: 100_000 }).map((n) => n * 10);
  const rate = fc.integer({ min: 0, max: 200 }).map((n) => n * 5);
  const lines = fc.sample(fc.tuple(fen, rate), { seed: SEED, numRuns: 200 });
  const { lines: ours, allowance } = provisionMatrix(
    lines.map(([balance]) => balance),
    lines.map(([, perMille]) => perMille / 1000),
  );
  return {
    name: 'Matrix',
    blocks: {
      A1: lines.map(([balance, perMille], i) => [
        balance / 100,
        perMille / 1000,
        `=ROUND(MAX(0,A${i + 1})*B${i + 1},2)`,
      ]),
      D1: [[`=SUM(C1:C${lines.length})`]],
    },
    says: {
      ...Object.fromEntries(ours.map((line, i) => [`C${i + 1}`, line.allowance / 100])),
      D1: allowance / 100,
    },
  };
}

function interestSheet({ no, asOf, rows, items }: LedgerSheet, yearly: number): FormulaSheet {
  const interest = lateInterest(items, asOf, yearly);
  const late = (r: number) => `MAX(0,H${r})*MAX(0,$K$1-D${r})`;
  const paidLate = (r: number) => `IF(AND(G${r}>0,G${r}<=$K$1),F${r}*MAX(0,G${r}-D${r}),0)`;
  return {
    name: `Interest ${no}`,
    blocks: {
      A2: rows.map((row, i) => [
        ...row,
        openFormula(i + 2, '$K$1'),
        `=ROUND((${late(i + 2)}+${paidLate(i + 2)})*$K$2/365,2)`,
      ]),
      K1: [[asOf], [yearly], [`=SUM(I2:I${ROWS + 1})`]],
    },
    says: {
      ...Object.fromEntries(Array.from(interest, (fen, i) => [`I${i + 2}`, fen / 100])),
      K3: interest.reduce((sum, fen) => sum + fen, 0) / 100,
    },
  };
}

/** Leap days, month ends and any days, on, before and after their anniversaries and on any day. */
function ageBandSheet(): FormulaSheet {
  const leap = [2016, 2020, 2024].map((year) => serialOf(year, 2, 29));
  const ends = [serialOf(2019, 2, 28), serialOf(2021, 8, 31), serialOf(2023, 2, 28)];
  const any = fc.sample(fc.integer({ min: serialOf(2018, 1, 1), max: serialOf(2025, 1, 1) }), {
    seed: SEED,
    numRuns: 12,
  });
  const pairs = [...leap, ...ends, ...any].flatMap((date, i): [Serial, Serial][] =>
    [1, 2, 3, 4, 5].flatMap((year): [Serial, Serial][] =>
      [-1, 0, 1, 97 * i].map((days) => [date, addMonths(date, 12 * year) + days]),
    ),
  );
  const band = (r: number) =>
    [1, 2, 3, 4, 5].reduceRight(
      (rest, y) => `IF(B${r}<=EDATE(A${r},${12 * y}),${y - 1},${rest})`,
      '5',
    );
  return {
    name: '账龄',
    blocks: { A1: pairs.map(([date, asOf], i) => [date, asOf, `=${band(i + 1)}`]) },
    says: Object.fromEntries(pairs.map(([date, asOf], i) => [`C${i + 1}`, ageBandOf(date, asOf)])),
  };
}

const ledgers = ledgerSheets(12, SEED);
const SHEETS: Readonly<Record<string, FormulaSheet[]>> = {
  'KPIs of the ledger, by windows of a quarter and of a year': ledgers.map((ledger, i) =>
    kpiSheet(ledger, i % 2 === 0 ? 12 : 3),
  ),
  'roll rates, loss rates and the allowance': ledgers.map(allowanceSheet),
  'the provision matrix at ties': [matrixSheet()],
  'late interest, actual/365': ledgers.map((ledger, i) => interestSheet(ledger, 0.03 + i / 100)),
  '账龄 by anniversary': [ageBandSheet()],
};

let found: readonly string[];

beforeAll(() => {
  found = differences(Object.values(SHEETS).flat());
}, 150_000);

it.each(Object.entries(SHEETS))('%s are what a spreadsheet calculates', (_, sheets) => {
  const names = sheets.map(({ name }) => name);
  expect(found.filter((line) => names.includes(line.split('!')[0]!))).toEqual([]);
});

it('the random rows leave few figures blank', () => {
  const said = Object.values(SHEETS)
    .flat()
    .flatMap(({ says }) => Object.values(says));
  expect(said.length).toBeGreaterThan(900);
  expect(
    said.filter((value) => value !== null && value !== 0).length / said.length,
  ).toBeGreaterThan(0.6);
});
