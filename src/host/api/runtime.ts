import { flag } from './arguments';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';

/** `Excel.Runtime`. */
export class RuntimeObject extends ApiObject {
  readonly apiType = 'Runtime';

  constructor(private readonly api: ApiContext) {
    super();
  }

  get EnableEvents(): boolean {
    return this.api.session.enableEvents;
  }

  set EnableEvents(enabled: unknown) {
    this.api.session.enableEvents = flag(enabled);
  }
}
