import { ageDays } from './ageDays';
import { agingBucket } from './agingBucket';
import { agingTable } from './agingTable';
import { cei } from './cei';
import { cnIsWorkday } from './cnIsWorkday';
import { cnNetworkdays } from './cnNetworkdays';
import { cnWorkday } from './cnWorkday';
import { creditCheck } from './creditCheck';
import { dso } from './dso';
import { dueDate } from './dueDate';
import { eclRate } from './eclRate';
import { expectedLoss } from './expectedLoss';
import { fifoOpen } from './fifoOpen';
import { lateInterest } from './lateInterest';
import { openAmount } from './openAmount';
import { overdueDays } from './overdueDays';
import { overdueProb } from './overdueProb';
import { rfa } from './rfa';
import { rfaScore } from './rfaScore';
import { rfaTier } from './rfaTier';
import { riskClass } from './riskClass';
import { rollRate } from './rollRate';
import { topShare } from './topShare';
import { warningLevel } from './warningLevel';

/** Every custom function by its id in functions.json. */
export const CATALOGUE = {
  AGING_BUCKET: agingBucket,
  OVERDUE_DAYS: overdueDays,
  AGE_DAYS: ageDays,
  DUE_DATE: dueDate,
  RISK_CLASS: riskClass,
  WARNING_LEVEL: warningLevel,
  RFA_SCORE: rfaScore,
  RFA_TIER: rfaTier,
  RFA: rfa,
  OVERDUE_PROB: overdueProb,
  EXPECTED_LOSS: expectedLoss,
  AGING_TABLE: agingTable,
  OPEN_AMOUNT: openAmount,
  FIFO_OPEN: fifoOpen,
  DSO: dso,
  CEI: cei,
  TOP_SHARE: topShare,
  ROLL_RATE: rollRate,
  ECL_RATE: eclRate,
  LATE_INTEREST: lateInterest,
  CREDIT_CHECK: creditCheck,
  CN_WORKDAY: cnWorkday,
  CN_NETWORKDAYS: cnNetworkdays,
  CN_IS_WORKDAY: cnIsWorkday,
};
