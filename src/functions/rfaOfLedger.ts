import {
  AMOUNT_ROLES,
  cellText,
  customerKey,
  findLayout,
  LedgerParser,
  rfa,
  type CustomerRfa,
  type Receivables,
  type Serial,
} from '../domain';
import { invalid, notAvailable, passedOn, type Answer, type Cells, isError } from './cells';
import { TIER_WORDS } from './rfaTier';

/** Rows in which the header is looked for, with enough below to judge columns by. */
const HEADER_ROWS = 30;

/**
 * @param customer - codes or names, as the ledger has them
 * @param ledger - with its header; columns are found as a run finds them
 * @returns a row of R, F, A, score, tier per customer; blanks for a blank
 */
export function rfaOfLedger(customer: Cells, ledger: Cells, day: Serial): Answer[][] {
  const items = readLedger(ledger);
  const { customers } = rfa(items, day);
  const byKey = new Map<string, CustomerRfa>();
  for (const one of customers) byKey.set(customerKey(one.customer), one);
  for (const one of customers) {
    const name = customerKey(items.customerNames[one.number]!);
    if (!byKey.has(name)) byKey.set(name, one);
  }
  return customer.flat().map((cell) => {
    if (isError(cell)) return five(passedOn(cell));
    if (cell === 0 || cellText(cell) === '') return five('');
    const found = byKey.get(customerKey(cellText(cell)));
    if (!found) return five(notAvailable(`台账里没有 / not in the ledger: ${cellText(cell)}`));
    const { measures, score, tier } = found;
    return [measures.r, measures.f, measures.a, score, TIER_WORDS[tier]];
  });
}

const five = (answer: Answer): Answer[] => new Array<Answer>(5).fill(answer);

function readLedger(ledger: Cells): Receivables {
  const cells = ledger.map((row) => row.map((cell) => (isError(cell) ? cell.code : cell)));
  const layout = findLayout(
    cells.slice(0, HEADER_ROWS).map((row) => row.map((cell) => (cell === 0 ? '' : cell))),
    {},
  );
  if (!layout) {
    throw invalid(
      '看不出台账：要带表头，有金额和日期 / no ledger: it takes a header, an amount and a date',
    );
  }
  // Blanks come as 0, which only an amount can be.
  const amounts = new Set(AMOUNT_ROLES.map((role) => layout.mapping[role]));
  const body = cells
    .slice(layout.headerRow + 1)
    .map((row) => row.map((cell, c) => (cell === 0 && !amounts.has(c) ? '' : cell)));
  const parser = new LedgerParser(layout.mapping, layout);
  parser.addBlock(body, layout.headerRow + 2);
  return parser.finish();
}
