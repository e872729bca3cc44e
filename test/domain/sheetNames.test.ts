import { isClosingLabel, isOpeningLabel, titleCustomer } from '../../src/domain/accountTitle';
import { customerOfName, periodOf, saysCopy, saysOther, yearOf } from '../../src/domain/sheetName';

describe('the period a sheet is named after', () => {
  it.each([
    ['2025年3月', 20_250_300],
    ['2025年3月31日', 20_250_331],
    ['应收202503', 20_250_300],
    ['应收20250331', 20_250_331],
    ['2025-03', 20_250_300],
    ['2025.3', 20_250_300],
    ['25年3月', 20_250_300],
    ['2025', 20_250_000],
    ['2025年应收台账', 20_250_000],
    ['3月', 300],
    ['１２月', 1200],
    ['三月份', 300],
    ['十一月', 1100],
    ['Mar 2025', 20_250_300],
    ['September', 900],
    ['2025Q2', 20_250_400],
    ['二季度', 400],
    ['4季度', 1000],
    ['2025年 99', 20_250_000],
    ['台账', 0],
    ['Summary', 0],
    ['Sheet1', 0],
  ])('%s is %i', (name, period) => {
    expect(periodOf(name)).toBe(period);
  });

  it.each([
    ['2025年应收明细', 2025],
    ['24年', 2024],
    ['自2024-01至2024-12', 2024],
    ['应收', 0],
  ])('the year of %s is %i', (text, year) => {
    expect(yearOf(text)).toBe(year);
  });
});

describe('what a name says', () => {
  it.each([
    ['宏达汽配', '宏达汽配'],
    [' Acme Ltd ', 'Acme Ltd'],
    ['Sheet1', ''],
    ['工作表 2', ''],
    ['应收账款', ''],
    ['2025年3月', ''],
    ['12', ''],
  ])('a sheet %s is of the customer %j', (name, customer) => {
    expect(customerOfName(name)).toBe(customer);
  });

  it.each([
    ['供应商台账', true],
    ['Price list', true],
    ['应收账款 中国银行', false],
    ['台账', false],
  ])('%s is of something else: %s', (name, is) => {
    expect(saysOther(name)).toBe(is);
  });

  it.each([
    ['台账 (2)', true],
    ['台账（2）', true],
    ['台账备份', true],
    ['台账', false],
  ])('%s is a copy: %s', (name, is) => {
    expect(saysCopy(name)).toBe(is);
  });
});

describe('the customer a title names', () => {
  it.each([
    ['客户：C01 宏达汽配', 'C01', '宏达汽配'],
    ['客户: [001]宏达汽配', '001', '宏达汽配'],
    ['客户名称：宏达汽配   币种：人民币', '', '宏达汽配'],
    ['科目：1122 应收账款 客户：宏达汽配 期间：2025年', '', '宏达汽配'],
    ['往来单位：宏达汽配有限公司', '', '宏达汽配有限公司'],
    ['Customer: C-7 Acme Ltd', 'C-7', 'Acme Ltd'],
    ['Customer: Acme Ltd', '', 'Acme Ltd'],
  ])('%s', (title, code, name) => {
    expect(titleCustomer(title)).toEqual({ code, name });
  });

  it.each(['应收账款明细账', '客户：', '期间：2025年', ''])('%j names none', (title) => {
    expect(titleCustomer(title)).toBeNull();
  });
});

describe('labels of an account', () => {
  it.each([
    '期初余额',
    '期 初 余 额',
    '上年结转',
    '上月结转',
    '年初余额',
    'Opening balance',
    'Balance b/f',
  ])('%s opens it', (label) => {
    expect([isOpeningLabel(label), isClosingLabel(label)]).toEqual([true, false]);
  });

  it.each(['期末余额', '结转下年', '当前合计', 'Closing balance', 'Balance c/f'])(
    '%s closes it',
    (label) => {
      expect([isOpeningLabel(label), isClosingLabel(label)]).toEqual([false, true]);
    },
  );

  it.each(['结转成本', '销售', 'balance sheet'])('%s does neither', (label) => {
    expect([isOpeningLabel(label), isClosingLabel(label)]).toEqual([false, false]);
  });
});
