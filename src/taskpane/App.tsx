import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { askFreeze, clearAll, clearNotes, inspect, run, undoRun } from '../commands/session';
import type { WorkbookErrorCode } from '../workbook/workbookError';
import { DateOrderQuestion } from './DateOrderQuestion';
import { RunPanel } from './RunPanel';
import { useReturningFocus } from './useReturningFocus';
import { useBusy, useParts, useStrings } from './useSession';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minHeight: '100vh',
    boxSizing: 'border-box',
  },
  /** Keeps its place and its scrolled lists while the card covers it. */
  covered: { visibility: 'hidden' },
  /** Office draws its own button over the top right corner. */
  title: { paddingRight: '34px', minHeight: '24px' },
  footer: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: 'auto' },
});

// The first paint needs none of them: they come when there is something to show.
const CustomerCard = lazy(() => import(/* webpackChunkName: "card" */ './CustomerCard'));
const Results = lazy(() => import(/* webpackChunkName: "results" */ './Results'));
const FunctionPanel = lazy(() => import(/* webpackChunkName: "insert" */ './FunctionPanel'));
const RiskPanel = lazy(() => import(/* webpackChunkName: "risk" */ './RiskPanel'));
const FreezePanel = lazy(() => import(/* webpackChunkName: "results" */ './FreezePanel'));
const ReviewPanel = lazy(() => import(/* webpackChunkName: "review" */ './ReviewPanel'));
const UndoNote = lazy(() => import(/* webpackChunkName: "results" */ './UndoNote'));

/** Nothing went wrong: there was nothing to do, or the reader wanted it so. */
const NO_FAULT: ReadonlySet<WorkbookErrorCode> = new Set(['emptySheet', 'noLedger', 'cancelled']);

export function App() {
  const styles = useStyles();
  const t = useStrings();
  const isBusy = useBusy();
  const { result, risk, ledger, error, done, stale, calls } = useParts(
    'result',
    'risk',
    'ledger',
    'error',
    'done',
    'stale',
    'calls',
  );
  const { canUndo, hasNotes, language, customer } = useParts(
    'canUndo',
    'hasNotes',
    'language',
    'customer',
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t.title;
  }, [language, t]);
  const [reviewing, setReviewing] = useState(false);
  const [inserting, setInserting] = useState(false);
  const finished = {
    preview: t.previewed,
    run: t.wrote(ledger?.place.sheet ?? ''),
    assess: t.assessed,
    undo: t.undone,
    freeze: t.frozen,
    clear: t.cleared,
  };
  // Of a run before the workbook was opened too, when the button is dead.
  const hasOwn = canUndo || (ledger?.place.ownColumns.size ?? 0) > 0;
  const isCovered = result !== null && customer !== null;
  useReturningFocus(isCovered);
  return (
    <>
      <main className={mergeClasses(styles.page, isCovered && styles.covered)}>
        <Text as="h1" size={400} weight="semibold" className={styles.title} block>
          {t.title}
        </Text>
        <RunPanel reviewing={reviewing} onReview={() => setReviewing(!reviewing)} />
        {reviewing && ledger && (
          <Suspense>
            <ReviewPanel ledger={ledger} onDone={() => setReviewing(false)} />
          </Suspense>
        )}
        {error && (
          <MessageBar intent={NO_FAULT.has(error.code) ? 'info' : 'error'} layout="multiline">
            <MessageBarBody>
              {t.errors[error.code](error.where)}
              {(error.code === 'noLedger' || error.code === 'emptySheet') && ` ${t.needs}`}
            </MessageBarBody>
          </MessageBar>
        )}
        {!error && done && (!stale || done === 'freeze') && (
          <MessageBar intent={done === 'preview' ? 'info' : 'success'} layout="multiline">
            <MessageBarBody>
              {finished[done]} {done === 'clear' && hasNotes && t.notesLeft}
            </MessageBarBody>
            {done === 'clear' && hasNotes && (
              <MessageBarActions>
                <Button size="small" disabledFocusable={isBusy} onClick={() => void clearNotes()}>
                  {t.clearNotes}
                </Button>
              </MessageBarActions>
            )}
          </MessageBar>
        )}
        {stale && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {result?.written === 'values' ? t.staleValues : t.stale}
            </MessageBarBody>
            <MessageBarActions>
              <Button size="small" disabledFocusable={isBusy} onClick={() => void run()}>
                {t.refresh}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <DateOrderQuestion issues={error?.issues ?? result?.issues ?? []} />
        <Suspense>{result && <Results findings={result} />}</Suspense>
        <Suspense>{result && <RiskPanel findings={result} />}</Suspense>
        {inserting && (
          <Suspense>
            <FunctionPanel onDone={() => setInserting(false)} />
          </Suspense>
        )}
        <Suspense>{calls && <FreezePanel calls={calls} />}</Suspense>
        <footer className={styles.footer}>
          <Button disabledFocusable={isBusy || !canUndo} onClick={() => void undoRun()}>
            {t.undo}
          </Button>
          <Button disabledFocusable={isBusy} onClick={() => void clearAll()}>
            {t.clear}
          </Button>
          <Button disabledFocusable={isBusy} onClick={() => void askFreeze()}>
            {t.toValues}
          </Button>
          <Button appearance="subtle" disabledFocusable={isBusy} onClick={() => void inspect()}>
            {t.lookAgain}
          </Button>
          <Button
            appearance="subtle"
            aria-expanded={inserting}
            onClick={() => setInserting(!inserting)}
          >
            {t.insertFunction}
          </Button>
          <Suspense>{hasOwn && <UndoNote />}</Suspense>
        </footer>
      </main>
      {isCovered && (
        <Suspense>
          <CustomerCard key={customer} findings={result} risk={risk} customer={customer} />
        </Suspense>
      )}
    </>
  );
}
