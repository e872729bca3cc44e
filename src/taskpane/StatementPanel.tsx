import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { makeStatements } from '../commands/session';
import { addMonths, isoDate, parseDate } from '../domain';
import { selectCell } from '../workbook/inspectLedger';
import { STATEMENT_TEXTS } from '../workbook/statementTexts';
import type { Findings } from '../workbook/runWarnings';
import { CustomerChoice } from './CustomerChoice';
import { useBusy, useParts, useStrings } from './useSession';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  field: { flexGrow: 1, minWidth: '120px' },
});

/** In place of a customer's code; none has a line break. */
const SALESPERSONS = '\n';

/** Statements of account (对账单): of whom, from which day to which. */
export default function StatementPanel({ findings }: { readonly findings: Findings }) {
  const styles = useStyles();
  const t = useStrings();
  const { statements, language } = useParts('statements', 'language');
  const isBusy = useBusy();
  const { analysis } = findings;
  const { items, asOf } = analysis;
  const salespersons = {
    value: SALESPERSONS,
    words: STATEMENT_TEXTS[language].bySalesperson,
  };
  const [customer, setCustomer] = useState('');
  const [from, setFrom] = useState(isoDate(addMonths(asOf, -12) + 1));
  const [to, setTo] = useState(isoDate(asOf));
  const [first, last] = [parseDate(from), parseDate(to)];
  const isPeriod = first !== null && last !== null && first <= last;
  return (
    <div className={styles.panel}>
      <CustomerChoice
        label={t.statementOf}
        analysis={analysis}
        more={items.dimensions.salesperson ? [salespersons] : []}
        value={customer}
        onChoose={setCustomer}
      />
      <div className={styles.row}>
        <Field label={t.firstDay} className={styles.field}>
          <Input type="date" value={from} onChange={(_, { value }) => setFrom(value)} />
        </Field>
        <Field label={t.lastDay} className={styles.field}>
          <Input type="date" value={to} onChange={(_, { value }) => setTo(value)} />
        </Field>
      </div>
      <Button
        disabledFocusable={isBusy || !isPeriod}
        onClick={() => {
          const bySalesperson = customer === SALESPERSONS;
          const of = bySalesperson ? null : customer || null;
          void makeStatements({ customer: of, bySalesperson, from: first!, to: last! });
        }}
      >
        {t.makeStatements}
      </Button>
      {statements && (
        <span role="status">
          {t.statementsMade(statements.written, statements.left)}{' '}
          <Link as="button" onClick={() => void selectCell(statements.sheet, 0, 0)}>
            {t.goTo(statements.sheet)}
          </Link>
        </span>
      )}
    </div>
  );
}
