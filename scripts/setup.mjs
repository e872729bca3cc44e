import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program in the project's folder, its output on ours.
 * @param options - of spawnSync
 * @returns its exit code
 */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

/** Runs a script of an installed package, as `webpack/bin/webpack.js`. */
export const runPackage = (script, args, options) =>
  run(process.execPath, [`${root}node_modules/${script}`, ...args], options);

/** Ends the command with a message for the person at the terminal. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** Installs what package-lock.json says when node_modules is missing or differs from it. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11)) {
    fail(`Node 20.11 or newer is needed; this is ${process.versions.node}. See https://nodejs.org`);
  }
  if (isInstalled()) return;
  process.stderr.write('Installing packages (once, a minute or two) …\n');
  // Its output belongs on stderr: stdout is the command's own.
  const options = { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  if (run('npm', ['ci', '--no-progress', '--loglevel=error'], options) !== 0) {
    fail('npm ci failed; see above. It needs the npm registry within reach.');
  }
}

function isInstalled() {
  const record = `${root}node_modules/.package-lock.json`; // npm's own, of what it installed
  if (!existsSync(record)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(record);
  return Object.entries(packages(`${root}package-lock.json`)).every(
    ([path, { version, optional }]) =>
      path === '' || optional || installed[path]?.version === version,
  );
}
