import type { Serial } from './date';

/** @returns the same answers, each day asked for once: calendars are slow, days are few */
export function perDay(answer: (day: Serial) => number): (day: Serial) => number {
  const known = new Map<Serial, number>();
  return (day) => {
    let value = known.get(day);
    if (value === undefined) known.set(day, (value = answer(day)));
    return value;
  };
}
