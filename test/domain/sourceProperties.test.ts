import Decimal from 'decimal.js';
import fc from 'fast-check';
import { baseAmounts, openAmounts, serialOf, type Receivables } from '../../src/domain';
import { readWorkbook, type Sheets } from '../support/readWorkbook';

const asOf = serialOf(2025, 6, 30);
const day = fc.integer({ min: asOf - 400, max: asOf + 40 });
const fen = fc.integer({ min: 1, max: 1e7 });
const customer = fc.constantFrom('甲公司', '乙公司', '丙公司');
const yuan = (n: number) => n / 100;
const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, x) => total + x, 0);

/** Customer, amounts and dates by item, as rows would say them. */
const rowsOf = (items: Receivables) =>
  Array.from(items.row, (_, i) =>
    [
      items.customers[items.customer[i]!],
      items.documentNo[i],
      items.documentDate[i],
      items.dueDate[i],
      items.amount[i],
      items.received[i],
    ].join(' '),
  ).sort();

interface Invoice {
  readonly customer: string;
  readonly day: number;
  readonly due: number;
  readonly fen: number;
}
const invoice: fc.Arbitrary<Invoice> = fc.record({
  customer,
  day,
  due: fc.integer({ min: 0, max: 90 }),
  fen,
});
const invoices = fc.array(invoice, { minLength: 1, maxLength: 12 });

describe('invoices and receipts on two sheets', () => {
  const receipts = fc.array(fc.record({ to: fc.nat(11), day, fen, isKnown: fc.boolean() }), {
    minLength: 1,
    maxLength: 15,
  });

  it('come to what a clerk finds who strikes receipts off one by one', () => {
    fc.assert(
      fc.property(invoices, receipts, (sold, paid) => {
        const { items } = readWorkbook({
          开票: [
            ['客户', '发票号', '开票日期', '到期日', '开票金额'],
            ...sold.map((i, k) => [i.customer, `FP${k}`, i.day, i.day + i.due, yuan(i.fen)]),
          ],
          收款: [
            ['收款日期', '客户', '收款金额', '发票号'],
            ...paid.map((r) => {
              const k = r.to % sold.length;
              return [r.day, sold[k]!.customer, yuan(r.fen), r.isKnown ? `FP${k}` : ''];
            }),
          ],
        });
        const expected = sold.map((i) => i.fen);
        let unapplied = 0;
        for (const { to, fen: amount, isKnown } of paid) {
          const k = to % sold.length;
          const part = isKnown ? Math.min(amount, expected[k]!) : 0;
          expected[k]! -= part;
          unapplied += amount - part;
        }
        const open = openAmounts(items, Infinity);
        expect([...open.subarray(0, sold.length)]).toEqual(expected);
        expect(sum(open.subarray(sold.length))).toBe(0 - unapplied);
        const { amount, date, item, credit } = items.applications;
        amount.forEach((part, k) => {
          expect(part).toBeGreaterThan(0);
          const dates = [items.documentDate[item[k]!]!, items.documentDate[credit[k]!]!];
          expect(date[k]).toBe(Math.max(...dates));
        });
      }),
    );
  });
});

describe('a running account', () => {
  const booking = fc.record({
    customer,
    step: fc.integer({ min: 0, max: 20 }),
    fen,
    isDebit: fc.boolean(),
  });
  const bookings = fc.array(booking, { minLength: 1, maxLength: 25 });

  it('pays the oldest first, as a ledger does whose receipts were entered so', () => {
    fc.assert(
      fc.property(bookings, fc.integer({ min: 1, max: 7 }), (lines, blockRows) => {
        const balance = new Map<string, number>();
        const debits: { customer: string; day: number; fen: number; received: number }[] = [];
        const pool = new Map<string, number>();
        let date = asOf - 300;
        const account = lines.map((line, k) => {
          const { customer: name, step, fen: amount, isDebit } = line;
          date += step;
          const now = (balance.get(name) ?? 0) + (isDebit ? amount : -amount);
          balance.set(name, now);
          if (isDebit) debits.push({ customer: name, day: date, fen: amount, received: 0 });
          else pool.set(name, (pool.get(name) ?? 0) + amount);
          const side = now > 0 ? '借' : now < 0 ? '贷' : '平';
          return [
            name,
            date,
            `记-${k}`,
            '',
            isDebit ? yuan(amount) : '',
            isDebit ? '' : yuan(amount),
            side,
            yuan(Math.abs(now)),
          ];
        });
        for (const debit of debits) {
          debit.received = Math.min(debit.fen, pool.get(debit.customer) ?? 0);
          pool.set(debit.customer, (pool.get(debit.customer) ?? 0) - debit.received);
        }
        const header = ['客户', '日期', '凭证号', '摘要', '借方', '贷方', '方向', '余额'];
        const { items, issues } = readWorkbook({ 明细账: [header, ...account] }, {}, blockRows);
        const ledger = readWorkbook({
          台账: [
            ['客户', '开票日期', '应收金额', '已收金额'],
            ...debits.map((d) => [d.customer, d.day, yuan(d.fen), yuan(d.received)]),
            ['甲公司', asOf, 1, 0],
          ],
        });
        const hasDebit = lines.some((line) => line.isDebit);
        expect(issues.map(({ code }) => code)).toEqual(hasDebit ? ['noDueDates'] : []);
        const open = openAmounts(items, Infinity);
        const isDebit = Array.from(items.amount, (amount) => amount > 0);
        expect([...open.filter((_, i) => isDebit[i])]).toEqual([
          ...openAmounts(ledger.items, Infinity).slice(0, -1),
        ]);
        expect(sum(open)).toBe(sum(balance.values()));
      }),
    );
  });
});

describe('a ledger on several sheets', () => {
  it('is the same as on one, however its rows are divided', () => {
    fc.assert(
      fc.property(invoices, fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }), (sold, on) => {
        const header = ['客户', '发票号', '开票日期', '到期日', '金额'];
        const rows = sold.map((i, k) => [i.customer, `FP${k}`, i.day, i.day + i.due, yuan(i.fen)]);
        const sheets: Record<string, unknown[][]> = {};
        rows.forEach((row, k) => (sheets[`${on[k]! + 1}月`] ??= [header]).push(row));
        const [one, many] = [readWorkbook({ 台账: [header, ...rows] }), readWorkbook(sheets)];
        expect(rowsOf(many.items)).toEqual(rowsOf(one.items));
        many.items.documentNo.forEach((no, i) => {
          const sheet = sheets[many.items.sheets[many.items.sheet[i]!]!]!;
          expect(sheet[many.items.row[i]! - 1]![1]).toBe(no);
        });
      }),
    );
  });
});

describe('contracts with stages', () => {
  const stage = fc.option(fc.record({ fen, due: day, paid: fc.nat(1e7) }), { nil: null });
  const contracts = fc.array(fc.tuple(customer, stage, stage, stage), {
    minLength: 1,
    maxLength: 10,
  });

  it('owe stage by stage what was not paid of it', () => {
    fc.assert(
      fc.property(contracts, (rows) => {
        const names = ['预付款', '发货款', '验收款'];
        const header = names.flatMap((name) => [name, `${name}到期日`, `${name}已收`]);
        const { items } = readWorkbook({
          合同: [
            ['合同号', '客户', ...header],
            ...rows.map(([name, ...stages], k) => [
              `HT${k}`,
              name,
              ...stages.flatMap((s): unknown[] =>
                s ? [yuan(s.fen), s.due, yuan(s.paid)] : ['', '', ''],
              ),
            ]),
          ],
        });
        const expected = rows.flatMap(([, ...stages], k) =>
          stages.flatMap((s, n) => (s ? [`HT${k} ${names[n]!} ${s.due} ${s.fen - s.paid}`] : [])),
        );
        const words = items.dimensions.stage;
        const open = openAmounts(items, Infinity);
        const found = Array.from(open, (rest, i) =>
          [items.documentNo[i], words!.words[words!.index[i]!], items.dueDate[i], rest].join(' '),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('in shares add up to the contract to the fen', () => {
    fc.assert(
      fc.property(
        fen,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 38 }), // the rest is 2 or more: a 1 alone says the whole
        (amount, a, b) => {
          const { items, issues } = readWorkbook({
            合同: [
              ['合同号', '客户', '签订日期', '合同金额', '预付款比例', '发货款比例', '验收款比例'],
              ['HT', '甲', asOf, yuan(amount), a / 100, `${b}%`, 100 - a - b],
            ],
          });
          expect(sum(items.amount)).toBe(amount);
          expect(issues.filter(({ code }) => code === 'stageSum')).toEqual([]);
        },
      ),
    );
  });
});

describe('booking rates', () => {
  it('give base amounts as decimals do', () => {
    fc.assert(
      fc.property(fen, fc.integer({ min: 1, max: 200_000 }), (amount, rate) => {
        const { items } = readWorkbook({
          外币: [
            ['客户', '发票号', '开票日期', '币种', '汇率', '原币金额'],
            ['Acme', 'E1', asOf, 'USD', rate / 10_000, yuan(amount)],
          ],
        });
        const expected = new Decimal(amount).times(rate).div(10_000);
        expect(baseAmounts(items, asOf)[0]).toBe(
          expected.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
        );
      }),
    );
  });
});

describe('whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      null,
      '合计',
      '期初余额',
      '客户：甲',
      '贷',
      '2025-02-30',
      '3/4/2025',
      '12万',
      '另议',
      true,
    ),
    fc.integer({ min: -1000, max: 60_000 }),
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  );
  const kinds: Sheets = {
    台账: [
      ['客户', '发票号', '开票日期', '到期日', '币种', '汇率', '金额', '本币金额', '已收金额'],
    ],
    收款: [['收款日期', '客户', '收款金额', '发票号', '结算方式', '汇率']],
    明细账: [['月', '日', '凭证号', '摘要', '借方', '贷方', '方向', '余额']],
    合同: [
      [
        '合同号',
        '客户',
        '签订日期',
        '合同金额',
        '预付款比例',
        '发货款',
        '发货日期',
        '验收款',
        '已收金额',
      ],
    ],
  };

  it.each(Object.entries(kinds))('no number of %s is lost', (name, header) => {
    const row = fc.array(cell, { minLength: header[0]!.length, maxLength: header[0]!.length });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (rows, blockRows) => {
          const kind = {
            kinds: {
              [name]: { 台账: 'items', 收款: 'receipts', 明细账: 'account', 合同: 'stages' }[
                name
              ] as 'items',
            },
          };
          const sheets = { [name]: [...header, ...rows] };
          const { items, issues } = readWorkbook(sheets, kind, blockRows);
          for (const column of [
            items.amount,
            items.received,
            items.rate,
            openAmounts(items, asOf),
          ]) {
            expect([...column].filter((n) => !Number.isFinite(n))).toEqual([]);
          }
          expect(issues.every((issue) => issue.row > 1 && issue.sheet === name)).toBe(true);
          expect(readWorkbook(sheets, kind)).toEqual(readWorkbook(sheets, kind, blockRows));
        },
      ),
    );
  });
});
