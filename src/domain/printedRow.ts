import { cellText, halfWidth } from './cell';
import { simplified } from './simplified';

const TOTAL =
  /^(?:(?:本|当|上|全|每|累|各)?(?:页|日|周|月|季|季度|年|年度|期|部门|客户|单位|地区|区域|项|\d{1,2}月(?:份)?|\d{4}年(?:\d{1,2}月)?)?(?:小计|合计|总计|共计|累计|汇总|总额|总和|余额合计|金额合计)(?:金额|数|余额)?(?:\([^)]*\))?|承前页|过次页|转次页|转下页|接上页|sub-?totals?|grandtotals?|totals?|pagetotals?|sum)[:]?$/;
/** A total named after what it adds up, as Excel's subtotals are: 宏达汽配 小计, Acme Total. */
const NAMED_TOTAL = /(?:小计|合计|总计|汇总|sub-?total|total)[:]?$/;
const PRINTED =
  /^(?:(?:制表|制单|编制|填表|审核|复核|审批|批准|核准|打印|经办|出纳|会计|记账|财务负责|财务主管|会计主管|部门负责|单位负责|负责|主管|编报|报表)(?:人|员|人员|日期|时间|单位|签字|签名|盖章)?[:].*|(?:制表|制单|编制|填表|审核|复核|审批|批准|核准|打印)(?:人|员|日期|时间)|第\d+页.*|共\d+页.*|.*第\d+\/?(?:\d+)?页(?:,?\/?共\d+页)?|page\d+(?:of\d+|\/\d+)?|(?:prepared|reviewed|approved|checked|printed)(?:by|on|at)?[:].*|(?:prepared|reviewed|approved)by.*|printdate.*)$/;

const squeezed = (cell: unknown): string =>
  simplified(halfWidth(cellText(cell)))
    .replace(/\s/g, '')
    .toLowerCase();

/** @returns whether a cell is the label of a subtotal or total row: 小　计, 本页合计：, Total. */
export const isTotalLabel = (cell: unknown): boolean => TOTAL.test(squeezed(cell));

/** @returns whether a cell ends in such a label; only a row without dates and number is one then. */
export const isNamedTotal = (cell: unknown): boolean => NAMED_TOTAL.test(squeezed(cell));

/** @returns whether a cell is of a line printed around a ledger: 制表人：…, 审核, 第 3 页 共 9 页. */
export const isPrintedLabel = (cell: unknown): boolean => PRINTED.test(squeezed(cell));
