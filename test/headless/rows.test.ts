import { NO_DATE, ReceivablesBuilder } from '../../src/domain';
import { rowsAt, rowsOf } from '../../src/headless/rows';

/** Items of rows, sheet!row each. */
function itemsAt(...places: readonly string[]) {
  const builder = new ReceivablesBuilder([]);
  for (const place of places) {
    const [sheet = '', row] = place.split('!');
    builder.add({
      sheet,
      row: Number(row),
      customer: '甲',
      currency: '',
      documentDate: NO_DATE,
      dueDate: NO_DATE,
      amount: 100,
      received: 0,
      receiptDate: NO_DATE,
    });
  }
  return { items: builder.build() };
}

const all = ({ items }: ReturnType<typeof itemsAt>) => [...items.row.keys()];

describe('rows something rests on', () => {
  it('are runs, in the order of the sheet, however the items come', () => {
    const found = itemsAt('台账!20', '台账!4', '台账!3', '台账!5', '台账!17');
    expect(rowsOf(found, all(found))).toEqual({ count: 5, spans: ['台账!3-5,17,20'], left: 0 });
    expect(rowsOf(found, [0, 4])).toEqual({ count: 2, spans: ['台账!17,20'], left: 0 });
    expect(rowsOf(found, [])).toEqual({ count: 0, spans: [], left: 0 });
  });

  it('count once where a row makes several items', () => {
    const found = itemsAt('台账!3', '台账!3', '台账!4', '台账!4', '台账!9');
    expect(rowsOf(found, all(found))).toEqual({ count: 3, spans: ['台账!3-4,9'], left: 0 });
  });

  it('are told by sheet, and no run goes from one into the next', () => {
    const found = itemsAt('开票!2', '开票!3', '收款!4', '开票!7');
    const rows = { count: 4, spans: ['开票!2-3,7', '收款!4'], left: 0 };
    expect(rowsOf(found, all(found))).toEqual(rows);
    const places = [
      { sheet: '开票', row: 7 },
      { sheet: '收款', row: 4 },
      { sheet: '开票', row: 2 },
      { sheet: '开票', row: 3 },
      { sheet: '开票', row: 3 },
    ];
    expect(rowsAt(places)).toEqual(rows);
  });

  it('are named up to 100 runs, and the rows beyond are counted', () => {
    const alternate = Array.from({ length: 100 }, (_, i) => `台账!${2 * i + 2}`);
    const within = itemsAt(...alternate);
    expect(rowsOf(within, all(within))).toMatchObject({ count: 100, left: 0 });
    const beyond = itemsAt(...alternate, '台账!300', '台账!301', '台账!302', '收款!1');
    const { count, spans, left } = rowsOf(beyond, all(beyond));
    expect([count, left]).toEqual([104, 4]);
    expect(spans).toHaveLength(1);
    expect(spans[0]!.split(',')).toHaveLength(100);
    expect(spans[0]).toMatch(/,200$/);
  });
});
