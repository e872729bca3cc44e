import { intersect } from '../model/address';
import type { Shift } from '../model/calculator';
import { inBand, shiftArea, shiftedZone } from '../model/shiftArea';
import type { Workbook } from '../model/workbook';
import type { RangeArea } from './rangeArea';

/** Ranges the client may still hold; those it has let go of are collected as any garbage. */
const followed = new WeakMap<Workbook, Set<WeakRef<RangeArea>>>();
const SWEEP_AT = 10_000;

/** From now on the range moves with its cells when others are inserted or deleted. */
export function followRange(range: RangeArea): void {
  const { workbook } = range.api;
  let ranges = followed.get(workbook);
  if (!ranges) {
    followed.set(workbook, (ranges = new Set()));
    workbook.events.on('shifted', (shift) => shiftRanges(workbook, shift));
  }
  ranges.add(new WeakRef(range));
  if (ranges.size % SWEEP_AT === 0) {
    for (const each of ranges) if (!each.deref()) ranges.delete(each);
  }
}

function shiftRanges(workbook: Workbook, shift: Shift): void {
  for (const each of followed.get(workbook) ?? []) {
    const range = each.deref();
    if (!range) followed.get(workbook)?.delete(each);
    else if (range.sheet === shift.sheet) {
      range.moveBy((area) =>
        inBand(area, shift) && intersect(area, shiftedZone(shift)) ? shiftArea(area, shift) : area,
      );
    }
  }
}
