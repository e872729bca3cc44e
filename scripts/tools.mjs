import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { fail, run } from './setup.mjs';

const works = (command, ...args) => {
  const done = spawnSync(command, args, { stdio: 'ignore' });
  return !done.error && done.status === 0;
};
const firstThat = (commands, ...args) => commands.find((command) => works(command, ...args));

/** What the tests need of the machine: how it is found, what Debian calls it, what to tell people. */
const TOOLS = [
  {
    variable: 'CHROME_PATH',
    find: () =>
      firstThat(
        ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'],
        '--version',
      ),
    packages: ['chromium'],
    what: 'A Chromium, Chrome or Edge (or set CHROME_PATH) runs the browser tests.',
  },
  {
    variable: 'SOFFICE_PATH',
    find: () => firstThat(['soffice', 'libreoffice'], '--version'),
    packages: ['libreoffice-calc'],
    what: 'LibreOffice Calc (or set SOFFICE_PATH) judges formulas and saved files.',
  },
  {
    variable: 'PYTHON_PATH',
    find: () => firstThat(['python3', '/usr/bin/python3'], '-c', 'import openpyxl'),
    packages: ['python3-openpyxl'],
    what: 'A Python 3 with openpyxl (or set PYTHON_PATH) makes and reads test files.',
  },
  {
    variable: 'PDFTOPPM_PATH',
    find: () => firstThat(['pdftoppm'], '-v'),
    packages: ['poppler-utils'],
    what: 'pdftoppm of poppler-utils (or set PDFTOPPM_PATH) draws pages that LibreOffice prints.',
  },
  {
    variable: 'CJK_FONT',
    find: () => {
      const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout;
      return fonts?.split('\n').find(Boolean);
    },
    packages: ['fontconfig', 'fonts-noto-cjk'],
    what: 'A Chinese font makes pictures readable.',
  },
];

/**
 * Finds what the tests need, installs the rest by apt-get where we may, else ends the command.
 * @returns environment variables that say where each is
 */
export function ensureTools() {
  const found = {};
  const look = () =>
    TOOLS.filter(({ variable, find }) => !(found[variable] ??= process.env[variable] || find()));
  let missing = look();
  if (missing.length > 0 && aptGet('update')) {
    const packages = missing.flatMap((tool) => tool.packages);
    aptGet('install', '-y', '--no-install-recommends', ...packages);
    missing = look();
  }
  if (missing.length > 0) {
    const packages = missing.flatMap((tool) => tool.packages).join(' ');
    fail(
      `Missing for the tests:\n${missing.map((tool) => `  ${tool.what}`).join('\n')}\n` +
        `On Debian or Ubuntu: sudo apt-get install ${packages}`,
    );
  }
  return found;
}

function aptGet(...args) {
  if (!works('apt-get', '--version')) return false;
  const sudo = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const [command, ...rest] = [...sudo, 'apt-get', ...args];
  if (sudo.length > 0 && !works('sudo', '-n', 'true')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run(command, [...rest], { stdio: ['ignore', 2, 2], env }) === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) ensureTools();
