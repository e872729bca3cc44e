import { Button, Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { cancel } from '../commands/session';
import { useParts, useStrings } from './useSession';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  field: { flexGrow: 1 },
});

/** How far the work under way is, with a way out of it where there is one. */
export function WorkProgress() {
  const styles = useStyles();
  const t = useStrings();
  const { busy, progress } = useParts('busy', 'progress');
  const say = progress && { read: t.reading, train: t.training, write: t.writing }[progress.step];
  const said = say ? say(progress.done, progress.total) : t.working;
  return (
    <div className={styles.row}>
      <Field className={styles.field} validationState="none" validationMessage={said}>
        <ProgressBar {...(progress && { value: progress.done, max: progress.total })} />
      </Field>
      {(busy === 'run' || busy === 'preview' || busy === 'assess') && (
        <Button onClick={cancel}>{t.cancel}</Button>
      )}
    </div>
  );
}
