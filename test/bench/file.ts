import { openWorkbook } from '../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { enterText } from '../../src/host/model/edits';
import type { Timings } from './calculation';
import { ledgerWorkbook } from './ledger';

const ROWS = 100_000;

/** @returns how long saving and opening a ledger of 100 000 × 10 cells took [ms], and its bytes */
export function benchFile(): Timings {
  const timings: Record<string, number> = {};
  const time = <T>(name: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    timings[name] = Math.round(performance.now() - start);
    return result;
  };
  const made = ledgerWorkbook(ROWS);
  const bytes = time('save 100,000 × 10 from nothing', () => saveWorkbook(made));
  timings.bytes = bytes.length;
  const opened = time('open', () => openWorkbook(bytes, 'ledger.xlsx'));
  time('save untouched', () => saveWorkbook(opened));
  enterText(opened, opened.activeSheet, 5, 6, '1', 'user');
  time('save after one edit', () => saveWorkbook(opened));
  return timings;
}
