/** Our columns, in the order in which they stand, and the names of their cells on the ledger's sheet. */
export const COLUMN_NAMES = {
  open: 'ARW_Open',
  dueDate: 'ARW_DueDate',
  daysOverdue: 'ARW_DaysOverdue',
  ageDays: 'ARW_AgeDays',
  bucket: 'ARW_Bucket',
  riskClass: 'ARW_Class',
  warning: 'ARW_Warning',
  light: 'ARW_Light',
  probability: 'ARW_Probability',
  expectedLoss: 'ARW_ExpectedLoss',
} as const;

export type ColumnKey = keyof typeof COLUMN_NAMES;

export const COLUMN_KEYS = Object.keys(COLUMN_NAMES) as ColumnKey[];

/** Cells under one of our names: a title and what stands below it; zero-based. */
export interface NamedColumn {
  readonly column: number;
  readonly top: number;
  readonly height: number;
  /** Whether we made the column as wide as it is. */
  readonly isWidened: boolean;
}

/** Our columns as they are found on a sheet; empty when there are none. */
export type NamedColumns = ReadonlyMap<ColumnKey, NamedColumn>;

/** A name's comment that says the column had the standard width before. */
export const WIDENED = 'ARW:width';

/** Asks where our columns are; the answer is ready after the coming sync. */
export function loadOwnColumns(sheet: Excel.Worksheet): () => NamedColumns {
  const found = COLUMN_KEYS.map((key) => {
    const item = namedItem(sheet, key).load('comment');
    return { key, item, range: item.getRangeOrNullObject().load('columnIndex,rowIndex,rowCount') };
  });
  return () =>
    new Map(
      found.flatMap(({ key, item, range }) => {
        if (item.isNullObject || range.isNullObject) return [];
        const { columnIndex: column, rowIndex: top, rowCount: height } = range;
        return [[key, { column, top, height, isWidened: item.comment === WIDENED }]];
      }),
    );
}

/** @returns the name of a column of ours; a null object where there is none */
export const namedItem = (sheet: Excel.Worksheet, key: ColumnKey): Excel.NamedItem =>
  sheet.names.getItemOrNullObject(COLUMN_NAMES[key]);
