import { createWorkbook } from '../model/createWorkbook';
import type { Appearance } from './grid/gridTheme';
import { firstSample } from './samples';
import type { Language } from './strings';
import { Workbench } from './workbench';
import './workbench.css';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const chosen = localStorage.getItem('language') as Language | null;
const language = chosen ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en-US');
const appearance = localStorage.getItem('appearance') as Appearance | null;
const blank = new URLSearchParams(location.search).has('blank');

const workbench = new Workbench(
  document.getElementById('workbench')!,
  language,
  appearance ?? (dark ? 'dark' : 'light'),
  (blank ? null : await firstSample(language)) ?? createWorkbook(),
);
Object.defineProperty(window, 'workbench', { get: () => workbench.seam });
