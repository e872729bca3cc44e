import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { clearAll, inspect, run, undoRun } from '../commands/session';
import type { WorkbookErrorCode } from '../workbook/workbookError';
import { RunPanel } from './RunPanel';
import { useSession, useStrings } from './useSession';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minHeight: '100vh',
    boxSizing: 'border-box',
  },
  /** Office draws its own button over the top right corner. */
  title: { paddingRight: '34px', minHeight: '24px' },
  footer: { display: 'flex', gap: tokens.spacingHorizontalS, marginTop: 'auto' },
});

// The first paint needs neither: they come when there is something to show.
const Results = lazy(() => import(/* webpackChunkName: "results" */ './Results'));
const ReviewPanel = lazy(() => import(/* webpackChunkName: "review" */ './ReviewPanel'));

/** Nothing went wrong: there was nothing to do, or the reader wanted it so. */
const NO_FAULT: ReadonlySet<WorkbookErrorCode> = new Set(['emptySheet', 'noLedger', 'cancelled']);

export function App() {
  const styles = useStyles();
  const t = useStrings();
  const { busy, result, ledger, error, done, stale, canUndo, language } = useSession(
    (state) => state,
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t.title;
  }, [language, t]);
  const [reviewing, setReviewing] = useState(false);
  const finished = {
    preview: t.previewed,
    run: t.wrote(ledger?.place.sheet ?? ''),
    undo: t.undone,
    clear: t.cleared,
  };
  return (
    <main className={styles.page}>
      <Text as="h1" size={400} weight="semibold" className={styles.title} block>
        {t.title}
      </Text>
      <RunPanel reviewing={reviewing} onReview={() => setReviewing(!reviewing)} />
      {reviewing && ledger && (
        <Suspense>
          <ReviewPanel place={ledger.place} onDone={() => setReviewing(false)} />
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
      {!error && done && !stale && (
        <MessageBar intent={done === 'preview' ? 'info' : 'success'} layout="multiline">
          <MessageBarBody>{finished[done]}</MessageBarBody>
        </MessageBar>
      )}
      {stale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.stale}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" disabled={busy !== null} onClick={() => void run()}>
              {t.refresh}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Suspense>{result && <Results findings={result} />}</Suspense>
      <footer className={styles.footer}>
        <Button disabled={busy !== null || !canUndo} onClick={() => void undoRun()}>
          {t.undo}
        </Button>
        <Button disabled={busy !== null} onClick={() => void clearAll()}>
          {t.clear}
        </Button>
        <Button appearance="subtle" disabled={busy !== null} onClick={() => void inspect()}>
          {t.lookAgain}
        </Button>
      </footer>
    </main>
  );
}
