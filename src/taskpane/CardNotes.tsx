import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { today } from '../commands/session';
import { isoDate } from '../domain';
import { addNote, readNotes, type Note } from '../workbook/noteSheet';
import { toWorkbookError, type WorkbookError } from '../workbook/workbookError';
import { CARD_STRINGS } from './cardStrings';
import { useBusy, useSession, useStrings } from './useSession';

/** What a cell holds. */
const MOST_CHARACTERS = 32_767;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  note: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    marginBottom: tokens.spacingVerticalXS,
  },
  date: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  write: {
    display: 'flex',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
  text: { flexGrow: 1, minWidth: 0 },
});

/** What was written of a customer, the latest first, and a place to write more. */
export function CardNotes({
  customer,
  name,
}: {
  readonly customer: string;
  readonly name: string;
}) {
  const styles = useStyles();
  const t = useStrings();
  const language = useSession((state) => state.language);
  const isBusy = useBusy();
  const c = CARD_STRINGS[language];
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [draft, setDraft] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<WorkbookError | null>(null);
  const failed = (problem: unknown) => setError(toWorkbookError(problem));
  useEffect(() => {
    readNotes().then(setNotes, failed);
  }, []);
  const save = async () => {
    setSaving(true);
    setError(null);
    try {
      await addNote({ date: isoDate(today()), customer, text: draft.trim() }, language);
      setDraft('');
      setNotes(await readNotes());
    } catch (problem) {
      failed(problem);
    }
    setSaving(false);
  };
  const own = notes.filter((note) => note.customer === customer);
  return (
    <>
      {own.length === 0 ? (
        <Text>{c.noNotes}</Text>
      ) : (
        <ul className={styles.list}>
          {[...own].reverse().map(({ date, text }, i) => (
            <li key={own.length - i} className={styles.note}>
              <span className={styles.date}>{date}</span> {text}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.write}>
        <Textarea
          className={styles.text}
          aria-label={c.noteFor(name)}
          value={draft}
          maxLength={MOST_CHARACTERS}
          onChange={(_, { value }) => setDraft(value)}
          onKeyDown={(event) => {
            // What is half written is not lost to the key that goes back.
            if (event.key === 'Escape' && draft !== '') event.stopPropagation();
          }}
        />
        <Button
          disabledFocusable={isBusy || isSaving || draft.trim() === ''}
          onClick={() => void save()}
        >
          {c.addNote}
        </Button>
      </div>
      {error && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t.errors[error.code](error.where)}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
