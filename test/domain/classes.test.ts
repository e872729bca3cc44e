import { areClassBounds, CLASS_PRESETS, classOf } from '../../src/domain';

const LABELS = ['正常', '关注', '次级', '可疑', '损失'];

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
    expect(LABELS[classOf(days, CLASS_PRESETS[preset])]).toBe(label);
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
