/**
 * UTF-8 bytes of a request, and of a response, on Excel on the web.
 * Source: learn.microsoft.com, "Resource limits and performance optimization".
 */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

const encoder = new TextEncoder();

/** @returns the length of `text` in UTF-8 bytes. */
export const utf8Length = (text: string): number => encoder.encode(text).length;
