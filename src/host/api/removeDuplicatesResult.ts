import { ApiObject } from '../protocol/apiObject';

/** `Excel.RemoveDuplicatesResult`. */
export class RemoveDuplicatesResult extends ApiObject {
  readonly apiType = 'RemoveDuplicatesResult';

  constructor(
    private readonly removed: number,
    private readonly remaining: number,
  ) {
    super();
  }

  get Removed(): number {
    return this.removed;
  }

  get UniqueRemaining(): number {
    return this.remaining;
  }
}
