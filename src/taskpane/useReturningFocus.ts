import { useEffect, useLayoutEffect, useRef } from 'react';

/** Gives the focus back to what had it when something opened over it, once that is closed. */
export function useReturningFocus(isOpen: boolean): void {
  const opener = useRef<EventTarget | null>(null);
  // Noted before: what is covered has lost the focus by the time that it is known to be.
  useEffect(() => {
    if (isOpen) return;
    const note = ({ target }: FocusEvent) => (opener.current = target);
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [isOpen]);
  useLayoutEffect(() => {
    const back = opener.current;
    if (isOpen || !(back instanceof HTMLElement)) return;
    // Fluent moves the focus of what is taken away, at once: ours comes after.
    const frame = requestAnimationFrame(() => back.focus());
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
}
