import { createWorkbook } from '../../src/host/model/createWorkbook';
import { setValues } from '../../src/host/model/edits';
import type { CellValue } from '../../src/host/model/value';
import type { Workbook } from '../../src/host/model/workbook';

const HEADER = [
  '客户',
  '客户名称',
  '单据号',
  '开票日期',
  '到期日',
  '应收金额',
  '已收金额',
  '区域',
  '业务员',
  '备注',
];

/**
 * A ledger of ten columns, n/50 customers, the same on every machine; header in row 1.
 *
 * @param creditEvery - every so many rows the last fifth holds a credit note of what an older row claims
 */
export function ledgerWorkbook(rows: number, creditEvery = Infinity): Workbook {
  const wb = createWorkbook();
  const customers = Math.max(1, Math.floor(rows / 50));
  const claim = (i: number) => ((i * 104_729) % 5_000_000) / 100 + 100;
  const body = Array.from({ length: rows }, (_, i): CellValue[] => {
    const customer = i % customers;
    const issued = 45_000 + ((i * 7919) % 700);
    const isCredit = i % creditEvery === 0 && i > rows * 0.8;
    const amount = isCredit ? -claim(i - customers) : claim(i);
    const paid = i % 3 === 0 || isCredit ? 0 : i % 3 === 1 ? amount : Math.floor(amount / 2);
    return [
      `C${String(customer).padStart(6, '0')}`,
      `宏达汽配第${customer}分公司`,
      `XS${i + 1}`,
      issued,
      issued + 30 + (i % 4) * 15,
      amount,
      paid,
      ['华东', '华南', '华北'][i % 3]!,
      ['王昕', '李蔚'][i % 2]!,
      '',
    ];
  });
  const area = { top: 0, left: 0, bottom: rows, right: HEADER.length - 1 };
  setValues(wb, wb.activeSheet, area, [HEADER, ...body], 'user');
  return wb;
}
