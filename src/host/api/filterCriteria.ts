import type { ColumnFilter } from '../model/table';
import { notImplemented } from '../protocol/apiObject';
import { invalidArgument } from './errors';

/** `Excel.FilterCriteria`. */
export interface FilterCriteria {
  readonly filterOn: string;
  readonly values?: readonly unknown[] | null;
}

/** @throws NotImplemented for anything but a choice of values */
export function toFilter(criteria: FilterCriteria | null | undefined): ColumnFilter {
  if (!criteria) throw invalidArgument();
  if (criteria.filterOn !== 'Values') {
    throw notImplemented(`FilterCriteria.filterOn ${criteria.filterOn}`);
  }
  return valuesFilter(criteria.values);
}

/** @param values - displayed texts that are let through; an empty text lets blank cells through */
export function valuesFilter(values: unknown): ColumnFilter {
  if (!Array.isArray(values)) throw invalidArgument();
  const texts = (values as unknown[]).map((value) => {
    if (typeof value === 'object') throw notImplemented('Filter by FilterDatetime');
    return String(value);
  });
  return { values: new Set(texts.filter((each) => each !== '')), blanks: texts.includes('') };
}

export const toCriteria = ({ values, blanks }: ColumnFilter): FilterCriteria => ({
  filterOn: 'Values',
  values: blanks ? [...values, ''] : [...values],
});
