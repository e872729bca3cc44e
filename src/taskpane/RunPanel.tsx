import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { preview, run, showSelected, today } from '../commands/session';
import { isoDate, parseDate } from '../domain';
import { ledgerRange } from '../workbook/locateLedger';
import { useBusy, useParts, useStrings } from './useSession';
import { WorkProgress } from './WorkProgress';

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
  const { busy, ledger, result } = useParts('busy', 'ledger', 'result');
  const isBusy = useBusy();
  const [chosen, setChosen] = useState<string | null>(null);
  const asOf = chosen ?? isoDate(ledger?.asOf ?? today());
  const place = ledger?.place;
  // A run knows where the ledger ends; a look knows only how far the sheet is filled.
  const shown = result?.place.sheet === place?.sheet ? result : null;
  return (
    <section className={styles.panel} aria-busy={busy !== null}>
      {busy === 'inspect' && !ledger && <Text>{t.looking}</Text>}
      {place && (
        <Text className={styles.address}>
          <strong>
            {shown ? `${shown.place.sheet}!${ledgerRange(shown.place)}` : ledger.address}
          </strong>
          <br />
          {shown
            ? t.itemsFound(shown.analysis.items.count)
            : t.found(place.lastRow - place.firstRow + 1)}{' '}
          · {t.header(place.firstRow)}
          {ledger.sheets.length > 1 && (
            <>
              <br />
              {t.withSheets(ledger.sheets)}
            </>
          )}
        </Text>
      )}
      <div className={styles.row}>
        <Field label={t.asOf} className={styles.field}>
          <Input type="date" value={asOf} onChange={(_, data) => setChosen(data.value)} />
        </Field>
        <Button
          appearance="primary"
          disabledFocusable={isBusy || !parseDate(asOf)}
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
          disabledFocusable={isBusy || !place || !parseDate(asOf)}
          onClick={() => void preview(parseDate(asOf) ?? undefined)}
        >
          {t.preview}
        </Button>
        <Button
          size="small"
          disabledFocusable={isBusy || !place}
          onClick={() => void showSelected()}
        >
          {t.card}
        </Button>
      </div>
      {isBusy && busy !== 'assess' && <WorkProgress />}
    </section>
  );
}
