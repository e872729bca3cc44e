import {
  ARRAY_FUNCTIONS,
  ARRAY_TAKERS,
  FUTURE_FUNCTIONS,
  PLAIN_DOTTED,
  WORKSHEET_FUNCTIONS,
} from './futureFunctions';

const STRING = String.raw`"(?:[^"]|"")*"`;
const QUOTED = String.raw`'(?:[^']|'')*'`;
const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
const BRACKETS = String.raw`\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]`;
const ROW = String.raw`\[\[#This Row\],((?:\[(?:[^[\]']|'.)*\]:?)+)\]`;

const FROM_FILE = new RegExp(
  `${STRING}|${QUOTED}!?|_xlfn\\.(?:ANCHORARRAY|SINGLE)\\(([^()"]*)\\)|_xldudf_(${NAME})|_xlfn\\.|_xlws\\.|_xlpm\\.|(${NAME})?${ROW}`,
  'giu',
);

/**
 * A formula of a file as Excel shows it, without the prefixes of newer functions and with `[@Column]`.
 * @param text - without `=`
 * @param ownTable - name of the table the formula stands in
 */
export function fromFileFormula(text: string, ownTable?: string): string {
  if (!/_xl|#This Row/i.test(text)) return text;
  return text.replace(
    FROM_FILE,
    (whole: string, operand?: string, custom?: string, table?: string, columns?: string) => {
      if (operand !== undefined) {
        return /^_xlfn\.ANCHOR/i.test(whole) ? `${operand}#` : `@${operand}`;
      }
      if (custom !== undefined) return custom.replace('_', '.'); // the namespace ends there
      if (columns !== undefined) {
        const owner = table === undefined || table === ownTable ? '' : table;
        const plain = /^\[([\p{L}_][\p{L}\p{N}_]*)\]$/u.exec(columns);
        return `${owner}[@${plain ? plain[1]! : columns}]`;
      }
      return /^_xl/i.test(whole) ? '' : whole;
    },
  );
}

const TO_FILE = new RegExp(
  `${STRING}|${QUOTED}!?|((?:${QUOTED}!|${NAME}!)?\\$?[A-Z]{1,3}\\$?\\d+)#|@|(${NAME})(?=\\()|(${NAME})?(${BRACKETS})(?![\\p{L}\\p{N}_'!.])|${NAME}!?`,
  'giu',
);

/**
 * A formula as files spell it.
 * @param text - without `=`, as Excel shows it
 * @param ownTable - name of the table the formula stands in
 */
export function toFileFormula(text: string, ownTable?: string): string {
  const parameters = lambdaParameters(text);
  return text.replace(
    TO_FILE,
    (whole: string, anchor?: string, called?: string, table?: string, brackets?: string) => {
      if (anchor !== undefined) return `_xlfn.ANCHORARRAY(${anchor})`;
      if (whole === '@') return ''; // formulas that are no arrays intersect by themselves
      if (brackets !== undefined) return structured(table ?? ownTable ?? '', brackets);
      const name = called ?? whole;
      if (parameters.has(name.toUpperCase())) return `_xlpm.${name}`;
      return called === undefined ? whole : functionName(called);
    },
  );
}

function structured(table: string, brackets: string): string {
  if (!brackets.startsWith('[@')) return table + brackets;
  const inside = brackets.slice(2, -1);
  if (inside === '') return `${table}[#This Row]`;
  return `${table}[[#This Row],${inside.startsWith('[') ? inside : `[${inside}]`}]`;
}

function functionName(name: string): string {
  const upper = name.toUpperCase();
  if (WORKSHEET_FUNCTIONS.has(upper)) return `_xlfn._xlws.${upper}`;
  if (FUTURE_FUNCTIONS.has(upper)) return `_xlfn.${upper}`;
  if (!name.includes('.') || PLAIN_DOTTED.has(upper) || /^_xl/i.test(name)) return name;
  return `_xldudf_${upper.replaceAll('.', '_')}`;
}

const CALL = /\b(LET|LAMBDA)\s*\(/gi;

/** Names that LET and LAMBDA introduce, in capitals. */
function lambdaParameters(text: string): Set<string> {
  const names = new Set<string>();
  for (const call of text.matchAll(CALL)) {
    const list = splitArguments(text.slice(call.index + call[0].length));
    const step = call[1]!.toUpperCase() === 'LET' ? 2 : 1;
    for (let i = 0; i < list.length - 1; i += step) {
      const name = list[i]!.trim();
      if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) names.add(name.toUpperCase());
    }
  }
  return names;
}

/** Arguments up to the bracket that closes the call. */
function splitArguments(text: string): string[] {
  const list = [''];
  let depth = 0;
  for (const token of text.match(new RegExp(`${STRING}|${QUOTED}|[^"']`, 'g')) ?? []) {
    if (token === ')' && depth === 0) break;
    if (/^[([{]$/.test(token)) depth++;
    if (/^[)\]}]$/.test(token)) depth--;
    if (token === ',' && depth === 0) list.push('');
    else list.push(list.pop()! + token);
  }
  return list;
}

const ARRAY_TOKENS = new RegExp(
  `${STRING}|(${NAME})\\(|(\\()|(\\))|((?:${QUOTED}!|${NAME}!)?(?:\\$?[A-Z]{1,3}\\$?\\d*:\\$?[A-Z]{1,3}\\$?\\d*|\\$?\\d+:\\$?\\d+)|${NAME}\\[(?!@)(?:[^[\\]]|\\[[^\\]]*\\])*\\]|\\{[^}]*\\})|([-+*/^&=<>]+)|\\s+|.`,
  'gisu',
);

/**
 * Whether a formula reckons with whole ranges, so that without array evaluation it would give another
 * result: it calls a function that returns arrays, or an operator meets a range outside of functions
 * that take arrays anyway.
 * @param text - as Excel shows it
 */
export function reckonsWithArrays(text: string): boolean {
  const calls: boolean[] = [];
  let previous = '';
  let takers = 0;
  for (const m of text.matchAll(ARRAY_TOKENS)) {
    const [whole, called, open, closed, range, operator] = m;
    if (/^\s+$/.test(whole)) continue;
    if (called !== undefined) {
      const name = called.toUpperCase();
      if (ARRAY_FUNCTIONS.has(name)) return true;
      const takes = ARRAY_TAKERS.has(name);
      calls.push(takes);
      if (takes) takers++;
    } else if (open !== undefined) calls.push(false);
    else if (closed !== undefined) {
      if (calls.pop()) takers--;
    } else if (takers === 0 && range !== undefined && previous === 'operator') return true;
    else if (takers === 0 && operator !== undefined && previous === 'range') return true;
    previous = range !== undefined ? 'range' : operator !== undefined ? 'operator' : '';
  }
  return false;
}
