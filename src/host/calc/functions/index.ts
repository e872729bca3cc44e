import type { Builtin } from '../library';
import { arrays } from './array';
import { criteria } from './criteria';
import { dateTime } from './date';
import { distributions } from './distributions';
import { finance } from './finance';
import { borrowed } from './formulajs';
import { info } from './info';
import { lambdas } from './lambda';
import { logic } from './logic';
import { lookups } from './lookup';
import { math } from './math';
import { references } from './references';
import { stats } from './stats';
import { subtotals } from './subtotal';
import { text } from './text';

/** Every built-in function by its English name; what we wrote ourselves goes before formulajs. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [
    borrowed,
    distributions,
    math,
    stats,
    criteria,
    lookups,
    references,
    logic,
    info,
    text,
    dateTime,
    arrays,
    lambdas,
    subtotals,
    finance,
  ].flatMap((library) => Object.entries(library)),
);
