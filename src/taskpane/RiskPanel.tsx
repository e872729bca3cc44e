import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { assess } from '../commands/session';
import { DEFAULT_POLICY, isWeak, type Quadrant, type RiskAssessment } from '../domain';
import type { Findings } from '../workbook/runWarnings';
import { OneByOne } from './OneByOne';
import { QuadrantPlot } from './QuadrantPlot';
import { RiskList } from './RiskList';
import { RISK_STRINGS } from './riskStrings';
import { useBusy, useParts, useSession } from './useSession';
import { WorkProgress } from './WorkProgress';

const PolicyPanel = lazy(() => import(/* webpackChunkName: "policy" */ './PolicyPanel'));

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  start: { alignSelf: 'start' },
});

/** Rates the customers, and says by what. */
export default memo(function RiskPanel({ findings }: { readonly findings: Findings }) {
  const styles = useStyles();
  const { busy, risk, ledger, language } = useParts('busy', 'risk', 'ledger', 'language');
  const isBusy = useBusy();
  const t = RISK_STRINGS[language];
  const [sharing, setSharing] = useState(false);
  const [quadrant, setQuadrant] = useState<Quadrant | null>(null);
  const listed = useMemo(
    () => (risk?.customers ?? []).filter((one) => quadrant === null || one.quadrant === quadrant),
    [risk, quadrant],
  );
  return (
    <section className={styles.panel} aria-labelledby="risk-title">
      <Text as="h2" id="risk-title" weight="semibold" block>
        {t.title}
      </Text>
      {!risk && <Text size={200}>{t.about}</Text>}
      <Button className={styles.start} disabledFocusable={isBusy} onClick={() => void assess()}>
        {t.assess}
      </Button>
      {busy === 'assess' && <WorkProgress />}
      {risk && (
        <OneByOne>
          <ModelState risk={risk} />
          <QuadrantPlot risk={risk} chosen={quadrant} onChoose={setQuadrant} />
          <RiskList findings={findings} customers={listed} />
          <Switch
            label={t.beside}
            aria-disabled={isBusy}
            checked={ledger?.place.ownColumns.has('probability') ?? false}
            onChange={(_, { checked }) => void assess({ predict: checked })}
          />
          <Button
            className={styles.start}
            appearance="subtle"
            aria-expanded={sharing}
            onClick={() => setSharing(!sharing)}
          >
            {t.policy}
          </Button>
          {sharing && (
            <Suspense>
              <PolicyPanel policy={findings.policy?.policy ?? DEFAULT_POLICY} />
            </Suspense>
          )}
        </OneByOne>
      )}
    </section>
  );
});

/** What the probabilities rest on; a model that is no better than its baselines is asked about. */
function ModelState({ risk: { training } }: { readonly risk: RiskAssessment }) {
  const language = useSession((state) => state.language);
  const isBusy = useBusy();
  const t = RISK_STRINGS[language];
  const { model, card } = training;
  if (card.tooLittle !== null) return <Text size={200}>{t.tooLittle(card.rows)}</Text>;
  const isUsed = isWeak(training);
  if (model.kind === 'logistic' && !isUsed) return <Text size={200}>{t.trained(card.rows)}</Text>;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{isUsed ? t.weakUsed : t.weak}</MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          disabledFocusable={isBusy}
          onClick={() => void assess({ usesWeakModel: !isUsed })}
        >
          {isUsed ? t.useRates : t.useIt}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
