import {
  areClassBounds,
  CLASS_PRESETS,
  CLASS_WORDS,
  classOf,
  classFactOfHeader,
  classFactWord,
  classGiven,
  classified,
  isAboutClass,
  leastClass,
  parseClassFact,
  plainClassFact,
  presetOf,
} from '../../src/domain';

describe('five classes', () => {
  it.each([
    ['bank2023', -30, '正常'],
    ['bank2023', 0, '正常'],
    ['bank2023', 1, '关注'],
    ['bank2023', 90, '关注'],
    ['bank2023', 91, '次级'],
    ['bank2023', 270, '次级'],
    ['bank2023', 271, '可疑'],
    ['bank2023', 360, '可疑'],
    ['bank2023', 361, '损失'],
    ['card', 90, '关注'],
    ['card', 91, '次级'],
    ['card', 120, '次级'],
    ['card', 121, '可疑'],
    ['card', 180, '可疑'],
    ['card', 181, '损失'],
  ] as const)('%s: %i days overdue are %s', (preset, days, label) => {
    expect(CLASS_WORDS[classOf(days, CLASS_PRESETS[preset])]).toBe(label);
  });

  it.each([
    [CLASS_PRESETS.card, 'card'],
    [[0, 90, 270, 360], 'bank2023'],
    [[0, 90, 270, 361], null],
  ] as const)('%p are the bounds of %p', (bounds, name) => {
    expect(presetOf(bounds)).toBe(name);
  });

  it.each([
    [[0, 90, 270, 360], true],
    [[0, 90, 270], false],
    [[0, 90, 90, 360], false],
    [[-1, 90, 270, 360], false],
    [[0, 90, 270, 360.5], false],
    [[0, 90, NaN, 360], false],
  ])('%p as bounds: %p', (bounds, valid) => {
    expect(areClassBounds(bounds)).toBe(valid);
  });
});

describe('what days do not tell', () => {
  it.each([
    [10, '破产', '损失', '破产'],
    [10, '已申请破产清算', '损失', '破产'],
    [10, '訴訟中', '可疑', '诉讼'],
    [-5, '失信被执行人', '可疑', '失信'],
    [10, '无力偿还，已破产', '损失', '破产'],
    [300, '诉讼', '可疑', null],
    [400, '失信', '损失', null],
    [400, '正常', '正常', '正常'],
    [10, '可疑类', '可疑', '可疑'],
    [10, 'Special mention', '关注', '关注'],
    [10, 'Sub-standard', '次级', '次级'],
    [10, 'normal', '正常', '正常'],
    [10, 'Bankruptcy filed', '损失', 'bankrupt'],
    [10, 'not bankrupt', '关注', null],
    [10, '无诉讼', '关注', null],
    [10, '未破产', '关注', null],
    [10, '没有诉讼', '关注', null],
    [10, '不涉及破产', '关注', null],
    [10, 'No litigation', '关注', null],
    [10, '(no litigation)', '关注', null],
    [10, 'non-bankrupt', '关注', null],
    [10, 'casino litigation', '可疑', 'litigation'],
    [10, '已被起诉', '可疑', '起诉'],
    [10, '涉诉', '可疑', '涉诉'],
    [10, '诉讼中，bankrupt', '损失', 'bankrupt'],
    [10, '是', '关注', null],
    [10, '老客户', '关注', null],
    [10, null, '关注', null],
  ] as const)('%i days and %p are %s', (days, word, label, fact) => {
    const byDays = classOf(days, CLASS_PRESETS.bank2023);
    const found = classified(byDays, parseClassFact(word));
    expect(CLASS_WORDS[found.riskClass]).toBe(label);
    expect(found.fact).toBe(fact);
    expect(found.byDays).toBe(byDays);
    expect(found.by).toBe(fact === null ? 'days' : 'ledger');
    expect(classGiven(byDays, parseClassFact(word))).toBe(found.riskClass);
  });

  it.each([
    ['', 10, '损失', 'policy', '破产'],
    ['正常', 400, '损失', 'policy', '破产'],
    ['可疑', 10, '损失', 'policy', '破产'],
    ['破产', 10, '损失', 'ledger', '破产'],
    ['', 400, '损失', 'days', null],
  ] as const)('the policy says 破产, the ledger %p, %i days', (word, days, label, by, fact) => {
    const byDays = classOf(days, CLASS_PRESETS.bank2023);
    const found = classified(byDays, parseClassFact(word), true);
    expect(found).toEqual({ riskClass: CLASS_WORDS.indexOf(label), byDays, by, fact });
  });

  it.each([
    ['是否诉讼', '诉讼'],
    ['是否破产', '破产'],
    ['有无訴訟', '诉讼'],
    ['破产诉讼', '破产'],
    ['Is Bankrupt?', 'bankrupt'],
    ['是否涉诉', '涉诉'],
    ['定性分类', ''],
    ['', ''],
  ])('a yes under %p says %p', (header, fact) => {
    const yes = classFactOfHeader(header);
    expect(classFactWord(yes)).toBe(fact);
    for (const cell of ['是', '有', 'y', 'Yes', '√', 'TRUE', true, 1]) {
      expect([cell, classFactWord(parseClassFact(cell, yes))]).toEqual([cell, fact]);
      expect([cell, classFactWord(plainClassFact(cell, yes))]).toEqual([cell, fact]);
    }
    expect(classFactWord(parseClassFact(' Ｙ ', yes))).toBe(fact);
    expect(plainClassFact(' Ｙ ', yes)).toBe(0);
    for (const cell of ['否', '无', 'N', 'no', '×', false, 0, '', '未诉讼', '没有诉讼']) {
      expect([cell, parseClassFact(cell, yes), plainClassFact(cell, yes)]).toEqual([cell, 0, 0]);
    }
    expect(classFactWord(plainClassFact('诉讼中', yes))).toBe('诉讼');
  });

  it('a fact has a least class, a class by name has none', () => {
    expect(['破产', '诉讼', '可疑', ''].map((word) => leastClass(parseClassFact(word)))).toEqual([
      4, 3, 0, 0,
    ]);
  });

  it.each([
    ['破产', '破产', '破产'],
    ['可疑', '可疑', '可疑'],
    ['可疑类', '可疑', ''],
    [' 可疑', '可疑', ''],
    ['Doubtful', '可疑', ''],
    ['诉讼中', '诉讼', '诉讼'],
    ['訴訟中', '诉讼', ''],
    ['无诉讼', '', ''],
    ['诉讼中，无破产', '诉讼', '诉讼'],
    ['诉讼中（原无诉讼）', '诉讼', ''],
    ['Bankrupt', 'bankrupt', 'bankrupt'],
    ['no litigation', '', ''],
    ['(no litigation)', '', 'litigation'],
    ['老客户', '', ''],
    ['', '', ''],
    [4, '', ''],
    [null, '', ''],
  ])('%p says %p, to a formula %p', (cell, read, plain) => {
    expect(classFactWord(parseClassFact(cell))).toBe(read);
    expect(classFactWord(plainClassFact(cell))).toBe(plain);
  });

  it.each([
    ['可疑', true],
    ['无诉讼', true],
    ['Loss', true],
    ['是', true],
    ['n', true],
    ['×', true],
    [1, true],
    ['已结清', false],
    ['', false],
  ])('%p is about classes: %p', (cell, isAbout) => {
    expect(isAboutClass(cell)).toBe(isAbout);
  });
});

describe('classes in English', () => {
  it.each([
    ['Pass', 1],
    ['normal', 1],
    ['special mention', 2],
    ['Special-Mention', 2],
    ['specialmention', 2],
    ['substandard', 3],
    ['Sub-standard', 3],
    ['doubtful', 4],
    ['Loss', 5],
  ])('%s is a class', (cell, expected) => {
    expect(parseClassFact(cell)).toBe(expected);
  });

  it.each([
    'bypass',
    'pass-through',
    'a special mention',
    'special mention of rebates',
    'was substandard',
    'substandard goods returned',
    'not doubtful',
    'doubtful debts team',
    'no loss',
    'loss of a parcel',
  ])('%s is none', (cell) => {
    expect(parseClassFact(cell)).toBe(0);
  });
});
