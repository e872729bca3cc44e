import { analyse, defaultSettings, formatFen } from '../../src/domain';
import { parseShares } from '../../src/domain/parseShares';
import { day } from '../support/itemsOf';
import { readWorkbook } from '../support/readWorkbook';

it.each<[string, unknown[], number, (number | null)[]]>([
  ['fractions', [0.3, 0.6, 0.1], 0, [0.3, 0.6, 0.1]],
  ['per cents', [30, 60, '10 %'], 0, [0.3, 0.6, 0.1]],
  ['a lone 1 is all of it', [1, '', null], 0, [1, null, null]],
  ['a 1 that makes fractions whole', [0.99, 1], 0, [0.99, 0.01]],
  ['a 1 among per cents', [30, 69, 1], 0, [0.3, 0.69, 0.01]],
  ['a 1 among per cents that do not add up', [30, 60, 1], 0, [0.3, 0.6, 0.01]],
  ['a 1 among fractions that do not add up', [0.3, 1], 0, [0.3, 1]],
  ['a 1 beside what other stages leave', [1, ''], 0.99, [0.01, null]],
  ['a 1 with its sign', ['1%', 99], 0, [0.01, 0.99]],
  ['full width', ['３０％', '７０'], 0, [0.3, 0.7]],
  ['what is no share', ['若干', 130, -1, 0], 0, [null, null, null, 0]],
])('%s', (_, cells, taken, shares) => {
  expect(parseShares(cells, taken)).toEqual(shares);
});

const header = ['合同号', '客户', '签订日期', '合同金额', '预付款比例', '验收款比例', '质保金'];

it.each<[string, unknown[], string[]]>([
  ['one per cent is left by the others', [1, 94, 500], ['100.00', '9400.00', '500.00']],
  ['the whole contract in one stage', [1, '', ''], ['10000.00']],
  ['an amount of its own and a 1 for the rest', ['', 1, 9900], ['100.00', '9900.00']],
])('a contract: %s', (_, stages, amounts) => {
  const rows = [header, ['H1', '甲', '2025-03-01', 10_000, ...stages]];
  const { items } = readWorkbook({ 合同: rows });
  const { open } = analyse(items, defaultSettings(day('2025-06-30')));
  expect(Array.from(open, formatFen).sort()).toEqual([...amounts].sort());
});

it('shares of nothing are nothing', () => {
  const rows = [header, ['H1', '甲', '2025-03-01', 0, 1, '', 500]];
  const { items } = readWorkbook({ 合同: rows });
  expect(Array.from(items.amount, formatFen)).toEqual(['0.00', '500.00']);
});
