/**
 * Requirement sets the workbench tells the add-in it has, each with its highest version: what
 * Excel on the web has of those the host's objects come from; of ExcelApi what the office.js of npm
 * knows: it has no member of a later set.
 */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  AddinCommands: '1.3',
  ContextMenuApi: '1.1',
  CustomFunctions: '1.9',
  CustomFunctionsRuntime: '1.4',
  DelayForCellEdit: '1.1',
  DialogApi: '1.2',
  DynamicRibbon: '1.1',
  ExcelApi: '1.15',
  ExcelApiOnline: '1.1',
  RibbonApi: '1.1',
  RichApiRuntime: '1.4',
  Settings: '1.1',
  SharedRuntime: '1.2',
};
