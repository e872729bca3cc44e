import { FluentProvider } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followOffice, followWorkbook, inspect } from '../commands/session';
import { shortenBlocks } from '../workbook/blockBytes';
import { App } from './App';
import { useOfficeTheme } from './officeTheme';

/** Draws the pane in place of the static shell and looks at the active sheet. */
export function mount(root: HTMLElement): void {
  followOffice();
  shortenBlocks();
  createRoot(root).render(
    <StrictMode>
      <Themed />
    </StrictMode>,
  );
  void inspect();
  void followWorkbook();
}

function Themed() {
  return (
    <FluentProvider theme={useOfficeTheme()}>
      <App />
    </FluentProvider>
  );
}
