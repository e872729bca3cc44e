import { dueDateOf, isBlank, nextWorkday, parseTerm, type Term, type TermStart } from '../domain';
import {
  columnOf,
  constant,
  datesOf,
  eachCell,
  notAvailable,
  type Answer,
  type Cells,
} from './cells';
import { givenHolidays, knownDay } from './holidaysOf';

const START_WORDS: Readonly<Record<Exclude<TermStart, 'document'>, string>> = {
  invoiceReceipt: '收票',
  shipment: '发货',
  delivery: '到货',
  acceptance: '验收',
};

/**
 * Due dates by credit terms: 30天, 月结60天, 次月15日, 现结 …
 *
 * @param rule - whether 月结 counts the document's own month: 含当月, 不含当月; null for no
 * @param holidays - as `givenHolidays`; null for no roll over days off
 * @returns serials in the shape of `invoiceDate`; #N/A where a term counts from another day
 */
export function dueDate(
  invoiceDate: Cells,
  term: Cells,
  rule: Cells | null,
  holidays: Cells | null,
): Answer[][] {
  const { column, terms } = termsOf(term);
  const table = givenHolidays(holidays);
  return eachCell(
    [
      datesOf(invoiceDate, '开票日期 invoiceDate'),
      column,
      rule ? columnOf(rule, '月结规则 rule', readRule, 0) : constant(0),
    ],
    (date, which, countsMonth) => {
      const own = terms[which]!;
      if (own.from !== 'document') return fromAnotherDay(own.from);
      const due = dueDateOf(date, own, countsMonth === 1);
      return table ? knownDay(nextWorkday(due, table).day, table) : due;
    },
  );
}

/** @returns the terms, each once, and which of them a cell names */
function termsOf(cells: Cells) {
  const terms: Term[] = [];
  const known = new Map<unknown, number | null>();
  const read = (cell: unknown): number | null => {
    const parsed = cell === 0 ? null : parseTerm(cell); // 0 may be a blank
    if (parsed === null) return NaN;
    return parsed === 'ambiguous' ? null : terms.push(parsed) - 1;
  };
  const column = columnOf(cells, '账期 term', (cell) => {
    let which = known.get(cell);
    if (which === undefined) known.set(cell, (which = read(cell)));
    return which;
  });
  return { column, terms };
}

function readRule(cell: unknown): number | null {
  if (cell === 0 || cell === false || isBlank(cell)) return 0;
  if (cell === 1 || cell === true) return 1;
  const [, not] = /^(不?)(?:含|包含|包括|计)(?:当|本|开票)月$/.exec(String(cell).trim()) ?? [];
  return not === undefined ? null : not === '' ? 1 : 0;
}

const fromAnotherDay = (start: keyof typeof START_WORDS): CustomFunctions.Error =>
  notAvailable(
    `账期从${START_WORDS[start]}起算：请给那一天，账期只写天数 / the term counts from another day: ` +
      'give that day and the days alone',
  );
