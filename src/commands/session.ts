import { createStore } from 'zustand/vanilla';
import { serialOf, type MappingChoice, type Role, type Serial } from '../domain';
import { clear } from '../workbook/clear';
import { inspectLedger, type LedgerView } from '../workbook/inspectLedger';
import { journal } from '../workbook/journal';
import type { Progress } from '../workbook/progress';
import type { RunOptions } from '../workbook/examineLedger';
import { previewWarnings, runWarnings, type Findings } from '../workbook/runWarnings';
import { languageOf, type Language } from '../workbook/texts';
import { undo } from '../workbook/undo';
import { watchWorkbook } from '../workbook/watchWorkbook';
import { toWorkbookError, type WorkbookError } from '../workbook/workbookError';

/** What the add-in is doing with this workbook; pane and ribbon show and change the same. */
export interface Session {
  readonly language: Language;
  /** What is being done; null when nothing is. */
  readonly busy: 'inspect' | 'preview' | 'run' | 'undo' | 'clear' | null;
  readonly progress: Progress | null;
  /** The ledger found on the active sheet; null before a look and when there is none. */
  readonly ledger: LedgerView | null;
  /** What the reader corrected of it; kept by the header's text. */
  readonly mapping: MappingChoice;
  /** What the last run or preview found; null before one and after undo and clear. */
  readonly result: Findings | null;
  readonly error: WorkbookError | null;
  readonly canUndo: boolean;
  /** Whether cells were edited since the last run, so that its figures may be out of date. */
  readonly stale: boolean;
  /** What the last finished action was, for the message line. */
  readonly done: 'preview' | 'run' | 'undo' | 'clear' | null;
}

export const session = createStore<Session>(() => ({
  language: 'zh-CN',
  busy: null,
  progress: null,
  ledger: null,
  mapping: {},
  result: null,
  error: null,
  canUndo: false,
  stale: false,
  done: null,
}));

let cancelling: AbortController | null = null;

/** Today on this machine's calendar: the day offered when the workbook holds none. */
export function today(): Serial {
  const now = new Date();
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Takes over what Office says of its reader; once Office is ready. */
export const followOffice = (): void =>
  session.setState({ language: languageOf(Office.context.displayLanguage) });

/** Looks at each sheet that comes to the front, and notes edits after a run. */
export const followWorkbook = (): Promise<void> =>
  watchWorkbook({
    sheetActivated: () => void inspect(),
    cellsChanged: () => {
      const { busy, result } = session.getState();
      if (!busy && result) session.setState({ stale: true });
    },
  }).catch((error: unknown) => session.setState({ error: toWorkbookError(error) }));

/** Looks for the ledger on the active sheet. */
export const inspect = (): Promise<void> =>
  act('inspect', async () => ({ ledger: await inspectLedger(session.getState().mapping) }));

/** @param header - the column's header; '' where the ledger has no such column */
export async function correct(role: Role, header: string): Promise<void> {
  const { mapping } = session.getState();
  session.setState({ mapping: { ...mapping, [role]: header } });
  await inspect();
}

/** Back to what the add-in makes of the ledger by itself. */
export async function forgetCorrections(): Promise<void> {
  session.setState({ mapping: {} });
  await inspect();
}

/** Reads and ages the active sheet and writes nothing. */
export const preview = (asOf?: Serial): Promise<void> =>
  act('preview', async () => {
    const result = await previewWarnings(runOptions(asOf));
    return { result, stale: false, done: 'preview' };
  });

/** Reads, ages and lights the active sheet. */
export const run = (asOf?: Serial): Promise<void> =>
  act('run', async () => {
    const options = runOptions(asOf);
    const result = await runWarnings(options);
    return { result, stale: false, done: 'run', ledger: await inspectLedger(options.mapping) };
  });

function runOptions(asOf: Serial | undefined): RunOptions {
  cancelling = new AbortController();
  const { language, mapping } = session.getState();
  return {
    today: today(),
    asOf,
    mapping,
    language,
    onProgress: (progress) => session.setState({ progress }),
    signal: cancelling.signal,
  };
}

export const undoRun = (): Promise<void> =>
  act('undo', async () => {
    await undo({ today: today(), language: session.getState().language });
    return { result: null, stale: false, done: 'undo' };
  });

export const clearAll = (): Promise<void> =>
  act('clear', async () => {
    await clear();
    return { result: null, stale: false, done: 'clear' };
  });

/** Stops a run between two blocks; the workbook stays as it is until then. */
export const cancel = (): void => cancelling?.abort();

/** One action at a time: a second click while one is under way is no second run. */
async function act(
  busy: NonNullable<Session['busy']>,
  work: () => Promise<Partial<Session>>,
): Promise<void> {
  if (session.getState().busy) return;
  session.setState({
    busy,
    progress: null,
    error: null,
    ...(busy !== 'inspect' && { done: null }),
  });
  try {
    session.setState(await work());
  } catch (error) {
    const problem = toWorkbookError(error);
    session.setState(busy === 'inspect' ? { ledger: null, error: problem } : { error: problem });
  } finally {
    session.setState({ busy: null, progress: null, canUndo: journal.canUndo() });
  }
}
