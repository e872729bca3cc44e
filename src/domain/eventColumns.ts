import { halfWidth } from './cell';
import type { Layout } from './findLayout';
import { simplified } from './simplified';
import type { TermStart } from './term';

/** What a term may count from beside the document's date, and how its column is headed. */
const EVENTS: readonly (readonly [Exclude<TermStart, 'document'>, RegExp])[] = [
  ['invoiceReceipt', /^(?:发?票到|收票|到票|客户收票|发票签收|发票送达)(?:日期?|时间)$/],
  ['shipment', /^(?:实际)?(?:发货|出货|发运|出库)(?:日期?|时间)$/],
  ['delivery', /^(?:实际|客户)?(?:到货|收货|交货|送达|签收|交付)(?:日期?|时间)$/],
  ['acceptance', /^(?:终|初)?验收(?:合格|通过)?(?:日期?|时间)$/],
];

/** The days terms count from (验收后60天), beside the document's own. */
export const EVENT_ROLES = EVENTS.map(([start]) => start);

/** @returns the layout with a role for each such column that means nothing else */
export function eventColumns(layout: Layout): Layout {
  const { headers, mapping } = layout;
  if (mapping.term === undefined) return layout;
  const taken = new Set(Object.values(mapping));
  const words = headers.map((header) => simplified(halfWidth(header)).replace(/\s/g, ''));
  const found = EVENTS.flatMap(([start, header]) => {
    const column = words.findIndex((word, c) => !taken.has(c) && header.test(word));
    return column < 0 ? [] : [[start, column] as const];
  });
  return { ...layout, mapping: { ...mapping, ...Object.fromEntries(found) } };
}
