import { useLayoutEffect, useRef } from 'react';

/** Gives the focus back to what had it when something opened over it, once that is closed. */
export function useReturningFocus(isOpen: boolean): void {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isOpen) opener.current = document.activeElement;
    const back = opener.current;
    if (isOpen || !(back instanceof HTMLElement)) return;
    // Fluent moves the focus of what is taken away, at once: ours comes after.
    const frame = requestAnimationFrame(() => back.focus());
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
}
