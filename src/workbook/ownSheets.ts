import { sheetOf } from './address';
import { OWN } from './ownNames';
import type { Texts } from './texts';
import { toWorkbookError, WorkbookError } from './workbookError';

/** Names of the cells that mark our sheets: their A1, wherever the sheet is and whatever it is called. */
export const ANCHORS = {
  settings: OWN.settingsSheet,
  ageing: OWN.ageingSheet,
  warnings: OWN.warningSheet,
  issues: OWN.issueSheet,
  applications: OWN.applicationSheet,
  reconciliation: OWN.reconciliationSheet,
  statements: OWN.statementSheet,
  policy: OWN.policySheet,
  risk: OWN.riskSheet,
  ratings: OWN.ratingSheet,
  model: OWN.modelSheet,
  notes: OWN.notesSheet,
} as const;

export type SheetKey = keyof typeof ANCHORS;

const KEYS = Object.keys(ANCHORS) as SheetKey[];

/** Our sheets in a workbook. */
export interface OwnSheets {
  /** Names in the scope of the workbook. */
  readonly names: Excel.NamedItemCollection;
  /** @throws {WorkbookError} protectedSheet when one a run writes to cannot be written */
  assertWritable(): void;
  /** @returns those that are there, those made since included. */
  all(): Excel.Worksheet[];
  /** @returns whether it is there */
  has(key: SheetKey): boolean;
  /** @returns what it is called, or would be */
  nameOf(key: SheetKey, texts: Texts): string;
  /** @returns the sheet; null where it is not there */
  find(key: SheetKey): Excel.Worksheet | null;
  /** Takes the sheet away, if it is there, and its name. @returns whether there was anything of it */
  remove(key: SheetKey): boolean;
  /** @returns the sheet, blank: the one that is there, else a new one. */
  blank(key: SheetKey, texts: Texts): Excel.Worksheet;
}

/** Asks for our sheets; the answer is ready after the coming sync. */
export function loadOwnSheets(workbook: Excel.Workbook): () => OwnSheets {
  const { names } = workbook;
  const all = workbook.worksheets.load('items/name,items/protection/protected');
  const anchors = KEYS.map((key) => {
    const item = names.getItemOrNullObject(ANCHORS[key]).load('name');
    return { item, range: item.getRangeOrNullObject().load('address') };
  });
  return () => {
    const found = new Map<SheetKey, { sheet: Excel.Worksheet; name: string }>();
    const named = new Set(KEYS.filter((_, i) => !anchors[i]!.item.isNullObject));
    anchors.forEach(({ range }, i) => {
      if (range.isNullObject) return;
      found.set(KEYS[i]!, { sheet: range.worksheet, name: sheetOf(range.address) });
    });
    const taken = new Set(all.items.map(({ name }) => name.toLowerCase()));
    return {
      names,
      assertWritable() {
        for (const [key, { name }] of found) {
          if (key === 'policy' || key === 'notes') continue; // runs do not write there
          const sheet = all.items.find((item) => item.name === name);
          if (sheet?.protection.protected) throw new WorkbookError('protectedSheet', name);
        }
      },
      has: (key) => found.has(key),
      nameOf: (key, texts) => found.get(key)?.name ?? texts.sheets[key],
      find: (key) => found.get(key)?.sheet ?? null,
      remove(key) {
        if (!named.has(key)) return false;
        found.get(key)?.sheet.delete();
        found.delete(key);
        names.getItemOrNullObject(ANCHORS[key]).delete();
        return true;
      },
      all: () => KEYS.flatMap((key) => found.get(key)?.sheet ?? []),
      blank(key, texts) {
        const there = found.get(key)?.sheet;
        if (there) {
          there.getRange().unmerge();
          there.getRange().clear();
          there.getRange().dataValidation.clear();
          return there;
        }
        const name = freeName(texts.sheets[key], taken);
        const sheet = workbook.worksheets.add(name);
        names.getItemOrNullObject(ANCHORS[key]).delete();
        names.add(ANCHORS[key], sheet.getRange('A1'));
        named.add(key);
        found.set(key, { sheet, name });
        return sheet;
      },
    };
  };
}

/** A sheet of the user's may bear the name already: ours then gets a number. */
function freeName(title: string, taken: ReadonlySet<string>): string {
  let name = title;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${title} (${n})`;
  return name;
}

/** @returns whether anything stands below the header */
async function hasNotes(sheet: Excel.Worksheet): Promise<boolean> {
  const used = sheet.getUsedRangeOrNullObject(true).load('rowCount');
  await sheet.context.sync();
  return !used.isNullObject && used.rowCount > 1;
}

/**
 * Takes one of our sheets away, if it is there, and its name.
 *
 * @throws {WorkbookError}
 */
export const removeSheet = (key: SheetKey): Promise<void> =>
  Excel.run(async (context) => {
    const loaded = loadOwnSheets(context.workbook);
    await context.sync();
    loaded().remove(key);
    await context.sync();
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });

/**
 * Takes our sheets and all our names in the scope of the workbook away, but for notes: somebody wrote
 * them, and no run brings them back.
 *
 * @returns whether there are notes
 */
export async function removeOwnSheets(workbook: Excel.Workbook): Promise<boolean> {
  const anchors = KEYS.map((key) =>
    workbook.names.getItemOrNullObject(ANCHORS[key]).getRangeOrNullObject().load('address'),
  );
  await workbook.context.sync();
  const notes = anchors[KEYS.indexOf('notes')]!;
  const keeps = !notes.isNullObject && (await hasNotes(notes.worksheet));
  for (const range of anchors) {
    if (!range.isNullObject && !(keeps && range === notes)) range.worksheet.delete();
  }
  for (const name of Object.values(OWN)) {
    if (!(keeps && name === OWN.notesSheet)) workbook.names.getItemOrNullObject(name).delete();
  }
  await workbook.context.sync();
  return keeps;
}
