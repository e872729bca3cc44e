import { parse as parseTokens, tokenize, type AstExpression, type Token } from '@borgar/fx';
import { FormulaSyntaxError } from '../model/calculator';

/** A formula as tokens and as syntax tree; reference nodes find their token by `loc[0]`. */
export interface Parsed {
  readonly tokens: readonly Token[];
  readonly tree: AstExpression;
}

/** @throws FormulaSyntaxError when Excel would refuse the text */
export function parseFormula(text: string): Parsed {
  const tokens = deletedReferences(tokenize(text, { withLocation: true }));
  for (const token of tokens) {
    if (token.type === 'unknown' || token.unterminated) {
      throw new FormulaSyntaxError(`There is a problem with this formula: ${text}`);
    }
  }
  try {
    return { tokens, tree: parseTokens(tokens as Token[]) };
  } catch (cause) {
    throw new FormulaSyntaxError(`There is a problem with this formula: ${text}`, { cause });
  }
}

/** `#REF!A1` and `Sheet1!#REF!`, what Excel leaves of a deleted sheet or cell, become `#REF!`. */
function deletedReferences(tokens: Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const last = out.at(-1);
    if (last?.value === '#REF!' && token.type.startsWith('range')) {
      continue;
    }
    if (
      token.type.startsWith('context') &&
      tokens[i + 1]?.value === '!' &&
      tokens[i + 2]?.value === '#REF!'
    ) {
      i += 1;
      continue;
    }
    out.push(token);
  }
  return out;
}

const PREFIX = /^(?:_xlfn\.|_xlws\.|_xlpm\.)+/i;

/**
 * A formula as files keep it, in the spelling Excel shows: without `_xlfn.`, `_xlws.`, `_xlpm.`;
 * `_xldudf_AR_X` as `AR.X`; ANCHORARRAY(A1) as `A1#`, SINGLE(A1:A9) as `@A1:A9`.
 */
export function withoutPrefixes(text: string): string {
  if (!/_xl(?:fn|ws|pm|dudf)/i.test(text)) return text;
  const tokens = tokenize(text, { mergeRefs: false });
  const open: string[] = [];
  let out = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.type === 'func' || token.type === 'range_named') {
      const bare = token.value.replace(PREFIX, '');
      const udf = /^_xldudf_([A-Z0-9]+)_(.+)$/i.exec(bare);
      const name = udf ? `${udf[1]}.${udf[2]}` : bare;
      const operator = /^(ANCHORARRAY|SINGLE)$/i.test(name) ? name.toUpperCase() : '';
      if (token.type === 'func' && operator) {
        if (operator === 'SINGLE') out += '@';
        open.push(operator);
        const simple = tokens[i + 3]?.value === ')' || tokens[i + 5]?.value === ')';
        if (!simple) out += '(';
        else open[open.length - 1] += ' simple';
        i++;
        continue;
      }
      out += name;
    } else if (token.value === '(') {
      open.push('');
      out += '(';
    } else if (token.value === ')') {
      const closed = open.pop() ?? '';
      if (!closed.endsWith('simple')) out += ')';
      if (closed.startsWith('ANCHORARRAY')) out += '#';
    } else {
      out += token.value;
    }
  }
  return out;
}
