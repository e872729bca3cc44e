import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { decideSheet } from '../commands/session';
import { SOURCE_KINDS, type Source, type SourceKind } from '../domain';
import type { LedgerView } from '../workbook/inspectLedger';
import { useBusy, useStrings } from './useSession';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: { padding: '2px 4px 2px 0', textAlign: 'left', fontWeight: 'normal' },
  reasons: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** What each sheet was taken for and why, and a choice where it was taken wrongly. */
export function SheetList({ ledger }: { readonly ledger: LedgerView }) {
  const styles = useStyles();
  const t = useStrings();
  const isBusy = useBusy();
  const { sources } = ledger.proposal;
  const { sheets: chosen } = ledger.place.choices;
  if (sources.length < 2 && sources[0]?.kind === 'items') return null;
  const say = ({ sheet, reasons }: Source) =>
    [
      ...(ledger.sheets.includes(sheet) ? [t.sheetIsIn] : []),
      ...reasons.map((reason) => t.reasons[reason]),
    ].join('，');
  return (
    <>
      <Text as="h3" weight="semibold" block>
        {t.sheetsOf(ledger.sheets.length)}
      </Text>
      <table className={styles.table}>
        <tbody>
          {sources.map((source) => (
            <tr key={source.sheet}>
              <th scope="row" className={styles.cell}>
                {source.sheet}
                <Text block size={200} className={styles.reasons}>
                  {say(source)}
                </Text>
              </th>
              <td>
                <Select
                  size="small"
                  disabled={isBusy}
                  aria-label={t.kindOf(source.sheet)}
                  value={chosen[source.sheet] ?? ''}
                  onChange={(_, { value }) =>
                    void decideSheet(source.sheet, value === '' ? null : (value as SourceKind))
                  }
                >
                  <option value="">{t.asFound(t.sheetKinds[source.kind])}</option>
                  {SOURCE_KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {t.sheetKinds[kind]}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
