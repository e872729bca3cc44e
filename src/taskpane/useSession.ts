import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { isBusy, session, type Session } from '../commands/session';
import { STRINGS, type Strings } from './strings';

/** The session's state; the component draws anew when the picked part changes. */
export const useSession = <T>(pick: (state: Session) => T): T => useStore(session, pick);

/** Parts of it by name: as a run goes on all of it changes many times a second. */
export const useParts = <K extends keyof Session>(...parts: K[]): Pick<Session, K> =>
  useSession(
    useShallow(
      (state) => Object.fromEntries(parts.map((part) => [part, state[part]])) as Pick<Session, K>,
    ),
  );

/** Whether the reader's clicks wait for an action that is under way. */
export const useBusy = (): boolean => useSession(isBusy);

/** The words of the reader's language. */
export const useStrings = (): Strings => STRINGS[useSession((state) => state.language)];
