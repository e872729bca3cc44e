import { cellText, halfWidth } from './cell';
import { simplified } from './simplified';

/** What a ledger's status word says of an item's open amount: nothing, all received, or no claim. */
export type Status = 'none' | 'settled' | 'void';

const SETTLED =
  /^已?全?(?:部?结清|核销|收清|收齐|付清|清账|结案|关闭|完结|完成|回清|收讫|两清)$|^已(?:全部|全额|完全)?(?:核销|收款|回款|付款|收|付)$|^(?:全部|全额)(?:收款|回款|核销)$|^(?:收款|回款|核销)完成$|^(?:closed|paid|paid ?in ?full|fully ?paid|settled|cleared|complete|completed)$/;
const VOID =
  /^(?:发票)?已?(?:作废|红冲|冲红|冲销|取消|撤销|注销|删除)(?:发票)?$|^无效$|^(?:void|voided|cancell?ed|reversed|deleted|invalid)$/;
const DISPUTED =
  /^(?:是|有|有争议|争议|争议中|存在争议|纠纷|诉讼|诉讼中|异议|有异议|√|✓|✔|y|yes|true|1|x|disputed?|in dispute)$/;

/** @returns what the word says; 'none' for open, part-paid and unknown words. */
export function parseStatus(cell: unknown): Status {
  const word = wordOf(cell);
  return SETTLED.test(word) ? 'settled' : VOID.test(word) ? 'void' : 'none';
}

/** @returns whether a cell of the dispute column says there is one. */
export const parseDisputed = (cell: unknown): boolean => DISPUTED.test(wordOf(cell));

const wordOf = (cell: unknown): string =>
  simplified(halfWidth(cellText(cell)).trim().toLowerCase());
