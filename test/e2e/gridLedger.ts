import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { parseArea } from '../../src/host/model/address';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import {
  addAutoFilter,
  addSheet,
  mergeArea,
  setColumnWidth,
  setFrozen,
  setStyle,
  setValues,
  setVisibility,
} from '../../src/host/model/edits';
import type { CellValue } from '../../src/host/model/value';

const at = (address: string) => parseArea(address)!;
const HEADER = ['客户', '单据号', '到期日', '应收金额', '已收金额', '未收金额', '逾期天数'];
const CUSTOMERS = ['宏达汽配', '远景贸易', '申光电子', '南粤物流'];

/**
 * @param invoices - number of rows below the header in row 3
 * @returns a ledger as .xlsx: title merged over row 1, panes frozen at B4, a filter, two rules, and a
 * second sheet and a hidden one
 */
export function gridLedger(invoices: number): Buffer {
  const wb = createWorkbook();
  const sheet = wb.activeSheet;
  sheet.name = '台账';
  const last = invoices + 3;
  const rows: CellValue[][] = [];
  for (let i = 0; i < invoices; i++) {
    const due = 45_658 + ((i * 7) % 360); // from 2025-01-01 on
    rows.push([CUSTOMERS[i % 4]!, `INV-${1000 + i}`, due, 1000 + ((i * 7919) % 90_000), 0]);
  }
  setValues(wb, sheet, at('A1'), [['应收账款台账']], 'user');
  setValues(wb, sheet, at('A3:G3'), [HEADER], 'user');
  setValues(wb, sheet, at(`A4:E${last}`), rows, 'user');
  const formulas = rows.map((_, i) => [`=D${i + 4}-E${i + 4}`, `=MAX(0,45838-C${i + 4})`]);
  setValues(wb, sheet, at(`F4:G${last}`), formulas, 'user');
  mergeArea(wb, sheet, at('A1:G1'), false, 'user');
  const format = (address: string, numberFormat: string) =>
    setStyle(wb, sheet, at(address), (style) => ({ ...style, numberFormat }));
  format(`C4:C${last}`, 'yyyy-mm-dd');
  format(`D4:F${last}`, '#,##0.00');
  setStyle(wb, sheet, at('A1:G3'), (style) => ({ ...style, font: { ...style.font, bold: true } }));
  setColumnWidth(wb, sheet, 0, 6, 14);
  setFrozen(wb, sheet, 3, 1);
  addAutoFilter(wb, sheet, at(`A3:G${last}`));
  const whole = { ranges: [at(`A4:G${last}`)], stopIfTrue: false };
  const red = { fillColor: '#FFC7CE', fontColor: '#9C0006' };
  sheet.conditionalFormats.push({
    ...whole,
    id: wb.newRuleId(),
    kind: { type: 'custom', formula: 'AND($F4>0,$G4>90)', format: red },
  });
  const customers = addSheet(wb, '客户', 'user');
  setValues(wb, customers, at('A1:A5'), [['客户'], ...CUSTOMERS.map((name) => [name])], 'user');
  setVisibility(wb, addSheet(wb, '参数', 'user'), 'Hidden');
  return Buffer.from(saveWorkbook(wb));
}
