import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, run } from './setup.mjs';

const BROWSERS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

/** What the tests need of the machine beside Node. */
const TOOLS = [
  {
    there: () => findBrowser() !== undefined,
    packages: ['chromium'],
    what: 'Chromium, Chrome or Edge (or CHROME_PATH, naming one) runs the browser tests',
  },
  {
    there: () => works('soffice', '--version'),
    packages: ['libreoffice-calc'],
    what: 'LibreOffice Calc judges formulas and saved files',
  },
  {
    there: () => ['/usr/bin/python3', 'python3'].some((p) => works(p, '-c', 'import openpyxl')),
    packages: ['python3-openpyxl'],
    what: 'Python 3 with openpyxl makes and reads test files',
  },
  {
    there: () => works('pdftoppm', '-v'),
    packages: ['poppler-utils'],
    what: 'pdftoppm draws the pages LibreOffice prints',
  },
  {
    there: () => works('sh', '-c', 'fc-list :lang=zh | grep -q .'),
    packages: ['fontconfig', 'fonts-noto-cjk'],
    what: 'a Chinese font makes pictures readable',
  },
];

/**
 * Finds what the tests need, installs the rest by apt-get where we may, else ends the command.
 * @returns environment variables that say where the browser is
 */
export function ensureTools() {
  let missing = TOOLS.filter(({ there }) => !there());
  const packages = missing.flatMap((tool) => tool.packages);
  if (missing.length > 0 && aptGet('update')) {
    aptGet('install', '-y', '--no-install-recommends', ...packages);
    missing = missing.filter(({ there }) => !there());
  }
  if (missing.length > 0) {
    fail(
      `Missing for the tests:\n${missing.map(({ what }) => `  ${what}`).join('\n')}\n` +
        `On Debian: apt-get install ${packages.join(' ')}`,
    );
  }
  return { CHROME_PATH: findBrowser() };
}

function findBrowser() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [
    process.env.CHROME_PATH,
    ...BROWSERS.flatMap((name) => folders.map((folder) => path.join(folder, name))),
  ].find((file) => file && existsSync(file));
}

function works(command, ...args) {
  const done = spawnSync(command, args, { stdio: 'ignore' });
  return !done.error && done.status === 0;
}

function aptGet(...args) {
  const root = process.getuid?.() === 0;
  if (!works('apt-get', '--version') || !(root || works('sudo', '-n', 'true'))) return false;
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  if (!root) command.unshift('sudo', '-n');
  return run(command[0], command.slice(1), { stdio: ['ignore', 2, 2] }) === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) ensureTools();
