/** Everything that changes a workbook; each edit recalculates and raises its events. */
export { clearArea } from './edits/clear';
export { addChart, changeChart, deleteChart } from './edits/charts';
export { copyArea } from './edits/copy';
export { enterText } from './edits/enterText';
export {
  addAutoFilter,
  applyFilter,
  clearFilter,
  removeAutoFilter,
  setFilter,
  type FilterTarget,
} from './edits/filter';
export {
  setColumnsHidden,
  setColumnWidth,
  setFrozen,
  setRowHeight,
  setRowsHidden,
  setStyle,
} from './edits/formats';
export { deleteCells, insertCells } from './edits/insertDelete';
export { setHyperlink } from './edits/hyperlinks';
export { mergeArea, unmergeArea } from './edits/merge';
export { addName, deleteName, setNameFormula } from './edits/names';
export { removeDuplicates } from './edits/removeDuplicates';
export { clearRules } from './edits/ruleRanges';
export { addRule, changeRule, deleteRule, moveRule } from './edits/rules';
export { setValues, type CellInput } from './edits/setCells';
export {
  activateSheet,
  addSheet,
  deleteSheet,
  moveSheet,
  renameSheet,
  select,
  setVisibility,
} from './edits/sheets';
export { protectSheet, setGridlines, setTabColor, unprotectSheet } from './edits/sheetView';
export { sortArea } from './edits/sort';
export {
  convertTableToRange,
  setHeadersShown,
  setTableLook,
  setTotalsShown,
  type TableLook,
} from './edits/tableParts';
export { addTable, deleteTable, renameTable, resizeTable } from './edits/tables';
export {
  addTableColumns,
  addTableRows,
  deleteTableColumns,
  deleteTableRows,
} from './edits/tableRows';
export { setValidation } from './edits/validations';
