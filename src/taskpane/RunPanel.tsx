import {
  Button,
  Field,
  Input,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { cancel, preview, run, today } from '../commands/session';
import { isoDate, parseDate } from '../domain';
import { useSession, useStrings } from './useSession';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  address: { overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  field: { flexGrow: 1 },
});

interface Props {
  readonly reviewing: boolean;
  readonly onReview: () => void;
}

/** What was found, the day to age by, and the one button. */
export function RunPanel({ reviewing, onReview }: Props) {
  const styles = useStyles();
  const t = useStrings();
  const { busy, ledger, progress } = useSession((state) => state);
  const [chosen, setChosen] = useState<string | null>(null);
  const asOf = chosen ?? isoDate(ledger?.asOf ?? today());
  const place = ledger?.place;
  return (
    <section className={styles.panel} aria-busy={busy !== null}>
      {busy === 'inspect' && !ledger && <Text>{t.looking}</Text>}
      {place && (
        <Text className={styles.address}>
          <strong>{ledger.address}</strong>
          <br />
          {t.found(place.lastRow - place.firstRow + 1)} · {t.header(place.firstRow)}
        </Text>
      )}
      <div className={styles.row}>
        <Field label={t.asOf} className={styles.field}>
          <Input type="date" value={asOf} onChange={(_, data) => setChosen(data.value)} />
        </Field>
        <Button
          appearance="primary"
          disabled={busy !== null || !parseDate(asOf)}
          onClick={() => void run(parseDate(asOf) ?? undefined)}
        >
          {t.run}
        </Button>
      </div>
      <div className={styles.row}>
        <Button size="small" disabled={!place} aria-expanded={reviewing} onClick={onReview}>
          {t.review}
        </Button>
        <Button
          size="small"
          disabled={busy !== null || !place || !parseDate(asOf)}
          onClick={() => void preview(parseDate(asOf) ?? undefined)}
        >
          {t.preview}
        </Button>
      </div>
      {busy !== null && busy !== 'inspect' && (
        <div className={styles.row}>
          <Field
            className={styles.field}
            validationState="none"
            validationMessage={progress ? t.reading(progress.done, progress.total) : t.working}
          >
            <ProgressBar {...(progress && { value: progress.done, max: progress.total })} />
          </Field>
          {(busy === 'run' || busy === 'preview') && <Button onClick={cancel}>{t.cancel}</Button>}
        </div>
      )}
    </section>
  );
}
