import type { Persona } from './personas';

/** Steps of a standard procedure (SOP), in the order they are taken. */
export const SOP_STEPS = [
  /** 对账确认 */
  'reconcile',
  /** 到期前提醒 */
  'remindBeforeDue',
  /** 电话提醒 */
  'call',
  /** 书面催款函 */
  'letter',
  /** 高层对话 */
  'executiveTalk',
  /** 解决争议 */
  'settleDispute',
  /** 书面还款承诺 */
  'writtenPromise',
  /** 分期还款计划 */
  'repaymentPlan',
  /** 收紧账期与额度 */
  'tightenCredit',
  /** 放宽账期与额度 */
  'relaxCredit',
  /** 停止供货, 款到发货 */
  'stopSupply',
  /** 上门核查 */
  'visit',
  /** 落实担保, 抵押 */
  'secureCollateral',
  /** 律师函 */
  'lawyerLetter',
  /** 财产保全, 起诉 */
  'legalAction',
  /** 责任划清, 流程整改 */
  'fixProcess',
] as const;
export type SopStep = (typeof SOP_STEPS)[number];

export const CHANNELS = ['message', 'email', 'phone', 'letter', 'visit'] as const;
export type Channel = (typeof CHANNELS)[number];

export const TONES = ['friendly', 'cooperative', 'firm', 'formal', 'urgent'] as const;
export type Tone = (typeof TONES)[number];

/** How customers of a persona are dealt with; words for the codes are the reader's. */
export interface Treatment {
  readonly steps: readonly SopStep[];
  /** Taken first. */
  readonly channel: Channel;
  readonly tone: Tone;
}

export const DEFAULT_TREATMENTS: Readonly<Record<Persona, Treatment>> = {
  endangered: {
    steps: ['stopSupply', 'visit', 'secureCollateral', 'repaymentPlan', 'legalAction'],
    channel: 'visit',
    tone: 'urgent',
  },
  staller: {
    steps: ['reconcile', 'letter', 'writtenPromise', 'stopSupply', 'lawyerLetter', 'legalAction'],
    channel: 'letter',
    tone: 'formal',
  },
  legacy: {
    steps: ['reconcile', 'settleDispute', 'fixProcess', 'writtenPromise'],
    channel: 'phone',
    tone: 'cooperative',
  },
  strategic: {
    steps: ['remindBeforeDue', 'reconcile', 'executiveTalk', 'repaymentPlan', 'tightenCredit'],
    channel: 'visit',
    tone: 'firm',
  },
  potential: {
    steps: ['remindBeforeDue', 'relaxCredit'],
    channel: 'message',
    tone: 'friendly',
  },
  ordinary: {
    steps: ['remindBeforeDue', 'call', 'letter', 'tightenCredit', 'lawyerLetter'],
    channel: 'phone',
    tone: 'friendly',
  },
};
