import { DEFAULT_LOSS_GIVEN_DEFAULT, lossOf } from '../domain';
import { amountsOf, constant, eachCell, numbersOf, type Answer, type Cells } from './cells';

/**
 * @param probability - 0…1
 * @param open - yuan
 * @param lossGivenDefault - 0…1; null for 0.45
 * @returns probability × open × loss given default in yuan, in the shape of `probability`
 */
export function expectedLoss(
  probability: Cells,
  open: Cells,
  lossGivenDefault: Cells | null,
): Answer[][] {
  return eachCell(
    [
      numbersOf(probability, '逾期概率 probability'),
      amountsOf(open, '未收余额 open'),
      lossGivenDefault
        ? numbersOf(lossGivenDefault, '违约损失率 lossGivenDefault', DEFAULT_LOSS_GIVEN_DEFAULT)
        : constant(DEFAULT_LOSS_GIVEN_DEFAULT),
    ],
    (p, fen, lost) => lossOf(fen, p, lost) / 100,
  );
}
