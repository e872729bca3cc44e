/** A block's JSON [bytes], far less than the web's 5 MB. */
const MOST = 2_000_000;
/**
 * The same where people look on: Office packs or parses a block in one task, which takes old machines up to
 * 60 ms a megabyte.
 */
const SEEN = 400_000;
/** Below it the messages themselves take longer than what is spared. */
const LEAST = 250_000;

let most = MOST;

/** Keeps a page that people look at quick; where the browser still tells of a task over 50 ms, quicker. */
export function shortenBlocks(): void {
  most = SEEN;
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return;
  new PerformanceObserver((tasks) => {
    if (tasks.getEntries().some(({ name }) => name === 'self')) most = LEAST;
  }).observe({ type: 'longtask' });
}

/** @returns how many bytes a block may take on the wire */
export const blockBytes = (): number => most;
