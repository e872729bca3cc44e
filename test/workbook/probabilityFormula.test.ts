import { NO_DATE, OverdueInputs, type Receivables } from '../../src/domain';
import { alikeKeys } from '../../src/domain/alike';
import { historyAtIssue } from '../../src/domain/historyAtIssue';
import { addSheet } from '../../src/host/model/edits';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { runWarnings } from '../../src/workbook/runWarnings';
import { overdueLedger, START } from '../support/overdueLedger';
import { addinWithFunctions, calculated, put, values, type Addin } from './addin';

const LEDGER = overdueLedger({ rows: 900, days: 500, weekends: true });
const asOf = START + 500;
const HEADER = ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '收款日期'];

const rowsOf = (items: Receivables) =>
  Array.from(items.row, (_, i) => [
    items.customers[items.customer[i]!]!,
    items.documentNo[i]!,
    items.documentDate[i]!,
    items.dueDate[i]!,
    items.amount[i]! / 100,
    items.received[i]! / 100,
    items.receiptDate[i] === NO_DATE ? '' : items.receiptDate[i]!,
  ]);

let addin: Addin;
afterEach(() => addin.office.dispose());

it('AR.OVERDUE_PROB over the kept model gives what stands beside the ledger, and of customers', async () => {
  addin = await addinWithFunctions(createWorkbook());
  const { workbook, sheet } = addin;
  put(workbook, sheet, 'A1', [HEADER, ...rowsOf(LEDGER)]);
  const options = { today: asOf, asOf, language: 'zh-CN' } as const;
  const { risk } = await runWarnings({ ...options, assess: true, predict: true });
  await calculated(addin);

  const { model } = risk!.training;
  const ways = model.rates.alike.map(({ by }) => alikeKeys(LEDGER, by));
  const history = historyAtIssue(LEDGER, model.grace, ways);
  const inputs = new OverdueInputs(LEDGER, history, ways, model.rates);
  const titles = values(sheet, 'A1:Z1')[0]!;
  const column = String.fromCharCode(65 + titles.indexOf('逾期概率'));
  const shown = values(sheet, `${column}2:${column}${LEDGER.count + 1}`).flat();
  const rated = [...LEDGER.row.keys()].filter((i) => typeof shown[i] === 'number');
  // What is due already and not paid is late for certain, whatever the model says.
  const open = rated.filter((i) => LEDGER.dueDate[i]! >= asOf);
  const last = open.length;
  expect([last > 20, rated.length > last]).toEqual([true, true]);
  for (const i of rated) if (!open.includes(i)) expect(shown[i]).toBe(1);

  const features = inputs.columns(Int32Array.from(open));
  const own = addSheet(workbook, '特征', 'user');
  put(
    workbook,
    own,
    'A1',
    open.map((_, r) => features.map((feature) => feature[r]!)),
  );
  const width = String.fromCharCode(64 + features.length);
  put(workbook, own, 'Y1', [[`=AR.OVERDUE_PROB(A1:${width}${last},ARW_Model)`]]);
  put(workbook, own, 'Z1', [[`=AR.OVERDUE_PROB(A1:${width}1,ARW_Model)`]]);
  await calculated(addin);
  const close = open.map((i) => [expect.closeTo(Number(shown[i]), 12) as number]);
  expect(values(own, `Y1:Y${last}`)).toEqual(close);
  expect(values(own, 'Z1:Z1')).toEqual(close.slice(0, 1));

  // A customer's is that of its open items, weighed by what is open.
  const given = values(own, `Y1:Y${last}`).flat();
  const sums = new Map<string, { open: number; weighed: number }>();
  for (const i of rated) {
    const customer = LEDGER.customers[LEDGER.customer[i]!]!;
    const sum = sums.get(customer) ?? { open: 0, weighed: 0 };
    const left = LEDGER.amount[i]! - LEDGER.received[i]!;
    const at = open.indexOf(i);
    sum.open += left;
    sum.weighed += left * (at < 0 ? 1 : Number(given[at]));
    sums.set(customer, sum);
  }
  const [heads, ...customers] = values(workbook.sheet('AR客户风险')!, 'A4:Z24');
  const of = (row: readonly unknown[], title: string) => row[heads!.indexOf(title)];
  const listed = customers.filter((row) => typeof of(row, '逾期概率') === 'number');
  expect(listed.length).toBe(sums.size);
  for (const row of listed) {
    const { open: all, weighed } = sums.get(String(of(row, '客户')))!;
    expect(of(row, '逾期概率')).toBeCloseTo(weighed / all, 10);
  }
});
