import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import programs from './programs.js';
import { ensureInstalled, fail, root, run, runPackage } from './setup.mjs';

const [name, ...args] = process.argv.slice(2);
const source = programs[name];
if (source === undefined) fail(`One of: ${Object.keys(programs).join(', ')}`);
if (!existsSync(join(root, source))) fail(`${source} is not there yet.`);

ensureInstalled();
const program = join(root, 'build', `${name}.cjs`);
build(program, '--config-name', 'node', '--env', `program=${name}`);
build(join(root, 'dist/runtime.js'), '--config-name', 'addin');
// Paths in the arguments are meant from where the person stands, not from where npm runs us.
process.exit(run(process.execPath, [program, ...args], { cwd: process.env.INIT_CWD ?? '.' }));

/** Builds with webpack unless the output is younger than every source. */
function build(output, ...options) {
  const sources = [
    'src',
    'test/support',
    'assets',
    'manifest.xml',
    'webpack.config.js',
    'package-lock.json',
  ]
    .concat(dirname(source))
    .map((path) => join(root, path));
  if (existsSync(output) && statSync(output).mtimeMs > Math.max(...sources.map(newest))) return;
  process.stderr.write(`Building ${relative(root, output)} …\n`);
  if (runPackage('webpack/bin/webpack.js', options, { stdio: ['ignore', 2, 2] }) !== 0) {
    fail('The build failed; see above.');
  }
  // Output that came out as it was is not written again, and would look old ever after.
  const now = new Date();
  utimesSync(output, now, now);
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  const children = statSync(path).isDirectory() ? readdirSync(path) : [];
  return Math.max(mtimeMs, ...children.map((child) => newest(join(path, child))));
}
