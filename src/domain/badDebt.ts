/** 坏账率 on both bases, 0…1; each null where its base is 0 or below. */
export interface BadDebtRate {
  /** 坏账 ÷ 应收账款总额. */
  readonly ofTotal: number | null;
  /** 坏账 ÷ the average of opening and closing receivables. */
  readonly ofAverage: number | null;
}

/** @param badDebt - any unit of money, that of the receivables */
export function badDebtRate(
  badDebt: number,
  receivables: { readonly total: number; readonly opening: number; readonly closing: number },
): BadDebtRate {
  const { total, opening, closing } = receivables;
  const average = (opening + closing) / 2;
  return {
    ofTotal: total > 0 ? badDebt / total : null,
    ofAverage: average > 0 ? badDebt / average : null,
  };
}
