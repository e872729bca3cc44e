import fc from 'fast-check';
import {
  analyse,
  bridgeParts,
  compareSnapshots,
  currencyKey,
  defaultSettings,
  NO_DATE,
  ReceivablesBuilder,
  serialOf,
  snapshotOf,
  type Bridge,
  type Movement,
  type Receivable,
  type Receivables,
  type Serial,
} from '../../src/domain';

const may = serialOf(2025, 5, 31);
const june = serialOf(2025, 6, 30);

/** An invoice of 甲 over 100 yuan, due on 10 July. */
const item = (documentNo: string, changes: Partial<Receivable> = {}): Receivable => ({
  row: 2,
  customer: '甲',
  currency: '人民币',
  documentNo,
  documentDate: serialOf(2025, 5, 1),
  dueDate: serialOf(2025, 7, 10),
  amount: 100_00,
  received: 0,
  receiptDate: NO_DATE,
  ...changes,
});

function itemsOf(rows: readonly Receivable[]): Receivables {
  const builder = new ReceivablesBuilder();
  rows.forEach((row, i) => builder.add({ ...row, row: i + 2 }));
  return builder.build();
}

const snapshot = (rows: readonly Receivable[], asOf: Serial, edges = [30, 60, 90]) =>
  snapshotOf(analyse(itemsOf(rows), { ...defaultSettings(asOf), edges }));

const compare = (then: readonly Receivable[], now: readonly Receivable[]) =>
  compareSnapshots(snapshot(then, may), snapshot(now, june), itemsOf(now));

/** Document no., kinds, paid and changed in yuan. */
const line = ({ documentNo, kinds, paid, changed }: Movement) =>
  [documentNo, kinds.join(' '), paid / 100, changed / 100] as const;

const bridgeLine = (b: Bridge) =>
  [b.opening, b.came, -b.paid, b.changed, -b.vanished, b.credits, b.closing].map(
    (fen) => fen / 100 + 0,
  );

describe('a snapshot', () => {
  it('keeps what is open, with the customers it belongs to', () => {
    const { asOf, edges, totals, items } = snapshot(
      [
        item('A1', { customer: '乙', received: 100_00 }),
        item('A2', { amount: 70_00, sheet: '五月' }),
        item('A3', { amount: -20_00, customer: '丙', kind: 'receipt' }),
      ],
      may,
    );
    expect([asOf, edges, totals[0]!.open]).toEqual([may, [30, 60, 90], 50_00]);
    expect(items).toMatchObject({
      count: 2,
      customers: ['甲', '丙'],
      documentNo: ['A2', 'A3'],
      row: Int32Array.of(3, 4),
      open: Float64Array.of(70_00, -20_00),
    });
    expect(items.sheets[items.sheet[0]!]).toBe('五月');
  });
});

describe('from one month end to the next', () => {
  const overdue = { dueDate: serialOf(2025, 5, 20) };
  it.each<[string, Receivable[], Receivable[], readonly unknown[][], number[]]>([
    ['nothing happened', [item('A1')], [item('A1')], [], [100, 0, 0, 0, 0, 0, 100]],
    [
      'an invoice came',
      [],
      [item('A1', { documentDate: june })],
      [['A1', 'came', 0, 0]],
      [0, 100, 0, 0, 0, 0, 100],
    ],
    [
      'an invoice came that was due already',
      [],
      [item('A1', overdue)],
      [['A1', 'came newlyOverdue', 0, 0]],
      [0, 100, 0, 0, 0, 0, 100],
    ],
    [
      'it was paid',
      [item('A1')],
      [item('A1', { received: 100_00, receiptDate: june })],
      [['A1', 'paid', 100, 0]],
      [100, 0, -100, 0, 0, 0, 0],
    ],
    [
      'the rest of it was paid',
      [item('A1', { received: 40_00 })],
      [item('A1', { received: 100_00 })],
      [['A1', 'paid', 60, 0]],
      [60, 0, -60, 0, 0, 0, 0],
    ],
    [
      'part of it was paid',
      [item('A1')],
      [item('A1', { received: 40_00 })],
      [['A1', 'partPaid', 40, 0]],
      [100, 0, -40, 0, 0, 0, 60],
    ],
    [
      'more was paid than it says',
      [item('A1')],
      [item('A1', { received: 105_00 })],
      [['A1', 'paid', 105, 0]],
      [100, 0, -105, 0, 0, 0, -5],
    ],
    [
      'a receipt was taken back',
      [item('A1', { received: 40_00 })],
      [item('A1')],
      [['A1', 'reversed', -40, 0]],
      [60, 0, 40, 0, 0, 0, 100],
    ],
    [
      'its amount was put right, and part of it paid',
      [item('A1')],
      [item('A1', { amount: 90_00, received: 30_00 })],
      [['A1', 'partPaid amountChanged', 30, -10]],
      [100, 0, -30, -10, 0, 0, 60],
    ],
    [
      'it was made void',
      [item('A1')],
      [item('A1', { amount: 0 })],
      [['A1', 'amountChanged', 0, -100]],
      [100, 0, 0, -100, 0, 0, 0],
    ],
    [
      'its due date was moved',
      [item('A1')],
      [item('A1', { dueDate: serialOf(2025, 8, 10) })],
      [['A1', 'dueDateChanged', 0, 0]],
      [100, 0, 0, 0, 0, 0, 100],
    ],
    ['its row is gone', [item('A1')], [], [['A1', 'vanished', 0, 0]], [100, 0, 0, 0, -100, 0, 0]],
    [
      'it fell due',
      [item('A1', { dueDate: may })],
      [item('A1', { dueDate: may })],
      [['A1', 'older newlyOverdue', 0, 0]],
      [100, 0, 0, 0, 0, 0, 100],
    ],
    [
      'it fell due on the very day: not overdue yet',
      [item('A1', { dueDate: june })],
      [item('A1', { dueDate: june })],
      [],
      [100, 0, 0, 0, 0, 0, 100],
    ],
    [
      'it went from 11 to 41 days overdue',
      [item('A1', overdue)],
      [item('A1', overdue)],
      [['A1', 'older', 0, 0]],
      [100, 0, 0, 0, 0, 0, 100],
    ],
    [
      'an overpaid invoice is claimed back into what is due',
      [item('A1', { received: 110_00, ...overdue })],
      [item('A1', { received: 90_00, ...overdue })],
      [['A1', 'reversed newlyOverdue', -20, 0]],
      [-10, 0, 20, 0, 0, 0, 10],
    ],
    [
      'a receipt came in advance',
      [],
      [item('R1', { amount: -30_00, kind: 'advance' })],
      [['R1', 'came', 0, 0]],
      [0, 0, 0, 0, 0, -30, -30],
    ],
    [
      'half a credit was used',
      [item('R1', { amount: -30_00 })],
      [item('R1', { amount: -30_00, received: -15_00 })],
      [['R1', 'partPaid', -15, 0]],
      [-30, 0, 0, 0, 0, 15, -15],
    ],
  ])('%s', (_, then, now, movements, bridge) => {
    const comparison = compare(then, now);
    expect(comparison.movements.map(line)).toEqual(movements);
    expect(bridgeLine(comparison.bridges[0]!)).toEqual(bridge);
    expect([comparison.from, comparison.to]).toEqual([may, june]);
  });

  it('says on which rows an item stood, and in which buckets', () => {
    const [paid] = compare(
      [item('A0'), item('A1', overdue)],
      [item('A1', { ...overdue, received: 40_00, sheet: '六月' }), item('A0')],
    ).movements;
    expect(paid).toEqual({
      kinds: ['partPaid', 'older'],
      customer: '甲',
      documentNo: 'A1',
      currency: '人民币',
      before: { sheet: '', row: 3, ...overdue, amount: 100_00, open: 100_00, bucket: 1 },
      after: { sheet: '六月', row: 2, ...overdue, amount: 100_00, open: 60_00, bucket: 2 },
      paid: 40_00,
      changed: 0,
    });
  });

  it('judges both days by the edges of the later snapshot', () => {
    const rows = [item('A1', overdue)];
    const before = snapshot(rows, may, [10, 20]);
    const { movements } = compareSnapshots(before, snapshot(rows, june, [50]), itemsOf(rows));
    expect(movements).toEqual([]);
  });

  it('lists most money first, then by customer, number and due date', () => {
    const { movements } = compare(
      [item('A9', { amount: 500_00 })],
      [
        item('A2'),
        item('A1', { customer: '乙' }),
        item('A1', { dueDate: serialOf(2025, 7, 12) }),
        item('A1'),
      ],
    );
    expect(
      movements.map(({ customer, documentNo, after }) => [
        customer,
        documentNo,
        after?.dueDate ?? NO_DATE,
      ]),
    ).toEqual([
      ['甲', 'A9', NO_DATE],
      ['乙', 'A1', serialOf(2025, 7, 10)],
      ['甲', 'A1', serialOf(2025, 7, 10)],
      ['甲', 'A1', serialOf(2025, 7, 12)],
      ['甲', 'A2', serialOf(2025, 7, 10)],
    ]);
  });

  it('keeps currencies apart, whatever they are called, and a currency that is gone', () => {
    const { bridges } = compare(
      [item('A1'), item('A2', { currency: 'USD' })],
      [item('A3', { currency: 'EUR' }), item('A1', { currency: 'RMB', received: 30_00 })],
    );
    expect(bridges.map((b) => [b.currency, ...bridgeLine(b)])).toEqual([
      ['EUR', 0, 100, 0, 0, 0, 0, 100],
      ['RMB', 100, 0, -30, 0, 0, 0, 70],
      ['USD', 100, 0, 0, 0, -100, 0, 0],
    ]);
  });

  it('tells by how many points the overdue share rose', () => {
    const rows = [
      item('A1', { ...overdue, amount: 100_00 }),
      item('A2', { dueDate: serialOf(2025, 6, 15), amount: 150_00 }),
      item('A3', { dueDate: serialOf(2025, 7, 15), amount: 150_00 }),
      item('A4', { amount: -40_00 }),
    ];
    const [bridge] = compare(rows, rows).bridges;
    expect(bridge).toMatchObject({
      overdueShareBefore: 0.25,
      overdueShareAfter: 0.625,
      overdueSharePoints: 37.5,
    });
  });

  it('has no share where nothing is open', () => {
    const paid = compare([item('A1')], [item('A1', { received: 100_00 })]).bridges[0];
    expect(paid).toMatchObject({
      overdueShareBefore: 0,
      overdueShareAfter: null,
      overdueSharePoints: null,
    });
    expect(compare([], [item('A1')]).bridges[0]!.overdueSharePoints).toBeNull();
  });

  it('does not take a document of a later day for a settled one', () => {
    const later = item('A1', { documentDate: june + 1 });
    expect(compare([item('A1')], [later]).movements.map(line)).toEqual([['A1', 'vanished', 0, 0]]);
  });
});

describe('the worked example of docs/spec-snapshots.md', () => {
  const a = (no: string, due: Serial, yuan: number, openYuan = yuan) =>
    item(no, { dueDate: due, amount: yuan * 100, received: (yuan - openYuan) * 100 });
  const [a1, a2, a3] = [serialOf(2025, 5, 20), serialOf(2025, 6, 20), serialOf(2025, 6, 25)];
  const { movements, bridges } = compare(
    [a('A1', a1, 100), a('A2', a2, 200), a('A3', a3, 300), a('A4', serialOf(2025, 7, 10), 50)],
    [
      a('A1', a1, 100, 60),
      a('A2', a2, 200, 0),
      a('A3', a3, 290),
      a('A5', serialOf(2025, 7, 30), 400),
      item('R1', { kind: 'receipt', amount: -30_00, documentDate: june }),
    ],
  );

  it('says what happened to each item', () => {
    expect(movements.map(line)).toEqual([
      ['A5', 'came', 0, 0],
      ['A3', 'amountChanged older newlyOverdue', 0, -10],
      ['A2', 'paid', 200, 0],
      ['A1', 'partPaid older', 40, 0],
      ['A4', 'vanished', 0, 0],
      ['R1', 'came', 0, 0],
    ]);
  });

  it('bridges 650 to 720', () => {
    expect(bridgeLine(bridges[0]!)).toEqual([650, 400, -240, -10, -50, -30, 720]);
    expect(bridges[0]!.overdueSharePoints).toBeCloseTo((350 / 750 - 100 / 650) * 100, 10);
  });

  it('says what each movement adds to which part', () => {
    const parts = movements.map((movement) => {
      const { came, paid, changed, vanished, credits } = bridgeParts(movement);
      return [came, paid, changed, vanished, credits].map((fen) => fen / 100);
    });
    expect(parts).toEqual([
      [400, 0, 0, 0, 0],
      [0, 0, -10, 0, 0],
      [0, 200, 0, 0, 0],
      [0, 40, 0, 0, 0],
      [0, 0, 0, 50, 0],
      [0, 0, 0, 0, -30],
    ]);
  });
});

describe('an item is known again', () => {
  const moved = (rows: Receivable[], now: Receivable[]) => compare(rows, now).movements.map(line);

  it('on another row', () => {
    const rows = ['A1', 'A2', 'A3'].map((no, i) => item(no, { amount: 100_00 + i }));
    expect(moved(rows, [...rows].reverse())).toEqual([]);
  });

  it('among instalments of one number', () => {
    const part = (day: number, received = 0) =>
      item('A1', { dueDate: serialOf(2025, 7, day), received });
    expect(moved([part(1), part(2), part(3)], [part(3), part(1, 100_00), part(2)])).toEqual([
      ['A1', 'paid', 100, 0],
    ]);
  });

  it('among repeated numbers of one due date, by amount', () => {
    const [small, large] = [item('A1', { amount: 10_00 }), item('A1', { amount: 20_00 })];
    expect(moved([small, large], [large])).toEqual([['A1', 'vanished', 0, 0]]);
    expect(compare([small, large], [large]).movements[0]!.before!.amount).toBe(10_00);
  });

  it('among exact repeats, by what is open of them', () => {
    const partPaid = item('A1', { received: 40_00 });
    const { movements } = compare([item('A1'), partPaid], [partPaid]);
    expect(movements.map((m) => [m.kinds[0], m.before!.open])).toEqual([['vanished', 100_00]]);
  });

  it('with its number while another of the number was paid', () => {
    const other = item('见附件', { dueDate: serialOf(2025, 8, 1), documentDate: june });
    expect(moved([item('见附件')], [other, item('见附件', { received: 100_00 })])).toEqual([
      ['见附件', 'paid', 100, 0],
      ['见附件', 'came', 0, 0],
    ]);
  });

  it('not as another customer’s, another currency’s or another kind’s', () => {
    for (const change of [{ customer: '乙' }, { currency: 'USD' }, { kind: 'receipt' as const }]) {
      expect(
        moved([item('A1')], [item('A1', change)])
          .map(([, kinds]) => kinds)
          .sort(),
      ).toEqual(['came', 'vanished']);
    }
  });

  it('under a code that lost its zeros', () => {
    const with0 = [item('A1', { customer: '00123' })];
    expect(moved(with0, [item('A1', { customer: '123' })])).toEqual([]);
  });

  it('without a number, by customer, dates and amount only', () => {
    expect(moved([item('')], [item('')])).toEqual([]);
    expect(moved([item('')], [item('', { received: 100_00 })])).toEqual([['', 'paid', 100, 0]]);
    expect(moved([item('')], [item('', { amount: 101_00 })])).toEqual([
      ['', 'came', 0, 0],
      ['', 'vanished', 0, 0],
    ]);
  });
});

const anyItem = fc
  .record({
    documentNo: fc.constantFrom('A1', 'A2', 'A3', ''),
    customer: fc.constantFrom('甲', '乙'),
    currency: fc.constantFrom('人民币', 'USD'),
    documentDate: fc.integer({ min: may - 3, max: june + 1 }),
    dueDate: fc.integer({ min: may - 40, max: june + 3 }),
    amount: fc.integer({ min: -300, max: 900 }),
    received: fc.integer({ min: 0, max: 5 }),
    receiptDate: fc.constantFrom(NO_DATE, may, june),
  })
  .map(({ received, ...rest }) =>
    item(rest.documentNo, { ...rest, received: Math.trunc((rest.amount * received) / 5) }),
  );
const ledger = fc.array(anyItem, { maxLength: 25 });

describe('any two snapshots', () => {
  it('one compared with itself: nothing moved', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        const one = snapshot(rows, june);
        const { movements, bridges } = compareSnapshots(one, one, itemsOf(rows));
        expect(movements).toEqual([]);
        for (const b of bridges) {
          expect([b.came, b.paid, b.changed, b.vanished, b.credits]).toEqual([0, 0, 0, 0, 0]);
          expect(b.closing).toBe(b.opening);
        }
      }),
    );
  });

  it('opening + came − paid + changed − vanished + credits = closing, as the analyses have them', () => {
    fc.assert(
      fc.property(ledger, ledger, (then, now) => {
        const [before, after] = [snapshot(then, may), snapshot(now, june)];
        const { movements, bridges } = compareSnapshots(before, after, itemsOf(now));
        for (const b of bridges) {
          const own = movements.filter(
            ({ currency }) => currencyKey(currency) === currencyKey(b.currency),
          );
          for (const part of ['came', 'paid', 'changed', 'vanished', 'credits'] as const) {
            expect(own.reduce((sum, movement) => sum + bridgeParts(movement)[part], 0)).toBe(
              b[part],
            );
          }
          const total = (s: typeof before) =>
            s.totals.find(({ currency }) => currency === b.currency)?.open ?? 0;
          expect([b.opening, b.closing]).toEqual([total(before), total(after)]);
          expect(b.opening + b.came - b.paid + b.changed - b.vanished + b.credits).toBe(b.closing);
        }
      }),
    );
  });

  it('the other way round, what came had gone and every balance moved back', () => {
    fc.assert(
      fc.property(ledger, ledger, (then, now) => {
        const [a, b] = [snapshot(then, may), snapshot(now, june)];
        const none = itemsOf([]);
        const [there, back] = [compareSnapshots(a, b, none), compareSnapshots(b, a, none)];
        const moneyOf = (movements: readonly Movement[], kind: string) =>
          movements
            .filter((m) => m.kinds.includes(kind as Movement['kinds'][number]))
            .map((m) => [m.customer, m.documentNo, (m.after ?? m.before)!.open])
            .sort();
        expect(moneyOf(there.movements, 'came')).toEqual(moneyOf(back.movements, 'vanished'));
        expect(moneyOf(there.movements, 'vanished')).toEqual(moneyOf(back.movements, 'came'));
        for (const one of there.bridges) {
          const other = back.bridges.find(({ currency }) => currency === one.currency)!;
          expect([other.opening, other.closing]).toEqual([one.closing, one.opening]);
          expect([other.came, other.vanished]).toEqual([one.vanished, one.came]);
          expect([other.paid, other.changed, other.credits]).toEqual(
            [one.paid, one.changed, one.credits].map((fen) => -fen + 0),
          );
        }
      }),
    );
  });

  it('say the same in any order of the rows', () => {
    fc.assert(
      fc.property(ledger, ledger, (then, now) => {
        const facts = (a: readonly Receivable[], b: readonly Receivable[]) => {
          const { movements, bridges } = compare(a, b);
          const stateless = movements.map((m) =>
            JSON.stringify([...line(m), m.customer, m.currency, m.before?.open, m.after?.open]),
          );
          return [stateless.sort(), bridges.map((x) => JSON.stringify(x)).sort()];
        };
        expect(facts([...then].reverse(), [...now].reverse())).toEqual(facts(then, now));
      }),
    );
  });
});
