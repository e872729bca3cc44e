import { areEdges, DEFAULT_EDGES, type Edges } from '../domain';
import { filled, invalid, settingOf, type Cells } from './cells';

/** @throws {CustomFunctions.Error} #VALUE! where they cannot be edges */
export function edgesOf(cells: Cells | null): Edges {
  if (cells === null) return DEFAULT_EDGES;
  const edges = filled(cells)
    .map(settingOf)
    .filter((edge) => edge !== 0); // a blank
  if (edges.length === 0) return DEFAULT_EDGES;
  if (areEdges(edges)) return edges;
  throw invalid('区间上限须为递增的正整数 / edges must be ascending whole days');
}
