import { NO_DATE, type Receivables } from '../../src/domain';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { clear } from '../../src/workbook/clear';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { overdueLedger, START } from '../support/overdueLedger';
import { addinOver, put, values, type Addin } from './addin';

const asOf = START + 400;
const options: RunOptions = { today: asOf, asOf, language: 'zh-CN', assess: true };

const HEADER = ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '收款日期'];

const rowsOf = (items: Receivables): (string | number)[][] =>
  [...items.row.keys()].map((i) => [
    items.customers[items.customer[i]!]!,
    items.documentNo[i]!,
    items.documentDate[i]!,
    items.dueDate[i]!,
    items.amount[i]! / 100,
    items.received[i]! / 100,
    items.receiptDate[i] === NO_DATE ? '' : items.receiptDate[i]!,
  ]);

const LEDGER = rowsOf(overdueLedger({ rows: 600, days: 400, weekends: true }));

jest.setTimeout(60_000);

let addin: Addin;
beforeEach(async () => {
  addin = await addinOver([HEADER, ...LEDGER]);
});
afterEach(() => addin.office.dispose());

const cutOff = () => {
  const rows = values(addin.workbook.sheet('AR模型')!, 'A5:B20');
  return rows.find(([name]) => String(name).startsWith('训练截止日'))![1];
};

it('the next run predicts by the kept model, until the user wants a new one', async () => {
  const first = await runWarnings(options);
  expect(cutOff()).toBe('2025-02-04');
  const second = await runWarnings({ ...options, asOf: asOf + 10 });
  expect(second.risk!.trained).toEqual(first.risk!.trained);
  expect(cutOff()).toBe('2025-02-04');
  put(addin.workbook, addin.workbook.sheet('AR模型')!, 'B3', [['重训']]);
  await runWarnings({ ...options, asOf: asOf + 20 });
  expect(cutOff()).toBe('2025-02-24');
  await undo(options);
  expect(cutOff()).toBe('2025-02-04');
  await clear();
});

it('undoing the first rating, and clearing, leave the file as it was', async () => {
  const before = saveWorkbook(addin.workbook);
  await runWarnings({ ...options, assess: false });
  const aged = saveWorkbook(addin.workbook);
  await runWarnings(options);
  await undo(options);
  expect(saveWorkbook(addin.workbook)).toEqual(aged);
  await runWarnings(options);
  await clear();
  expect(saveWorkbook(addin.workbook)).toEqual(before);
});

it('a ledger on another sheet gets a model of its own', async () => {
  const first = await runWarnings(options);
  const other = addin.workbook.addSheet('另一本', 'user');
  put(addin.workbook, other, 'A1', [HEADER, ...LEDGER.slice(0, 400)]);
  const second = await runWarnings({ ...options, sheetId: other.id });
  expect(second.risk!.trained.card.rows).toBeLessThan(first.risk!.trained.card.rows);
  await clear();
});
