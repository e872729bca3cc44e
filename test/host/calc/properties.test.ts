import fc from 'fast-check';
import { tokenize } from '@borgar/fx';
import { cellAddress } from '../../../src/host/model/address';
import { relativeKey } from '../../../src/host/calc/scan';
import { Book } from './book';

const ROWS = 6;
const COLUMNS = 4;

const cell = fc
  .tuple(fc.nat(ROWS - 1), fc.nat(COLUMNS - 1))
  .map(([row, column]) => cellAddress(row, column));
const range = fc.tuple(cell, cell).map(([a, b]) => `${a}:${b}`);

const formula = fc.oneof(
  fc.tuple(cell, cell).map(([a, b]) => `=${a}+${b}`),
  range.map((r) => `=SUM(${r})`),
  fc.tuple(cell, cell, cell).map(([a, b, c]) => `=IF(${a}>2,${b},${c})`),
  fc.tuple(range, fc.nat(3)).map(([r, n]) => `=COUNTIF(${r},${String(n)})`),
  fc.tuple(range, fc.nat(3)).map(([r, n]) => `=IFERROR(VLOOKUP(${String(n)},${r},1,0),-1)`),
  fc.tuple(cell, fc.nat(2)).map(([a, n]) => `=OFFSET(H1,${String(n)},0)+${a}`),
  fc.constantFrom('=SUM(A:A)', '=SUM(2:2)', '=INDIRECT("H2")', '=ROW()*2'),
  fc.constantFrom('=SUM(J1#)', '=SUM(J:J)', '=J2+1', '=SUM(J2:L3)', '=COUNT(L1#)', '=SUM(J1:L1)'),
);

const value = fc.oneof(
  fc.integer({ min: -3, max: 5 }),
  fc.constantFrom('x', '', null, true),
  formula,
  formula,
);

/** Column H holds what OFFSET and INDIRECT reach: circles through those are told apart by no one. */
const input = fc.tuple(fc.constantFrom('H1', 'H2', 'H3'), fc.integer({ min: 0, max: 5 }));
/** Spills in columns of their own, and values that get in their way. */
const spill = fc.oneof(
  fc.tuple(fc.constantFrom('J1', 'L1'), fc.constantFrom('=SEQUENCE(H1)', '=SEQUENCE(H2)+H3')),
  fc.tuple(fc.constantFrom('J2', 'L3'), fc.constantFrom(null, null, 7)),
);
const edit = fc.oneof({ weight: 5, arbitrary: fc.tuple(cell, value) }, input, spill);

test('recalculating what is dirty gives what recalculating everything gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
      (batches) => {
        const b = new Book();
        for (const batch of batches) b.enter(Object.fromEntries(batch));
        const before = b.area('A1:M12');
        b.wb.calculator.recalculateAll();
        expect(b.area('A1:M12')).toEqual(before);
      },
    ),
    { numRuns: 300 },
  );
});

test('a workbook calculated edit by edit is the one calculated at once', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
      const slowly = new Book();
      for (const [address, v] of edits) slowly.enter({ [address]: v });
      const atOnce = new Book(Object.fromEntries(edits));
      expect(atOnce.area('A1:M8')).toEqual(slowly.area('A1:M8'));
    }),
    { numRuns: 300 },
  );
});

const word = fc.constantFrom(
  'A1',
  '$B$2',
  'c$3',
  'XFD1048576',
  'XFE1',
  'A0',
  'A1048577',
  'TAX2024',
  'TAXES2024',
  'LOG10(1)',
  'SUM(A1:B2,C3)',
  'A:C',
  '$A:$C',
  '1:3',
  '$1:2',
  'A1:$B$2',
  "'it''s A1'!B2",
  'Sheet1!A1:A9',
  'Data.2!C:C',
  'T1[col A1]',
  "T1[[#This Row],[a'[1']]]",
  '[@A1]',
  '"A1 ""B2"" c"',
  'R1C1',
  'RC10',
  'A1#',
  '#REF!',
  '#N/A',
  'x.y1',
  '_a1',
  'ä1',
  '账1',
  '1E5',
  '2.5',
  'TRUE',
  'A1%',
  '-A1',
  '@A1:A9',
);
const operator = fc.constantFrom('+', '-', '*', '&', ',', ' + ', '<>', '^', '=');

test('the key of a formula writes those references relative that the parser takes for references', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, operator), { minLength: 1, maxLength: 6 }),
      fc.nat(50),
      fc.nat(50),
      (parts, row, column) => {
        const text = `=${parts.map(([w, o]) => w + o).join('')}1`;
        // What the parser finds, at the granularity of the key: cells, column and row ranges.
        const expected = tokenize(text)
          .filter((t) => t.type === 'range' || t.type === 'range_beam')
          .reduce((n, t) => {
            const address = t.value.slice(t.value.lastIndexOf('!') + 1);
            return n + (t.type === 'range' ? address.split(':').length : 1);
          }, 0);
        const key = relativeKey(text, row, column);
        expect(key.split('\u0001').length - 1).toBe(expected);
      },
    ),
    { numRuns: 2000 },
  );
});

test('two cells share a key exactly when one formula was filled from the other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, operator), { minLength: 1, maxLength: 4 }),
      fc.nat(9),
      (parts, down) => {
        const text = `=${parts.map(([w, o]) => w + o).join('')}1`;
        const b = new Book();
        const [sheet] = b.wb.sheets;
        let formula;
        try {
          formula = b.wb.calculator.compile(text, sheet!, 0, 0);
        } catch {
          return;
        }
        const filled = formula.text(down, 3);
        if (filled.includes('#REF!')) return;
        expect(relativeKey(filled, down, 3)).toBe(relativeKey(formula.text(0, 0), 0, 0));
        expect(b.wb.calculator.compile(filled, sheet!, down, 3).text(down, 3)).toBe(filled);
      },
    ),
    { numRuns: 1000 },
  );
});
