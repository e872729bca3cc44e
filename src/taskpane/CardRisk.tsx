import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { changePolicy } from '../commands/session';
import {
  isoDate,
  MOST_POINTS,
  NO_DATE,
  RFA_PARTS,
  type CustomerCard,
  type CustomerRisk,
  type Fen,
  type Receivables,
  type RfaPart,
  type RiskAssessment,
  type PolicyTreatment,
  type SaidKnockIn,
} from '../domain';
import { toKnockIn } from '../workbook/changePolicy';
import { factorText, matchText, percentText, RISK_TEXTS } from '../workbook/riskTexts';
import type { Findings } from '../workbook/runWarnings';
import { Amount } from './Amount';
import { CardSection } from './CardSection';
import { CARD_STRINGS } from './cardStrings';
import { CardTrend } from './CardTrend';
import { treatmentWords } from '../workbook/treatmentWords';
import { OneByOne } from './OneByOne';
import { RowLink } from './RowLink';
import { useBusy, useSession } from './useSession';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: { padding: '2px 0', textAlign: 'left', fontWeight: 'normal', verticalAlign: 'baseline' },
  figure: {
    padding: '2px 0 2px 8px',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    verticalAlign: 'baseline',
  },
  why: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    display: 'block',
  },
  list: { margin: 0, paddingLeft: '18px' },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

/** What a person says of a customer; whose limitation has run out the ledger tells. */
const SAID = ['blacklist', 'bankruptcy'] as const satisfies readonly SaidKnockIn['reason'][];

interface Props {
  readonly findings: Findings;
  readonly assessment: RiskAssessment;
  readonly card: CustomerCard;
  readonly risk: CustomerRisk;
  readonly treatment: PolicyTreatment;
}

/** How risky a customer is and why, what kind it is, and what to do. */
export function CardRisk(props: Props) {
  return (
    <OneByOne>
      <Score {...props} />
      <CardTrend
        findings={props.findings}
        customer={props.card.customer}
        tierFrom={props.assessment.rfa.settings.tierFrom}
      />
      <Probability {...props} />
      <Persona {...props} />
    </OneByOne>
  );
}

/** @returns its number; its row where the ledger keeps none */
const documentOf = ({ documentNo, sheets, sheet, row }: Receivables, item: number): string =>
  documentNo[item] === '' ? `${sheets[sheet[item]!]!}!${row[item]!}` : documentNo[item]!;

function useWords() {
  const language = useSession((state) => state.language);
  return { c: CARD_STRINGS[language], texts: RISK_TEXTS[language] };
}

function Score({ findings: { analysis, place }, assessment, risk }: Props) {
  const styles = useStyles();
  const { c, texts } = useWords();
  const language = useSession((state) => state.language);
  const isBusy = useBusy();
  const { settings, window } = assessment.rfa;
  const [account] = risk.accounts;
  const figures: Readonly<Record<RfaPart, string>> = {
    r: texts.days(Math.round(risk.measures.r)),
    f: risk.isInsufficient ? texts.insufficient : percentText(risk.measures.f),
    a: percentText(risk.measures.a),
  };
  const { items } = analysis;
  const oldest = account!.oldest;
  const exact = (fen: Fen) => (fen / 100).toLocaleString(language, { minimumFractionDigits: 2 });
  const sheet = items.sheets[items.sheet[oldest] ?? 0]!;
  const reasons = {
    r:
      oldest < 0 ? (
        c.noneOverdue
      ) : (
        <>
          {c.longest(account!.maxDaysOverdue)}
          <RowLink sheet={sheet} row={items.row[oldest]!} column={place.firstColumn}>
            {documentOf(items, oldest)}
          </RowLink>
        </>
      ),
    f: c.lateOf(risk.late, risk.fallenDue, isoDate(window.from)),
    a: c.overdueOf(
      [exact(account!.overdue), account!.currency].filter(Boolean).join(' '),
      exact(account!.open),
    ),
  };
  const knockIn = { customer: risk.customer, since: analysis.asOf };
  const weighted = RFA_PARTS.map((part) => `${settings.weights[part]}×${risk.points[part]}`);
  const score = String(Math.round(risk.score * 10) / 10);
  return (
    <CardSection title={c.score} figure={`${score} · ${texts.tiers[risk.tier]}`}>
      <table className={styles.table}>
        <tbody>
          {RFA_PARTS.map((part) => (
            <tr key={part}>
              <th scope="row" className={styles.cell}>
                {texts.parts[part]}
                <span className={styles.why}>{reasons[part]}</span>
              </th>
              <td className={styles.figure}>{figures[part]}</td>
              <td className={styles.figure}>
                {risk.points[part]}/{MOST_POINTS}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <span className={styles.why}>
        {risk.knockIns.length > 0
          ? c.knockedIn(risk.knockIns.map((reason) => texts.knockIns[reason]))
          : c.sum(weighted.join(' + '), score)}
      </span>
      {SAID.map((reason) => (
        <Switch
          key={reason}
          label={texts.knockIns[reason]}
          aria-disabled={isBusy}
          checked={risk.knockIns.includes(reason)}
          onChange={(_, { checked }) =>
            void changePolicy(toKnockIn(items, { ...knockIn, reason }, checked))
          }
        />
      ))}
      <span className={styles.why}>{c.said}</span>
      {risk.limitationSince !== null && (
        <span className={styles.why}>{c.limitation(isoDate(risk.limitationSince))}</span>
      )}
    </CardSection>
  );
}

function Probability({ findings: { analysis }, assessment, card, risk }: Props) {
  const styles = useStyles();
  const { c, texts } = useWords();
  const { items, daysOverdue } = analysis;
  const { largest } = card;
  const rated = card.balances.filter(({ probability }) => probability !== null);
  if (largest === null) {
    return (
      <CardSection title={c.probability}>
        <Text>{c.unrated}</Text>
      </CardSection>
    );
  }
  const from = assessment.receiptFrom[largest]!;
  return (
    <CardSection title={c.probability} figure={percentText(risk.probability!)}>
      <div className={styles.line}>
        <span>{c.expectedLoss}</span>
        {rated.length > 1 ? (
          <Amount fen={risk.expectedLoss} />
        ) : (
          <Amount fen={rated[0]!.expectedLoss} currency={rated[0]!.currency} />
        )}
      </div>
      {rated.length > 1 && (
        <>
          <span className={styles.why}>{c.inBase}</span>
          {rated.map(({ currency, probability, expectedLoss }) => (
            <div key={currency} className={styles.line}>
              <span>
                {currency} {percentText(probability!)}
              </span>
              <Amount fen={expectedLoss} currency={currency} />
            </div>
          ))}
        </>
      )}
      <div className={styles.line}>
        <span>{c.receipt}</span>
        <span>
          {from === NO_DATE
            ? c.noBand
            : `${isoDate(from)} – ${isoDate(assessment.receiptTo[largest]!)}`}
        </span>
      </div>
      <span className={styles.why}>
        {risk.factors.length > 0 && c.factorsOf(documentOf(items, largest))}{' '}
        {daysOverdue[largest]! > 0 && c.alreadyLate}
      </span>
      <ul className={styles.list}>
        {risk.factors.map((factor) => (
          <li key={factor.code}>{factorText(factor, texts)}</li>
        ))}
      </ul>
    </CardSection>
  );
}

function Persona({ risk, treatment }: Props) {
  const styles = useStyles();
  const { c, texts } = useWords();
  const { persona, rootCause } = risk;
  const words = treatmentWords(treatment, texts);
  return (
    <>
      <CardSection title={c.persona} figure={texts.personas[persona.persona]}>
        {persona.matches.length === 0 ? (
          <span className={styles.why}>{c.noRule}</span>
        ) : (
          <ul className={styles.list}>
            {persona.matches.map((match) => (
              <li key={match.fact + match.comparison}>{matchText(match, texts)}</li>
            ))}
          </ul>
        )}
        {persona.missing.length > 0 && (
          <span className={styles.why}>
            {c.unknown(persona.missing.map((fact) => texts.facts[fact]))}
          </span>
        )}
      </CardSection>
      <CardSection title={c.treatment}>
        {c.begin(words.channel, words.tone)}
        <ol className={styles.list}>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </CardSection>
      <CardSection
        title={c.cause}
        figure={rootCause.cause === null ? undefined : texts.causes[rootCause.cause]}
      >
        {rootCause.cause === null ? (
          <Text>{c.noCause}</Text>
        ) : (
          <>
            <span className={styles.why}>{c.confidence(percentText(rootCause.confidence))}</span>
            <ul className={styles.list}>
              {rootCause.evidence.flatMap(({ cause, signs }) =>
                signs.map((sign) => (
                  <li key={cause + sign.fact}>
                    {texts.causes[cause]} · {matchText(sign, texts)}
                  </li>
                )),
              )}
            </ul>
          </>
        )}
      </CardSection>
      <CardSection title={c.quadrant} figure={texts.quadrants[risk.quadrant]} />
    </>
  );
}
