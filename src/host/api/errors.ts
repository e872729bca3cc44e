import { ApiError } from '../protocol/apiObject';

export const invalidArgument = (
  message = 'The argument is invalid or missing or has an incorrect format.',
): ApiError => new ApiError('InvalidArgument', message);

export const itemNotFound = (): ApiError =>
  new ApiError('ItemNotFound', "The requested resource doesn't exist.", 404);

export const invalidReference = (): ApiError =>
  new ApiError('InvalidReference', 'This reference is not valid for the current operation.');

export const invalidOperation = (
  message = 'The operation attempted is invalid on the object.',
): ApiError => new ApiError('InvalidOperation', message);

/** The answer of an `…OrNullObject` member becomes that of its strict twin. */
export function orNotFound<T>(found: T | null): T {
  if (found === null) throw itemNotFound();
  return found;
}
