import { sheetOf } from './address';
import { OWN } from './ownNames';
import type { Texts } from './texts';
import { WorkbookError } from './workbookError';

/** Names of the cells that mark our sheets: their A1, wherever the sheet is and whatever it is called. */
const ANCHORS = {
  settings: OWN.settingsSheet,
  ageing: OWN.ageingSheet,
  warnings: OWN.warningSheet,
  issues: OWN.issueSheet,
} as const;

export type SheetKey = keyof typeof ANCHORS;

const KEYS = Object.keys(ANCHORS) as SheetKey[];

/** Our sheets in a workbook. */
export interface OwnSheets {
  /** Names in the scope of the workbook. */
  readonly names: Excel.NamedItemCollection;
  /** @throws {WorkbookError} protectedSheet when one of ours cannot be written */
  assertWritable(): void;
  /** @returns those that are there, those made since included. */
  all(): Excel.Worksheet[];
  /** @returns the sheet, blank: the one that is there, else a new one. */
  blank(key: SheetKey, texts: Texts): Excel.Worksheet;
}

/** Asks for our sheets; the answer is ready after the coming sync. */
export function loadOwnSheets(workbook: Excel.Workbook): () => OwnSheets {
  const { names } = workbook;
  const all = workbook.worksheets.load('items/name,items/protection/protected');
  const anchors = KEYS.map((key) => {
    const range = names.getItemOrNullObject(ANCHORS[key]).getRangeOrNullObject();
    return range.load('address');
  });
  return () => {
    const found = new Map<SheetKey, { sheet: Excel.Worksheet; name: string }>();
    anchors.forEach((range, i) => {
      if (range.isNullObject) return;
      found.set(KEYS[i]!, { sheet: range.worksheet, name: sheetOf(range.address) });
    });
    const taken = new Set(all.items.map(({ name }) => name.toLowerCase()));
    return {
      names,
      assertWritable() {
        for (const { name } of found.values()) {
          const sheet = all.items.find((item) => item.name === name);
          if (sheet?.protection.protected) throw new WorkbookError('protectedSheet', name);
        }
      },
      all: () => [...found.values()].map(({ sheet }) => sheet),
      blank(key, texts) {
        const there = found.get(key)?.sheet;
        if (there) {
          there.getRange().clear();
          return there;
        }
        const name = freeName(texts.sheets[key], taken);
        const sheet = workbook.worksheets.add(name);
        names.getItemOrNullObject(ANCHORS[key]).delete();
        names.add(ANCHORS[key], sheet.getRange('A1'));
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

/** Takes our sheets and all our names in the scope of the workbook away. */
export async function removeOwnSheets(workbook: Excel.Workbook): Promise<void> {
  const anchors = KEYS.map((key) =>
    workbook.names.getItemOrNullObject(ANCHORS[key]).getRangeOrNullObject().load('address'),
  );
  await workbook.context.sync();
  for (const range of anchors) if (!range.isNullObject) range.worksheet.delete();
  for (const name of Object.values(OWN)) workbook.names.getItemOrNullObject(name).delete();
  await workbook.context.sync();
}
