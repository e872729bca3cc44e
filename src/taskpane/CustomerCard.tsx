import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular, GaugeRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef } from 'react';
import { assess, showCustomer } from '../commands/session';
import {
  customerCard,
  DEFAULT_POLICY,
  isoDate,
  NO_DATE,
  type Light,
  type RiskAssessment,
} from '../domain';
import { RISK_TEXTS } from '../workbook/riskTexts';
import type { Findings } from '../workbook/runWarnings';
import { CardBalance } from './CardBalance';
import { CardClasses } from './CardClasses';
import { CardNotes } from './CardNotes';
import { CardPayments } from './CardPayments';
import { CardRisk } from './CardRisk';
import { CardSection } from './CardSection';
import { CARD_STRINGS } from './cardStrings';
import { ItemList } from './ItemList';
import { LightIcon } from './LightIcon';
import { OneByOne } from './OneByOne';
import { useBusy, useParts, useSession, useStrings } from './useSession';

const useStyles = makeStyles({
  card: {
    position: 'fixed',
    inset: 0,
    overflowY: 'auto',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** Office draws its own button over the top right corner. */
  head: {
    display: 'flex',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXS,
    paddingRight: '34px',
  },
  name: { margin: 0, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  signs: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  sign: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

interface Props {
  readonly findings: Findings;
  readonly risk: RiskAssessment | null;
  readonly customer: string;
}

/** All that is known of a customer, and what it rests on; Esc goes back. */
export default function CustomerCard({ findings, risk: assessment, customer }: Props) {
  const { analysis, watch, place, policy } = findings;
  const styles = useStyles();
  const t = useStrings();
  const { busy, error, language } = useParts('busy', 'error', 'language');
  const isBusy = useBusy();
  const c = CARD_STRINGS[language];
  const card = useMemo(
    () => customerCard(analysis, assessment, customer, watch),
    [analysis, assessment, customer, watch],
  );
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => title.current?.focus()); // it lays the card out: apart from making it
    return () => clearTimeout(timer);
  }, [customer]);
  if (!card) return null;
  const { items, daysOverdue } = analysis;
  const name = card.name || customer;
  const { risk } = card;
  const dueOrExpected = (item: number) => {
    const from = assessment?.receiptFrom[item] ?? NO_DATE;
    return from === NO_DATE || daysOverdue[item]! > 0
      ? c.dueOn(isoDate(items.dueDate[item]!))
      : c.expected(isoDate(from).slice(5), isoDate(assessment!.receiptTo[item]!).slice(5));
  };
  return (
    <main
      className={styles.card}
      tabIndex={-1}
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === 'Escape' && !defaultPrevented) showCustomer(null);
      }}
    >
      <header>
        <div className={styles.head}>
          {/* A stop of Tab: from anything else Excel on the web lets Tab leave the pane. */}
          <h1 ref={title} tabIndex={0} className={styles.name}>
            <Text size={500} weight="semibold">
              {name}
            </Text>
          </h1>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={c.back}
            title={c.back}
            onClick={() => showCustomer(null)}
          />
        </div>
        <div className={styles.signs}>
          <LightSign light={card.light} leadDays={analysis.leadDays} />
          {risk && (
            <span className={styles.sign}>
              <GaugeRegular aria-hidden />
              {c.tier(RISK_TEXTS[language].tiers[risk.tier])}
            </span>
          )}
          {card.name !== '' && <Text size={200}>{customer}</Text>}
        </div>
      </header>
      {error && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t.errors[error.code](error.where)}</MessageBarBody>
        </MessageBar>
      )}
      <OneByOne>
        {card.balances.length === 0 && <Text>{c.nothingOpen}</Text>}
        {card.balances.map((balance) => (
          <CardBalance key={balance.currency} balance={balance} edges={analysis.edges} />
        ))}
        {card.classes.length > 0 && <CardClasses findings={findings} classes={card.classes} />}
        {assessment && risk ? (
          <CardRisk
            findings={findings}
            assessment={assessment}
            card={card}
            risk={risk}
            treatment={(policy?.policy ?? DEFAULT_POLICY).treatments[risk.persona.persona]}
          />
        ) : (
          <CardSection title={c.score}>
            <Text block>{c.notAssessed}</Text>
            <Button disabledFocusable={isBusy} onClick={() => void assess()}>
              {busy === 'assess' ? c.assessing : c.assess}
            </Button>
            {busy === 'assess' && <ProgressBar aria-label={c.assessing} />}
          </CardSection>
        )}
        {card.openItems.length > 0 && (
          <CardSection title={c.openItems(card.openItems.length)}>
            <ItemList
              analysis={analysis}
              place={place}
              list={card.openItems}
              about={(item) => [items.documentNo[item], dueOrExpected(item)]}
              state={(item) =>
                analysis.open[item]! < 0
                  ? c.credit
                  : daysOverdue[item]! > 0
                    ? c.overdueBy(daysOverdue[item]!)
                    : t.notDue
              }
            />
          </CardSection>
        )}
        <CardSection title={c.payments(card.payments.length)}>
          <CardPayments analysis={analysis} card={card} />
        </CardSection>
        <CardSection title={c.notes}>
          <CardNotes customer={customer} name={name} />
        </CardSection>
      </OneByOne>
    </main>
  );
}

function LightSign({ light, leadDays }: { readonly light: Light; readonly leadDays: number }) {
  const styles = useStyles();
  const { lights } = CARD_STRINGS[useSession(({ language }) => language)];
  return (
    <strong className={styles.sign}>
      <LightIcon light={light} />
      {light === 'amber' ? lights.amber(leadDays) : lights[light ?? 'none']}
    </strong>
  );
}
