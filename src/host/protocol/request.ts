/** Body of a ProcessQuery request and of its answer, as office.js writes and reads them. */

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 6,
  queryAsJson: 7,
  update: 9,
} as const;

export const ObjectPathType = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  null: 7,
} as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[] | null;
  /** Same shape as the arguments; not 0 where the argument is the id of an object path. */
  readonly ReferencedObjectPathIds?: ReferencedIds;
}
export type ReferencedIds = readonly (number | ReferencedIds)[];

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface RequestBody {
  /** Items of ranges in loaded collections are to be kept by reference. */
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ResponseBody {
  Error?: {
    Code: string;
    Message: string;
    /** `Worksheet.getRange` */
    Location: string;
    HttpStatusCode: number;
    ActionIndex: number;
  };
  Results: { ActionId: number; Value: unknown }[];
  /** Event handlers are added and removed by the client on seeing their trace here. */
  TraceIds: number[];
}
