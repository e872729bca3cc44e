import type { Workbook } from '../model/workbook';
import type { ApiObject } from '../protocol/apiObject';
import type { Session } from '../protocol/session';
import { WorkbookObject } from './workbookObject';

/** @returns the object that `context.workbook` of an add-in stands for. */
export const createApiRoot = (workbook: Workbook, session: Session): ApiObject =>
  new WorkbookObject({ workbook, session });
