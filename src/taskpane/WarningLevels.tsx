import { makeStyles, Text } from '@fluentui/react-components';
import type { Analysis } from '../domain';
import { useStrings } from './useSession';

const useStyles = makeStyles({
  list: { margin: 0 },
  line: { display: 'flex', justifyContent: 'space-between' },
  count: { margin: 0, fontVariantNumeric: 'tabular-nums' },
});

/** Items per warning level, the most urgent level first. */
export function WarningLevels({ analysis }: { readonly analysis: Analysis }) {
  const styles = useStyles();
  const t = useStrings();
  return (
    <section>
      <Text as="h2" weight="semibold" block>
        {t.levels}
      </Text>
      <dl className={styles.list}>
        {([3, 2, 1] as const).map((level) => (
          <div key={level} className={styles.line}>
            <dt>{t.level[level - 1]}</dt>
            <dd className={styles.count}>{t.count(analysis.countByWarning[level])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
