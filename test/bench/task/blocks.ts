import { NO_DATE, isoDate, type Mapping, type Receivables } from '../../../src/domain';
import { seeded } from './ledger';

/** Nine columns as a workbook has them; both forms of the ledger have these. */
export const HEADERS = [
  '客户编码',
  '单据号',
  '开票日期',
  '到期日',
  '应收金额',
  '已收金额',
  '收款日期',
  '区域',
  '客户类型',
];
export const MAPPING: Mapping = {
  customer: 0,
  documentNo: 1,
  documentDate: 2,
  dueDate: 3,
  amount: 4,
  received: 5,
  receiptDate: 6,
  region: 7,
  customerType: 8,
};
/** About 2 MB of JSON, as a block is read from a workbook. */
const BLOCK_ROWS = 20_000;

/** Serials and numbers; or texts alone, as exports of other systems and people write them. */
export type Form = 'clean' | 'messy';

/** @returns the ledger's rows as the JSON of blocks, as they come from the workbook */
export function* jsonBlocks(items: Receivables, form: Form): Generator<string> {
  const cells = form === 'clean' ? cleanCells : messyCells;
  const draw = seeded(7);
  for (let from = 0; from < items.count; from += BLOCK_ROWS) {
    const rows: unknown[][] = [];
    const end = Math.min(from + BLOCK_ROWS, items.count);
    for (let i = from; i < end; i++) rows.push(cells(items, i, draw));
    yield JSON.stringify(rows);
  }
}

const words = (items: Receivables, i: number): string[] =>
  (['region', 'customerType'] as const).map((role) => {
    const { index, words } = items.dimensions[role]!;
    return words[index[i]!]!;
  });

const cleanCells = (items: Receivables, i: number): unknown[] => [
  items.customers[items.customer[i]!]!,
  `XS${20_240_000_000 + i}`,
  items.documentDate[i]!,
  items.dueDate[i]!,
  items.amount[i]! / 100,
  items.received[i]! / 100,
  items.receiptDate[i] === NO_DATE ? '' : items.receiptDate[i]!,
  ...words(items, i),
];

function messyCells(items: Receivables, i: number, draw: (below: number) => number): unknown[] {
  const day = (serial: number) => (serial === NO_DATE ? '' : dateText(serial, draw(8)));
  return [
    items.customers[items.customer[i]!]!,
    `XS${20_240_000_000 + i}`,
    day(items.documentDate[i]!),
    day(items.dueDate[i]!),
    amountText(items.amount[i]! / 100, draw(8)),
    amountText(items.received[i]! / 100, draw(8)),
    day(items.receiptDate[i]!),
    ...words(items, i),
  ];
}

/** Mostly 2025-03-01, then 2025/3/1, 2025年3月1日, 2025.03.01 and 20250301. */
function dateText(serial: number, shape: number): string {
  const iso = isoDate(serial);
  const [year, month, day] = iso.split('-') as [string, string, string];
  switch (shape) {
    case 0:
    case 1:
      return `${year}/${Number(month)}/${Number(day)}`;
    case 2:
      return `${year}年${Number(month)}月${Number(day)}日`;
    case 3:
      return `${year}.${month}.${day}`;
    case 4:
      return `${year}${month}${day}`;
    default:
      return iso;
  }
}

/** Mostly 1,234.50, then 1234.50, ¥1,234.50 and 1234.50元. */
function amountText(yuan: number, shape: number): string {
  const plain = yuan.toFixed(2);
  const grouped = plain.replace(/\B(?=(?:\d{3})+\.)/g, ',');
  switch (shape) {
    case 0:
    case 1:
      return plain;
    case 2:
      return yuan < 0 ? plain : `¥${grouped}`;
    case 3:
      return `${plain}元`;
    default:
      return grouped;
  }
}
