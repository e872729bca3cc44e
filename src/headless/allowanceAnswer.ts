import {
  addMonths,
  ageBandLabels,
  ageBandOf,
  bucketLabels,
  bucketOf,
  DEFAULT_TERMINAL_LOSS,
  formatFen,
  isoDate,
  itemsOfMigrations,
  lossRatesFromRolls,
  NO_DATE,
  provisionMatrix,
  rollRatesOf,
  type Analysis,
  type Edges,
  type Serial,
  type WriteOff,
} from '../domain';
import type { Texts } from '../workbook/texts';
import { rowsOf } from './rows';
import { list, placeOf } from './say';

/** Years of history for bands of 账龄, months for those of overdue days: as wide as the bands. */
const ROLL_YEARS = 3;
const ROLL_MONTHS = 12;
/** 未到期, then months overdue. */
const MONTHLY_EDGES: Edges = [30, 60, 90, 120, 150, 180];

/** Years back by 账龄; months back by days overdue, and the bounds of these. */
export const ROLL_BASES = { years: ROLL_YEARS, months: ROLL_MONTHS, edges: MONTHLY_EDGES };

/** Bands, and the days between which items roll from one into the next. */
interface Bands {
  readonly labels: readonly string[];
  readonly days: readonly Serial[];
  readonly bandOf: (item: number, asOf: Serial) => number;
}

/**
 * Expected loss per currency by roll rates, twice: between the bands of 账龄 year by year, and between
 * months overdue month by month; see docs/spec-allowance.md. An item without a document date ages
 * from its due date.
 *
 * @param writeOffs - as the books tell of them: they roll on, they are not collected
 */
export function allowanceOf(
  analysis: Analysis,
  writeOffs: readonly WriteOff[],
  forwardLooking: number,
  { notDue }: Texts,
): object {
  const { items, asOf } = analysis;
  const daysBack = (count: number, months: number) =>
    Array.from({ length: count + 1 }, (_, i) => addMonths(asOf, months * (i - count)));
  const byAge: Bands = {
    labels: ageBandLabels(),
    days: daysBack(ROLL_YEARS, 12),
    bandOf: (item, day) => {
      const date = items.documentDate[item]!;
      return ageBandOf(date === NO_DATE ? items.dueDate[item]! : date, day);
    },
  };
  const byOverdue: Bands = {
    labels: bucketLabels(MONTHLY_EDGES, notDue),
    days: daysBack(ROLL_MONTHS, 1),
    bandOf: (item, day) => bucketOf(day - items.dueDate[item]!, MONTHLY_EDGES),
  };
  return items.currencies.map((currency, c) => {
    const own = writeOffs.filter(({ item }) => items.currency[item] === c);
    const matrix = (bands: Bands) => matrixOf(analysis, c, bands, own, forwardLooking);
    return {
      currency,
      terminalLoss: DEFAULT_TERMINAL_LOSS,
      forwardLooking,
      writeOffs: list(own, ({ item, date, amount }) => ({
        place: placeOf(analysis, item),
        date: isoDate(date),
        amount: formatFen(amount),
      })),
      byAge: matrix(byAge),
      byOverdue: matrix(byOverdue),
    };
  });
}

function matrixOf(
  analysis: Analysis,
  currency: number,
  { labels, days, bandOf }: Bands,
  writeOffs: readonly WriteOff[],
  forwardLooking: number,
): object {
  const { items, asOf, open } = analysis;
  const settings = { days, bands: labels.length, bandOf, writeOffs };
  const { migrations, mean } = rollRatesOf(items, currency, settings);
  const rates = lossRatesFromRolls(mean, DEFAULT_TERMINAL_LOSS, forwardLooking);
  const balances = labels.map(() => 0);
  const found: number[][] = labels.map(() => []);
  for (let i = 0; i < items.count; i++) {
    if (items.currency[i] !== currency || open[i]! <= 0) continue;
    const band = bandOf(i, asOf);
    balances[band]! += open[i]!;
    found[band]!.push(i);
  }
  const { lines, balance, allowance } = provisionMatrix(balances, rates.forced);
  return {
    rolls: migrations.map((pair, p) => {
      const behind = itemsOfMigrations(items, currency, [days[p]!, days[p + 1]!], settings);
      return {
        from: isoDate(days[p]!),
        to: isoDate(days[p + 1]!),
        bands: pair.map(({ opening, rolled, writtenOff, rate }, band) => ({
          band: labels[band],
          opening: formatFen(opening),
          rolled: formatFen(rolled),
          writtenOff: formatFen(writtenOff),
          rate,
          rows: {
            opening: rowsOf(analysis, behind[band]!.opening),
            rolled: rowsOf(analysis, behind[band]!.rolled),
          },
        })),
      };
    }),
    lines: lines.map((line, band) => ({
      band: labels[band],
      rollRate: mean[band] ?? null,
      lossRate: rates.raw[band],
      forced: rates.forced[band],
      isRaised: rates.raised.includes(band),
      balance: formatFen(line.balance),
      allowance: formatFen(line.allowance),
      rows: rowsOf(analysis, found[band]!),
    })),
    balance: formatFen(balance),
    allowance: formatFen(allowance),
  };
}
