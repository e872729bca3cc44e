/**
 * Names by which the add-in finds its own things again. These belong to the workbook; the names of
 * our columns belong to the ledger's sheet (rowColumns.ts), so that each sheet may have a ledger of
 * its own.
 */
export const OWN = {
  /** The ledger our sheets show. */
  ledger: 'ARW_Ledger',
  asOf: 'ARW_AsOf',
  previous: 'ARW_PreviousDate',
  leadDays: 'ARW_LeadDays',
  edges: 'ARW_Edges',
  bucketFrom: 'ARW_BucketFrom',
  bucketLabel: 'ARW_BucketLabel',
  classBounds: 'ARW_ClassBounds',
  classFrom: 'ARW_ClassFrom',
  classLabel: 'ARW_ClassLabel',
  settingsSheet: 'ARW_SettingsSheet',
  ageingSheet: 'ARW_AgeingSheet',
  warningSheet: 'ARW_WarningSheet',
  issueSheet: 'ARW_IssueSheet',
} as const;

/** What all our names begin with. */
export const OWN_PREFIX = 'ARW_';
