import { serialOf } from '../../src/domain';
import {
  assess,
  cancel,
  changePolicy,
  clearAll,
  clearNotes,
  decideDateOrder,
  followWorkbook,
  inspect,
  preview,
  run,
  session,
  showCustomer,
  showSelected,
  undoRun,
} from '../../src/commands/session';
import { parseArea } from '../../src/host/model/address';
import { addSheet } from '../../src/host/model/edits';
import { toKnockIn } from '../../src/workbook/changePolicy';
import { addNote } from '../../src/workbook/noteSheet';
import { settled } from '../functions/functionsHost';
import { addinOver, contents, put, type Addin } from '../workbook/addin';

const asOf = serialOf(2025, 6, 30);
const HEADER = ['客户', '发票号', '开票日期', '到期日', '应收金额', '已收金额'];

let addin: Addin;

afterEach(async () => {
  await clearAll();
  addin.office.dispose();
});

const codeOf = () => session.getState().error?.code ?? null;

/** More rows than one block of values takes. */
const manyRows = () =>
  Array.from({ length: 60_000 }, (_, i) => [
    `客户${i % 100}`,
    `XS${i}`,
    asOf - 100,
    asOf - (i % 90),
    i,
    0,
  ]);

describe('cancelling', () => {
  it.each(['read', 'write'] as const)(
    'a run that is stopped while it %ss leaves the workbook as it was',
    async (step) => {
      addin = await addinOver([HEADER, ...manyRows()]);
      const before = contents(addin.workbook);
      const unsubscribe = session.subscribe(({ progress }) => {
        if (progress?.step === step) cancel();
      });
      await run(asOf);
      unsubscribe();
      expect(codeOf()).toBe(step === 'read' ? 'cancelled' : 'stopped');
      expect(contents(addin.workbook)).toEqual(before);
      expect(session.getState().canUndo).toBe(false);
    },
    60_000,
  );
});

describe('while the add-in looks for the ledger', () => {
  it('a run that is asked for is done after the look', async () => {
    addin = await addinOver([HEADER, ['宏达', 'A1', asOf - 60, asOf - 30, 1000, 0]]);
    const looking = inspect();
    expect(session.getState().busy).toBe('inspect');
    await Promise.all([looking, run(asOf)]);
    expect([codeOf(), session.getState().done]).toEqual([null, 'run']);
    expect(session.getState().result!.analysis.items.count).toBe(1);
  });

  it('a sheet that comes to the front is looked at after it', async () => {
    addin = await addinOver([HEADER, ['宏达', 'A1', asOf - 60, asOf - 30, 1000, 0]]);
    const looks = [inspect(), inspect()];
    addin.workbook.activeSheet = addSheet(addin.workbook, '空的', 'user');
    await Promise.all([...looks, inspect()]);
    expect(codeOf()).toBe('emptySheet');
  });
});

describe('edits of people', () => {
  const payment = async (at: 'meanwhile' | 'after') => {
    addin = await addinOver([HEADER, ['宏达', 'A1', asOf - 60, asOf - 30, 1000, 0]]);
    await followWorkbook();
    const pay = () => put(addin.workbook, addin.sheet, 'F2', [[400]]);
    const unsubscribe = session.subscribe(({ progress }) => {
      if (at !== 'meanwhile' || progress?.step !== 'read') return;
      unsubscribe();
      pay();
    });
    await run(asOf);
    unsubscribe();
    if (at === 'after') {
      await settled(() => addin.sheet.cells.value(1, 6) !== '');
      expect(session.getState().stale).toBe(false);
      pay();
    }
    await settled(() => session.getState().stale);
  };

  it('after a run leave its figures out of date', () => payment('after'));
  it('during a run do so too', () => payment('meanwhile'));
});

describe('a decision of the reader', () => {
  it('does again what was asked for last, and stays when the run has kept it', async () => {
    addin = await addinOver([
      HEADER,
      ['宏达', 'A1', "'1/5/2025", "'3/6/2025", 1000, 0],
      ['宏达', 'A2', "'1/6/2025", "'4/7/2025", 500, 0],
    ]);
    await preview(asOf);
    expect(codeOf()).toBe('noItems');
    await decideDateOrder('dueDate', 'dmy');
    expect(codeOf()).toBe('noItems');
    await decideDateOrder('documentDate', 'dmy');
    expect([codeOf(), session.getState().done]).toEqual([null, 'preview']);
    await run(asOf);
    expect(session.getState().choices).toBeNull();
    expect(session.getState().ledger!.place.choices.dateOrder).toEqual({
      documentDate: 'dmy',
      dueDate: 'dmy',
    });
  });
});

describe('rating the customers', () => {
  const ROWS = [
    HEADER,
    ['宏达', 'A1', asOf - 130, asOf - 100, 1000, 0],
    ['永盛', 'B1', asOf - 20, asOf + 10, 500, 0],
  ];
  const sheets = () => addin.workbook.sheets.map(({ name }) => name);

  it('tells the riskiest first, is kept up to date by the next run, and undone as one step', async () => {
    addin = await addinOver(ROWS);
    await run(asOf);
    expect(session.getState().risk).toBeNull();
    const before = contents(addin.workbook);
    await assess();
    expect(session.getState().done).toBe('assess');
    const told = session.getState().risk!.customers.map(({ customer, tier }) => [customer, tier]);
    expect(told).toEqual([
      ['宏达', 'high'],
      ['永盛', 'low'],
    ]);
    expect(sheets()).toContain('AR客户风险');
    await run(asOf);
    expect(session.getState().risk).not.toBeNull();
    await undoRun();
    expect(sheets()).toContain('AR客户风险');
    await undoRun();
    expect(contents(addin.workbook)).toEqual(before);
    expect(session.getState().risk).toBeNull();
  });

  /** Half of what is paid comes late: a history to train on. */
  const paidRows = (n: number) =>
    Array.from({ length: n }, (_, i) => {
      const issued = asOf - 700 + (i % 690);
      const isPaid = i % 690 < 600;
      const paid = isPaid ? [i, issued + 20 + (i % 7) * 4] : [0, ''];
      return [`客户${i % 100}`, `XS${i}`, issued, issued + 30, i, ...paid];
    });

  it.each([
    ['train', 'cancelled', () => paidRows(1_500)],
    ['write', 'stopped', manyRows],
  ] as const)(
    'leaves the workbook as a run left it when it is stopped while it %ss',
    async (step, code, rows) => {
      addin = await addinOver([[...HEADER, '收款日期'], ...rows()]);
      await run(asOf);
      const before = contents(addin.workbook);
      const unsubscribe = session.subscribe(({ progress }) => {
        if (progress?.step === step) cancel();
      });
      await assess();
      unsubscribe();
      expect(codeOf()).toBe(code);
      expect(contents(addin.workbook)).toEqual(before);
    },
    60_000,
  );

  it('looks at a customer as long as it is rated', async () => {
    addin = await addinOver(ROWS);
    await assess();
    showCustomer('永盛');
    await run(asOf);
    expect(session.getState().customer).toBe('永盛');
    await undoRun();
    expect(session.getState().customer).toBeNull();
  });
});

describe('changing the policy', () => {
  const bankrupt = { customer: '宏达', reason: 'bankruptcy', since: asOf } as const;
  const lists = (customer: string, holds = true) =>
    toKnockIn(
      { customers: ['宏达', '永盛'], customerNames: ['', ''] },
      { ...bankrupt, customer },
      holds,
    );
  const told = () => {
    const { result, risk } = session.getState();
    const { riskClass, items } = result!.analysis;
    return {
      classes: Array.from(items.customer, (c, i) => [items.customers[c], riskClass[i]]),
      knockIns: Object.fromEntries(risk!.customers.map((c) => [c.customer, c.knockIns])),
    };
  };

  beforeEach(async () => {
    addin = await addinOver([
      HEADER,
      ['宏达', 'A1', asOf - 130, asOf - 10, 1000, 0],
      ['永盛', 'B1', asOf - 20, asOf + 10, 500, 0],
    ]);
    await assess();
    await run(asOf);
  });

  it('rates and classes by it at once, and is undone as one step', async () => {
    const before = contents(addin.workbook);
    await changePolicy(lists('宏达'));
    expect([codeOf(), session.getState().done]).toEqual([null, 'assess']);
    expect(told()).toEqual({
      classes: [
        ['宏达', 4],
        ['永盛', 0],
      ],
      knockIns: { 宏达: ['bankruptcy'], 永盛: [] },
    });
    await undoRun();
    expect(contents(addin.workbook)).toEqual(before);
    await run(asOf);
    expect(told()).toEqual({
      classes: [
        ['宏达', 1],
        ['永盛', 0],
      ],
      knockIns: { 宏达: [], 永盛: [] },
    });
  });

  it('takes back what it set', async () => {
    await changePolicy(lists('宏达'));
    await changePolicy(lists('宏达', false));
    expect(told()).toMatchObject({ knockIns: { 宏达: [], 永盛: [] } });
    expect(session.getState().result!.policy!.policy.knockIns).toEqual([]);
  });

  it('says where the sheet may not be written to, and leaves the workbook as it was', async () => {
    const protect = (isOn: boolean) =>
      Excel.run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem('AR策略');
        if (isOn) protection.protect();
        else protection.unprotect();
        await context.sync();
      });
    await protect(true);
    const before = contents(addin.workbook);
    await changePolicy(lists('宏达'));
    expect(session.getState().error).toMatchObject({ code: 'protectedSheet', where: 'AR策略' });
    expect(contents(addin.workbook)).toEqual(before);
    expect(told().knockIns).toEqual({ 宏达: [], 永盛: [] });
    await protect(false);
  });

  it('tells the cell of a policy that cannot be used', async () => {
    await changePolicy((cells) => ({ ...cells, amberFrom: [[1.5]] }));
    const { problems, policy } = session.getState().result!.policy!;
    expect(policy.amberFrom).toBe(0.5);
    expect(problems).toMatchObject([{ code: 'share', sheet: 'AR策略', instead: 'default' }]);
  });
});

describe('the customer card', () => {
  const LEDGER = [
    ['客户编码', '客户名称', '发票号', '开票日期', '到期日', '应收金额', '已收金额'],
    ["'001", '宏达', 'A1', asOf - 30, asOf - 1, 1000, 0],
    ["'002", '永盛', 'B1', asOf - 20, asOf + 3, 500, 0],
    ["'003", '永盛', 'C1', asOf - 20, asOf + 3, 70, 0],
    ['合计', '', '', '', '', 1570, ''],
  ];
  /** What the card shows after a click in a row. */
  const shownAt = async (address: string, sheet = addin.sheet.name) => {
    addin.workbook.activeSheet = addin.workbook.sheet(sheet)!;
    addin.workbook.activeSheet.selection = parseArea(address)!;
    showCustomer(null);
    await showSelected();
    return session.getState().customer;
  };

  it('is of the selected row, for which the ledger is read where no run has', async () => {
    addin = await addinOver(LEDGER);
    const before = contents(addin.workbook);
    expect(await shownAt('E3')).toBe('002');
    expect(session.getState().done).toBe('preview');
    expect(contents(addin.workbook)).toEqual(before);
  });

  it('is of the row as it is now, after somebody sorted the ledger', async () => {
    addin = await addinOver(LEDGER);
    await run(asOf);
    put(addin.workbook, addin.sheet, 'A2', [["'003", '永盛', 'C1', asOf - 20, asOf + 3, 70, 0]]);
    session.setState({ stale: true });
    expect(await shownAt('A2')).toBe('003');
    expect(session.getState().stale).toBe(false);
  });

  it('is found from rows of our sheets by code, or by a name that one customer bears', async () => {
    addin = await addinOver(LEDGER);
    await run(asOf);
    await assess();
    expect(await shownAt('C5', 'AR账龄')).toBe('001');
    expect(await shownAt('A5', 'AR客户风险')).toBe('001');
    expect(await shownAt('A5', 'AR预警')).toBe('001');
    expect(await shownAt('A6', 'AR预警')).toBeNull(); // two are called 永盛
    expect(codeOf()).toBe('noCustomer');
  });

  it('says where a row is no customer’s, and reads a ledger it does not know', async () => {
    addin = await addinOver(LEDGER);
    await run(asOf);
    expect(await shownAt('A1')).toBeNull();
    expect(session.getState().error).toMatchObject({ code: 'noCustomer', where: 'Sheet1!1' });
    expect(await shownAt('A5')).toBeNull();
    const other = addSheet(addin.workbook, '另一本', 'user');
    put(addin.workbook, other, 'B1', [
      ['客户', '发票号', '开票日期', '到期日', '应收金额'],
      ['远景', 'Z1', asOf - 20, asOf - 3, 5],
    ]);
    expect(await shownAt('A2', '另一本')).toBe('远景');
  });

  it('stays open when its customer is rated', async () => {
    addin = await addinOver(LEDGER);
    expect(await shownAt('A2')).toBe('001');
    await assess();
    expect(session.getState().customer).toBe('001');
    expect(session.getState().risk).not.toBeNull();
  });
});

describe('notes', () => {
  it('stay when all else is cleared, are told of, and go with a click', async () => {
    addin = await addinOver([HEADER, ['宏达', 'A1', asOf - 130, asOf - 100, 1000, 0]]);
    const before = contents(addin.workbook);
    await run(asOf);
    await clearAll();
    expect(session.getState().hasNotes).toBe(false);
    await addNote({ date: '2025-06-30', customer: '宏达', text: '等付款' }, 'zh-CN');
    await clearAll();
    expect(session.getState()).toMatchObject({ hasNotes: true, done: 'clear' });
    await clearNotes();
    expect(session.getState()).toMatchObject({ hasNotes: false, done: 'clear' });
    expect(contents(addin.workbook)).toEqual(before);
  });
});
