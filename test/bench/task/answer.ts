/** What the ledger task asks for; each contender fills it in its own way. */
export interface Answer {
  /** Per item: fen, days twice, bucket 0 … 6, class 0 … 4, warning 0 … 3; bucket and class −1 where nothing is open. */
  readonly open: ArrayLike<number>;
  readonly daysOverdue: ArrayLike<number>;
  readonly ageDays: ArrayLike<number>;
  readonly bucket: ArrayLike<number>;
  readonly riskClass: ArrayLike<number>;
  readonly warning: ArrayLike<number>;
  /** Per item; 0 where nothing is open. */
  readonly probability: ArrayLike<number>;
  /** Per customer, 0 … 100. */
  readonly score: ArrayLike<number>;
  /** Per customer: items fallen due in twelve months, of them late, and paid nobody knows when. */
  readonly fallenDue: ArrayLike<number>;
  readonly late: ArrayLike<number>;
  readonly undated: ArrayLike<number>;
  /** Per customer: its item longest overdue; −1 without one. */
  readonly oldest: ArrayLike<number>;
  /** Per customer and bucket, customer after customer: fen, items. */
  readonly ageing: ArrayLike<number>;
  readonly ageingCount: ArrayLike<number>;
  /** Per customer, of what is open and overdue. */
  readonly maxDays: ArrayLike<number>;
  /** Fen per bucket. */
  readonly byBucket: ArrayLike<number>;
  /** Per region and bucket, region after region: fen, items. */
  readonly pivot: ArrayLike<number>;
  readonly pivotCount: ArrayLike<number>;
  /** Of what customers owe, 0 … 1; and the sum of all squared shares. */
  readonly topShare: number;
  readonly hhi: number;
  /** Days. */
  readonly dso: number;
}

/** Quotients may differ in their last digits; money, days and levels may not. */
const QUOTIENTS: readonly string[] = ['probability', 'score', 'topShare', 'hhi', 'dso'];

/** @returns the first figure in which two answers differ; null when they are the same to the fen */
export function difference(a: Answer, b: Answer): string | null {
  for (const key of Object.keys(a) as (keyof Answer)[]) {
    const tolerance = QUOTIENTS.includes(key) ? 1e-9 : 0;
    const [x, y] = [a[key], b[key]].map((v) => (typeof v === 'number' ? [v] : v)) as [
      ArrayLike<number>,
      ArrayLike<number>,
    ];
    if (x.length !== y.length) return `${key}: ${x.length} and ${y.length} entries`;
    for (let i = 0; i < x.length; i++) {
      if (!(Math.abs(x[i]! - y[i]!) <= tolerance)) return `${key}[${i}]: ${x[i]!} and ${y[i]!}`;
    }
  }
  return null;
}
