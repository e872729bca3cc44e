import { bestPossibleDso, cellText, countBackDso, delinquentDso, simpleDso } from '../domain';
import {
  amountsOf,
  constant,
  eachCell,
  invalid,
  numbersOf,
  passedOn,
  wholeColumn,
  type Answer,
  type Cells,
  type Column,
  isError,
} from './cells';

/** Figures of one row; sales and days a month each, oldest first. */
type Method = (
  receivables: number,
  sales: number[],
  days: number[],
  notDue: number,
) => number | null;

const simple: Method = (receivables, sales, days) => simpleDso(receivables, sum(sales), sum(days));
const countBack = (receivables: number, sales: number[], days: number[]) =>
  countBackDso(receivables, sales.map((s, m) => ({ sales: s, days: days[m]! })).reverse());

const METHODS: Readonly<Record<string, Method>> = {
  simple,
  countback: (...figures) => countBack(figures[0], figures[1], figures[2]).days,
  leftover: (...figures) => countBack(figures[0], figures[1], figures[2]).leftover / 100,
  best: (_, sales, days, notDue) => bestPossibleDso(notDue, sum(sales), sum(days)),
  delinquent: (receivables, sales, days, notDue) =>
    delinquentDso(
      simple(receivables, sales, days, notDue),
      bestPossibleDso(notDue, sum(sales), sum(days)),
    ),
};
const NEEDS_NOT_DUE: ReadonlySet<string> = new Set(['best', 'delinquent']);

const CHINESE: Readonly<Record<string, string>> = {
  简单法: 'simple',
  倒推法: 'countback',
  倒推余额: 'leftover',
  最佳: 'best',
  逾期: 'delinquent',
};

/**
 * Days sales outstanding.
 *
 * @param method - simple, countback, leftover (yuan that count-back does not explain), best, delinquent
 * @param receivables - closing balance in yuan, one or a column
 * @param sales - on credit; of one balance its months, oldest first; of a column a row each
 * @param days - of the months: as many as sales, or one row for all
 * @param notDue - of the balances, for best and delinquent; the others do not look at it
 * @returns days in the shape of `receivables`; '' where there is nothing to work it out from, or a
 *   month of sales has no days
 */
export function dso(
  method: unknown,
  receivables: Cells,
  sales: Cells,
  days: Cells,
  notDue: Cells | null,
): Answer[][] {
  if (isError(method)) throw passedOn(method);
  const word = cellText(method).toLowerCase();
  const name = CHINESE[word] ?? word;
  const work = METHODS[name];
  if (!work) throw invalid(`没有这种方法 / no such method: ${cellText(method)}`);
  const notYetDue = NEEDS_NOT_DUE.has(name) ? notDue : undefined;
  if (notYetDue === null) throw invalid('缺少未到期金额 notDue / it is missing');
  const balances = amountsOf(receivables, '应收余额 receivables');
  const count = balances.values.length;
  const soldIn = byRow(amountsOf(sales, '赊销额 sales', 0), count);
  const daysIn = byRow(numbersOf(days, '天数 days', 0), count);
  if (soldIn(0).length !== daysIn(0).length) {
    throw invalid('赊销额和天数的月数不同 / sales and days are of as many months');
  }
  const place = { ...balances, values: balances.values.map((_, i) => i), marks: new Map() };
  return eachCell(
    [balances, place, notYetDue ? amountsOf(notYetDue, '未到期金额 notDue') : constant(0)],
    (balance, i, current) => {
      const [sold, long] = [soldIn(i), daysIn(i)];
      // A blank, not a month of no days: the figure would be too small.
      if (sold.some((sales, m) => sales !== 0 && long[m]! <= 0)) return '';
      return work(balance, sold, long, current) ?? '';
    },
  );
}

/** @returns the months of each balance: all cells of one; of several a row each, or one row for all */
function byRow(column: Column, count: number): (i: number) => number[] {
  const all = [...wholeColumn(column)];
  if (count === 1 || column.rows === 1) return () => all;
  if (column.rows !== count) {
    throw invalid(`${column.word} 应有 ${count} 行 / a row for each of ${count} balances`);
  }
  return (i) => all.slice(i * column.columns, (i + 1) * column.columns);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
