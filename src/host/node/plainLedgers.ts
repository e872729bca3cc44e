import { saveWorkbook } from '../file/saveWorkbook';
import { createWorkbook } from '../model/createWorkbook';
import { mergeArea, setColumnWidth, setFrozen, setStyle, setValues } from '../model/edits';
import type { CellValue } from '../model/value';
import type { Sample } from './sample';

interface PlainLedger extends Omit<Sample, 'build'> {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly customers: readonly string[];
  readonly prefix: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly dateFormat: string;
}

const LEDGERS: readonly PlainLedger[] = [
  {
    file: 'ledger-zh.xlsx',
    language: 'zh-CN',
    sheet: '应收台账',
    title: '应收账款台账（2026 年，单位：元）',
    header: ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '业务员'],
    customers: [
      '宏达汽配有限公司',
      '江南车桥股份公司',
      '华锐制动系统',
      '东风协力贸易',
      '北辰重工',
      '瑞丰模具',
      '新远客车',
      '天成底盘科技',
      '昌盛五金',
      '众合新能源汽车',
      '金桥机电',
      '沪宁轴承',
    ],
    prefix: 'XS2026',
    widths: [20, 14, 12, 12, 14, 14, 9],
    dateFormat: 'yyyy-mm-dd',
  },
  {
    file: 'ledger-en.xlsx',
    language: 'en-US',
    sheet: 'Receivables',
    title: 'Receivables ledger 2026 (CNY)',
    header: ['Customer', 'Invoice No.', 'Invoice Date', 'Due Date', 'Amount', 'Received', 'Sales'],
    customers: [
      'Hongda Auto Parts',
      'Jiangnan Axles',
      'Huarui Braking',
      'Xieli Trading',
      'Beichen Heavy Industry',
      'Ruifeng Moulds',
      'Xinyuan Coaches',
      'Tiancheng Chassis',
      'Changsheng Hardware',
      'Zhonghe New Energy',
      'Jinqiao Electric',
      'Huning Bearings',
    ],
    prefix: 'INV2026',
    widths: [24, 14, 12, 12, 14, 14, 10],
    dateFormat: 'yyyy-mm-dd',
  },
];

const ROWS = 120;
/** 2026-01-05 */
const FIRST_DAY = 46_027;
const SALES = ['王昕', '李蔚', '赵岩'];

/** Park and Miller's generator: the same ledger on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

function ledgerRows({ customers, prefix }: PlainLedger): CellValue[][] {
  const roll = dice(20_260_105);
  return Array.from({ length: ROWS }, (_, i) => {
    const issued = FIRST_DAY + Math.floor((i * 310) / ROWS) + roll(3);
    const amount = (roll(48_000_00) + 1_200_00) / 100;
    const customer = roll(customers.length);
    // Older invoices are mostly paid, some in part; a few customers let everything wait.
    const settled = roll(100) < 92 - i / 2 && customer % 5 !== 3;
    const received = settled ? amount : roll(6) === 0 ? Math.floor(amount / 3) : 0;
    const number = `${prefix}${String(i + 1).padStart(4, '0')}`;
    const term = [30, 45, 60, 90][customer % 4]!;
    return [
      customers[customer]!,
      number,
      issued,
      issued + term,
      amount,
      received,
      SALES[customer % 3]!,
    ];
  });
}

function build(ledger: PlainLedger): Uint8Array {
  const wb = createWorkbook();
  const sheet = wb.sheets[0]!;
  sheet.name = ledger.sheet;
  const right = ledger.header.length - 1;
  const rows = [
    [ledger.title, ...new Array<null>(right).fill(null)],
    [...ledger.header],
    ...ledgerRows(ledger),
  ];
  const bottom = rows.length - 1;
  setValues(wb, sheet, { top: 0, left: 0, bottom, right }, rows, 'user');
  mergeArea(wb, sheet, { top: 0, left: 0, bottom: 0, right }, false, 'user');
  setStyle(wb, sheet, { top: 0, left: 0, bottom: 0, right: 0 }, (style) => ({
    ...style,
    font: { ...style.font, size: 14, bold: true },
  }));
  setStyle(wb, sheet, { top: 1, left: 0, bottom: 1, right }, (style) => ({
    ...style,
    font: { ...style.font, bold: true },
    fill: { color: '#DDEBF7' },
  }));
  const format = (from: number, to: number, numberFormat: string) =>
    setStyle(wb, sheet, { top: 2, left: from, bottom, right: to }, (style) => ({
      ...style,
      numberFormat,
    }));
  format(2, 3, ledger.dateFormat);
  format(4, 5, '#,##0.00');
  ledger.widths.forEach((width, column) => setColumnWidth(wb, sheet, column, column, width));
  setFrozen(wb, sheet, 2, 0);
  return saveWorkbook(wb);
}

/** A ledger without any difficulty, in each language. */
export const PLAIN_LEDGERS: readonly Sample[] = LEDGERS.map((ledger) => ({
  ...ledger,
  build: () => build(ledger),
}));
