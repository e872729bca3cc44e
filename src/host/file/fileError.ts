export type FileErrorCode = 'NotAWorkbook' | 'Encrypted' | 'Damaged';

/** A file that cannot be opened, with the reason. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    readonly code: FileErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
