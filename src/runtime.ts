/**
 * The shared runtime: custom functions and ribbon commands register first. What works on the
 * workbook comes when a command is pressed, the pane's code where there is a pane to draw.
 */
import './functions/register';
import './commands/register';

void Office.onReady(async () => {
  const root = typeof document === 'undefined' ? null : document.getElementById('root');
  if (root) (await import(/* webpackChunkName: "taskpane" */ './taskpane/mount')).mount(root);
});

/** For runs without a pane. */
export const headless = () => import(/* webpackChunkName: "headless" */ './headless');
