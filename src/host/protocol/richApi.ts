import type { ApiObject } from './apiObject';
import { Faults } from './faults';
import { Interpreter, type Services } from './interpreter';
import { PAYLOAD_LIMIT, utf8Length } from './limits';
import { ObjectPathType, type RequestBody, type ResponseBody } from './request';
import type { AddinSession } from './session';
import { Traffic } from './traffic';

/** Error numbers of Office's dispatcher that office.js turns into error codes. */
export const DispatchError = {
  none: 0,
  notSupported: 5000,
  cellEditMode: 5004,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
} as const;

/** Bit of a request's flags: `Excel.run({ delayForCellEdit: true })`. */
const DELAY_FOR_CELL_EDIT = 64;

export type RichApiAnswer = { readonly error: number } | { readonly body: string };

const FAULT: NonNullable<ResponseBody['Error']> = {
  Code: 'GeneralException',
  Message: 'There was an internal error while processing the request.',
  Location: '',
  HttpStatusCode: 500,
  ActionIndex: -1,
};

/** Takes the requests of one add-in: limits, cell editing and ordered faults, then the interpreter. */
export class RichApi {
  readonly faults = new Faults();
  readonly traffic = new Traffic();
  private readonly interpreter: Interpreter;
  private editing = false;
  private waiting: (() => void)[] = [];

  constructor(
    root: ApiObject,
    services: Services,
    private readonly session: AddinSession,
  ) {
    this.interpreter = new Interpreter(root, services, session);
  }

  /** Whether a person is editing a cell; batches are refused, or wait when they asked to. */
  set cellEditMode(editing: boolean) {
    this.editing = editing;
    if (editing) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }

  /**
   * @param text - JSON of the request body
   * @param flags - request flags as office.js sends them
   */
  async execute(text: string, flags: number): Promise<RichApiAnswer> {
    const requestBytes = utf8Length(text);
    if (requestBytes > PAYLOAD_LIMIT) return { error: DispatchError.requestTooLarge };
    const request = JSON.parse(text) as RequestBody;
    if (isForService(request)) return { body: JSON.stringify(this.interpreter.run(request)) };
    if (this.editing) {
      if (!(flags & DELAY_FOR_CELL_EDIT)) return { error: DispatchError.cellEditMode };
      await new Promise<void>((go) => this.waiting.push(go));
    }
    const body = JSON.stringify(this.batch(request));
    const responseBytes = utf8Length(body);
    this.traffic.record(requestBytes, responseBytes);
    return responseBytes > PAYLOAD_LIMIT ? { error: DispatchError.responseTooLarge } : { body };
  }

  private batch(request: RequestBody): ResponseBody {
    const failure = this.faults.next();
    const failed: ResponseBody = { Error: FAULT, Results: [], TraceIds: [] };
    if (failure === 'before') return failed;
    try {
      const response = this.interpreter.run(request);
      return failure === 'after' ? failed : response;
    } finally {
      this.session.endBatch();
    }
  }
}

/** Ribbon, pane and custom functions are no part of the document: nothing of it holds them up. */
const isForService = (request: RequestBody): boolean =>
  Object.values(request.ObjectPaths).some(
    (path) => path.ObjectPathType === ObjectPathType.newObject,
  );
