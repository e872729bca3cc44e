import { LAST_SERIAL, NO_DATE, type Serial } from './date';
import { isWeekend, type HolidayTable } from './holidays';

/** Counts workdays by a table of days off, without walking over the days. */
export class Workdays {
  /** Weekdays off, and weekend days worked; ascending. */
  private readonly off: Int32Array;
  private readonly worked: Int32Array;

  constructor({ holidays, workdays }: HolidayTable) {
    this.off = Int32Array.from(holidays)
      .filter((day) => !isWeekend(day))
      .sort();
    this.worked = Int32Array.from(workdays).filter(isWeekend).sort();
  }

  /** @returns workdays from one day to another, both counted; below 0 where `to` is the earlier */
  between(from: Serial, to: Serial): number {
    return from <= to ? this.upTo(to) - this.upTo(from - 1) : this.upTo(to - 1) - this.upTo(from);
  }

  /**
   * @param count - whole; below 0 for earlier days
   * @returns the workday so many after a day, which is not counted itself; the day for 0; NO_DATE
   *   where the calendar has none
   */
  add(day: Serial, count: number): Serial {
    if (count === 0) return day;
    const wanted = count > 0 ? this.upTo(day) + count : this.upTo(day - 1) + count + 1;
    if (wanted <= 0 || wanted > this.upTo(LAST_SERIAL)) return NO_DATE;
    // Nearly five of seven days are worked; the bounds move out until the day is between them.
    const guess = day + Math.trunc((count * 7) / 5);
    let [low, high] = [guess - 16, guess + 16];
    for (let step = 16; this.upTo(low) >= wanted; step *= 2) low -= step;
    for (let step = 16; this.upTo(high) < wanted; step *= 2) high += step;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.upTo(middle) >= wanted) high = middle;
      else low = middle;
    }
    return high;
  }

  /** @returns workdays up to a day, itself included, from the first day of all */
  private upTo(day: Serial): number {
    // A week from Sunday to Saturday ends with each seventh day.
    const weeks = Math.floor(day / 7);
    const weekdays = 5 * weeks + Math.max(0, day - 7 * weeks - 1);
    return weekdays - countUpTo(this.off, day) + countUpTo(this.worked, day);
  }
}

/** @returns how many of the sorted days are not after `day` */
function countUpTo(days: Int32Array, day: Serial): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
