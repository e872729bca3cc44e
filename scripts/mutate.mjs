import { Stryker } from '@stryker-mutator/core';
import { ensureInstalled, fail, root } from './setup.mjs';

/** Domain files whose code is changed, and the tests that have to notice. */
const groups = {
  settle: {
    files: ['settle', 'heap', 'applicationList', 'accounts', 'links', 'settleFifo'],
    tests: ['settle', 'heap', 'settleFifo'],
  },
  ageing: {
    files: ['analyse', 'balances', 'customerBalances', 'buckets', 'dayTable'],
    tests: ['analyse', 'buckets'],
  },
  classes: { files: ['classes'], tests: ['classes'] },
  items: { files: ['receivables'], tests: ['receivables'] },
  warnings: { files: ['warnings', 'lights'], tests: ['warnings', 'lights'] },
  kpi: {
    files: ['kpi', 'dso', 'collectionKpis', 'concentration', 'ledgerFigures'],
    tests: ['kpi', 'dso', 'collectionKpis', 'concentration'],
  },
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in groups));
if (unknown !== undefined) fail(`No group ${unknown}. One of: ${Object.keys(groups).join(', ')}`);

ensureInstalled();
process.chdir(root);
for (const name of asked.length > 0 ? asked : Object.keys(groups)) await mutate(name, groups[name]);

/** Leaves a report in build/mutation; the process fails where the score is under 90 %. */
async function mutate(name, { files, tests }) {
  const report = `build/mutation/${name}`;
  const stryker = new Stryker({
    mutate: files.map((file) => `src/domain/${file}.ts`),
    testRunner: 'jest',
    jest: {
      configFile: 'jest.config.js',
      config: {
        roots: ['<rootDir>/test/domain'],
        testMatch: tests.map((test) => `**/${test}.test.ts`),
        watchman: false,
      },
      enableFindRelatedTests: false, // the barrel of the domain relates everything to everything
    },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 20_000, // endless loops are found by their count; a busy machine is no endless loop
    ignorePatterns: ['assets', 'build', 'dist', 'docs'],
    // What was tried before is tried again only where code or tests have changed.
    incremental: true,
    incrementalFile: `${report}.json`,
    reporters: ['progress', 'clear-text', 'html'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: `${report}.html` },
    thresholds: { high: 95, low: 90, break: 90 },
  });
  await stryker.runMutationTest();
}
