import type { Language } from '../workbook/texts';

interface FunctionStrings {
  readonly title: string;
  readonly choose: string;
  readonly groups: readonly string[];
  readonly help: string;
  readonly optional: (name: string) => string;
  readonly hint: string;
  readonly take: string;
  readonly takeSelection: (name: string) => string;
  readonly target: string;
  readonly formula: string;
  readonly preview: string;
  readonly missing: (name: string) => string;
  readonly unknown: (name: string) => string;
  readonly size: (rows: number, columns: number) => string;
  readonly calculating: string;
  readonly insert: string;
  readonly inserted: (address: string) => string;
  readonly takeBack: string;
  readonly close: string;
}

export const FUNCTION_STRINGS: Readonly<Record<Language, FunctionStrings>> = {
  'zh-CN': {
    title: '插入函数',
    choose: '函数',
    groups: ['账龄与到期', '客户风险', '应收与指标', '信用', '工作日'],
    help: '说明与示例',
    optional: (name) => `${name}（可选）`,
    hint: '地址、名称、数值，或带引号的文字',
    take: '取所选',
    takeSelection: (name) => `${name}：取所选区域`,
    target: '放到',
    formula: '公式',
    preview: '预览',
    missing: (name) => `还缺 ${name}。`,
    unknown: (name) => `${name} 要由 Excel 计算，插入后可见结果。文字请加引号。`,
    size: (rows, columns) => `${rows.toLocaleString('zh-CN')} 行 × ${columns} 列`,
    calculating: '计算中…',
    insert: '插入',
    inserted: (address) => `已写入 ${address}。`,
    takeBack: '收回',
    close: '关闭插入函数',
  },
  'en-US': {
    title: 'Insert function',
    choose: 'Function',
    groups: ['Ageing and due dates', 'Customer risk', 'Receivables and KPIs', 'Credit', 'Workdays'],
    help: 'Help and examples',
    optional: (name) => `${name} (optional)`,
    hint: 'an address, a name, a number or a text in quotes',
    take: 'Pick',
    takeSelection: (name) => `${name}: take the selection`,
    target: 'Put it into',
    formula: 'Formula',
    preview: 'Preview',
    missing: (name) => `${name} is missing.`,
    unknown: (name) => `Excel works out ${name} once it is inserted. Texts need quotes.`,
    size: (rows, columns) => `${rows.toLocaleString('en-US')} × ${columns} cells`,
    calculating: 'Calculating…',
    insert: 'Insert',
    inserted: (address) => `Written to ${address}.`,
    takeBack: 'Take back',
    close: 'Close insert function',
  },
};
