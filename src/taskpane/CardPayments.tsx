import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { isoDate, type Analysis, type CustomerCard } from '../domain';
import { CARD_STRINGS } from './cardStrings';
import { PaymentChart } from './PaymentChart';
import { useSession } from './useSession';

/** More than a small chart can show; in a pane nobody reads more. */
const SHOWN = 60;

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    gap: tokens.spacingHorizontalL,
    marginBottom: tokens.spacingVerticalXS,
  },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: '2px 4px 2px 0',
    textAlign: 'left',
    fontWeight: 'normal',
    overflowWrap: 'anywhere',
  },
  figure: { textAlign: 'right', whiteSpace: 'nowrap' },
});

interface Props {
  readonly analysis: Analysis;
  readonly card: CustomerCard;
}

/** How late a customer paid: a chart, the same as a table, means. */
export function CardPayments({ analysis: { items }, card }: Props) {
  const styles = useStyles();
  const c = CARD_STRINGS[useSession(({ language }) => language)];
  const { payments, undatedCount, meanDelay, recentDelay } = card;
  const shown = payments.slice(-SHOWN);
  const mean = (days: number) => c.delay(Math.round(days * 10) / 10);
  return (
    <>
      {meanDelay === null || recentDelay === null ? (
        <Text>{c.noPayments}</Text>
      ) : (
        <>
          <div className={styles.figures}>
            <span>
              {c.meanDelay} <strong>{mean(meanDelay)}</strong>
            </span>
            <span>
              {c.recentDelay} <strong>{mean(recentDelay)}</strong>
            </span>
          </div>
          <PaymentChart payments={shown} label={c.chart(shown.length, mean(meanDelay))} />
          <details>
            <summary className={styles.summary}>{c.asTable}</summary>
            <table className={styles.table}>
              <thead>
                <tr>
                  {[c.document, c.paidOn].map((title) => (
                    <th key={title} scope="col" className={styles.cell}>
                      {title}
                    </th>
                  ))}
                  <th scope="col" className={styles.figure}>
                    {c.late}
                  </th>
                </tr>
              </thead>
              <tbody>
                {[...shown].reverse().map(({ item, paidOn, delay }) => (
                  <tr key={item}>
                    <td className={styles.cell}>{items.documentNo[item]}</td>
                    <td className={styles.cell}>{isoDate(paidOn)}</td>
                    <td className={styles.figure}>{c.delay(delay)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {payments.length > SHOWN && <Text size={200}>{c.latest(SHOWN)}</Text>}
          </details>
        </>
      )}
      {undatedCount > 0 && <Text size={200}>{c.undated(undatedCount)}</Text>}
    </>
  );
}
