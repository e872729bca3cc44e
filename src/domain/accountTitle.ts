import { cellText, halfWidth } from './cell';
import { simplified } from './simplified';

/** A customer as a title names it; a part is '' where the title has none. */
export interface TitleCustomer {
  readonly code: string;
  readonly name: string;
}

const TITLE =
  /(?:客户|往来单位|往来户|核算项目|购货单位|户名|customer|debtor|client)(?: ?(?:名称|编码|代码|name|code|no\.?))?[:：]\s*(.+)$/i;
/** Where the customer ends and another part of the title begins. */
const NEXT_PART =
  /\s*(?:[\s;,；，]|^)(?:币种|币别|期间|日期|单位|科目|会计期间|currency|period|from)[:：\s].*$|\s{3,}.*$/i;
const CODE_AND_NAME = /^[[(【]?([a-z]*[-.]?\d[\w.-]*)[\])】]?[\s_/-]*([^\d\s_/-].*)$/i;

/**
 * @param cell - of a row above the bookings: 客户：001 宏达汽配, Customer: Acme Ltd
 * @returns null where the cell names none
 */
export function titleCustomer(cell: unknown): TitleCustomer | null {
  const said = TITLE.exec(simplified(halfWidth(cellText(cell))))?.[1]
    ?.replace(NEXT_PART, '')
    .trim();
  if (!said) return null;
  const parts = CODE_AND_NAME.exec(said);
  return parts ? { code: parts[1]!, name: parts[2]!.trim() } : { code: '', name: said };
}

const OPENING =
  /^(?:上年|上期|上月|去年|年初|期初|月初)(?:余额|结转|数|结存|转入)|^(?:余额)?(?:上年|上月|期初)结转|^(?:opening|beginning) balance|^balance (?:b\/?f|brought forward|forward)|^(?:b\/f|brought forward)$/i;
const CLOSING =
  /^(?:期末|年末|月末)(?:余额|合计)|^结转下[年期月]|^当前(?:合计|累计)|^closing balance|^balance (?:c\/?f|carried forward)/i;

const plain = (cell: unknown): string =>
  simplified(halfWidth(cellText(cell))).replace(/(?<=[^\x00-\x7f])\s+/g, '');

/** @returns whether a cell labels the balance an account opens with: 期初余额, 上年结转. */
export const isOpeningLabel = (cell: unknown): boolean => OPENING.test(plain(cell));

/** @returns whether a cell labels the balance an account closes with: 期末余额, 结转下年. */
export const isClosingLabel = (cell: unknown): boolean => CLOSING.test(plain(cell));
