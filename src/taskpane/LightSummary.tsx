import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CircleFilled, CircleHalfFillFilled } from '@fluentui/react-icons';
import { lightTotals, type Analysis } from '../domain';
import { Amount } from './Amount';
import { useStrings } from './useSession';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  light: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  red: { color: tokens.colorStatusDangerForeground1 },
  amber: { color: tokens.colorStatusWarningForeground1 },
  amounts: { marginLeft: 'auto', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

/** A line per light: sign, word, items, money. */
export function LightSummary({ analysis }: { readonly analysis: Analysis }) {
  const styles = useStyles();
  const t = useStrings();
  const { currencies } = analysis.items;
  return (
    <ul className={styles.list}>
      {lightTotals(analysis).map(({ light, count, open }) => (
        <li key={light} className={styles.light}>
          {light === 'red' ? (
            <CircleFilled className={styles.red} aria-hidden />
          ) : (
            <CircleHalfFillFilled className={styles.amber} aria-hidden />
          )}
          <Text weight="semibold">
            {light === 'red' ? t.red : t.amber(analysis.leadDays)} {t.count(count)}
          </Text>
          <span className={styles.amounts}>
            {currencies.map((currency, i) => (
              <div key={currency}>
                <Amount fen={open[i]!} currency={currency} />
              </div>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
