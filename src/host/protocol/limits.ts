/** Limits of Excel on the web. Source: learn.microsoft.com, "Resource limits and performance optimization". */

/** UTF-8 bytes of a request, and of a response. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Cells one read may ask for. */
export const READ_CELL_LIMIT = 5_000_000;

const encoder = new TextEncoder();

/** @returns the length of `text` in UTF-8 bytes. */
export const utf8Length = (text: string): number => encoder.encode(text).length;
