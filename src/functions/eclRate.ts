import { DEFAULT_TERMINAL_LOSS, lossRatesFromRolls } from '../domain';
import { invalid, numberOf, numbersOf, readNonZero, type Answer, type Cells } from './cells';

/**
 * Expected loss rates of age bands from their roll rates.
 *
 * @param rollRates - youngest band first, of every band but the last; a blank rolls on in full
 * @param terminalLoss - of the last band, above 0, at most 1; null for 1
 * @param forwardLooking - 0.1 for 10 % more loss than before; null for 0
 * @returns one rate more than roll rates, in their direction; capped at 1 and never falling with age
 */
export function eclRate(
  rollRates: Cells,
  terminalLoss: unknown,
  forwardLooking: unknown,
): Answer[][] {
  // No 0 is meant: it would make every rate 0.
  const terminal = numberOf(
    terminalLoss,
    '末段损失率 terminalLoss',
    DEFAULT_TERMINAL_LOSS,
    readNonZero,
  );
  const change = numberOf(forwardLooking, '前瞻调整 forwardLooking', 0);
  if (terminal <= 0 || terminal > 1) {
    throw invalid('末段损失率大于 0，不超过 1 / terminalLoss is above 0, at most 1');
  }
  const { rows, values, marks } = numbersOf(rollRates, '迁徙率 rollRates');
  const rates = new Array<number | null>(values.length);
  for (let i = 0; i < values.length; i++) {
    const [rate, mark] = [values[i]!, marks.get(i)];
    if (mark) throw mark;
    if (rate < 0) throw invalid(`迁徙率不能为负 / a roll rate cannot be below 0: ${rate}`);
    rates[i] = Number.isNaN(rate) ? null : rate;
  }
  const losses = lossRatesFromRolls(rates, terminal, change).forced;
  return rows === 1 && rates.length > 1 ? [[...losses]] : losses.map((rate) => [rate]);
}
