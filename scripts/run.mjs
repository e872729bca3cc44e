import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, root, run, runPackage } from './setup.mjs';

/** Programs of ours for Node; they run the built add-in. */
const PROGRAMS = ['headless', 'bench', 'cases'];
const SOURCES = ['src', 'test/bench', 'test/cases', 'webpack.config.js', 'package-lock.json'];

const [name, ...args] = process.argv.slice(2);
if (!PROGRAMS.includes(name)) fail(`One of: ${PROGRAMS.join(', ')}`);

ensureInstalled();
const program = join(root, 'build', `${name}.cjs`);
build('node', program);
build('addin', join(root, 'dist/runtime.js'));
// Paths in the arguments are meant from where the person stands, not from where npm runs us.
process.exit(run(process.execPath, [program, ...args], { cwd: process.env.INIT_CWD ?? '.' }));

/** Builds a configuration unless its output is younger than every source. */
function build(config, output) {
  const sources = SOURCES.map((source) => join(root, source)).filter(existsSync);
  if (existsSync(output) && statSync(output).mtimeMs > Math.max(...sources.map(newest))) return;
  process.stderr.write(`Building ${config} …\n`);
  const options = { stdio: ['ignore', 2, 2] };
  if (runPackage('webpack/bin/webpack.js', ['--config-name', config], options) !== 0) {
    fail('The build failed; see above.');
  }
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  const children = statSync(path).isDirectory() ? readdirSync(path) : [];
  return Math.max(mtimeMs, ...children.map((child) => newest(join(path, child))));
}
