import fc from 'fast-check';
import { Heap } from '../../src/domain/heap';

it('has the first in order at hand, whatever is put in and taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 }))), (steps) => {
      const heap = new Heap<number>((a, b) => a - b);
      const plain: number[] = [];
      for (const step of steps) {
        if (step === null) expect(heap.pop()).toBe(plain.shift());
        else {
          heap.push(step);
          plain.push(step);
          plain.sort((a, b) => a - b);
        }
        expect(heap.first).toBe(plain[0]);
      }
    }),
  );
});
