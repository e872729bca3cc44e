/**
 * Tells of what people do in the workbook: another sheet comes to the front, cells change. What the
 * add-in writes itself is not told where Excel says so (ExcelApi 1.14).
 *
 * @param listener - `isOthers`: whether Excel says that the add-in did not change them itself
 */
export async function watchWorkbook(listener: {
  sheetActivated(): void;
  cellsChanged(isOthers: boolean): void;
}): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onActivated.add((): Promise<void> => {
      listener.sheetActivated();
      return Promise.resolve();
    });
    worksheets.onChanged.add((event): Promise<void> => {
      const { triggerSource } = event as { triggerSource?: typeof event.triggerSource };
      if (triggerSource !== Excel.EventTriggerSource.thisLocalAddin) {
        listener.cellsChanged(triggerSource !== undefined);
      }
      return Promise.resolve();
    });
    await context.sync();
  });
}
