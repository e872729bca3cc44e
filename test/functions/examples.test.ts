import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CellError, type CellValue } from '../../src/host/model/value';
import { FunctionsHost, metadataOf, settled } from './functionsHost';

const docs = path.join(__dirname, '../../docs/functions');
const page = (language: string, id: string) =>
  readFileSync(path.join(docs, language, `${id}.md`), 'utf8');

/** @returns the cells below a table's header, by the word its first column has */
function rowsOf(markdown: string, word: string): string[][] {
  const lines = markdown.split('\n').map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
  const from = lines.findIndex(([cell]) => cell === word) + 2;
  const to = lines.findIndex((cells, i) => i >= from && cells.length < 2);
  return lines.slice(from, to);
}

const examplesOf = (markdown: string, word: string) =>
  rowsOf(markdown, word).map((cells) => cells.map((cell) => cell.slice(1, -1)));

/** @returns an array constant's rows: {1,"a";2,"b"}; one cell for any other value */
function valuesOf(text: string): (CellValue | CellError)[][] {
  const body = text.startsWith('{') ? text.slice(1, -1) : text;
  const rows: CellValue[][] = [[]];
  for (const [, value, end] of body.matchAll(/("[^"]*"|[^,;]*)([,;]|$)/g)) {
    rows.at(-1)!.push(valueOf(value!));
    if (end === ';') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

function valueOf(text: string): CellValue {
  if (text.startsWith('"')) return text.slice(1, -1);
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  return text.startsWith('#') ? new CellError(text as CellError['code']) : Number(text);
}

const { functions } = metadataOf('functions.json');
const host = new FunctionsHost();

let nextRow = 0;
const EXAMPLES = functions.flatMap(({ id }) =>
  examplesOf(page('zh-CN', id), '公式').map(([formula, result]) => {
    const expected = valuesOf(result!);
    const row = nextRow;
    nextRow += expected.length + 1;
    return { formula: formula!, result: result!, expected, row };
  }),
);

beforeAll(async () => {
  await host.boot();
  for (const { formula, row } of EXAMPLES) host.type(row, 0, formula);
  await settled(() => EXAMPLES.every(({ row }) => host.isCalculated(row, 0)));
});
afterAll(() => host.dispose());

describe('the examples of docs/functions', () => {
  it.each(EXAMPLES)('$formula gives $result', ({ expected, row }) => {
    const plain = (rows: CellValue[][]) =>
      rows.map((cells) => cells.map((value) => (value instanceof CellError ? value.code : value)));
    const answer = host.at(row, 0, expected.length, expected[0]!.length);
    expect(plain(answer)).toEqual(plain(expected));
    const first = answer[0]![0]!;
    if (first instanceof CellError) expect(first.message).toMatch(/ \/ /); // why, in both languages
  });

  it.each(functions.map(({ id }) => id))('%s has the same in both languages', (id) => {
    const zh = examplesOf(page('zh-CN', id), '公式');
    expect(zh.length).toBeGreaterThan(1);
    expect(examplesOf(page('en-US', id), 'Formula')).toEqual(zh);
  });
});

describe('pages', () => {
  it('are one a function and language, at its helpUrl', () => {
    for (const [file, language] of [
      ['functions.json', 'zh-CN'],
      ['functions.en-US.json', 'en-US'],
    ] as const) {
      const pages = readdirSync(path.join(docs, language)).map((name) => name.replace('.md', ''));
      expect(pages.toSorted()).toEqual(functions.map(({ id }) => id).toSorted());
      for (const { id, helpUrl } of metadataOf(file).functions) {
        expect(helpUrl).toBe(`https://localhost:3000/help/${language}/${id}.html`);
      }
    }
  });

  it.each([
    ['functions.json', 'zh-CN', '参数'],
    ['functions.en-US.json', 'en-US', 'Parameter'],
  ])('say what %s says of functions and parameters', (file, language, header) => {
    for (const { id, description, parameters } of metadataOf(file).functions) {
      const [title, , says, , , call] = page(language, id).split('\n');
      expect([title, says]).toEqual([`# AR.${id}`, description]);
      const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
      expect(call).toBe(`=AR.${id}(${names.join(', ')})`);
      expect(rowsOf(page(language, id), header)).toEqual(
        parameters.map((parameter) => [`\`${parameter.name}\``, parameter.description]),
      );
    }
  });
});
