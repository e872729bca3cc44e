import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled, root, runPackage } from './setup.mjs';
import { ensureTools } from './tools.mjs';

ensureInstalled();
const env = { ...process.env, ...ensureTools() };
mkdirSync(`${root}build`, { recursive: true });

const builds = ['--config-name', 'addin', '--config-name', 'node'];
const built = runPackage('webpack/bin/webpack.js', builds, { env }) === 0;
const results = [jest('jest.config.js', 'unit'), jest('test/e2e/jest.config.js', 'browser')];

const passed = sum((r) => r.numPassedTests);
// A file that does not even load, or a test that is left out, is a failure and no silence.
const failed =
  sum((r) => r.numFailedTests + r.numRuntimeErrorTestSuites + r.numPendingTests + r.numTodoTests) +
  (built ? 0 : 1);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** @returns jest's own count of that configuration, or one failure when it left none. */
function jest(config, name) {
  const outputFile = `${root}build/jest-${name}.json`;
  rmSync(outputFile, { force: true });
  runPackage('jest/bin/jest.js', ['--config', config, '--json', `--outputFile=${outputFile}`], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'], // the report is on stderr, stdout repeats the JSON
  });
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8'));
  } catch {
    process.stderr.write(`The ${name} tests ended without a result.\n`);
    return {
      numPassedTests: 0,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 0,
      numPendingTests: 0,
      numTodoTests: 0,
    };
  }
}

function sum(count) {
  return results.reduce((total, result) => total + count(result), 0);
}
