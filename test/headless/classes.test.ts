import {
  analyse,
  defaultSettings,
  NO_DATE,
  parseClassFact,
  parseDate,
  ReceivablesBuilder,
  type SaidKnockIn,
} from '../../src/domain';
import { classesOf } from '../../src/headless/ageingAnswers';
import { TEXTS } from '../../src/workbook/texts';

const asOf = parseDate('2025-06-30')!;

/** What the ledger says, days overdue, whether the policy says 破产, and the answer. */
it.each([
  ['', 10, false, null],
  ['破产', 10, false, '损失 by 破产, 关注 by days'],
  ['可疑', 10, true, '损失 by 破产, 关注 by days'],
  ['正常', 400, true, '损失 by 破产, 损失 by days'],
  ['正常', 400, false, '正常 by 正常, 损失 by days'],
  ['诉讼', 10, false, '可疑 by 诉讼, 关注 by days'],
  ['', 10, true, '损失 by 破产, 关注 by days'],
  ['', 400, true, null],
])('the ledger says %p, %i days overdue, the policy 破产: %p', (word, days, isBankrupt, said) => {
  const builder = new ReceivablesBuilder([]);
  builder.add({
    row: 2,
    customer: '甲',
    currency: '',
    documentDate: asOf - 500,
    dueDate: asOf - days,
    amount: 100,
    received: 0,
    receiptDate: NO_DATE,
    classFact: parseClassFact(word),
  });
  const knockIns: SaidKnockIn[] = isBankrupt
    ? [{ customer: '甲', reason: 'bankruptcy', since: NO_DATE }]
    : [];
  const analysis = analyse(builder.build(), { ...defaultSettings(asOf), knockIns });
  const { overrides, totals } = classesOf(analysis, TEXTS['zh-CN']) as {
    overrides: { list: { class: string; byDays: string; fact: string }[] };
    totals: { byClass: Record<string, string> }[];
  };
  const label = TEXTS['zh-CN'].classes[analysis.riskClass[0]!]!;
  expect(totals[0]!.byClass[label]).toBe('1.00');
  expect(overrides.list.map((o) => `${o.class} by ${o.fact}, ${o.byDays} by days`)).toEqual(
    said === null ? [] : [said],
  );
});
