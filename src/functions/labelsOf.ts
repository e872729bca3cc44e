import { filled, invalid, type Cells } from './cells';

/**
 * @param cells - words to answer with, in the order of `usual`; null or blank for those
 * @throws {CustomFunctions.Error} #VALUE! where there are more or fewer
 */
export function labelsOf(cells: Cells | null, usual: readonly string[]): readonly string[] {
  const labels = cells ? filled(cells).filter((label) => label !== 0) : []; // 0 may be a blank
  if (labels.length === 0) return usual;
  if (labels.length === usual.length) return labels.map(String);
  throw invalid(`名称须有 ${usual.length} 个 / ${usual.length} labels are needed`);
}
