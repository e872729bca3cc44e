import type { Appearance } from './grid/gridTheme';
import type { Language } from './strings';
import { Workbench } from './workbench';
import './workbench.css';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const language: Language = navigator.language.startsWith('zh') ? 'zh-CN' : 'en-US';
const workbench = new Workbench(
  document.getElementById('workbench')!,
  (localStorage.getItem('language') as Language | null) ?? language,
  (localStorage.getItem('appearance') as Appearance | null) ?? (dark ? 'dark' : 'light'),
);
if (!new URLSearchParams(location.search).has('blank')) void workbench.openFirstSample();
Object.defineProperty(window, 'workbench', { get: () => workbench.seam });
