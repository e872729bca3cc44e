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
    return { tokens, tree: parseTokens(tokens) };
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
  const tokens = tokenize(text);
  /** What closes each bracket that is open. */
  const closers: string[] = [];
  let out = '';
  for (let i = 0; i < tokens.length; i++) {
    const { type, value } = tokens[i]!;
    if (type === 'func' && /(?:^|\.)(?:ANCHORARRAY|SINGLE)$/i.test(value)) {
      const brackets = tokens[i + 3]?.value === ')' ? ['', ''] : ['(', ')'];
      const single = /SINGLE$/i.test(value);
      out += (single ? '@' : '') + brackets[0]!;
      closers.push(brackets[1]! + (single ? '' : '#'));
      i++;
    } else if (value === ')') {
      out += closers.pop() ?? ')';
    } else {
      if (value === '(') closers.push(')');
      out += type === 'func' || type === 'range_named' ? bareName(value) : value;
    }
  }
  return out;
}

function bareName(name: string): string {
  return name.replace(PREFIX, '').replace(/^_xldudf_([A-Z0-9]+)_/i, '$1.');
}
