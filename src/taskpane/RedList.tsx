import { Button, makeStyles, Text } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import { showCustomer } from '../commands/session';
import { classBeside, customerLabel } from '../domain';
import type { Findings } from '../workbook/runWarnings';
import { factReason, shortReason } from './classReason';
import { ItemList } from './ItemList';
import { useLater } from './useLater';
import { useSession, useStrings } from './useSession';

const useStyles = makeStyles({ card: { height: '100%', minWidth: '36px' } });

interface Props {
  readonly findings: Pick<Findings, 'analysis' | 'red' | 'books' | 'place'>;
}

/**
 * The overdue items, largest first; each leads to its row and to its customer's card, and says why it is
 * in its class where that is not by days.
 */
export function RedList({ findings }: Props) {
  const styles = useStyles();
  const t = useStrings();
  const language = useSession((state) => state.language);
  const found = useLater(
    useCallback(() => {
      const { analysis, red } = findings;
      return { findings, hasNotes: red.some((item) => classBeside(analysis, item) !== null) };
    }, [findings]),
  );
  if (!found || found.findings.red.length === 0) return null;
  const { analysis, red, place } = found.findings;
  const { items, daysOverdue } = analysis;
  const noteOf = (item: number) => {
    const beside = classBeside(analysis, item);
    if (!beside) return null;
    const said = [found.findings, item, beside, language] as const;
    return [shortReason(...said), factReason(...said)] as const;
  };
  return (
    <section>
      <Text as="h2" weight="semibold" block>
        {t.redRows}
      </Text>
      <ItemList
        analysis={analysis}
        place={place}
        list={red}
        about={(item) => [customerLabel(items, item), items.documentNo[item]]}
        note={found.hasNotes ? noteOf : undefined}
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
