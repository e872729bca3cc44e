import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { bucketLabels, overdueOf, type Analysis, type Balance } from '../domain';
import { Amount } from './Amount';
import { useStrings } from './useSession';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  caption: { textAlign: 'left', paddingBottom: tokens.spacingVerticalXS },
  cell: { padding: '2px 4px', textAlign: 'right', whiteSpace: 'nowrap', fontWeight: 'normal' },
  label: { textAlign: 'left', whiteSpace: 'normal' },
  barCell: { width: '30%' },
  bar: {
    display: 'block',
    height: '10px',
    minWidth: '1px',
    backgroundColor: tokens.colorStatusDangerBackground3,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  notDue: { backgroundColor: tokens.colorBrandBackground },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
});

/** The ageing of each currency as a table with bars. */
export function AgeingTable({ analysis }: { readonly analysis: Analysis }) {
  const t = useStrings();
  return (
    <section>
      {analysis.totals.map((total) => (
        <CurrencyTable
          key={total.currency}
          total={total}
          labels={bucketLabels(analysis.edges, t.notDue)}
        />
      ))}
    </section>
  );
}

function CurrencyTable({
  total,
  labels,
}: {
  readonly total: Balance;
  readonly labels: readonly string[];
}) {
  const styles = useStyles();
  const t = useStrings();
  const largest = Math.max(1, ...total.byBucket);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {[t.ageing, total.currency].filter(Boolean).join(' · ')}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.cell, styles.label)}>
            {t.bucket}
          </th>
          <td className={styles.barCell} />
          <th scope="col" className={styles.cell}>
            {t.items}
          </th>
          <th scope="col" className={styles.cell}>
            {t.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {labels.map((label, i) => (
          <tr key={label}>
            <th scope="row" className={mergeClasses(styles.cell, styles.label)}>
              {label}
            </th>
            <td className={styles.barCell}>
              <span
                className={mergeClasses(styles.bar, i === 0 && styles.notDue)}
                style={{ width: `${(100 * total.byBucket[i]!) / largest}%` }}
              />
            </td>
            <td className={styles.cell}>{total.countByBucket[i]}</td>
            <td className={styles.cell}>
              <Amount fen={total.byBucket[i]!} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row" className={mergeClasses(styles.cell, styles.label)} colSpan={3}>
            {t.unapplied}
          </th>
          <td className={styles.cell}>
            <Amount fen={total.unapplied} />
          </td>
        </tr>
        <tr className={styles.total}>
          <th scope="row" className={mergeClasses(styles.cell, styles.label)} colSpan={3}>
            {t.total}（{t.red}{' '}
            {((100 * overdueOf(total)) / Math.max(1, total.open - total.unapplied)).toFixed(0)}%）
          </th>
          <td className={styles.cell}>
            <Amount fen={total.open} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
