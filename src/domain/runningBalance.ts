import type { AccountLine } from './accountLines';
import type { Fen } from './money';
import type { SheetIssue } from './sheetIssue';

type Break = Omit<SheetIssue, 'sheet'>;

/**
 * Follows the balances of an account down its rows, per customer or over all of them, whichever breaks
 * less often: a general ledger's account runs on from customer to customer. After a break it goes on
 * from the balance stated, so that one slip is one issue.
 *
 * @param lines - in order
 * @param accounts - what tells customer and currency of each line
 */
export function checkBalances(lines: readonly AccountLine[], accounts: readonly string[]): Break[] {
  const each = breaksOf(lines, (k) => accounts[k]!);
  if (each.length === 0) return each;
  const all = breaksOf(lines, (k) => lines[k]!.currency);
  return all.length < each.length ? all : each;
}

function breaksOf(lines: readonly AccountLine[], accountOf: (line: number) => string): Break[] {
  const breaks: Break[] = [];
  const balances = new Map<string, Fen>();
  lines.forEach(({ row, debit, credit, balance, balanceText, isOpening }, k) => {
    const before = balances.get(accountOf(k));
    const isFirst = before === undefined;
    // The row that brings a balance forward may repeat it as its debit.
    const moved = isOpening && !isFirst ? 0 : debit - credit;
    const expected = (before ?? 0) + moved;
    const opens = isOpening && isFirst && moved === 0;
    if (balance !== null && balance !== expected && !opens) {
      breaks.push({ row, role: 'open', code: 'balanceBroken', value: balanceText });
    }
    balances.set(accountOf(k), balance ?? expected);
  });
  return breaks;
}
