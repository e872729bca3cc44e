import { RULES } from '../../src/headless/rules';

const wordsOf = (of: unknown): string[] =>
  typeof of === 'string' ? [of] : Object.values(of as object).flatMap(wordsOf);

it('rules are told in either language alike, and in no other', () => {
  const [zh, en] = [wordsOf(RULES['zh-CN']), wordsOf(RULES['en-US'])];
  expect(zh).toHaveLength(en.length);
  expect(en.filter((words) => words === '' || /\p{Script=Han}/u.test(words))).toEqual([]);
  expect(zh.filter((words) => !/\p{Script=Han}|÷|Σ|－/u.test(words))).toEqual([]);
});
