import type { ApiObject } from './apiObject';

/** One add-in's connection to the workbook: what it asked for that is not part of the document. */
export interface Session {
  /** `runtime.enableEvents`: whether events are sent to this add-in at all. */
  enableEvents: boolean;
  /** From now to the end of the batch edits do not recalculate. */
  suspendCalculation(): void;
  /**
   * Starts sending the events that `register` of office.js asked for.
   * @param method - wire name of the register method: `_RegisterDataChangedEvent`
   * @param source - the object it was called on
   */
  register(method: string, source: ApiObject): void;
  /** @param method - wire name of the unregister method: `_UnregisterDataChangedEvent` */
  unregister(method: string, source: ApiObject): void;
}
