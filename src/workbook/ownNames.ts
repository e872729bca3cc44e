/**
 * Names by which the add-in finds its own things again. These belong to the workbook; the names of
 * our columns belong to the ledger's sheet (namedColumns.ts), so that each sheet may have a ledger of
 * its own.
 */
export const OWN = {
  /** The ledger our sheets show. */
  ledger: 'ARW_Ledger',
  asOf: 'ARW_AsOf',
  previous: 'ARW_PreviousDate',
  leadDays: 'ARW_LeadDays',
  mergeCodes: 'ARW_MergeCodes',
  mode: 'ARW_Mode',
  columns: 'ARW_Columns',
  sheets: 'ARW_Sheets',
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
  applicationSheet: 'ARW_ApplicationSheet',
  modelSheet: 'ARW_ModelSheet',
  model: 'ARW_Model',
  modelUse: 'ARW_ModelUse',
  modelText: 'ARW_ModelText',
  riskSheet: 'ARW_RiskSheet',
  ratingSheet: 'ARW_RatingSheet',
  /** Header and lines of the ratings kept there. */
  ratings: 'ARW_Ratings',
  policySheet: 'ARW_PolicySheet',
  rfaThresholds: 'ARW_RfaThresholds',
  rfaWeights: 'ARW_RfaWeights',
  rfaTiers: 'ARW_RfaTiers',
  rfaMode: 'ARW_RfaMode',
  rfaWindow: 'ARW_RfaWindow',
  rfaLeast: 'ARW_RfaLeast',
  lossGivenDefault: 'ARW_LossGivenDefault',
  amberFrom: 'ARW_AmberFrom',
  treatments: 'ARW_Treatments',
  personaRules: 'ARW_PersonaRules',
  knockIns: 'ARW_KnockIns',
  notesSheet: 'ARW_NotesSheet',
  reconciliationSheet: 'ARW_ReconciliationSheet',
  statementSheet: 'ARW_StatementSheet',
  /** The lines of AR核账 that a person answers. */
  matches: 'ARW_Matches',
} as const;

/** What all our names begin with. */
export const OWN_PREFIX = 'ARW_';

/** Asks in the coming sync whether a name is of these cells of a sheet of ours. */
export function loadName(sheet: Excel.Worksheet, name: string, address: string): () => boolean {
  const { names } = sheet.context.workbook;
  const range = names.getItemOrNullObject(name).getRangeOrNullObject().load('address');
  return () => !range.isNullObject && range.address.endsWith(`!${address}`);
}
