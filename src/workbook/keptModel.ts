import type { InputName, OverdueModel, Training } from '../domain';
import { MODEL_TEXTS, type ModelTexts } from './modelTexts';
import { OWN } from './ownNames';
import type { Cell } from './rowColumns';
import { isSame } from './sameCells';

/** What the workbook keeps of a model. */
export interface KeptModel {
  /** Null where there is none, where the user wants a new one, and where there is a problem. */
  readonly training: Training | null;
  /** Whether the user wants it used though it does not beat its baselines. */
  readonly usesWeakModel: boolean;
  /** Id of the sheet with the ledger it was trained on; null where nothing says it. */
  readonly ledger: string | null;
  /** Cells that cannot be read, or say something else than was written; null where all is well. */
  readonly problem: 'unreadable' | 'changed' | null;
}

/** Of the text's layout and of the shape it tells of. */
const VERSION = 'AR2';
/** Characters a cell's text may have are 32 767. */
const PIECE = 30_000;

/** Asks for the kept model in the coming sync. @returns a function that reads it after it; never throws */
export function loadModel(workbook: Excel.Workbook): () => KeptModel {
  const [text, table, use] = [OWN.modelText, OWN.model, OWN.modelUse].map((name) =>
    workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load('values'),
  );
  const shown = workbook.names.getItemOrNullObject(OWN.ledger).getRangeOrNullObject();
  shown.load('worksheet/id');
  return () => {
    const ledger = shown.isNullObject ? null : shown.worksheet.id;
    const none: KeptModel = { training: null, usesWeakModel: false, ledger, problem: null };
    if (text!.isNullObject) return none;
    const wanted = use!.isNullObject ? -1 : useOf(use!.values[0]![0]);
    if (wanted === 2) return none;
    const training = parseTraining(text!.values.map(([cell]) => String(cell)));
    if (!training) return { ...none, problem: 'unreadable' };
    if (table!.isNullObject || !isTableOf(training.model, table!.values as Cell[][])) {
      return { ...none, problem: 'changed' };
    }
    return { training, usesWeakModel: wanted === 0, ledger, problem: null };
  };
}

/** @returns 0 on, 1 off, 2 train anew, in either language; −1 for anything else */
function useOf(cell: unknown): number {
  const word = String(cell).trim().toLowerCase();
  const found = Object.values(MODEL_TEXTS).map(({ uses }) => uses.indexOf(word));
  return Math.max(...found);
}

/** @returns a training as texts of cells: a line to know it by, then pieces of plain ASCII */
export function textsOfTraining(training: Training): string[] {
  const json = JSON.stringify(training).replace(
    /[^ -~]/g, // a piece must not end within a character
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const pieces = json.match(new RegExp(`.{1,${PIECE}}`, 'g'))!;
  return [`${VERSION} ${hashOf(json)}`, ...pieces];
}

function parseTraining([head, ...pieces]: readonly string[]): Training | null {
  const json = pieces.join('');
  // What bears our mark is what we wrote, of this shape.
  return head === `${VERSION} ${hashOf(json)}` ? (JSON.parse(json) as Training) : null;
}

/** Source: Fowler, Noll, Vo, FNV-1a, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash.toString(16);
}

/** @returns the rows AR.OVERDUE_PROB takes: a name, its coefficient, the least and the most */
export function tableOfModel(
  { kind, rates, intercept, terms, calibration }: OverdueModel,
  texts: ModelTexts,
  nameOf: (input: InputName) => string,
): Cell[][] {
  if (kind === 'rate') return [[texts.rateUsed(`${(rates.all * 100).toFixed(1)}%`), '', '', '']];
  return [
    [texts.intercept, intercept, '', ''],
    ...terms.map(({ input, coefficient, low, high }) => [nameOf(input), coefficient, low, high]),
    ...(calibration ? [[texts.calibrationRow, calibration.intercept, calibration.slope, '']] : []),
  ];
}

/** Whether the cells' numbers are a model's; names may be in another language. */
function isTableOf(model: OverdueModel, cells: readonly (readonly Cell[])[]): boolean {
  const rows = tableOfModel(model, MODEL_TEXTS['zh-CN'], String);
  return (
    rows.length === cells.length &&
    rows.every((row, r) => row.slice(1).every((cell, c) => isSame(cells[r]![c + 1], cell)))
  );
}
