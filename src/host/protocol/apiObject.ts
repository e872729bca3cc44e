/** An error Excel would answer with; the client sees `code` and `message`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** For members this host does not have: loud, and naming the member. */
export const notImplemented = (member: string): ApiError =>
  new ApiError('NotImplemented', `The workbench does not implement ${member}.`, 501);

/**
 * An object of the Excel API as the wire names it: a subclass has its members under their wire names
 * (PascalCase properties and methods). What may be loaded by default, what is read-only and what
 * exists at all is known from the metadata of the installed office.js, by `apiType`.
 *
 * The interpreter asks a member by name and nothing else: an indexer is the method `GetItem`, a null
 * object is `null`, arguments that are objects arrive as the `ApiObject` (or null) itself. Values are
 * JSON as the wire carries it. A property with a getter only is refused with its name when it is set.
 * `load()` sends the scalars of the metadata that the class has. `_KeepReference`,
 * `_RemoveReference` and the `_Register…`/`_Unregister…` methods of events never reach the object.
 * Errors to throw: `ApiError`, or the model's `EditError`.
 */
export abstract class ApiObject {
  /** Class name in office.js: `Range`, `WorksheetCollection`. */
  abstract readonly apiType: string;

  /** Sent back when the object is instantiated, so that the client can name it by id afterwards. */
  get apiId(): string | number | undefined {
    return undefined;
  }

  /**
   * Where events registered on this object are sent: its own id, or `Workbook` for what belongs to
   * the whole workbook. A worksheet's own collections (its tables) answer with the worksheet's id.
   */
  get eventTarget(): string {
    return this.apiId === undefined ? 'Workbook' : String(this.apiId);
  }

  /** Whether the client keeps the object by reference (ranges and the like). */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- getters override it
  get keepsReference(): boolean {
    return false;
  }
}

/** A collection: what `load` sends as its items. */
export abstract class ApiCollection<T extends ApiObject = ApiObject> extends ApiObject {
  abstract apiItems(): readonly T[];
}
