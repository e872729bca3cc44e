import fc from 'fast-check';

const isMutant = 'STRYKER_MUTATOR_WORKER' in process.env;

// Properties meet the same examples on every run, so that what passes here passes elsewhere;
// SEED=… npm test tries others. Of a changed engine a few ask whether it fails, and not how.
fc.configureGlobal({
  seed: Number(process.env.SEED ?? 20250630),
  numRuns: isMutant ? 30 : 100,
  endOnFailure: isMutant,
});
