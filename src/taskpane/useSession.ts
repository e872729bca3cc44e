import { useStore } from 'zustand';
import { session, type Session } from '../commands/session';
import { STRINGS, type Strings } from './strings';

/** The session's state; the component draws anew when the picked part changes. */
export const useSession = <T>(pick: (state: Session) => T): T => useStore(session, pick);

/** The words of the reader's language. */
export const useStrings = (): Strings => STRINGS[useSession((state) => state.language)];
