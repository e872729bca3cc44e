import type { Role } from './roles';

/** Header words of one role, simplified and lower case; English words stand apart. */
export interface Synonyms {
  /** Say the role by themselves, also inside a longer header; the likelier column first. */
  readonly strong: readonly string[];
  /** Mean the role only as the whole header and when the data fit. */
  readonly weak?: readonly string[];
}

/** @returns the words of a list that commas part. */
export const words = (list: string): readonly string[] => list.trim().split(/,\s+/);

/** As columns are titled in 用友, 金蝶, SAP and hand-kept ledgers. */
export const SYNONYMS: Readonly<Record<Role, Synonyms>> = {
  customer: {
    strong: words(`
      客户编码, 客户代码, 客户编号, 客户号, 客户id, 客户码, 客户, 购货单位编码, 购货单位代码,
      往来单位编码, 往来单位代码, 往来户编号, 核算项目代码, 单位编码, 单位代码, 付款方编码,
      售达方, 债务人编号, 统一编号, customer id, customer no, customer number, customer code,
      customer account, cust number, cust no, cust id, cust code, customer, account number,
      account no, sold to party, sold to, payer, debtor, debtor no, client id, client no,
      client code, kunnr, bp code`),
    weak: words(`编码, 代码, 客商编码, 客商, 客编, account, cust, client, buyer`),
  },
  customerName: {
    strong: words(`
      客户名称, 客户全称, 客户简称, 客户名, 购货单位名称, 购货单位, 购货方, 购买方名称,
      购方名称, 往来单位名称, 往来单位, 往来户名, 单位名称, 付款单位, 付款方, 欠款单位,
      公司名称, 客商名称, 债务人, 债务人名称, 买方, 买受人, 户名, 核算项目名称,
      customer name, client name, name customer, cust name, debtor name, payer name,
      company name, account name, buyer name, bill to name, sold to name`),
    weak: words(`客户, 名称, 单位, 公司, 客商, client, customer, company, name, bill to`),
  },
  documentNo: {
    strong: words(`
      发票号, 发票号码, 发票编号, 发票代码及号码, 单据号, 单据编号, 单据号码, 单据no,
      应收单号, 应收单据号, 销售单号, 销货单号, 出库单号, 发货单号, 送货单号, 结算单号,
      凭证号, 凭证编号, 凭证字号, 凭证号码, 订单号, 订单编号, 销售订单号, 对账单号, 合同号,
      合同编号, 票据号, 票号, 单号, invoice no, invoice number, invoice id, invoice num,
      invoice, inv no, inv number, document no, document number, document id, doc no,
      doc number, doc id, billing document, bill no, voucher no, voucher number,
      reference no, order no, order number`),
    weak: words(`编号, 发票, 单据, 凭证, 号码, document, reference, assignment, no, num, number`),
  },
  documentDate: {
    strong: words(`
      开票日期, 开票日, 开票时间, 发票日期, 发票日, 单据日期, 业务日期, 立账日期, 应收单日期,
      记账日期, 入账日期, 过账日期, 制单日期, 凭证日期, 销售日期, 出库日期, 发货日期,
      送货日期, 交货日期, 结算日期, 发生日期, 挂账日期, 确认日期, 订单日期, 起算日期,
      invoice date, document date, doc date, posting date, issue date, billing date,
      bill date, transaction date, inv date, voucher date, document create date,
      baseline date`),
    weak: words(`日期, 时间, 开票, 年月日, date, issued, dated`),
  },
  dueDate: {
    strong: words(`
      到期日, 到期日期, 付款到期日, 收款到期日, 应收到期日, 账款到期日, 信用到期日,
      到期付款日, 净到期日, 约定付款日, 约定付款日期, 约定收款日, 约定收款日期, 约定回款日期,
      合同付款日期, 合同约定付款日, 合同收款日期, 应付款日, 应付款日期, 应付日期, 应收日期,
      应收款日期, 应收款日, 应收账款日期, 应回款日期, 应收时间, 付款期限, 收款期限, 回款期限,
      最后付款日, 最迟付款日, 付款截止日, 付款截止日期, 截止付款日, 到期时间, 预计收款日,
      预计收款日期, 预计回款日期, 预计到账日期, 计划收款日期, 计划回款日期, 预收款日期,
      due date, net due date, payment due, payment due date, maturity date, due in date,
      due on, due by, date due, pay by, expected payment date, expected receipt date`),
    weak: words(`到期, 期限, due, maturity`),
  },
  term: {
    strong: words(`
      账期, 账期天数, 信用期, 信用期限, 信用天数, 信用账期, 付款条件, 收款条件, 付款条款,
      收款条款, 付款账期, 收款账期, 回款周期, 结算周期, 结算条件, 付款期, 收款天数, 信用条件,
      赊销期, 赊销天数, 赊账天数, 约定账期, 合同账期, payment terms, payment term,
      credit terms, credit term, credit days, terms, term days, credit period, net days,
      terms of payment, cust payment terms`),
    weak: words(`结算方式, 付款方式, 收款方式, 天数, 条件, term, days`),
  },
  amount: {
    strong: words(`
      应收金额, 应收款, 应收账款, 应收款金额, 应收账款金额, 应收款项, 应收总额, 应收总金额,
      应收合计, 应收原币, 应收原币金额, 应收原币, 价税合计, 含税金额, 开票金额, 发票金额,
      发票总额, 原币金额, 原币价税合计, 含税总额, 含税总价, 含税销售额, 销售金额, 销售额,
      销货金额, 货款金额, 货款, 单据金额, 合同金额, 结算金额, 应收本币金额, 应收本币,
      本币金额, 本位币金额, 总金额, 欠款总额, invoice amount, amount, total amount,
      total open amount, gross amount, invoice total, amount due, document amount,
      doc amount, original amount, amount in doc curr, amount in local currency,
      invoice value, billed amount, billing amount`),
    weak: words(`
      金额, 应收, 总额, 总价, 原币, 本币, 合计金额, 借方金额, 借方, 借方发生额, 借方本币, value,
      total, gross, invoiced, debit`),
  },
  received: {
    strong: words(`
      已收金额, 已收款, 已收款金额, 已收账款, 已回款, 已回款金额, 回款金额, 回款额, 累计回款,
      累计收款, 累计已收, 已收合计, 收款金额, 收款额, 实收金额, 实收款, 实际收款,
      实际收款金额, 实收原币, 已收原币, 已收原币金额, 已核销金额, 核销金额, 冲销金额,
      冲账金额, 已结算金额, 已结金额, 已付金额, 已付款, 付款金额, 到账金额, 到款金额,
      收回金额, 已收本币金额, received, received amount, amount received, paid, paid amount,
      amount paid, payment, payment amount, payments, receipts, receipt amount, collected,
      amount collected, cleared amount, applied, applied amount, settled amount`),
    weak: words(`
      已收, 实收, 已付, 回款, 收款, 核销, 到账, 已核销, 贷方金额, 贷方, 贷方发生额, 贷方本币,
      credit`),
  },
  open: {
    strong: words(`
      未收余额, 未收金额, 未收款, 未收款金额, 未收账款, 未回款, 未回款金额, 应收余额,
      应收款余额, 应收账款余额, 欠款余额, 欠款金额, 尚欠金额, 未核销金额, 未核销余额,
      未结金额, 未结余额, 未清金额, 未清余额, 未冲金额, 未冲账金额, 未付金额, 未付款, 未付余额, 余额, 期末余额,
      剩余金额, 剩余应收, 剩余未收, 待收金额, 待收款, 结欠金额, 原币余额, 本币余额, 账面余额,
      balance, open amount, open balance, outstanding, outstanding amount,
      outstanding balance, balance due, amount open, remaining amount, remaining balance,
      unpaid amount, unpaid, amount outstanding, open item amount`),
    weak: words(`未收, 欠款, 未核销, 未回, 尚欠, 结余, 未付, 尾款, open, remaining, due`),
  },
  receiptDate: {
    strong: words(`
      收款日期, 收款日, 收款时间, 回款日期, 回款日, 回款时间, 到账日期, 到账日, 到账时间,
      到款日期, 实收日期, 实际收款日期, 实际收款日, 实际回款日期, 结清日期, 结清日, 核销日期,
      冲销日期, 冲账日期, 清账日期, 付款日期, 实际付款日期, 最后收款日期, 最近收款日期,
      最近回款日期, 收讫日期, 结账日期, receipt date, clear date, clearing date,
      cleared date, settled date, settlement date, payment date, paid date, date paid,
      date received, received date, collection date, last payment date, paid on, received on,
      settled on`),
    weak: words(`回款, 收款, 到账, 核销, 清账, settled, cleared, clearing`),
  },
  currency: {
    strong: words(`
      币种, 币别, 货币, 币种名称, 币种编码, 原币币种, 交易币种, 结算币种, 单据币种, 货币类型,
      货币代码, currency, invoice currency, ccy, curr, currency code, document currency,
      waers`),
    weak: words(`原币, 币, cur`),
  },
  rate: {
    strong: words(
      `汇率, 记账汇率, 折算汇率, 兑换率, 外汇汇率, exchange rate, fx rate, conversion rate`,
    ),
    weak: words(`rate, exch rate`),
  },
  region: {
    strong: words(`
      区域, 地区, 大区, 销售区域, 销售地区, 所属区域, 所属地区, 客户区域, 客户地区, 片区,
      省份, 省区, 业务区域, 区域名称, 办事处, region, area, territory, sales region,
      sales area, province, country, country code, sales territory, district`),
    weak: words(`省, 城市, 国家, state, zone, city`),
  },
  customerType: {
    strong: words(`
      客户类型, 客户类别, 客户分类, 客户性质, 客户等级, 客户级别, 客户属性, 客户组, 渠道类型,
      渠道, 单位性质, 客户渠道, customer type, customer class, customer group,
      customer category, customer segment, channel, segment, account type`),
    weak: words(`性质, 等级`),
  },
  productModel: {
    strong: words(`
      车型, 产品型号, 车型名称, 适用车型, 配套车型, 型号, 规格型号, 机型, 产品名称, 产品,
      品名, 物料名称, 存货名称, 商品名称, 产品类别, 产品线, 货品名称, 产品规格, 项目车型,
      product model, vehicle model, car model, model, product, product name, product line,
      item description, material description, vehicle`),
    weak: words(`物料, 存货, 商品, 车系, 货物名称, item, material`),
  },
  salesperson: {
    strong: words(`
      业务员, 销售员, 业务人员, 销售人员, 营销员, 跟单员, 客户经理, 销售经理, 业务经理,
      责任人, 负责人, 经办人, 业务负责人, 销售负责人, 催收人, 责任业务员, 所属业务员,
      销售代表, 业代, 业务, 职员, 专管员, salesperson, sales person, sales rep, salesman,
      sales representative, account manager, sales owner, sales employee, rep, responsible,
      owner`),
    weak: words(`经理, 人员, 销售, 担当, sales, manager`),
  },
  industry: {
    strong: words(`
      行业, 所属行业, 客户行业, 行业类别, 行业分类, 行业名称, 产业, 产业类别, industry,
      sector, industry sector, vertical`),
  },
  status: {
    strong: words(`
      状态, 收款状态, 回款状态, 核销状态, 结清状态, 付款状态, 单据状态, 发票状态, 结算状态,
      是否结清, 是否核销, 是否收款, 是否回款, 结清标志, 核销标志, 收款情况, 回款情况,
      款项状态, 应收状态, status, invoice status, payment status, document status,
      clearing status, state of invoice`),
    weak: words(`情况, 结清`),
  },
  disputed: {
    strong: words(`
      争议, 是否争议, 是否有争议, 争议标志, 有无争议, 争议状态, 有争议, 纠纷, 是否纠纷, 异议,
      disputed, dispute, in dispute, is disputed, dispute flag`),
  },
  remark: {
    strong: words(`
      备注, 摘要, 说明, 备注说明, 附注, 备考, 用途, 情况说明, 逾期原因, 未收原因, remark,
      remarks, note, notes, comment, comments, memo, description, text`),
  },
  classFact: {
    strong: words(`
      定性分类, 人工分类, 人工五级分类, 五级分类人工, 五级分类调整, 风险分类, 诉讼状态, 诉讼情况,
      涉诉情况, 法律状态, 破产诉讼, 失信情况, 是否诉讼, 是否涉诉, 是否起诉, 是否破产, 是否失信,
      有无诉讼, 诉讼标志, 破产标志, 失信标志, 破产情况, 破产状态, qualitative class,
      qualitative classification, manual class, manual classification, class override, legal status,
      litigation status, in litigation, is bankrupt, bankruptcy status`),
    weak: words(`
      风险事项, 重大事项, 风险标记, 风险事件, 风险情况, 诉讼, 涉诉, 起诉, 破产, 失信, risk event, risk events,
      risk flag, litigation, lawsuit, bankrupt, bankruptcy`),
  },
};

/** Headers that look like one of ours and are not. */
export const OTHER_COLUMNS: readonly string[] = words(`
      序号, 行号, 数量, 单价, 含税单价, 不含税单价, 税率, 税额, 税金, 不含税金额, 未税金额,
      无税金额, 不含税, 净额, 折扣, 折扣金额, 扣款, 扣款金额, 质保金, 预收款, 预收金额,
      预收账款, 坏账准备, 坏账金额, 信用额度, 授信额度, 额度, 计量单位, 逾期天数, 逾期金额,
      逾期, 账龄, 账龄区间, 账龄天数, 五级分类, 预警, 灯, 期初余额, 期初金额, 期初, 上月余额,
      上年余额, 本年累计, 本月发生, 合同余额, 订单金额, 订单余额, 联系人, 联系电话, 电话,
      手机, 地址, 开户行, 银行账号, 账号, 税号, 纳税人识别号, 邮箱, 部门, 核销人, 收款人,
      开票人, 制单人, 审核人, 复核人, 打印日期, 制表日期, 审核日期, 客户订单号, 合同日期,
      合同签订日期, 签订日期, 对账日期, 催款日期, 催收日期, 承诺日期, 承诺还款日期, 逾期利息,
      违约金, 利息, 银行, 收款账户, 收款银行, 付款银行, 票据到期日, 发票类型, 单据类型,
      凭证类型, 产品数量, 发票代码, days overdue, overdue, overdue days, days late,
      days past due, age, ageing, ageing bucket, aging bucket, bucket, tax, tax amount,
      tax rate, vat, net amount, quantity, qty, unit price, price, discount, credit limit,
      line, line no, phone, email, address, contact, po number, po no, purchase order,
      customer po, order date, delivery date, ship date, days to settle, paperless date,
      paperless bill, document type, doc type, doctype, business code, business year,
      posting id, opening balance, print date, row id, overdue amount, promise date, risk class`);
