import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  makeStyles,
} from '@fluentui/react-components';
import type { SheetIssue, SheetIssueCode } from '../domain';
import { selectCell } from '../workbook/inspectLedger';
import type { Findings } from '../workbook/runWarnings';
import { columnLetters } from '../workbook/address';
import { useStrings } from './useSession';

/** More than anyone reads in a pane; the rest is told as a number. */
const SHOWN = 50;

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '16px' } });

interface Props {
  readonly books: Findings['books'];
  readonly issues: readonly SheetIssue[];
}

/** Rows that are no items and need no one's look. */
const LEFT_OUT: ReadonlySet<SheetIssueCode> = new Set([
  'subtotal',
  'repeatedHeader',
  'printedLine',
  'afterEnd',
]);

/** What in the ledger was not plain sailing, and what was left out; each line a link to its cell. */
export function IssueLists({ books, issues }: Props) {
  const t = useStrings();
  const leftOut = issues.filter(({ code }) => LEFT_OUT.has(code));
  const toSee = issues.filter(({ code }) => !LEFT_OUT.has(code));
  return (
    <Accordion collapsible multiple>
      <IssueList title={t.issues(toSee.length)} books={books} issues={toSee} />
      <IssueList title={t.leftOut(leftOut.length)} books={books} issues={leftOut} />
    </Accordion>
  );
}

function IssueList({ title, books, issues }: Props & { readonly title: string }) {
  const styles = useStyles();
  const t = useStrings();
  if (issues.length === 0) return null;
  return (
    <AccordionItem value={title}>
      <AccordionHeader>{title}</AccordionHeader>
      <AccordionPanel>
        <ul className={styles.list}>
          {issues.slice(0, SHOWN).map((issue) => {
            const book = books.find(({ place }) => place.sheet === issue.sheet);
            const column = book
              ? book.place.firstColumn + (book.place.mapping[issue.role] ?? 0)
              : 0;
            const own = `${columnLetters(column)}${issue.row}`;
            const cell = books.length > 1 || !book ? `${issue.sheet}!${own}` : own;
            return (
              <li key={`${cell}${issue.code}`}>
                <Link
                  as="button"
                  title={t.goTo(cell)}
                  onClick={() => void selectCell(issue.sheet, issue.row - 1, column)}
                >
                  {cell}
                </Link>{' '}
                {t.issue(t.roles[issue.role], issue.value, t.problems[issue.code])}
              </li>
            );
          })}
          {issues.length > SHOWN && <li>… +{issues.length - SHOWN}</li>}
        </ul>
      </AccordionPanel>
    </AccordionItem>
  );
}
