type Session = typeof import('./session');

/**
 * A ribbon button: does the work, then shows the pane, where its outcome stands. The code that works
 * on workbooks comes with the first press, so that functions need not wait for it.
 */
const button =
  (work: (session: Session) => Promise<void>) => async (event: Office.AddinCommands.Event) => {
    const session = await import(/* webpackChunkName: "session" */ './session');
    session.followOffice();
    await work(session);
    await Office.addin.showAsTaskpane();
    event.completed();
  };

const run = button((session) => session.run());

Office.actions.associate('runWarnings', run);
Office.actions.associate('refresh', run);
Office.actions.associate(
  'undo',
  button((session) => session.undoRun()),
);
Office.actions.associate(
  'clear',
  button((session) => session.clearAll()),
);
Office.actions.associate(
  'showCustomer',
  button((session) => session.showSelected()),
);
