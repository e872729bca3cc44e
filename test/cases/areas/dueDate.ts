import {
  instalmentsOf,
  isoDate,
  nextWorkday,
  NO_DATE,
  parseStages,
  parseTerm,
  type Fen,
  type HolidayTable,
  type Serial,
  type Stage,
  type Term,
  type TermDates,
} from '../../../src/domain';
import type { Case, Runners } from '../case';
import { each, fen, pick, serial, yuan, type Fields } from './reading';

/** Due dates by `term`; several with their amounts where the term comes in parts. */
export const DUE_DATE: Runners = { due_date: dueDate, holiday: dueDate };

/** Words the cases write in Latin letters. */
const PINYIN: readonly (readonly [RegExp, string])[] = [
  [/yue_?jie/, '月结'],
  [/ci_?yue/, '次月'],
  [/piao_?dao/, '票到'],
  [/huo_?dao/, '货到'],
  [/yan_?shou/, '验收'],
  [/xian_?jie/, '现结'],
  [/yu_?fu/, '预付'],
];

function dueDate(c: Case): unknown {
  return each(c.input, (row) => answer(row, c.policy));
}

function answer(row: Fields, policy: Fields): unknown {
  const all = { ...policy, ...row };
  const stages = stagesOf(row);
  if (stages === 'ambiguous') return 'ask';
  const isRolled = Boolean(pick(all, 'holiday_roll', 'roll', 'statutory'));
  const parts = instalmentsOf(fen(row.amount ?? 100), stages, datesOf(row), countsMonth(all)).map(
    ({ amount, dueDate: due }) => ({
      due:
        due === NO_DATE ? 'ask' : isoDate(isRolled ? nextWorkday(due, holidaysOf(all)).day : due),
      amount: yuan(amount),
    }),
  );
  return parts.length > 1 || row.amount !== undefined ? parts : parts[0]!.due;
}

/** What a row says about when it falls due; at once where it says nothing. */
function stagesOf(row: Fields): readonly Stage[] | 'ambiguous' {
  const parts = pick(row, 'instalments', 'stages', 'lines') as Fields[] | undefined;
  if (parts?.length) return parts.map(stageOf);
  const term = spelt(pick(row, 'term', 'terms', 'payment_terms'));
  return parseStages(term) ?? [{ share: 1, term: { from: 'document', steps: [] } }];
}

/**
 * @param row - without instalments of its own
 * @param amount - fen
 * @returns the parts in which a row's term lets it fall due; NO_DATE where the term does not say
 */
export function partsByTerm(
  row: Fields,
  policy: Fields,
  amount: Fen,
): { readonly amount: Fen; readonly dueDate: Serial }[] {
  const stages = stagesOf(row);
  return stages === 'ambiguous'
    ? [{ amount, dueDate: NO_DATE }]
    : instalmentsOf(amount, stages, datesOf(row), countsMonth({ ...policy, ...row }));
}

const countsMonth = (fields: Fields): boolean =>
  Boolean(
    pick(
      fields,
      'counts_month',
      'count_invoice_month',
      'invoice_month_counts',
      'include_invoice_month',
    ),
  );

const stageOf = (part: Fields): Stage => ({
  share: Number(pick(part, 'percent', 'share', 'pct')) / (Number(part.share) <= 1 ? 1 : 100),
  term: parseTerm(spelt(part.term)) as Term,
});

function spelt(term: unknown): unknown {
  if (typeof term !== 'string') return term ?? null;
  return PINYIN.reduce((text, [latin, word]) => text.replace(latin, word), term);
}

function datesOf(row: Fields): TermDates {
  const named = [
    ['document', ['invoice_date', 'document_date', 'date']],
    ['invoiceReceipt', ['invoice_receipt_date', 'invoice_received', 'receipt_date']],
    ['shipment', ['shipment_date', 'shipped']],
    ['delivery', ['delivery_date', 'delivered']],
    ['acceptance', ['acceptance_date', 'accepted']],
  ] as const;
  return Object.fromEntries(
    named.flatMap(([start, names]) => {
      const date = pick(row, ...names);
      return date === undefined ? [] : [[start, serial(date)]];
    }),
  );
}

/** @returns the table a case brings along; weekends alone where it brings none */
export function holidaysOf(fields: Fields): HolidayTable {
  const days = (...names: string[]) =>
    new Set(((pick(fields, ...names) ?? []) as unknown[]).map(serial));
  return {
    holidays: days('holidays'),
    workdays: days('workdays', 'makeup_workdays', 'adjusted_workdays'),
    last: serial(pick(fields, 'last_day', 'table_until') ?? '2099-12-31'),
  };
}
