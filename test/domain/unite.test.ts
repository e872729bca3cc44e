import { pickItems } from '../../src/domain/pickItems';
import { unite } from '../../src/domain/unite';
import { itemsOf, type ItemRow } from '../support/itemsOf';

const row = (lawsuit: string): ItemRow => ({ date: '2025-05-01', amount: 1, lawsuit });

it('what cells say of the class goes with their items', () => {
  const united = unite([
    itemsOf([row('破产'), row('')]),
    itemsOf([row(''), row('诉讼中'), row('可疑')]),
  ]);
  expect([...united.classCells]).toEqual([
    [0, '破产'],
    [3, '诉讼中'],
    [4, '可疑'],
  ]);
  const picked = pickItems(united, (item) => item > 1 && item < 4);
  expect([...picked.classCells]).toEqual([[1, '诉讼中']]);
  expect([...picked.classFact]).toEqual([0, united.classFact[3]]);
});
