/** What an industry usually reaches. */
export interface Benchmark {
  readonly industry: string;
  /** Days from invoice to cash. */
  readonly days: number;
  /** 坏账率, 0…1. */
  readonly badDebtRate: number;
}

/** Industries as they are commonly quoted; a start to be edited, no measurement of ours. */
export const DEFAULT_BENCHMARKS: readonly Benchmark[] = [
  { industry: '制造', days: 112, badDebtRate: 0.028 },
  { industry: '消费品', days: 95, badDebtRate: 0.017 },
  { industry: '医疗', days: 120, badDebtRate: 0.032 },
  { industry: '交通', days: 80, badDebtRate: 0.015 },
  { industry: '烟草', days: 65, badDebtRate: 0.01 },
];

/** Own figure less the industry's: above 0 is worse. Null where the own figure is not known. */
export interface BenchmarkGap {
  readonly benchmark: Benchmark;
  readonly days: number | null;
  readonly badDebtRate: number | null;
}

/** @returns that of an industry, whose name may go on (制造业); undefined for one the table does not know */
export const benchmarkOf = (
  industry: string,
  benchmarks: readonly Benchmark[] = DEFAULT_BENCHMARKS,
): Benchmark | undefined => benchmarks.find((one) => industry.startsWith(one.industry));

/** @returns null for an industry the table does not know */
export function benchmarkGap(
  industry: string,
  own: { readonly days: number | null; readonly badDebtRate: number | null },
  benchmarks: readonly Benchmark[] = DEFAULT_BENCHMARKS,
): BenchmarkGap | null {
  const benchmark = benchmarkOf(industry, benchmarks);
  if (!benchmark) return null;
  const less = (mine: number | null, usual: number) => (mine === null ? null : mine - usual);
  return {
    benchmark,
    days: less(own.days, benchmark.days),
    badDebtRate: less(own.badDebtRate, benchmark.badDebtRate),
  };
}
