import { recalculate } from '../model/edits/finishEdit';
import type { Workbook } from '../model/workbook';
import type { ApiObject } from './apiObject';
import { EventRegistry, type RaisedEvent } from './eventRegistry';

/**
 * One add-in's connection to the workbook: what it asked for that is not part of the document.
 * Classes of the API hold it to read and set `enableEvents` and to suspend calculation; events are
 * registered by the interpreter before a class is asked.
 */
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

/** The session of one add-in's page. */
export class AddinSession implements Session {
  enableEvents = true;
  private readonly events: EventRegistry;

  /** @param raise - takes every event the add-in registered for */
  constructor(
    private readonly workbook: Workbook,
    raise: (event: RaisedEvent) => void,
  ) {
    this.events = new EventRegistry(workbook, (event) => {
      if (this.enableEvents) raise(event);
    });
  }

  suspendCalculation(): void {
    this.workbook.calculationSuspended = true;
  }

  register(method: string, source: ApiObject): void {
    this.events.register(method, source);
  }

  unregister(method: string, source: ApiObject): void {
    this.events.unregister(method, source);
  }

  /** Suspended calculation resumes: what the batch left dirty is calculated. */
  endBatch(): void {
    if (!this.workbook.calculationSuspended) return;
    this.workbook.calculationSuspended = false;
    recalculate(this.workbook);
  }

  /** The page was loaded anew: nothing is registered any more. */
  reset(): void {
    this.enableEvents = true;
    this.events.clear();
  }

  dispose(): void {
    this.events.dispose();
  }
}
