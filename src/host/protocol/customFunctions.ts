import { recalculate } from '../model/edits/finishEdit';
import { CellError, isErrorCode, type CellValue, type ErrorCode } from '../model/value';
import type { CustomCall, CustomFunction, Workbook } from '../model/workbook';
import { ApiObject, notImplemented } from './apiObject';
import type { Services } from './interpreter';

/** The part of an add-in's functions.json the host reads. */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly type?: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
      readonly repeating?: boolean;
    }[];
    readonly options?: {
      readonly cancelable?: boolean;
      readonly requiresAddress?: boolean;
      readonly stream?: boolean;
    };
    /** Errors among the arguments reach the function; without it they are its result. */
    readonly allowErrorForDataTypeAny?: boolean;
  }[];
}

type FunctionMetadata = FunctionsMetadata['functions'][number];
type Argument = CellValue | CellValue[][];

/** An entry of a pushed message: `[category, type, target, JSON, id]`. */
export type PushedEntry = readonly [number, number, string, string, number?];

const CATEGORY = 1;
const MessageType = { invoke: 1000, cancel: 1001 } as const;
const Flag = { cancelable: 1, allowErrors: 4 } as const;

/** Numbers office.js reports failures by; others mean the function threw something else. */
const ERROR_CODES: Readonly<Record<number, ErrorCode>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
};

interface Pending {
  readonly entry: PushedEntry;
  readonly finish: (result: Argument) => void;
}

/**
 * Brings the add-in's custom functions to the workbook: once the page is ready they are registered,
 * calls go to the page in batches and come back as results.
 */
export class CustomFunctionBridge {
  private readonly pending = new Map<number, Pending>();
  private readonly outbox = new Set<PushedEntry>();
  private nextId = 1;
  private lastAnswer = 0;
  private isReady = false;

  /** @param push - sends entries to the page as one message */
  constructor(
    private readonly workbook: Workbook,
    private readonly metadata: FunctionsMetadata,
    private readonly namespace: string,
    private readonly push: (entries: readonly PushedEntry[]) => void,
  ) {}

  get services(): Services {
    return {
      'Microsoft.ExcelServices.CustomFunctions': () => new CustomFunctionsService(this),
    };
  }

  /** The page can be called: registers the functions; calls a page before it left open are sent anew. */
  ready(): void {
    this.isReady = true;
    for (const each of this.metadata.functions) {
      const entry = this.describe(each);
      this.workbook.customFunctions.set(entry.name, entry);
    }
    this.workbook.calculator.structureChanged();
    recalculate(this.workbook);
    this.outbox.clear();
    for (const { entry } of this.pending.values()) this.outbox.add(entry);
    this.flush();
  }

  /**
   * Waits until every call is answered, those too that answers raise in cells that build on them.
   *
   * @param patience - how long no answer may come [ms]
   * @throws where answers stop coming
   */
  async idle(patience: number): Promise<void> {
    this.lastAnswer = Date.now();
    while (this.pending.size > 0) {
      if (Date.now() - this.lastAnswer > patience) {
        throw new Error(`${this.pending.size} calls of custom functions were not answered.`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The page went away; calls it has not answered wait for the next one. */
  reset(): void {
    this.isReady = false;
    this.outbox.clear();
  }

  dispose(): void {
    this.reset();
    this.pending.clear();
  }

  /**
   * Takes answers in once the batch that brought them is answered: the page sends no more for twice
   * as long as a batch took, and what the cells make of the answers is no part of that.
   *
   * @param results - `[id, ok, value, errorCode?, …]` each
   */
  settle(results: readonly (readonly unknown[])[]): void {
    setTimeout(() => {
      this.lastAnswer = Date.now();
      for (const [id, ok, value, code] of results) {
        const call = this.pending.get(Number(id));
        if (!call) continue; // cancelled meanwhile
        this.pending.delete(Number(id));
        call.finish(ok ? resultOf(value) : failure(code, value));
      }
    }, 0);
  }

  private describe(metadata: FunctionMetadata): CustomFunction {
    if (metadata.options?.stream) throw notImplemented(`streaming functions: ${metadata.name}`);
    return {
      name: `${this.namespace}.${metadata.name}`.toUpperCase(),
      parameters: metadata.parameters.map((parameter) => ({
        optional: parameter.optional ?? false,
        matrix: parameter.dimensionality === 'matrix',
        repeating: parameter.repeating ?? false,
      })),
      allowsErrors: metadata.allowErrorForDataTypeAny ?? false,
      invoke: (args, call) => this.invoke(metadata, args, call),
    };
  }

  private invoke(
    metadata: FunctionMetadata,
    args: readonly Argument[],
    call: CustomCall,
  ): Argument | Promise<Argument> {
    const { parameters, options, allowErrorForDataTypeAny: allowErrors = false } = metadata;
    if (!allowErrors) {
      const error = args.flat(2).find((value) => value instanceof CellError);
      if (error) return error;
    }
    const id = this.nextId++;
    const flags =
      (options?.cancelable ? Flag.cancelable : 0) | (allowErrors ? Flag.allowErrors : 0);
    const place = options?.requiresAddress ? call.address : null;
    const values = wireArguments(parameters, args);
    const message = JSON.stringify([id, metadata.id.toUpperCase(), values, place, flags]);
    const entry: PushedEntry = [CATEGORY, MessageType.invoke, '', message, 0];
    return new Promise<Argument>((finish) => {
      this.pending.set(id, { entry, finish });
      call.onCancel = () => this.cancel(id);
      this.send(entry);
    });
  }

  private cancel(id: number): void {
    const call = this.pending.get(id);
    if (!call) return;
    this.pending.delete(id);
    if (!this.outbox.delete(call.entry)) {
      const message = JSON.stringify({ invocationId: id });
      this.send([CATEGORY, MessageType.cancel, '', message, 0]);
    }
    call.finish(new CellError('#VALUE!', 'The calculation was cancelled.'));
  }

  /** Calls of one recalculation travel together. */
  private send(entry: PushedEntry): void {
    if (!this.isReady) return;
    this.outbox.add(entry);
    if (this.outbox.size === 1) queueMicrotask(() => this.flush());
  }

  private flush(): void {
    const entries = [...this.outbox];
    this.outbox.clear();
    if (this.isReady && entries.length > 0) this.push(entries);
  }
}

/** What the page's custom-functions runtime calls. */
class CustomFunctionsService extends ApiObject {
  readonly apiType = 'CustomFunctions';

  constructor(private readonly bridge: CustomFunctionBridge) {
    super();
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.bridge.ready();
  }

  _GetEnabledFeatures(): number[] {
    return [];
  }

  SetInvocationArrayResults(results: readonly (readonly unknown[])[]): void {
    this.bridge.settle(results);
  }
}

function wireArguments(
  parameters: FunctionMetadata['parameters'],
  args: readonly Argument[],
): unknown[] {
  const values = args.map(wireArgument);
  if (!parameters.at(-1)?.repeating) return values;
  // Repeated arguments arrive in one array, as the last parameter.
  const fixed = parameters.length - 1;
  return [...values.slice(0, fixed), values.slice(fixed)];
}

/** A blank or a missing optional argument is null, as on the web. */
const wireArgument = (value: Argument): unknown =>
  Array.isArray(value) ? value.map((row) => row.map(wireCell)) : wireCell(value);

const wireCell = (value: CellValue): unknown =>
  value instanceof CellError ? { type: 'CustomFunctionError', code: value.code } : value;

function resultOf(value: unknown): Argument {
  return Array.isArray(value)
    ? value.map((row) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]))
    : cellOf(value);
}

/** A result's null shows as 0, as in Excel. */
function cellOf(value: unknown): CellValue {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      return value === null ? 0 : richValue(value as Readonly<Record<string, unknown>>);
    default:
      return 0;
  }
}

/** Errors and formatted numbers that a function returned instead of throwing. */
function richValue({ type, basicValue, message }: Readonly<Record<string, unknown>>): CellValue {
  if (type === 'FormattedNumber') return cellOf(basicValue);
  const code = typeof basicValue === 'string' && isErrorCode(basicValue) ? basicValue : '#VALUE!';
  return typeof message === 'string' ? new CellError(code, message) : new CellError(code);
}

/** Excel shows a message with #VALUE! and #N/A only. */
function failure(code: unknown, message: unknown): CellError {
  const error = ERROR_CODES[Number(code)] ?? '#VALUE!';
  const shown = (error === '#VALUE!' || error === '#N/A') && typeof message === 'string';
  return shown && message !== '' ? new CellError(error, message) : new CellError(error);
}
