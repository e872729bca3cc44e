/** A block's JSON [bytes], far less than the web's 5 MB: most machines pack or parse it within 50 ms. */
const MOST = 1_000_000;
/** Below it the messages themselves take longer than what is spared. */
const LEAST = 250_000;

let most = MOST;

/**
 * Shortens blocks in a page that people look at: Office packs and parses a block in one task, and
 * some browsers tell of one over 50 ms.
 */
export function shortenBlocksWhenBusy(): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return;
  new PerformanceObserver((tasks) => {
    const isOurs = tasks.getEntries().some(({ name }) => name === 'self');
    if (isOurs) most = Math.max(LEAST, most / 2);
  }).observe({ type: 'longtask' });
}

/** @returns how many bytes a block may take on the wire on this machine */
export const blockBytes = (): number => most;
