import type { SheetForm } from './findLayout';
import { vocabularyOf } from './headerMatch';
import { OTHER_COLUMNS, SYNONYMS, words } from './synonyms';

const { customer, customerName, currency, rate, salesperson, status, dueDate } = SYNONYMS;

const MEANS = words(`
  结算方式, 收款方式, 回款方式, 付款方式, 收款类型, 款项类型, 款项性质, 收款性质, 单据类型, 支付方式,
  payment method, receipt type, payment type, method, means of payment`);
const BILL_DUE = words(
  `票据到期日, 到期日, 到期日期, 汇票到期日, 承兑到期日, maturity date, due date`,
);
const receiptWords = new Set([...MEANS, ...BILL_DUE]);

/** A row a receipt: what came in and when; maybe from whom and for which document. */
export const RECEIPT_FORM: SheetForm = {
  words: vocabularyOf(
    {
      customer,
      customerName: {
        ...customerName,
        strong: [...customerName.strong, ...words(`付款人, 汇款人, 对方户名, paid by, remitter`)],
      },
      documentNo: {
        strong: words(`
          收款单号, 收款单据号, 收款单编号, 收款编号, 收款凭证号, 回款单号, 收据号, 收据编号,
          到账流水号, 银行流水号, 交易流水号, 流水号, 水单号, 单据号, 单据编号, 凭证号, 凭证字号,
          receipt no, receipt number, receipt id, payment no, payment number, payment id,
          payment reference, voucher no, transaction id`),
        weak: words(`编号, 单号, no, number, reference, ref`),
      },
      appliesTo: {
        strong: words(`
          核销单号, 核销发票号, 核销单据号, 对应发票号, 对应发票, 对应单据号, 对应单号, 对应应收单号,
          关联发票号, 关联发票, 关联单据, 关联单号, 冲销单号, 冲销发票号, 发票号, 发票号码,
          发票编号, 应收单号, 销售单号, 出库单号, 送货单号, 合同号, 合同编号, 销售订单号, 订单号,
          订单编号, applied to, applies to, applied to invoice, against invoice, invoice no,
          invoice number, invoice id, inv no, contract no, contract number, order no,
          order number`),
        weak: words(`发票, 核销, 合同, 订单, invoice, invoices, contract`),
      },
      documentDate: {
        strong: words(`
          收款日期, 收款日, 收款时间, 回款日期, 回款日, 回款时间, 到账日期, 到账日, 到账时间,
          到款日期, 实收日期, 实际收款日期, 实际回款日期, 付款日期, 收讫日期, 入账日期, 交易日期,
          单据日期, 业务日期, 凭证日期, 记账日期, receipt date, payment date, date received,
          received date, paid date, date paid, collection date, value date, received on,
          paid on, posting date`),
        weak: words(`日期, 时间, 收款, 回款, date`),
      },
      amount: {
        strong: words(`
          收款金额, 回款金额, 到账金额, 到款金额, 实收金额, 实收款, 实收款金额, 收款额, 回款额,
          本次收款, 本次回款, 本次收款金额, 收款原币金额, 原币收款金额, 付款金额, 实际收款金额,
          收到金额, receipt amount, amount received, received amount, payment amount,
          amount paid, paid amount, amount collected`),
        weak: words(`
          金额, 原币金额, 本币金额, 收款, 回款, 到账, 实收, 核销金额, amount, received, paid,
          payment, receipt, value`),
      },
      means: { strong: MEANS },
      dueDate: { strong: BILL_DUE },
      currency,
      rate,
      salesperson,
      status,
      remark: {
        strong: words(`摘要, 用途, 附言, 备注, 款项用途, remark, remarks, memo, description`),
      },
    },
    OTHER_COLUMNS.filter((header) => !receiptWords.has(header)),
  ),
  isWhole: ({ amount, documentDate }) => amount !== undefined && documentDate !== undefined,
};

/** 明细账: a row a booking, debits and credits beside a balance that runs on. */
export const ACCOUNT_FORM: SheetForm = {
  words: vocabularyOf(
    {
      customer,
      customerName,
      documentDate: {
        strong: words(`
          日期, 凭证日期, 记账日期, 制单日期, 业务日期, 单据日期, 入账日期, 过账日期, 发生日期,
          date, posting date, document date, transaction date, voucher date, entry date,
          trans date`),
        weak: words(`时间, 年月日, posted`),
      },
      dueDate,
      documentNo: {
        strong: words(`
          发票号, 发票号码, 单据号, 单据编号, 业务单号, 凭证号, 凭证号数, 凭证编号, 凭证字号,
          凭证号码, 凭证字, invoice no, invoice number, document no, document number, doc no,
          voucher no, voucher number, journal no, reference no, entry no, transaction no`),
        weak: words(`凭证, 编号, 号数, 单号, voucher, document, reference, ref, no, number`),
      },
      remark: {
        strong: words(`
          摘要, 业务摘要, 凭证摘要, 说明, description, memo, particulars, narration, details,
          explanation`),
        weak: words(`备注, 内容, 业务类型, text, remark, remarks, transaction, type`),
      },
      amount: {
        strong: words(`
          借方金额, 借方, 借方发生额, 本期借方, 借方原币, 原币借方, 借方本币, 本期应收, 本期应收金额,
          本期增加, debit, debit amount, debits, amount debit, charges`),
        weak: words(`借, 应收, 增加, dr`),
      },
      received: {
        strong: words(`
          贷方金额, 贷方, 贷方发生额, 本期贷方, 贷方原币, 原币贷方, 贷方本币, 本期收回, 本期收款,
          本期回款, 本期减少, credit, credit amount, credits, amount credit`),
        weak: words(`贷, 收回, 减少, cr`),
      },
      direction: {
        strong: words(`
          方向, 借贷, 借或贷, 余额方向, 借贷方向, 余额借贷, 借贷标志, dr cr, d c, direction,
          debit credit, balance side`),
      },
      open: {
        strong: words(`
          余额, 期末余额, 余额金额, 结余, 结余金额, 本期余额, 余额原币, 原币余额, 余额本币, 本币余额,
          应收余额, balance, running balance, closing balance, balance amount`),
      },
      currency,
      rate,
      salesperson,
      year: { strong: words(`年, 年度, 年份, 会计年度, year`) },
      month: { strong: words(`月, 月份, month`) },
      day: { strong: words(`日, day`) },
    },
    OTHER_COLUMNS,
  ),
  isWhole: ({ amount, received, documentDate, month, day }) =>
    amount !== undefined &&
    received !== undefined &&
    (documentDate !== undefined || (month !== undefined && day !== undefined)),
};

/** 客户档案: a row a customer with what was agreed, no amounts and no days. */
export const CUSTOMER_FORM: SheetForm = {
  words: vocabularyOf(
    {
      customer,
      customerName,
      term: SYNONYMS.term,
      countsMonth: {
        strong: words(`
          含当月, 是否含当月, 当月是否计入, 月结含当月, 月结规则, 月结方式, 账期规则, counts month,
          month of invoice counts, including month of invoice`),
      },
    },
    OTHER_COLUMNS,
  ),
  isWhole: ({ customer: code, customerName: name, term }) =>
    (code ?? name) !== undefined && term !== undefined,
};

const CONTRACT_DATES = words(`
  签订日期, 签约日期, 合同日期, 合同签订日期, 签订时间, 签约时间, contract date, signing date,
  signed on, order date`);

/** A row a contract, whose stages stand beside each other; what is looked for here is the rest. */
export const STAGE_FORM: SheetForm = {
  words: vocabularyOf(
    {
      ...SYNONYMS,
      documentDate: {
        ...SYNONYMS.documentDate,
        strong: [...CONTRACT_DATES, ...SYNONYMS.documentDate.strong],
      },
    },
    OTHER_COLUMNS.filter((header) => !CONTRACT_DATES.includes(header)),
  ),
  isWhole: ({ customer: code, customerName: name, documentNo }) =>
    (code ?? name ?? documentNo) !== undefined,
};
