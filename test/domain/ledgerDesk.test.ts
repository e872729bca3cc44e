import {
  analyse,
  defaultSettings,
  LedgerDesk,
  salespersonAccounts,
  serialOf,
  statements,
  tieOut,
} from '../../src/domain';
import { receivablesOf } from '../support/receivablesOf';

const asOf = serialOf(2025, 6, 30);
const items = receivablesOf([
  { no: 'A1', date: '2025-05-01', due: '2025-05-31', amount: 100 },
  { no: 'B1', customer: '乙', date: '2025-05-10', due: '2025-06-10', amount: 50 },
  { no: 'B2', customer: '乙', date: '2025-05-20', amount: -50 },
  { no: 'C1', customer: '丙', date: '2025-06-27', due: '2025-07-27', amount: 70 },
]);
const analysis = analyse(items, defaultSettings(asOf));
const desk = new LedgerDesk(analysis);
const period = { from: asOf - 90, to: asOf, most: 10 };

test('ties out as the analysis does', () => {
  const question = { figure: 100_00, issues: [] };
  expect(desk.tieOut(question)).toEqual(tieOut(analysis, question));
});

test('of all customers those with a balance get a statement, as many as are asked for', () => {
  const { told, left } = desk.statements({ ...period, customer: null, most: 1 });
  expect([told.map(({ customer }) => customer), left]).toEqual([['甲'], 1]);
});

test('a customer that is asked for gets one with a balance of nothing too', () => {
  const { told, left } = desk.statements({ ...period, customer: '乙' });
  expect(left).toBe(0);
  expect(told).toEqual(statements(analysis, period.from, new Set(['乙'])));
});

test('statements of another day are aged by it', () => {
  const to = asOf - 5;
  const { told } = desk.statements({ ...period, to, customer: null });
  expect(told).toEqual(
    statements(analyse(items, defaultSettings(to)), period.from, new Set(['甲'])),
  );
});

test("salespersons' accounts come with the day they speak of, as many as are asked for", () => {
  const to = asOf - 5;
  const then = analyse(items, defaultSettings(to));
  const all = salespersonAccounts(then, period.from);
  const { asOf: day, open, daysOverdue } = then;
  const said = { asOf: day, open, daysOverdue };
  expect(desk.salespersons({ ...period, to })).toEqual({ told: all, left: 0, then: said });
  expect(desk.salespersons({ ...period, to, most: 0 })).toMatchObject({
    told: [],
    left: all.length,
  });
});
