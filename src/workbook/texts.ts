/** Words the add-in writes into workbooks, by the language they are to be read in. */
export interface Texts {
  readonly settingsSheet: string;
  readonly settingsTitle: string;
  readonly asOf: string;
  readonly bucketFrom: string;
  readonly bucketTo: string;
  readonly bucket: string;
  readonly daysOverdue: string;
  readonly notDue: string;
  readonly settingsNote: string;
}

export type Language = 'zh-CN' | 'en-US';

export const TEXTS: Readonly<Record<Language, Texts>> = {
  'zh-CN': {
    settingsSheet: 'AR设置',
    settingsTitle: '账龄哨兵 设置',
    asOf: '基准日',
    bucketFrom: '起始天数',
    bucketTo: '截止天数（含）',
    bucket: '账龄区间',
    daysOverdue: '逾期天数',
    notDue: '未到期',
    settingsNote: '改动黄色单元格，台账右侧的逾期天数、账龄区间和红灯随之更新。',
  },
  'en-US': {
    settingsSheet: 'AR Settings',
    settingsTitle: 'AR Sentinel settings',
    asOf: 'As of',
    bucketFrom: 'From day',
    bucketTo: 'To day (incl.)',
    bucket: 'Ageing bucket',
    daysOverdue: 'Days overdue',
    notDue: 'Not due',
    settingsNote: 'Change a yellow cell: days overdue, buckets and red lights follow.',
  },
};

/** @param tag - a language tag of Office, such as `zh-TW` @returns the nearest language we speak. */
export const languageOf = (tag: string): Language =>
  tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
