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

/** A ledger of ten columns, n/50 customers, the same on every machine; header in row 1. */
export function ledgerWorkbook(rows: number): Workbook {
  const wb = createWorkbook();
  const body = Array.from({ length: rows }, (_, i): CellValue[] => {
    const customer = i % Math.max(1, Math.floor(rows / 50));
    const issued = 45_000 + ((i * 7919) % 700);
    const amount = ((i * 104_729) % 5_000_000) / 100 + 100;
    const paid = i % 3 === 0 ? 0 : i % 3 === 1 ? amount : Math.floor(amount / 2);
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
