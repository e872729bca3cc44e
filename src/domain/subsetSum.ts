import type { Fen } from './money';

/** How far a search for a sum goes. */
export interface SubsetBounds {
  /** Amounts in a sum at most. */
  readonly maxSize: number;
  /** Sums tried at most. */
  readonly maxSteps: number;
}

/** A search for amounts that add up to a target, and how far it went. */
export interface SubsetSearch extends SubsetBounds {
  /** Indexes of the first answer, ascending; empty where there is none. */
  readonly found: readonly number[];
  /** 2 stands for two or more: then the first is one of several. */
  readonly answers: 0 | 1 | 2;
  /** Amounts to choose from. */
  readonly candidates: number;
  /** Sums tried. */
  readonly steps: number;
  /** Whether every sum within the bounds, or two answers, were seen. */
  readonly isComplete: boolean;
}

/**
 * Looks for two or more amounts that add up to a target: the fewest first, then the foremost. Each
 * branch ends where it is beyond the target or what is left cannot reach it.
 *
 * @param amounts - fen, above 0
 */
export function findSubset(
  amounts: readonly Fen[],
  target: Fen,
  bounds: SubsetBounds,
): SubsetSearch {
  /** Sum of the amounts from each on. */
  const tail = [0];
  for (let i = amounts.length - 1; i >= 0; i--) tail.unshift(tail[0]! + amounts[i]!);
  const chosen: number[] = [];
  let found: readonly number[] = [];
  let answers = 0;
  let steps = 0;
  const choose = (from: number, size: number, rest: Fen): void => {
    for (let i = from; i + size <= amounts.length && tail[i]! >= rest; i++) {
      if (answers === 2 || steps === bounds.maxSteps) return;
      steps++;
      const left = rest - amounts[i]!;
      if (left < 0 || (left === 0) !== (size === 1)) continue;
      chosen.push(i);
      if (size > 1) choose(i + 1, size - 1, left);
      else if (++answers === 1) found = [...chosen];
      chosen.pop();
    }
  };
  for (let size = 2; size <= bounds.maxSize; size++) choose(0, size, target);
  return {
    ...bounds,
    found,
    answers: answers as 0 | 1 | 2,
    candidates: amounts.length,
    steps,
    isComplete: answers === 2 || steps < bounds.maxSteps,
  };
}
