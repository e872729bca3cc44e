import { ApiObject } from '../protocol/apiObject';

/** `Excel.RemoveDuplicatesResult`. */
export class RemoveDuplicatesResult extends ApiObject {
  readonly apiType = 'RemoveDuplicatesResult';

  constructor(
    readonly Removed: number,
    readonly UniqueRemaining: number,
  ) {
    super();
  }
}
