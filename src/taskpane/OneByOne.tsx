import { Children, useEffect, useState, type ReactNode } from 'react';

/**
 * Shows its children one a frame, from the next one on: making, styling and laying out all of them in one
 * would keep the pane.
 */
export function OneByOne({ children }: { readonly children: ReactNode }) {
  const parts = Children.toArray(children);
  const [shown, setShown] = useState(0);
  const isAll = shown >= parts.length;
  useEffect(() => {
    if (isAll) return;
    const frame = requestAnimationFrame(() => setShown(shown + 1));
    return () => cancelAnimationFrame(frame);
  }, [shown, isAll]);
  return parts.slice(0, shown);
}
