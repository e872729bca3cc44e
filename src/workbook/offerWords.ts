/** Offers words in a cell's list; others may be typed all the same, such as those of another language. */
export function offerWords(cells: Excel.Range, source: string | Excel.Range): void {
  cells.dataValidation.rule = { list: { inCellDropDown: true, source } };
  cells.dataValidation.errorAlert = {
    message: '',
    showAlert: false,
    style: 'Information',
    title: '',
  };
}
