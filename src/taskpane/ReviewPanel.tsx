import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { correct, decideDateOrder, forgetCorrections } from '../commands/session';
import { DATE_ROLES, ROLES, type DateOrder, type Role } from '../domain';
import type { LedgerPlace } from '../workbook/locateLedger';
import type { LedgerView } from '../workbook/inspectLedger';
import { SheetList } from './SheetList';
import { useStrings } from './useSession';

/** Roles asked for even where the ledger seems to have no such column. */
const ASKED: ReadonlySet<Role> = new Set([
  'customer',
  'documentNo',
  'documentDate',
  'dueDate',
  'amount',
  'received',
  'receiptDate',
]);
/** From here on a column counts as understood; below it the reader is asked to look. */
const SURE = 0.8;

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: { padding: '2px 4px 2px 0', textAlign: 'left', fontWeight: 'normal' },
  select: { width: '100%', minWidth: 0 },
  sure: { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  doubt: { color: tokens.colorStatusWarningForeground1 },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface Props {
  readonly ledger: LedgerView;
  readonly onDone: () => void;
}

/** Which column was taken for what, how surely, and a choice where it was taken wrongly. */
export default function ReviewPanel({ ledger, onDone }: Props) {
  const { place } = ledger;
  const styles = useStyles();
  const t = useStrings();
  const roles = ROLES.filter((role) => place.mapping[role] !== undefined || ASKED.has(role));
  const headers = place.headers.filter(Boolean);
  return (
    <section>
      <Text as="h2" weight="semibold" block>
        {t.review}
      </Text>
      <SheetList ledger={ledger} />
      <table className={styles.table}>
        <tbody>
          {roles.map((role) => {
            const column = place.mapping[role];
            const confidence = place.confidence[role] ?? 0;
            return (
              <tr key={role}>
                <th scope="row" className={styles.cell}>
                  {t.roles[role]}
                </th>
                <td className={styles.cell}>
                  <Select
                    size="small"
                    className={styles.select}
                    aria-label={t.columnOf(t.roles[role])}
                    value={column === undefined ? '' : place.headers[column]!}
                    onChange={(_, { value }) => void correct(role, value)}
                  >
                    <option value="">—</option>
                    {headers.map((header) => (
                      <option key={header}>{header}</option>
                    ))}
                  </Select>
                  <OrderSelect role={role} place={place} />
                </td>
                <td className={styles.sure}>
                  {column === undefined ? (
                    t.notFound
                  ) : (
                    <span className={confidence < SURE ? styles.doubt : undefined}>
                      {confidence < SURE ? '?' : '✓'} {Math.round(100 * confidence)}%
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onDone}>
          {t.thatIsIt}
        </Button>
        <Button onClick={() => void forgetCorrections()}>{t.lookAgain}</Button>
      </div>
    </section>
  );
}

/** How a date's column is written: asked where it can be read in more than one way. */
function OrderSelect({ role, place }: { readonly role: Role; readonly place: LedgerPlace }) {
  const styles = useStyles();
  const t = useStrings();
  const date = DATE_ROLES.find((r) => r === role);
  if (!date) return null;
  const chosen = place.choices.dateOrder[date];
  if (chosen === undefined && place.dateOrder[date] !== 'ambiguous') return null;
  return (
    <Select
      size="small"
      className={styles.select}
      aria-label={t.orderOf(t.roles[role])}
      value={chosen ?? ''}
      onChange={(_, { value }) =>
        void decideDateOrder(date, value === '' ? null : (value as DateOrder))
      }
    >
      <option value="">{t.byColumn}</option>
      {Object.entries(t.orders).map(([order, words]) => (
        <option key={order} value={order}>
          {words}
        </option>
      ))}
    </Select>
  );
}
