import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LightTotal } from '../domain';
import { percentText } from '../workbook/riskTexts';
import type { Findings } from '../workbook/runWarnings';
import { Amount } from './Amount';
import { LightIcon } from './LightIcon';
import { RISK_STRINGS } from './riskStrings';
import { useSession, useStrings } from './useSession';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  light: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  amounts: { marginLeft: 'auto', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly findings: Pick<Findings, 'analysis' | 'lights' | 'watch'>;
}

/** A line per light: sign, word, items, money. */
export function LightSummary({ findings: { analysis, lights, watch } }: Props) {
  const styles = useStyles();
  const t = useStrings();
  const risk = RISK_STRINGS[useSession(({ language }) => language)];
  const words: Readonly<Record<LightTotal['light'], string>> = {
    red: t.red,
    amber: t.amber(analysis.leadDays),
    yellow: risk.watched(percentText(watch?.amberFrom ?? 0)),
  };
  const { currencies } = analysis.items;
  return (
    <ul className={styles.list}>
      {lights.map(({ light, count, open }) => (
        <li key={light} className={styles.light}>
          <LightIcon light={light} />
          <Text weight="semibold">
            {words[light]} {t.count(count)}
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
