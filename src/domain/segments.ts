import type { Dimension, Receivables } from './receivables';
import type { DimensionRole } from './roles';

/** @returns the segment of each item; below 0 where the ledger says nothing */
export function segmentsOf({ dimensions, count }: Receivables, role: DimensionRole): Dimension {
  const dimension = dimensions[role];
  if (dimension === undefined) return { index: new Int32Array(count).fill(-1), words: [] };
  const blank = dimension.words.indexOf('');
  return {
    index: dimension.index.map((word) => (word === blank ? -1 : word)),
    words: dimension.words,
  };
}
