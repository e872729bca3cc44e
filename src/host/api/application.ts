import { recalculate } from '../model/edits/finishEdit';
import type { CalculationMode } from '../model/workbook';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { oneOf } from './arguments';
import { CultureInfo } from './cultureInfo';

const MODES: readonly CalculationMode[] = ['Automatic', 'AutomaticExceptTables', 'Manual'];

/** `Excel.Application`. */
export class ApplicationObject extends ApiObject {
  readonly apiType = 'Application';

  constructor(private readonly api: ApiContext) {
    super();
  }

  get CalculationMode(): CalculationMode {
    return this.api.workbook.calculationMode;
  }

  set CalculationMode(value: unknown) {
    this.api.workbook.calculationMode = oneOf(value, MODES);
    recalculate(this.api.workbook);
  }

  /** Calculation ends within the edit that caused it. */
  get CalculationState(): string {
    return 'Done';
  }

  get DecimalSeparator(): string {
    return '.';
  }

  get ThousandsSeparator(): string {
    return ',';
  }

  get UseSystemSeparators(): boolean {
    return true;
  }

  get CultureInfo(): CultureInfo {
    return new CultureInfo();
  }

  Calculate(calculationType: string): void {
    const { calculator, events } = this.api.workbook;
    const type = oneOf(calculationType, ['Recalculate', 'Full', 'FullRebuild'] as const);
    const changed = type === 'Recalculate' ? calculator.recalculate() : calculator.recalculateAll();
    for (const sheet of changed) events.emit('calculated', { sheet });
  }

  SuspendApiCalculationUntilNextSync(): void {
    this.api.session.suspendCalculation();
  }

  /** Views repaint between batches only, so there is nothing to hold back. */
  SuspendScreenUpdatingUntilNextSync(): void {
    return;
  }
}
