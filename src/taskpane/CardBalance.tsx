import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { bucketLabels, type CardBalance as Balance, type Edges } from '../domain';
import { percentText } from '../workbook/riskTexts';
import { Amount } from './Amount';
import { CARD_STRINGS } from './cardStrings';
import { useSession, useStrings } from './useSession';

const BAR_PIXELS = 36;

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, 1fr)',
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  figure: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  bars: {
    display: 'flex',
    flexWrap: 'wrap', // in a narrow pane no bucket stands beyond its edge
    alignItems: 'end',
    gap: '2px',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase100,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'center',
    whiteSpace: 'nowrap',
  },
  bucket: { flex: '1 1 auto', minWidth: '11%' },
  bar: {
    minHeight: '1px',
    backgroundColor: tokens.colorStatusDangerBackground3,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  notDue: { backgroundColor: tokens.colorBrandBackground },
});

interface Props {
  readonly balance: Balance;
  readonly edges: Edges;
}

/** What a customer owes in one currency: open, overdue, its share, and a bar per bucket. */
export function CardBalance({ balance, edges }: Props) {
  const styles = useStyles();
  const t = useStrings();
  const c = CARD_STRINGS[useSession(({ language }) => language)];
  const { currency, open, overdue, overdueShare, unapplied, byBucket } = balance;
  const largest = Math.max(1, ...byBucket);
  return (
    <div>
      <dl className={styles.figures}>
        <div>
          <dt className={styles.label}>{[c.open, currency].filter(Boolean).join(' ')}</dt>
          <dd className={styles.figure}>
            <Amount fen={open} />
          </dd>
        </div>
        <div>
          <dt className={styles.label}>{c.overdue}</dt>
          <dd className={styles.figure}>
            <Amount fen={overdue} />
          </dd>
        </div>
        <div>
          <dt className={styles.label}>{c.share}</dt>
          <dd className={styles.figure}>{percentText(overdueShare)}</dd>
        </div>
      </dl>
      <ol className={styles.bars} aria-label={[c.ageing, currency].filter(Boolean).join(' ')}>
        {bucketLabels(edges, t.notDue).map((label, i) => (
          <li key={label} className={styles.bucket}>
            {byBucket[i] === 0 ? ' ' : <Amount fen={byBucket[i]!} />}
            <div
              className={mergeClasses(styles.bar, i === 0 && styles.notDue)}
              style={{ height: (BAR_PIXELS * byBucket[i]!) / largest }}
            />
            <span>{label}</span>
          </li>
        ))}
      </ol>
      {unapplied < 0 && (
        <Text size={200}>
          {c.unapplied} <Amount fen={unapplied} />
        </Text>
      )}
    </div>
  );
}
