import { element } from './element';
import type { Appearance } from './grid/gridTheme';
import type { Language } from './strings';
import { Workbench } from './workbench';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const language: Language = navigator.language.startsWith('zh') ? 'zh-CN' : 'en-US';

function start(): void {
  const workbench = new Workbench(
    document.getElementById('workbench')!,
    (localStorage.getItem('language') as Language | null) ?? language,
    (localStorage.getItem('appearance') as Appearance | null) ?? (dark ? 'dark' : 'light'),
  );
  Object.defineProperty(window, 'workbench', { get: () => workbench.seam });
}

// The grid measures the room it has, so the page is laid out before it is built.
const href = new URL('./workbench.css', import.meta.url).href;
document.head.append(element('link', { rel: 'stylesheet', href, onload: start }));
