import fc from 'fast-check';
import { analyse, Assembly, defaultSettings, handfulsOf } from '../../src/domain';
import { ledgerColumns } from '../bench/task/ledger';

/** Hands a value over as threads do. */
function handOver(whole: object): { there: object; handfuls: number } {
  const assembly = new Assembly();
  let handfuls = 0;
  for (const handful of handfulsOf(whole)) {
    assembly.add(structuredClone(handful));
    handfuls++;
  }
  return { there: assembly.whole, handfuls };
}

describe('what one thread hands to another', () => {
  it('arrives as it was', () => {
    const analysis = analyse(ledgerColumns(12_000), defaultSettings(45_838));
    expect(handOver(analysis).there).toEqual(analysis);
  });

  it('goes in handfuls: 5 000 texts, 250 objects, 1 MB of columns at most', () => {
    const texts = Array.from({ length: 5_001 }, String);
    const objects = Array.from({ length: 251 }, (_, row) => ({ row }));
    expect(handOver({ texts: texts.slice(1) }).handfuls).toBe(1);
    expect(handOver({ texts }).handfuls).toBe(2);
    expect(handOver({ objects: objects.slice(1) }).handfuls).toBe(1);
    expect(handOver({ objects }).handfuls).toBe(2);
    const column = new Float64Array(62_500);
    expect(handOver({ a: column, b: column }).handfuls).toBe(1);
    expect(handOver({ a: column, b: column, c: column }).handfuls).toBe(2);
  });

  it('keeps blanks apart: nothing, no entries, no fields, maps and nested lists', () => {
    const value = {
      ...{ none: null, list: [], fields: {}, map: new Map([[1, 'a']]), flag: false },
      nested: { rows: [[1, 2], [3]], deep: { words: ['甲'], column: new Int32Array(0) } },
    };
    expect(handOver(value).there).toEqual(value);
  });

  it('arrives whatever it holds', () => {
    const leaf = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.array(fc.nat()));
    const name = fc.stringMatching(/^[a-z]{1,3}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(leaf, fc.dictionary(name, leaf))), (made) => {
        const value = structuredClone(made); // dictionaries without a prototype are no plain objects
        expect(handOver(value).there).toEqual(value);
      }),
    );
  });
});
