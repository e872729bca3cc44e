import { ApiCollection, ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { text } from './arguments';
import { orNotFound } from './errors';

/** `Excel.SettingCollection`: what add-ins keep in the workbook by key. */
export class SettingCollection extends ApiCollection<SettingObject> {
  readonly apiType = 'SettingCollection';

  constructor(private readonly api: ApiContext) {
    super();
  }

  apiItems(): readonly SettingObject[] {
    return [...this.settings.keys()].map((key) => new SettingObject(this.api, key));
  }

  /** Sets the key, whether or not it is there. */
  Add(key: string, value: unknown): SettingObject {
    this.settings.set(text(key), JSON.stringify(value));
    return new SettingObject(this.api, key);
  }

  GetItem(key: string): SettingObject {
    return orNotFound(this.GetItemOrNullObject(key));
  }

  GetItemOrNullObject(key: string): SettingObject | null {
    return this.settings.has(key) ? new SettingObject(this.api, key) : null;
  }

  GetCount(): number {
    return this.settings.size;
  }

  private get settings(): Map<string, string> {
    return this.api.workbook.settings;
  }
}

/** `Excel.Setting`. */
export class SettingObject extends ApiObject {
  readonly apiType = 'Setting';

  constructor(
    private readonly api: ApiContext,
    private readonly key: string,
  ) {
    super();
  }

  override get apiId(): string {
    return this.key;
  }

  get Key(): string {
    return this.key;
  }

  get Value(): unknown {
    const json = orNotFound(this.api.workbook.settings.get(this.key) ?? null);
    return JSON.parse(json) as unknown;
  }

  set Value(value: unknown) {
    this.api.workbook.settings.set(this.key, JSON.stringify(value));
  }

  Delete(): void {
    orNotFound(this.api.workbook.settings.delete(this.key) || null);
  }
}
