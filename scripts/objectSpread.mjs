/**
 * What `{ ...a }` is compiled to for browsers that do not know it: swc's own helpers, which also carry
 * over what properties are like, cost many times as much.
 */
export const _ = Object.assign;
