import { clearAll, run, undoRun } from './session';

/** Ribbon buttons: do the work, then show the pane, where its outcome stands. */
const button = (work: () => Promise<void>) => async (event: Office.AddinCommands.Event) => {
  await work();
  await Office.addin.showAsTaskpane();
  event.completed();
};

Office.actions.associate(
  'runWarnings',
  button(() => run()),
);
Office.actions.associate(
  'refresh',
  button(() => run()),
);
Office.actions.associate('undo', button(undoRun));
Office.actions.associate('clear', button(clearAll));
