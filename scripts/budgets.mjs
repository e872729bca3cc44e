import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fail, root } from './setup.mjs';

/** What may be loaded before the pane, or a function, is ready; kB gzipped. */
const BUDGETS = [
  { what: 'functions and commands', files: ['runtime.js', 'functions.js'], limit: 60 },
  { what: 'pane, initial', files: ['runtime.js', 'core.js', 'taskpane.js'], limit: 200 },
];

const lines = BUDGETS.map(({ what, files, limit }) => {
  const missing = files.filter((file) => !existsSync(`${root}dist/${file}`));
  if (missing.length > 0) fail(`dist/${missing[0]} is missing: npm run build`);
  const size = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(`${root}dist/${file}`)).length,
    0,
  );
  return {
    ok: size <= limit * 1000,
    text: `${what}: ${(size / 1000).toFixed(1)} of ${limit} kB gz`,
  };
});
for (const { ok, text } of lines) process.stdout.write(`${ok ? '' : 'OVER '}${text}\n`);
process.exit(lines.every(({ ok }) => ok) ? 0 : 1);
