import { useEffect, useState } from 'react';

/**
 * What takes a look at every item is worked out after the paint and piece by piece, so that a long
 * ledger does not keep the pane from answering.
 *
 * @param work - a new function where it is to be done anew
 * @returns what was worked out last; null before that
 */
export function useLater<T>(work: () => T): T | null {
  const [done, setDone] = useState<T | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A list measures itself when it is drawn: what was drawn before it is to be laid out by then.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setDone(work()));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [work]);
  return done;
}
