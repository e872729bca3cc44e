/**
 * Names by which the add-in finds its own things again. The first four belong to the workbook and
 * point into the settings sheet; the column names belong to the ledger's sheet, so that each sheet
 * may have a ledger of its own.
 */
export const OWN = {
  asOf: 'ARW_AsOf',
  edges: 'ARW_Edges',
  bucketFrom: 'ARW_BucketFrom',
  bucketLabel: 'ARW_BucketLabel',
  daysColumn: 'ARW_DaysOverdue',
  bucketColumn: 'ARW_Bucket',
} as const;

/** Mark within the formula of the red-light rule: N() of a text is 0, so it says nothing else. */
export const RED_MARK = 'ARW:red:v1';
