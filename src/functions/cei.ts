import { collectionEffectiveness } from '../domain';
import { amountsOf, eachCell, type Answer, type Cells } from './cells';

/**
 * Collection effectiveness index.
 *
 * @param opening - receivables at the start in yuan, as the rest
 * @param sales - on credit in between
 * @param closing - receivables at the end
 * @param notDue - of them not yet due
 * @returns 0…1 in the shape of `opening`; '' where nothing was collectable
 */
export function cei(opening: Cells, sales: Cells, closing: Cells, notDue: Cells): Answer[][] {
  return eachCell(
    [
      amountsOf(opening, '期初应收 opening'),
      amountsOf(sales, '赊销额 sales'),
      amountsOf(closing, '期末应收 closing'),
      amountsOf(notDue, '期末未到期 notDue'),
    ],
    (open, sold, total, current) => collectionEffectiveness(open, sold, { total, current }) ?? '',
  );
}
