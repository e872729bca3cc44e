import { createStore } from 'zustand/vanilla';
import {
  matchKey,
  NO_CHOICES,
  serialOf,
  type DateOrder,
  type AcceptedMatch,
  type DateRole,
  type LedgerChoices,
  type RiskAssessment,
  type Role,
  type Serial,
  type SourceKind,
  type TieOut,
  type TieOutQuestion,
} from '../domain';
import { customerOfRow, selectedRow } from '../workbook/selectedRow';
import { inspectLedger, type LedgerView } from '../workbook/inspectLedger';
import type { ColumnMode } from '../workbook/columnMode';
import type { CallCount } from '../workbook/freeze';
import { journal } from '../workbook/journal';
import type { PolicyChange } from '../workbook/changePolicy';
import type { Progress } from '../workbook/progress';
import type { RunOptions } from '../workbook/examineLedger';
import type { StatementRequest, StatementsWritten } from '../workbook/statementSheet';
import type { Findings } from '../workbook/runWarnings';
import { languageOf, type Language } from '../workbook/texts';
import { watchWorkbook } from '../workbook/watchWorkbook';
import { toWorkbookError, WorkbookError } from '../workbook/workbookError';

type Busy = 'inspect' | 'preview' | 'run' | 'assess' | 'undo' | 'count' | 'freeze' | 'clear';

/** What the add-in is doing with this workbook; pane and ribbon show and change the same. */
export interface Session {
  readonly language: Language;
  /** What is being done; null when nothing is. */
  readonly busy: Busy | null;
  readonly progress: Progress | null;
  /** The ledger found on the active sheet; null before a look and when there is none. */
  readonly ledger: LedgerView | null;
  /** What the reader decided of it since the last run; null: as the workbook has it. */
  readonly choices: LedgerChoices | null;
  /** What the last run or preview found; null before one and after undo and clear. */
  readonly result: Findings | null;
  /** The customers' risk, where the last run or preview assessed it. */
  readonly risk: RiskAssessment | null;
  /** The customer that is looked at, by its code; null for none. */
  readonly customer: string | null;
  /** Whether notes of the reader's are left in the workbook after a clear. */
  readonly hasNotes: boolean;
  /** The statements last written; null before any. */
  readonly statements: StatementsWritten | null;
  readonly error: WorkbookError | null;
  /** AR functions in the workbook, while the reader is asked whether they are to become values. */
  readonly calls: CallCount | null;
  readonly canUndo: boolean;
  /** Whether cells were edited since the last run, so that its figures may be out of date. */
  readonly stale: boolean;
  /** What the last finished action was, for the message line. */
  readonly done: 'preview' | 'run' | 'assess' | 'undo' | 'freeze' | 'clear' | null;
}

export const session = createStore<Session>(() => ({
  language: 'zh-CN',
  busy: null,
  progress: null,
  ledger: null,
  choices: null,
  result: null,
  risk: null,
  customer: null,
  hasNotes: false,
  statements: null,
  error: null,
  calls: null,
  canUndo: false,
  stale: false,
  done: null,
}));

/** Whether an action of the reader's is under way; what is asked for during a look waits for it. */
export const isBusy = ({ busy }: Session): boolean => busy !== null && busy !== 'inspect';

/** What a reader decides of rating; see RunOptions. */
type RiskChoice = Pick<RunOptions, 'predict' | 'usesWeakModel'>;

/** Edits seen so far, and by the time the action under way began. */
let edits = 0;
let editsBefore = 0;

let cancelling: AbortController | null = null;
/** What the reader asked for last; to be done again when a decision changes what comes of it. */
let asked: (() => Promise<void>) | null = null;

/** Whether the reader said to use a model that does not beat its baselines. */
let usesWeakModel = false;

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
    cellsChanged: (isOthers) => {
      const { busy, result } = session.getState();
      if (busy && !isOthers) return; // what is being written, in an Excel that does not say by whom
      edits++;
      if (result) session.setState({ stale: true });
    },
  }).catch((error: unknown) => session.setState({ error: toWorkbookError(error) }));

/** What reads, ages and writes: it comes when there is something to do. */
const running = () => import(/* webpackChunkName: "run" */ '../workbook/runWarnings');
const freezing = () => import(/* webpackChunkName: "run" */ '../workbook/freeze');
const clearing = () => import(/* webpackChunkName: "run" */ '../workbook/clear');
const undoing = () => import(/* webpackChunkName: "run" */ '../workbook/undo');

/** Looks for the ledger on the active sheet. */
export const inspect = (): Promise<void> =>
  act('inspect', async () => ({ ledger: await inspectLedger(session.getState().choices) }));

/** Takes a decision of the reader's, and looks again; what is shown of a run or preview follows it. */
async function decide(change: (choices: LedgerChoices) => Partial<LedgerChoices>): Promise<void> {
  const { choices, ledger } = session.getState();
  const now = choices ?? ledger?.place.choices ?? NO_CHOICES;
  session.setState({ choices: { ...now, ...change(now) } });
  await inspect();
  await asked?.();
}

/** @param header - the column's header; '' where the ledger has no such column */
export const correct = (role: Role, header: string): Promise<void> =>
  decide(({ mapping }) => ({ mapping: { ...mapping, [role]: header } }));

/** @param order - null: as the column shows */
export const decideDateOrder = (role: DateRole, order: DateOrder | null): Promise<void> =>
  decide(({ dateOrder: { [role]: _, ...rest } }) => ({
    dateOrder: order === null ? rest : { ...rest, [role]: order },
  }));

/** @param mergeCodes - whether codes that differ only by leading zeros or width are one customer */
export const decideMerging = (mergeCodes: boolean): Promise<void> => decide(() => ({ mergeCodes }));

/** @param kind - what a sheet is; null: as it is found */
export const decideSheet = (name: string, kind: SourceKind | null): Promise<void> =>
  decide(({ sheets: { [name]: _, ...rest } }) => ({
    sheets: kind === null ? rest : { ...rest, [name]: kind },
  }));

/** Back to what the add-in makes of the ledger by itself. */
export const forgetCorrections = (): Promise<void> => decide(() => NO_CHOICES);

/** Reads and ages the active sheet and writes nothing. */
export const preview = (asOf?: Serial): Promise<void> =>
  act('preview', async () => {
    asked = () => preview(asOf);
    const { previewWarnings } = await running();
    const result = await previewWarnings(runOptions(asOf));
    return { ...found(result), done: 'preview' };
  });

/** Reads, ages and lights the active sheet. */
export const run = (asOf?: Serial): Promise<void> => runWith({ asOf });

/** Runs again with our columns as formulas, AR functions or values; undone as any run is. */
export const switchMode = (mode: ColumnMode): Promise<void> => runWith({ mode });

const runWith = ({
  asOf,
  ...change
}: Pick<RunOptions, 'asOf' | 'mode' | 'accept'>): Promise<void> =>
  act('run', () => {
    asked = () => run(asOf);
    return write('run', { ...runOptions(asOf), ...change });
  });

/**
 * Runs by the same day, and rates the customers too: from now on each run does.
 *
 * @param change - what the reader decided with it
 */
export const assess = (change: RiskChoice = {}): Promise<void> =>
  act('assess', () => {
    asked = assess;
    usesWeakModel = change.usesWeakModel ?? usesWeakModel;
    const options = runOptions(session.getState().result?.analysis.asOf);
    return write('assess', { ...options, ...change, assess: true });
  });

async function write(done: 'run' | 'assess', options: RunOptions): Promise<Partial<Session>> {
  const { runWarnings } = await running();
  const result = await orMended(runWarnings(options));
  session.setState({ choices: null }); // the workbook holds them now
  return { ...found(result), done, ledger: await inspectLedger() };
}

/** Brings the workbook back where work was stopped while it wrote. */
const orMended = <T>(work: Promise<T>): Promise<T> =>
  work.catch(async (error: unknown) => {
    if (error instanceof WorkbookError && error.code === 'stopped') {
      await (await undoing()).undo({ today: today(), language: session.getState().language });
    }
    throw error;
  });

/**
 * What is shown of a run or preview; a customer it does not know is looked at no more. What somebody
 * changed meanwhile it may have read before.
 */
function found(result: Findings): Partial<Session> {
  const { customer } = session.getState();
  const isKnown = result.analysis.items.customers.some((one) => one === customer);
  return {
    result,
    risk: result.risk,
    customer: isKnown ? customer : null,
    stale: edits > editsBefore,
  };
}

/** @param customer - its code; null: back from it */
export const showCustomer = (customer: string | null): void => session.setState({ customer });

/** Looks at the customer of the selected row; reads its ledger first where that is not known. */
export const showSelected = (): Promise<void> =>
  act('preview', async () => {
    const row = await selectedRow();
    const { result, stale } = session.getState();
    const isRead =
      !stale && (row.isOurs || result?.analysis.items.sheets.includes(row.sheet) === true);
    const known = isRead ? result : null;
    const { previewWarnings } = await running();
    const findings = known ?? (await previewWarnings(runOptions(result?.analysis.asOf)));
    const customer = customerOfRow(findings.analysis.items, row);
    if (customer === null) throw new WorkbookError('noCustomer', `${row.sheet}!${row.row}`);
    return { ...(known ? {} : { ...found(findings), done: 'preview' }), customer };
  });

/** Sets matches as a person has accepted them, or withdraws them, and runs. */
export function acceptMatches(
  accepted: readonly AcceptedMatch[],
  withdrawn: readonly AcceptedMatch[],
  asOf: Serial,
): Promise<void> {
  const gone = new Set(withdrawn.map(matchKey));
  return runWith({
    asOf,
    accept: (held) => [...held.filter((match) => !gone.has(matchKey(match))), ...accepted],
  });
}

/** Writes 对账单 of what was last run or previewed. */
export const makeStatements = (request: Omit<StatementRequest, 'language'>): Promise<void> =>
  act('run', async () => {
    const { result, language } = session.getState();
    const { writeStatements } = await import(
      /* webpackChunkName: "statements" */ '../workbook/statementSheet'
    );
    return { statements: await writeStatements(result!, { ...request, language }) };
  });

/**
 * Sets what was last run or previewed against its account.
 *
 * @returns null where that failed, as the message then says
 */
export async function askTieOut(question: TieOutQuestion): Promise<TieOut | null> {
  try {
    const { askDesk } = await import(/* webpackChunkName: "run" */ '../workbook/askDesk');
    return await askDesk(session.getState().result!.analysis, (desk) => desk.tieOut(question));
  } catch (error) {
    session.setState({ error: toWorkbookError(error) });
    return null;
  }
}

function runOptions(asOf: Serial | undefined): RunOptions {
  const { language, choices } = session.getState();
  return {
    ...watched(),
    today: today(),
    asOf,
    choices: choices ?? undefined,
    language,
    usesWeakModel,
  };
}

/** Lets long work show how far it is, and be cancelled. */
function watched() {
  cancelling = new AbortController();
  return {
    onProgress: (progress: Progress) => session.setState({ progress }),
    signal: cancelling.signal,
  };
}

/** Counts the AR functions of the workbook, for the reader to decide on. */
export const askFreeze = (): Promise<void> =>
  act('count', async () => ({ calls: await (await freezing()).countCalls(watched()) }));

/** Changes the policy and rates by it; undone in one. */
export const changePolicy = (change: PolicyChange): Promise<void> =>
  act('assess', async () => {
    const { language, result } = session.getState();
    const policy = await import(/* webpackChunkName: "run" */ '../workbook/changePolicy');
    await policy.changePolicy(change, language);
    return write('assess', { ...runOptions(result?.analysis.asOf), assess: true, remember: false });
  });

/** The reader does not want it. */
export const keepCalls = (): void => session.setState({ calls: null });

/** Turns every AR function of the workbook into its value. */
export const freeze = (): Promise<void> =>
  act('freeze', async () => {
    await orMended((await freezing()).freeze(watched()));
    return { done: 'freeze' };
  });

const NOTHING_FOUND = {
  result: null,
  risk: null,
  customer: null,
  statements: null,
  stale: false,
} as const;

/** The ledger without what was taken away beside it; null where the active sheet is none. */
const leftLedger = (): Promise<LedgerView | null> =>
  inspectLedger(session.getState().choices).catch(() => null);

export const undoRun = (): Promise<void> =>
  act('undo', async () => {
    asked = null;
    const { undo } = await undoing();
    await undo({ today: today(), language: session.getState().language });
    session.setState(NOTHING_FOUND); // taking it off the pane is work enough
    return { ledger: await leftLedger(), done: 'undo' };
  });

export const clearAll = (): Promise<void> =>
  act('clear', async () => {
    asked = null;
    const { clear } = await clearing();
    const hasNotes = await clear();
    session.setState(NOTHING_FOUND);
    return { ledger: await leftLedger(), hasNotes, done: 'clear' };
  });

/** Takes the notes away too that a clear left. */
export const clearNotes = (): Promise<void> =>
  act('clear', async () => {
    const { removeNotes } = await import(/* webpackChunkName: "card" */ '../workbook/noteSheet');
    await removeNotes();
    return { hasNotes: false, done: 'clear' };
  });

/** Stops a run between two blocks; the workbook stays as it is until then. */
export const cancel = (): void => cancelling?.abort();

/** The action under way, or the last one. */
let underWay: Promise<void> = Promise.resolve();

/**
 * One action at a time: a second click while one is under way is no second run. A look is no action
 * of the reader's, so what is asked for meanwhile is done after it.
 */
async function act(busy: Busy, work: () => Promise<Partial<Session>>): Promise<void> {
  while (session.getState().busy === 'inspect') await underWay;
  if (session.getState().busy) return;
  underWay = perform(busy, work);
  await underWay;
}

async function perform(busy: Busy, work: () => Promise<Partial<Session>>): Promise<void> {
  editsBefore = edits;
  session.setState({
    busy,
    progress: null,
    error: null,
    calls: null,
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
