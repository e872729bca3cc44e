/**
 * Tells of what people do in the workbook: another sheet comes to the front, cells change. What the
 * add-in writes itself is not told where Excel says so (ExcelApi 1.14).
 */
export async function watchWorkbook(listener: {
  sheetActivated(): void;
  cellsChanged(): void;
}): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onActivated.add((): Promise<void> => {
      listener.sheetActivated();
      return Promise.resolve();
    });
    worksheets.onChanged.add((event): Promise<void> => {
      if (event.triggerSource !== Excel.EventTriggerSource.thisLocalAddin) listener.cellsChanged();
      return Promise.resolve();
    });
    await context.sync();
  });
}
