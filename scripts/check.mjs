import { performance } from 'node:perf_hooks';
import { ensureInstalled, runPackage } from './setup.mjs';

ensureInstalled();
const webpack = 'webpack/bin/webpack.js';
const jest = 'jest/bin/jest.js';
const tsc = 'typescript/bin/tsc';
const steps = [
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['lint', 'eslint/bin/eslint.js', '.'],
  ['types', tsc, '-p', '.'],
  ['types of the domain', tsc, '-p', 'src/domain'],
  ['dependencies', 'dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'test'],
  ['unused code', 'knip/bin/knip.js'],
  ['coverage of the domain', jest, 'test/domain', '--coverage', '--reporters=summary'],
  ['build', webpack, '--config-name', 'addin'],
  ['bundle budgets', '../scripts/budgets.mjs'],
  ['manifest', jest, '--verbose=false', 'test/manifest'],
];

const failed = [];
for (const [name, script, ...args] of steps) {
  const start = performance.now();
  const ok = runPackage(script, args) === 0;
  if (!ok) failed.push(name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
}
if (failed.length > 0) process.stdout.write(`check failed: ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
