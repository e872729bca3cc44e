/**
 * `npm run evaluate -- <ledger.csv|.xlsx> --train-until YYYY-MM-DD [--test-until YYYY-MM-DD]
 * [--map customer=…,documentDate=…,dueDate=…,receiptDate=…,amount=…] [--json out.json]`: how well the
 * overdue probability foretells items it has not seen, beside three simpler ways of saying it.
 */
import { runEvaluation } from './program';

try {
  process.stdout.write(runEvaluation(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
