import { rollRate as rateOf } from '../domain';
import { amountsOf, constant, eachCell, type Answer, type Cells } from './cells';

/**
 * 迁徙率 of age bands.
 *
 * @param opening - yuan in a band at the start
 * @param nextBand - yuan in the next band a period later
 * @param writtenOff - yuan written off in between; null for nothing
 * @returns rates in the shape of `opening`; '' for an empty band
 */
export function rollRate(opening: Cells, nextBand: Cells, writtenOff: Cells | null): Answer[][] {
  return eachCell(
    [
      amountsOf(opening, '期初余额 opening'),
      amountsOf(nextBand, '下一账龄期末 nextBand'),
      writtenOff ? amountsOf(writtenOff, '核销坏账 writtenOff', 0) : constant(0),
    ],
    (open, rolled, lost) => rateOf(open, rolled, lost) ?? '',
  );
}
