import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { showCustomer } from '../commands/session';
import { worstClassesBeside, type CustomerRisk, type Tier } from '../domain';
import { percentText, RISK_TEXTS } from '../workbook/riskTexts';
import type { Findings } from '../workbook/runWarnings';
import { Amount } from './Amount';
import { factReason, shortReason } from './classReason';
import { RISK_STRINGS } from './riskStrings';
import { useSession } from './useSession';
import { VirtualList } from './VirtualList';

const ROW_PIXELS = 44;
const NOTE_PIXELS = 16;
const ROWS_SHOWN = 5;

const useStyles = makeStyles({
  button: {
    width: '100%',
    height: '100%',
    padding: '0 8px',
    gap: tokens.spacingHorizontalS,
    justifyContent: 'space-between',
    fontWeight: 'normal',
  },
  tier: { flexShrink: 0, whiteSpace: 'nowrap' },
  text: {
    flexGrow: 1,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'left',
  },
  figures: { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

/** Never alone: the word stands in the badge. */
const BADGES: Readonly<Record<Tier, 'danger' | 'severe' | 'warning' | 'success'>> = {
  veryHigh: 'danger',
  high: 'severe',
  medium: 'warning',
  low: 'success',
};

interface Props {
  readonly findings: Pick<Findings, 'analysis' | 'books'>;
  readonly customers: readonly CustomerRisk[];
}

/**
 * The customers, the riskiest first; a click looks at one. Where the worst class of one is not by days,
 * its line says why.
 */
export function RiskList({ findings, customers }: Props) {
  const styles = useStyles();
  const language = useSession((state) => state.language);
  const t = RISK_STRINGS[language];
  const { analysis } = findings;
  const names = useMemo(() => {
    const { customers: codes, customerNames } = analysis.items;
    return new Map(codes.map((code, c) => [code, customerNames[c]!]));
  }, [analysis]);
  const beside = useMemo(() => worstClassesBeside(analysis), [analysis]);
  return (
    <>
      <Text size={200}>{t.customers(customers.length)}</Text>
      <VirtualList
        count={customers.length}
        rowPixels={beside.size > 0 ? ROW_PIXELS + NOTE_PIXELS : ROW_PIXELS}
        rowsShown={ROWS_SHOWN}
        row={(index) => {
          const { customer, tier, score, probability, expectedLoss } = customers[index]!;
          const name = names.get(customer)!;
          const fact = beside.get(customer);
          return (
            <Button
              appearance="subtle"
              className={styles.button}
              onClick={() => showCustomer(customer)}
            >
              <Badge appearance="tint" size="small" color={BADGES[tier]} className={styles.tier}>
                {RISK_TEXTS[language].tiers[tier]}
              </Badge>
              <span className={styles.text}>
                {name === '' ? customer : name}
                <br />
                <Text size={200} wrap={false}>
                  {t.score(score)}
                  {probability !== null && ` · ${t.probability(percentText(probability))}`}
                </Text>
                {fact && (
                  <>
                    <br />
                    <Text
                      size={200}
                      wrap={false}
                      title={factReason(findings, fact.item, fact, language)}
                    >
                      {shortReason(findings, fact.item, fact, language)}
                    </Text>
                  </>
                )}
              </span>
              <span className={styles.figures}>
                <Amount fen={expectedLoss} />
                <br />
                <Text size={200} wrap={false}>
                  {t.loss}
                </Text>
              </span>
            </Button>
          );
        }}
      />
    </>
  );
}
