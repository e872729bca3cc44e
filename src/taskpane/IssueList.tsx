import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  makeStyles,
} from '@fluentui/react-components';
import type { Issue } from '../domain';
import { selectCell } from '../workbook/inspectLedger';
import type { LedgerPlace } from '../workbook/readLedger';
import { columnLetters } from '../workbook/address';
import { useStrings } from './useSession';

/** More than anyone reads in a pane; the rest is told as a number. */
const SHOWN = 50;

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '16px' } });

interface Props {
  readonly place: LedgerPlace;
  readonly issues: readonly Issue[];
}

/** What in the ledger was not plain sailing, each line a link to its cell. */
export function IssueList({ place, issues }: Props) {
  const styles = useStyles();
  const t = useStrings();
  if (issues.length === 0) return null;
  return (
    <Accordion collapsible>
      <AccordionItem value="issues">
        <AccordionHeader>{t.issues(issues.length)}</AccordionHeader>
        <AccordionPanel>
          <ul className={styles.list}>
            {issues.slice(0, SHOWN).map((issue) => {
              const column = place.firstColumn + (place.mapping[issue.role] ?? 0);
              const cell = `${columnLetters(column)}${issue.row}`;
              return (
                <li key={`${cell}${issue.code}`}>
                  <Link
                    as="button"
                    title={t.goTo(cell)}
                    onClick={() => void selectCell(place.sheet, issue.row - 1, column)}
                  >
                    {cell}
                  </Link>{' '}
                  {t.issue[issue.code](t.roles[issue.role], issue.value)}
                </li>
              );
            })}
            {issues.length > SHOWN && <li>… +{issues.length - SHOWN}</li>}
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
