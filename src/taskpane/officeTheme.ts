import {
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const contrast = window.matchMedia('(forced-colors: active)');

function subscribe(listener: () => void): () => void {
  for (const query of [dark, contrast]) query.addEventListener('change', listener);
  return () => {
    for (const query of [dark, contrast]) query.removeEventListener('change', listener);
  };
}

/** Office on the web names no theme: then the system's preference decides. */
function currentTheme(): Theme {
  if (contrast.matches) return teamsHighContrastTheme;
  const { officeTheme } = Office.context as { officeTheme?: { isDarkTheme?: boolean } };
  return (officeTheme?.isDarkTheme ?? dark.matches) ? webDarkTheme : webLightTheme;
}

export const useOfficeTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme);
