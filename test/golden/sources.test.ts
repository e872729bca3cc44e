import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import {
  analyse,
  baseAmounts,
  customerBalances,
  defaultSettings,
  formatFen,
  isoDate,
  overdueOf,
  parseDate,
  type Receivables,
} from '../../src/domain';
import { readWorkbook, type Sheets } from '../support/readWorkbook';

/** A story as a bookkeeper would check it, those of docs/spec-sources.md among them: each line says a row, what it is and what is open of it. */
interface Story {
  readonly story: string;
  readonly sheets: Readonly<Record<string, string>>;
  readonly link: string | null;
  readonly receivedOn: string;
  readonly lists: string;
  readonly settlement: string;
  readonly asOf: string;
  readonly open: readonly string[];
  readonly base?: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, string>>;
  readonly totals: Readonly<
    Record<string, { balance: string; overdue: string; unapplied: string }>
  >;
  readonly allocations: readonly string[];
  readonly issues: readonly string[];
}

const STORIES = join(__dirname, 'sources');

const stories = readdirSync(STORIES)
  .map((name) => join(STORIES, name))
  .map((folder) => {
    const text = readFileSync(join(folder, 'expected.json'), 'utf8');
    return { folder, expected: JSON.parse(text) as Story };
  });

const cellOf = (text: string): unknown =>
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : text;

const sheetsOf = (folder: string, names: readonly string[]): Sheets =>
  Object.fromEntries(
    names.map((name) => {
      const { data } = Papa.parse<string[]>(
        readFileSync(join(folder, `${name}.csv`), 'utf8').trim(),
      );
      return [name, data.map((row) => row.map(cellOf))];
    }),
  );

const place = (items: Receivables, i: number): string =>
  `${items.sheets[items.sheet[i]!]!}!${items.row[i]!}`;

const words = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

describe('ledgers of each kind', () => {
  it.each(stories.map(({ folder, expected }) => [expected.story, folder, expected] as const))(
    '%s',
    (_, folder, expected) => {
      const result = readWorkbook(sheetsOf(folder, Object.keys(expected.sheets)));
      const { items, proposal, issues } = result;
      const asOf = parseDate(expected.asOf)!;
      const analysis = analyse(items, defaultSettings(asOf));
      const { open, totals } = analysis;
      const base = baseAmounts(items, asOf);
      const byRow = Array.from(open, (_fen, i) => i)
        .filter((i) => open[i] !== 0)
        .sort((a, b) => items.sheet[a]! - items.sheet[b]! || items.row[a]! - items.row[b]!);
      const { stage } = items.dimensions;
      const balances: Record<string, number> = {};
      for (const { customer, open: fen } of customerBalances(analysis))
        balances[customer] = (balances[customer] ?? 0) + fen;
      const { credit, item, amount, date, derived } = items.applications;
      const order = Array.from(credit, (_c, k) => k).sort(
        (a, b) =>
          items.sheet[credit[a]!]! - items.sheet[credit[b]!]! ||
          items.row[credit[a]!]! - items.row[credit[b]!]! ||
          items.row[item[a]!]! - items.row[item[b]!]!,
      );
      expect({
        story: expected.story,
        sheets: Object.fromEntries(proposal.sources.map(({ sheet, kind }) => [sheet, kind])),
        link: proposal.link,
        receivedOn: result.receivedOn,
        lists: result.lists,
        settlement: result.settlement,
        asOf: expected.asOf,
        open: byRow.map((i) =>
          words(
            place(items, i),
            items.documentNo[i],
            stage?.words[stage.index[i]!],
            items.customers[items.customer[i]!],
            `due ${isoDate(items.dueDate[i]!)}: ${formatFen(open[i]!)}`,
          ),
        ),
        ...(expected.base && {
          base: Object.fromEntries(byRow.map((i) => [place(items, i), formatFen(base[i]!)])),
        }),
        customers: Object.fromEntries(
          Object.entries(balances).map(([customer, fen]) => [customer, formatFen(fen)]),
        ),
        totals: Object.fromEntries(
          totals.map((t) => [
            t.currency,
            {
              balance: formatFen(t.open),
              overdue: formatFen(overdueOf(t)),
              unapplied: formatFen(t.unapplied),
            },
          ]),
        ),
        allocations: order.map((k) =>
          words(
            `${place(items, credit[k]!)} pays ${place(items, item[k]!)}`,
            `${formatFen(amount[k]!)} from ${isoDate(date[k]!)}`,
            derived[k] ? '(derived)' : '',
          ),
        ),
        issues: issues.map(({ sheet, row, code, value, other }) =>
          words(`${sheet}!${row} ${code}`, value, other && `(${other.sheet}!${other.row})`),
        ),
      }).toEqual(expected);
    },
  );
});
