/**
 * `npm run cases -- <folder>`: works every case file of a folder out and prints a line a case and
 * the count. Exit code 1 where one fails.
 */
import { casesOf, problemOf } from './judge';

function main(folder: string | undefined): void {
  if (folder === undefined) throw new Error('npm run cases -- <folder>');
  let [passed, failed] = [0, 0];
  for (const c of casesOf(folder)) {
    const problem = problemOf(c);
    if (problem === null) passed++;
    else failed++;
    process.stdout.write(
      `${problem === null ? 'passed' : 'FAILED'} ${c.id} ${c.area}: ${c.title}` +
        `${problem === null ? '' : ` — ${problem}`}\n`,
    );
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

main(process.argv[2]);
