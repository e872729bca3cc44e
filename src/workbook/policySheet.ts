import { DEFAULT_POLICY, type Policy } from '../domain';
import { columnLetters, columnOf, sheetOf } from './address';
import { OWN } from './ownNames';
import type { OwnSheets } from './ownSheets';
import { cellsOfPolicy, policyOf } from './policyCells';
import { layOutPolicy } from './policyLayout';
import { POLICY_PARTS, type CellProblem, type PolicyCells, type PolicyPart } from './policyParts';
import { POLICY_TEXTS } from './policyTexts';
import type { SheetDraft } from './putSheets';
import type { Cell } from './rowColumns';
import { TEXTS, type Language } from './texts';

/** A cell of the policy that says nothing that can be used, and what it says. */
export interface PolicyProblem extends Pick<CellProblem, 'code' | 'instead'> {
  readonly sheet: string;
  /** That marks the sheet, where the cells of a name are gone. */
  readonly cell: string;
  /** As the cell shows it; the name whose cells are gone. */
  readonly value: string;
}

/** What the policy sheet says. */
export interface StoredPolicy {
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
  /** As typed: numbers, words or formulas. */
  readonly cells: PolicyCells;
}

/**
 * Asks for the policy in the coming sync, wherever the user moved its cells.
 *
 * @returns a function that reads it after it, given whether days are counted from 1904; null when
 *   the workbook has no policy sheet
 */
export function loadPolicy(workbook: Excel.Workbook): (date1904?: boolean) => StoredPolicy | null {
  const rangeOf = (name: string) => workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
  const anchor = rangeOf(OWN.policySheet).load('address');
  const ranges = POLICY_PARTS.map(
    (part) => [part, rangeOf(OWN[part]).load('values,formulas,text,address')] as const,
  );
  return (date1904 = false) => {
    if (anchor.isNullObject) return null;
    const found = Object.fromEntries(ranges) as Record<PolicyPart, Excel.Range>;
    const read = <T>(of: (range: Excel.Range) => T[][]) =>
      Object.fromEntries(
        ranges.map(([part, range]) => [part, range.isNullObject ? null : of(range)]),
      ) as unknown as PolicyCells<T>;
    const { policy, problems } = policyOf(
      read((range) => range.values as unknown[][]),
      date1904,
    );
    return {
      policy,
      problems: problems.map((problem) => placed(problem, found[problem.part], anchor.address)),
      cells: read((range) => range.formulas as Cell[][]),
    };
  };
}

function placed(
  { part, row, column, code, instead }: CellProblem,
  range: Excel.Range,
  anchor: string,
): PolicyProblem {
  const isGone = range.isNullObject;
  const { address } = isGone ? { address: anchor } : range;
  const [, letters, top] = /!\$?([A-Z]+)\$?(\d+)/.exec(address)!;
  return {
    code,
    instead,
    sheet: sheetOf(address),
    cell: `${columnLetters(columnOf(letters!) + column)}${Number(top) + row}`,
    value: isGone ? OWN[part] : (range.text[row]?.[column] ?? ''),
  };
}

/** The default policy, where there is no policy sheet. */
export const policySheet = (language: Language): SheetDraft => ({
  key: 'policy',
  rows: null,
  write(sheet) {
    layOutPolicy(sheet, cellsOfPolicy(DEFAULT_POLICY, POLICY_TEXTS[language]), language);
    return Promise.resolve();
  },
});

/**
 * Brings the policy sheet back to what it was; takes it away where there was none.
 *
 * @param now - what it says
 */
export function restorePolicy(
  ownSheets: OwnSheets,
  now: StoredPolicy | null,
  before: Pick<StoredPolicy, 'cells'> | null,
  language: Language,
): void {
  if (!before) {
    ownSheets.remove('policy');
    for (const part of POLICY_PARTS) ownSheets.names.getItemOrNullObject(OWN[part]).delete();
    return;
  }
  const isThere = (part: PolicyPart) => {
    const [was, is] = [before.cells[part], now?.cells[part]];
    return !was || (was.length === is?.length && was[0]!.length === is[0]!.length);
  };
  if (!POLICY_PARTS.every(isThere)) {
    const standard = cellsOfPolicy(DEFAULT_POLICY, POLICY_TEXTS[language]);
    const cells = Object.fromEntries(
      POLICY_PARTS.map((part) => [part, before.cells[part] ?? standard[part]]),
    ) as typeof standard;
    layOutPolicy(ownSheets.blank('policy', TEXTS[language]), cells, language);
    return;
  }
  for (const part of POLICY_PARTS) {
    const cells = before.cells[part];
    if (cells && JSON.stringify(now!.cells[part]) !== JSON.stringify(cells)) {
      ownSheets.names.getItem(OWN[part]).getRange().formulas = cells.map((row) => [...row]);
    }
  }
}
