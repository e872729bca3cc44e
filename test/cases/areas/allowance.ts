import {
  lossRatesFromRolls,
  paymentProfile,
  provisionMatrix,
  rollRate,
  withForwardLooking,
} from '../../../src/domain';
import type { Case, Runners } from '../case';
import { each, fen, needed, optional, pick, yuan, type Fields } from './reading';

/** Loss rates and provisions by age bands. */
export const ALLOWANCE: Runners = { provision_matrix: matrix, ecl: matrix, roll_rate: rolls };

function matrix(c: Case): unknown {
  const input = c.input as Fields;
  const all = { ...c.policy, ...input };
  const paid = input.paid as number[] | undefined;
  const profile = paid && paymentProfile(needed(input, 'sales'), paid);
  const rollRates = pick(input, 'roll_rates', 'migration_rates', 'rolls') as number[] | undefined;
  const forward = forwardLooking(all);
  const given = pick(input, 'loss_rates', 'historical_rates', 'rates', 'raw_rates');
  if (!rollRates && !profile && given === undefined)
    throw new Error('the case gives no loss rates');
  const rates = rollRates
    ? lossRatesFromRolls(rollRates, optional(all, 'terminal_loss', 'lgd'), forward)
    : withForwardLooking(profile?.lossRates ?? (given as number[]), forward);
  const balances = pick(input, 'balances') as number[] | undefined;
  const isForced = pick(all, 'monotone', 'monotony', 'forced') !== false;
  const used = isForced ? rates.forced : rates.raw;
  const provisions = balances && provisionMatrix(balances.map(fen), used);
  return {
    outstanding: profile?.outstanding,
    loss_rates: used,
    rates: used,
    raw_rates: rates.raw,
    forced_rates: rates.forced,
    raised: rates.raised,
    allowance: provisions?.lines.map((line) => yuan(line.allowance)),
    total: provisions && yuan(provisions.allowance),
  };
}

/** A factor (1.1) or a change (0.1). */
function forwardLooking(fields: Fields): number {
  const given = optional(fields, 'forward_looking', 'forward_looking_factor', 'fl', 'scalar') ?? 0;
  return given > 0.8 ? given - 1 : given;
}

function rolls(c: Case): unknown {
  if (!Array.isArray(c.input)) {
    const chain = pick(c.input as Fields, 'rates', 'roll_rates', 'migration_rates');
    if (chain !== undefined)
      return matrix({ ...c, input: { ...(c.input as Fields), roll_rates: chain } });
  }
  return each(c.input, (row) => {
    const rate = rollRate(
      needed(row, 'prior_band', 'opening'),
      needed(row, 'this_next_band', 'next_band', 'closing_next'),
      optional(row, 'written_off', 'write_offs') ?? 0,
    );
    return { migration_rate: rate, roll_rate: rate };
  });
}
