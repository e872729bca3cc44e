import { intersect, subtract, type Area } from '../model/address';
import type { DataValidation } from '../model/dataValidation';
import { setValidation } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { flag, oneOf } from './arguments';
import { ruleFromWire, ruleToWire, TYPE_NAMES, type WireRule } from './dataValidationRule';
import { invalidArgument } from './errors';

type Rule = Omit<DataValidation, 'ranges'>;

const ANYTHING: Rule = {
  type: 'none',
  operator: 'between',
  formula1: null,
  formula2: null,
  allowBlank: true,
  inCellDropDown: true,
  alert: { show: true, style: 'stop', title: '', message: '' },
  prompt: { show: true, title: '', message: '' },
};

const ALERT_STYLES = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;
const ALERT_NAMES = ['Stop', 'Warning', 'Information'] as const;

/** `Excel.DataValidationErrorAlert`. */
interface ErrorAlert {
  readonly showAlert?: boolean;
  readonly style: string;
  readonly title?: string;
  readonly message?: string;
}

/** `Excel.DataValidationPrompt`. */
interface Prompt {
  readonly showPrompt?: boolean;
  readonly title?: string;
  readonly message?: string;
}

/** `Excel.DataValidation` of a range; what cells do not share reads null. */
export class DataValidationObject extends ApiObject {
  readonly apiType = 'DataValidation';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {
    super();
  }

  get Type(): string {
    const { current, touching } = this;
    if (current) return TYPE_NAMES[current.type] ?? 'None';
    const kinds = new Set(touching.map(({ type }) => type));
    return kinds.size === 1 && this.coveredBy(touching) ? 'MixedCriteria' : 'Inconsistent';
  }

  get Rule(): WireRule | null {
    return this.current && ruleToWire(this.current);
  }

  set Rule(rule: WireRule | null) {
    if (!rule) throw invalidArgument();
    const { workbook } = this.api;
    this.change(ruleFromWire(workbook, this.sheet, this.areas[0]!, rule));
  }

  get IgnoreBlanks(): boolean | null {
    return this.current?.allowBlank ?? null;
  }

  set IgnoreBlanks(allowBlank: unknown) {
    this.change({ allowBlank: flag(allowBlank) });
  }

  get ErrorAlert(): ErrorAlert | null {
    if (!this.current) return null;
    const { show, style, title, message } = this.current.alert;
    const name = ALERT_NAMES.find((each) => ALERT_STYLES[each] === style)!;
    return { showAlert: show, style: name, title, message };
  }

  set ErrorAlert(alert: ErrorAlert | null) {
    if (!alert) throw invalidArgument();
    const { showAlert = true, title = '', message = '' } = alert;
    const style = ALERT_STYLES[oneOf(alert.style, ALERT_NAMES)];
    this.change({ alert: { show: showAlert, style, title, message } });
  }

  get Prompt(): Prompt | null {
    if (!this.current) return null;
    const { show, title, message } = this.current.prompt;
    return { showPrompt: show, title, message };
  }

  set Prompt(prompt: Prompt | null) {
    if (!prompt) throw invalidArgument();
    const { showPrompt = true, title = '', message = '' } = prompt;
    this.change({ prompt: { show: showPrompt, title, message } });
  }

  Clear(): void {
    setValidation(this.api.workbook, this.sheet, this.areas, null);
  }

  private change(change: Partial<Rule>): void {
    const rule = { ...(this.current ?? ANYTHING), ...change };
    setValidation(this.api.workbook, this.sheet, this.areas, rule);
  }

  /** The one rule that all cells have, or lack; null when they differ. */
  private get current(): Rule | null {
    const { touching } = this;
    if (touching.length === 0) return ANYTHING;
    return touching.length === 1 && this.coveredBy(touching) ? touching[0]! : null;
  }

  private get touching(): DataValidation[] {
    return this.sheet.dataValidations.filter(({ ranges }) =>
      ranges.some((range) => this.areas.some((area) => intersect(range, area))),
    );
  }

  private coveredBy(validations: readonly DataValidation[]): boolean {
    const ranges = validations.flatMap((validation) => validation.ranges);
    const bare = ranges.reduce<readonly Area[]>(
      (rest, range) => rest.flatMap((area) => subtract(area, range)),
      this.areas,
    );
    return bare.length === 0;
  }
}
