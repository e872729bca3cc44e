import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { isoDate, ratingTrends, type RfaSettings } from '../domain';
import type { Findings } from '../workbook/runWarnings';
import { ratingText, RISK_TEXTS } from '../workbook/riskTexts';
import { CardSection } from './CardSection';
import { CARD_STRINGS } from './cardStrings';
import { RatingChart } from './RatingChart';
import { useSession } from './useSession';

/** More than a small chart can show. */
const SHOWN = 24;

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  list: { margin: 0, paddingLeft: '18px', fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly findings: Findings;
  readonly customer: string;
  readonly tierFrom: RfaSettings['tierFrom'];
}

/** How a customer's rating has moved from run to run: in words, as a chart, and day by day. */
export function CardTrend({ findings: { ratings, place, analysis }, customer, tierFrom }: Props) {
  const styles = useStyles();
  const language = useSession((state) => state.language);
  const [c, texts] = [CARD_STRINGS[language], RISK_TEXTS[language]];
  const trendOf = useMemo(
    () => ratingTrends(ratings, place.sheet, analysis.asOf),
    [ratings, place, analysis],
  );
  const trend = trendOf(customer);
  if (!trend) return <CardSection title={texts.trend} figure={c.noTrend} />;
  const { previous, change } = trend;
  const shown = trend.ratings.slice(-SHOWN);
  return (
    <CardSection title={texts.trend} figure={texts.changes[change]}>
      {previous && <Text size={200}>{`${texts.previous} ${ratingText(previous, texts)}`}</Text>}
      {shown.length > 1 && (
        <>
          <RatingChart
            ratings={shown}
            tierFrom={tierFrom}
            label={c.trendOf(shown.length, isoDate(shown[0]!.date), texts.changes[change])}
          />
          <details>
            <summary className={styles.summary}>{c.asList}</summary>
            <ul className={styles.list}>
              {[...shown].reverse().map((rating) => (
                <li key={rating.date}>{ratingText(rating, texts)}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </CardSection>
  );
}
