/** How many of a bin turned out good and bad. */
export interface GoodBad {
  readonly good: number;
  readonly bad: number;
}

export interface WoeBin extends GoodBad {
  /** Weight of evidence: above 0 where the good are over-represented; 0 for an empty bin. */
  readonly woe: number;
  /** What the bin adds to the information value, 0 or above. */
  readonly iv: number;
}

export interface WoeTable {
  readonly bins: readonly WoeBin[];
  /** Information value: under 0.02 useless, under 0.1 weak, under 0.3 medium, else strong. */
  readonly iv: number;
}

/** Added to both counts of a bin that has only good or only bad. */
export const WOE_SMOOTHING = 0.5;

/**
 * @returns weights and information value; all 0 where the bins together have only good or only bad
 * Source: WoE = ln(good % ÷ bad %), IV = Σ (good % − bad %) × WoE; Siddiqi, Credit Risk Scorecards.
 */
export function woeTable(bins: readonly GoodBad[], smoothing: number = WOE_SMOOTHING): WoeTable {
  const good = bins.reduce((sum, bin) => sum + bin.good, 0);
  const bad = bins.reduce((sum, bin) => sum + bin.bad, 0);
  const weighed = bins.map((bin): WoeBin => {
    const isEmpty = bin.good === 0 && bin.bad === 0;
    if (isEmpty || good === 0 || bad === 0) return { ...bin, woe: 0, iv: 0 };
    const extra = bin.good === 0 || bin.bad === 0 ? smoothing : 0;
    const goodShare = (bin.good + extra) / good;
    const badShare = (bin.bad + extra) / bad;
    const woe = Math.log(goodShare / badShare);
    return { good: bin.good, bad: bin.bad, woe, iv: (goodShare - badShare) * woe };
  });
  return { bins: weighed, iv: weighed.reduce((sum, bin) => sum + bin.iv, 0) };
}
