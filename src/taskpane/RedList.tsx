import { Button, makeStyles, Text } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import { showCustomer } from '../commands/session';
import { customerLabel, redItems, type Analysis } from '../domain';
import type { LedgerPlace } from '../workbook/locateLedger';
import { ItemList } from './ItemList';
import { useLater } from './useLater';
import { useStrings } from './useSession';

const useStyles = makeStyles({ card: { height: '100%', minWidth: '36px' } });

interface Props {
  readonly analysis: Analysis;
  readonly place: LedgerPlace;
}

/** The overdue items, largest first; each leads to its row and to its customer's card. */
export function RedList({ analysis, place }: Props) {
  const styles = useStyles();
  const t = useStrings();
  const found = useLater(useCallback(() => ({ analysis, red: redItems(analysis) }), [analysis]));
  if (!found || found.red.length === 0) return null;
  const { items, daysOverdue } = found.analysis;
  return (
    <section>
      <Text as="h2" weight="semibold" block>
        {t.redRows}
      </Text>
      <ItemList
        analysis={found.analysis}
        place={place}
        list={found.red}
        about={(item) => [customerLabel(items, item), items.documentNo[item]]}
        state={(item) => t.overdueBy(daysOverdue[item]!)}
        action={(item) => (
          <Button
            appearance="subtle"
            className={styles.card}
            icon={<PersonRegular />}
            title={t.card}
            aria-label={`${t.card} ${customerLabel(items, item)}`}
            onClick={() => showCustomer(items.customers[items.customer[item]!]!)}
          />
        )}
      />
    </section>
  );
}
