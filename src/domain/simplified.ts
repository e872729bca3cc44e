/** Traditional characters of ledger headers, terms and status words; their simplified forms below. */
const TRADITIONAL =
  '戶編號碼單據發開應實際賬帳餘額幣別匯項貨價稅總計結業務員產車區類銷狀態爭議備註誌簡稱領約購來憑證訂規屬負責經辦門優級聯繫電話歷時間條沖銀轉徵還繳納預協質後處國網點劃組織資訊種職層數廢糾紛訴訟異當現內淨貸齡對簽訖關閉無驗個撥';
const SIMPLIFIED =
  '户编号码单据发开应实际账账余额币别汇项货价税总计结业务员产车区类销状态争议备注志简称领约购来凭证订规属负责经办门优级联系电话历时间条冲银转征还缴纳预协质后处国网点划组织资讯种职层数废纠纷诉讼异当现内净贷龄对签讫关闭无验个拨';

const forms = new Map([['帐', '账']]);
for (let i = 0; i < TRADITIONAL.length; i++) forms.set(TRADITIONAL[i]!, SIMPLIFIED[i]!);

/** @returns the text with the traditional characters of ledgers simplified, 帐 as 账. */
export const simplified = (text: string): string =>
  text.replace(/[\u3400-\u9fff]/g, (c) => forms.get(c) ?? c);
