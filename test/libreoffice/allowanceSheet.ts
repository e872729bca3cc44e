import {
  bucketOf,
  lossRatesFromRolls,
  openAmounts,
  provisionMatrix,
  rollRatesOf,
  type WriteOff,
} from '../../src/domain';
import type { FormulaSheet } from './judgement';
import { openFormula, over, type LedgerSheet } from './ledgerSheet';

const EDGES = [30, 60, 90];
const BANDS = EDGES.length + 2;
const DAYS_APART = 30;
const TERMINAL_LOSS = 0.8;
const FORWARD_LOOKING = 0.1;

/** Every fourth row is written off in part, some of them before or after the two days. */
const writeOffsOf = ({ asOf, rows }: LedgerSheet): WriteOff[] =>
  rows.flatMap((_, item) =>
    item % 4 === 0 ? [{ item, date: asOf - 45 + 11 * item, amount: 12_34 * (item + 1) }] : [],
  );

const band = (row: number, day: string) =>
  `=IF(${day}<=$D${row},0,MATCH(${day}-$D${row}-1,{0,30,60,90},1))`;

/** Roll rates between two days, loss rates out of them and the provision matrix of the second day. */
export function allowanceSheet(ledger: LedgerSheet): FormulaSheet {
  const { no, asOf, rows, items } = ledger;
  const days = [asOf - DAYS_APART, asOf];
  const bandOf = (item: number, day: number) => bucketOf(day - items.dueDate[item]!, EDGES);
  const writeOffs = writeOffsOf(ledger);
  const { migrations } = rollRatesOf(items, 0, { days, bands: BANDS, bandOf, writeOffs });
  const [pair] = migrations;
  const rates = lossRatesFromRolls(
    pair!.map(({ rate }) => rate),
    TERMINAL_LOSS,
    FORWARD_LOOKING,
  );
  const open = openAmounts(items, asOf);
  const balances = Array.from({ length: BANDS }, (_, b) =>
    open.reduce((sum, fen, i) => (fen > 0 && bandOf(i, asOf) === b ? sum + fen : sum), 0),
  );
  const { lines, allowance } = provisionMatrix(balances, rates.forced);
  const wroteOff = (item: number) => writeOffs.find((w) => w.item === item);
  return {
    name: `Allowance ${no}`,
    blocks: {
      A2: rows.map((row, i) => [
        ...row,
        openFormula(i + 2, '$N$1'),
        openFormula(i + 2, '$N$2'),
        band(i + 2, '$N$1'),
        band(i + 2, '$N$2'),
        wroteOff(i)?.date ?? '',
        (wroteOff(i)?.amount ?? 0) / 100,
      ]),
      N1: days.map((day) => [day]),
      P2: Array.from({ length: BANDS }, (_, b) => matrixRow(b)),
      X7: [[`=SUM(X2:X${BANDS + 1})`]],
    },
    says: {
      ...Object.fromEntries(
        pair!.flatMap(({ opening, rolled, writtenOff, rate }, b) => [
          [`Q${b + 2}`, opening / 100],
          [`R${b + 2}`, rolled / 100],
          [`S${b + 2}`, writtenOff / 100],
          [`T${b + 2}`, rate],
        ]),
      ),
      ...Object.fromEntries(
        lines.flatMap(({ balance, rate, allowance }, b) => [
          [`W${b + 2}`, balance / 100],
          [`V${b + 2}`, rate],
          [`X${b + 2}`, allowance / 100],
        ]),
      ),
      X7: allowance / 100,
    },
  };
}

/**
 * P band, Q opening, R rolled, S written off, T rate, U loss rate of history, V capped and not below
 * a younger band's, W balance, X allowance.
 */
function matrixRow(b: number) {
  const r = b + 2;
  const isLast = b === BANDS - 1;
  const was = `(${over('H')}>0)*(${over('J')}=P${r})`;
  const inTime = `(${over('L')}>$N$1)*(${over('L')}<=$N$2)`;
  const rolling = [
    `=ROUND(SUMPRODUCT(${was}*${over('H')}),2)`,
    `=ROUND(SUMPRODUCT(${was}*(${over('I')}>0)*(${over('K')}>P${r})*${over('I')}),2)`,
    `=ROUND(SUMPRODUCT(${was}*${inTime}*${over('M')}),2)`,
    `=IF(Q${r}>0,(R${r}+S${r})/Q${r},"")`,
    `=IF(T${r}="",1,T${r})*U${r + 1}`,
  ];
  const capped = `MIN(1,U${r}*(1+${FORWARD_LOOKING}))`;
  return [
    b,
    ...(isLast ? ['', '', '', '', TERMINAL_LOSS] : rolling),
    b === 0 ? `=${capped}` : `=MAX(V${r - 1},${capped})`,
    `=ROUND(SUMIFS(${over('I')},${over('I')},">0",${over('K')},P${r}),2)`,
    `=ROUND(MAX(0,W${r})*V${r},2)`,
  ];
}
