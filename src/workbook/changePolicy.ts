import {
  DEFAULT_POLICY,
  isBlank,
  isoDate,
  knockInsOn,
  NO_DATE,
  type Policy,
  type Receivables,
  type SaidKnockIn,
} from '../domain';
import { journal } from './journal';
import { reasonIn } from './knockInCells';
import { OWN } from './ownNames';
import { loadOwnSheets } from './ownSheets';
import { cellsOfPolicy } from './policyCells';
import { POLICY_PARTS, type PolicyCells } from './policyParts';
import { loadPolicy, restorePolicy } from './policySheet';
import { POLICY_TEXTS, type PolicyTexts } from './policyTexts';
import type { Cell } from './rowColumns';
import { TEXTS, type Language } from './texts';
import { toWorkbookError, WorkbookError } from './workbookError';

type Rows = readonly (readonly Cell[])[];

/** @returns the cells of a policy sheet, given those that are there; null for parts that are gone */
export type PolicyChange = (cells: PolicyCells, texts: PolicyTexts) => PolicyCells;

/**
 * Changes cells of the policy sheet, which is laid out where there is none; undone by itself.
 *
 * @throws {WorkbookError} protectedSheet
 */
export async function changePolicy(change: PolicyChange, language: Language): Promise<void> {
  await Excel.run(async (context) => {
    const { workbook } = context;
    const loadedPolicy = loadPolicy(workbook);
    const loadedSheets = loadOwnSheets(workbook);
    const shown = workbook.names.getItemOrNullObject(OWN.ledger).getRangeOrNullObject();
    shown.load('worksheet/id');
    await context.sync();
    const stored = loadedPolicy();
    const ownSheets = loadedSheets();
    if (stored) {
      const { worksheet } = ownSheets.names.getItem(OWN.policySheet).getRange();
      worksheet.protection.load('protected');
      await context.sync();
      if (worksheet.protection.protected) {
        throw new WorkbookError('protectedSheet', ownSheets.nameOf('policy', TEXTS[language]));
      }
    }
    const texts = POLICY_TEXTS[language];
    const standard = cellsOfPolicy(DEFAULT_POLICY, texts);
    const cells = change(stored?.cells ?? standard, texts);
    const isRated = ownSheets.has('risk') && !shown.isNullObject;
    journal.remember({ changed: stored, ratedBy: isRated ? shown.worksheet.id : null });
    restorePolicy(ownSheets, stored, { cells }, language);
    await context.sync();
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/** @returns the change to another policy, in the cells that are there as far as they are enough */
export const toPolicy =
  (policy: Policy): PolicyChange =>
  (there, texts) => {
    const cells: Readonly<Record<keyof PolicyCells, Rows>> = cellsOfPolicy(policy, texts);
    return Object.fromEntries(
      POLICY_PARTS.map((part) => [part, fitted(cells[part], there[part]?.length ?? 0)]),
    ) as unknown as PolicyCells;
  };

/** Adds blank lines, or leaves some out, where that makes it as high. */
function fitted(rows: Rows, height: number): Rows {
  const used = rows.findLastIndex((row) => !row.every(isBlank)) + 1;
  if (used > height) return rows;
  return Array.from({ length: height }, (_, r) => rows[r] ?? rows[0]!.map(() => ''));
}

/**
 * @param items - of the ledger, to tell whom a line is for
 * @param knockIn - of a customer by its code
 * @param holds - whether it is to hold, or no more
 * @returns the change of the lines it takes
 */
export const toKnockIn =
  (
    items: Pick<Receivables, 'customers' | 'customerNames'>,
    { customer, reason, since }: SaidKnockIn,
    holds: boolean,
  ): PolicyChange =>
  (there, texts) => {
    const lines = there.knockIns ?? cellsOfPolicy(DEFAULT_POLICY, texts).knockIns;
    if (!holds) {
      const isIts = ([who, why]: readonly Cell[]): boolean =>
        (reasonIn(why) ?? 'blacklist') === reason &&
        knockInsOn(items, [{ customer: String(who), reason, since: NO_DATE }]).some(
          (one) => one.customer === customer,
        );
      const knockIns = lines.map((line, l) => (l > 0 && isIts(line) ? line.map(() => '') : line));
      return { ...there, knockIns };
    }
    const free = lines.findIndex((line, l) => l > 0 && line.every(isBlank));
    const line = [customer, texts.reasons[reason], isoDate(since)];
    const knockIns = free < 0 ? [...lines, line] : lines.map((old, l) => (l === free ? line : old));
    return { ...there, knockIns };
  };
