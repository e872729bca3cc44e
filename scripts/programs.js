/** Our programs for Node: `npm run <name>` builds and runs them. */
module.exports = {
  headless: 'src/host/node/headless.ts',
  samples: 'src/host/node/samples.ts',
  bench: 'test/bench/index.ts',
  cases: 'test/cases/run.ts',
  reference: 'test/reference/run.ts',
  evaluate: 'test/evaluate/run.ts',
};
