import { decreedHolidays, riskSettingsOf, type Policy, type RiskSettings } from '../domain';

/**
 * @param policy - as the workbook holds it
 * @param chosen - what the policy does not say
 * @returns what customers are rated by, with China's days off as decreed
 */
export async function riskSettings(
  policy: Policy,
  chosen: Pick<RiskSettings, 'training' | 'usesWeakModel'>,
): Promise<RiskSettings> {
  const { default: decrees } = await import(
    /* webpackChunkName: "holidays" */ 'chinese-days/dist/chinese-days.json'
  );
  return { ...riskSettingsOf(policy), holidays: decreedHolidays(decrees), ...chosen };
}
