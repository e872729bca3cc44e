import { cellText, halfWidth, isDigit } from './cell';

/** Spellings of one currency, half-width, upper case. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  CNY: ['CNY', 'RMB', 'CNH', '人民币', '人民幣', '¥', '本位币', '元', 'PRE001'],
  USD: ['USD', 'US$', '$', '美元', '美金', 'PRE007'],
  EUR: ['EUR', '€', '欧元', '歐元'],
  HKD: ['HKD', 'HK$', '港币', '港元', '港幣'],
  JPY: ['JPY', '日元', '日圆', '日幣'],
  GBP: ['GBP', '£', '英镑', '英鎊'],
  TWD: ['TWD', 'NTD', 'NT$', '新台币', '新臺幣', '台币', '臺幣'],
  CAD: ['CAD', 'CA$', '加元', '加拿大元'],
};

const codes = new Map(
  Object.entries(SPELLINGS).flatMap(([code, words]) => words.map((word) => [word, code] as const)),
);

/** @returns what tells a currency from others: the same for 人民币, RMB and CNY. */
export function currencyKey(word: string): string {
  const plain = halfWidth(word).trim().replace('￥', '¥').toUpperCase();
  return codes.get(plain) ?? plain;
}

const SIGN =
  /US\$|HK\$|NT\$|CA\$|[$€£]|USD|EUR|HKD|GBP|JPY|CAD|TWD|美元|美金|欧元|港币|港元|日元|英镑/i;

/** @returns the foreign currency an amount's own text names; '' when it names none. */
export function currencyInAmount(cell: unknown): string {
  if (typeof cell !== 'string' || isBare(cell)) return '';
  const sign = SIGN.exec(halfWidth(cellText(cell)))?.[0];
  return sign === undefined ? '' : currencyKey(sign);
}

/** A currency stands before or behind the amount: 1,234.50, -1234.50, ¥1,234.50 and 1234.50元 name none. */
function isBare(text: string): boolean {
  const first = text.charCodeAt(0);
  const start = first === 45 || first === 0xa5 || first === 0xffe5 ? 1 : 0; // -, ¥, ￥
  const end = text.endsWith('元') ? text.length - 1 : text.length;
  return isDigit(text, start) && isDigit(text, end - 1);
}
