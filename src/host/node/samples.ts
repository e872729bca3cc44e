/** Writes the sample ledgers of the workbench: always the same ones. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MESSY_LEDGER } from './messyLedger';
import { PLAIN_LEDGERS } from './plainLedgers';

const FOLDER = path.resolve('assets/samples');

const samples = [...PLAIN_LEDGERS, MESSY_LEDGER];
mkdirSync(FOLDER, { recursive: true });
for (const sample of samples) writeFileSync(path.join(FOLDER, sample.file), sample.build());
const names = samples.map(({ file, language, title }) => ({ file, language, title }));
writeFileSync(path.join(FOLDER, 'samples.json'), `${JSON.stringify(names, null, 2)}\n`);
