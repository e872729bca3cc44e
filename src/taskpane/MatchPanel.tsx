import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  Field,
  Link,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { acceptMatches } from '../commands/session';
import { customerLabel, formatFen, type Evidence } from '../domain';
import { selectCell } from '../workbook/inspectLedger';
import { matchLines, reasonOf, unmatchedParts, type MatchLine } from '../workbook/matching';
import type { Findings } from '../workbook/runWarnings';
import { TEXTS } from '../workbook/texts';
import { Amount } from './Amount';
import { useLater } from './useLater';
import { useBusy, useSession, useStrings } from './useSession';
import { VirtualList } from './VirtualList';

const ROW_PIXELS = 84;
const ROWS_SHOWN = 3;
/** More than anyone reads in a pane; the sheet has more. */
const SHOWN = 50;
const REASONS: readonly Evidence['reason'][] = ['number', 'amount', 'sum', 'fifo'];
/** From here on a suggestion is sure enough to be taken with others like it. */
const SURE = 0.8;

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end', flexWrap: 'wrap' },
  field: { flexGrow: 1, minWidth: '160px' },
  line: {
    gap: tokens.spacingHorizontalXS,
    padding: '2px 8px 2px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { flexGrow: 1, minWidth: 0 },
  heads: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  clipped: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  figures: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  reason: {
    color: tokens.colorNeutralForeground2,
    display: 'block',
    maxHeight: '32px',
    overflow: 'hidden',
  },
  unmatched: { margin: 0, paddingLeft: '16px' },
});

const acceptedAmong = (lines: readonly MatchLine[]): ReadonlySet<number> =>
  new Set(lines.flatMap(({ isAccepted }, i) => (isAccepted ? [i] : [])));

/** What receipts may pay: suggestions to accept, what is accepted, and what nothing matches (核账). */
export default function MatchPanel({ findings }: { readonly findings: Findings }) {
  const found = useLater(useCallback(() => linesOf(findings), [findings]));
  return found && <Lines {...found} />;
}

interface Found {
  readonly findings: Findings;
  readonly lines: readonly MatchLine[];
  readonly unmatched: ReturnType<typeof unmatchedParts>;
}

function linesOf(findings: Findings): Found {
  const { analysis, matching } = findings;
  const { lines } = matchLines(analysis.items, matching);
  return { findings, lines, unmatched: unmatchedParts(matching) };
}

function Lines({ findings, lines, unmatched }: Found) {
  const styles = useStyles();
  const t = useStrings();
  const language = useSession((state) => state.language);
  const isBusy = useBusy();
  const texts = TEXTS[language];
  const { analysis, place } = findings;
  const { items } = analysis;
  const held = lines.filter(({ isAccepted }) => isAccepted).length;
  const [shown, setShown] = useState(lines);
  const [checked, setChecked] = useState(() => acceptedAmong(lines));
  if (shown !== lines) {
    setShown(lines);
    setChecked(acceptedAmong(lines));
  }
  const [which, setWhich] = useState('sure');
  const isMeant = ({ evidence, confidence, isRefused }: MatchLine): boolean =>
    evidence !== null &&
    !isRefused &&
    (which === 'all' || evidence.reason === which || (which === 'sure' && confidence >= SURE));
  const check = (i: number, on: boolean) => {
    const now = new Set(checked);
    if (on) now.add(i);
    else now.delete(i);
    setChecked(now);
  };
  const isChanged = lines.some(({ isAccepted }, i) => isAccepted !== checked.has(i));
  const apply = () =>
    void acceptMatches(
      lines.flatMap(({ match, isAccepted }, i) => (!isAccepted && checked.has(i) ? [match] : [])),
      lines.flatMap(({ match, isAccepted }, i) => (isAccepted && !checked.has(i) ? [match] : [])),
      analysis.asOf,
    );
  const placeOf = (i: number) => `${items.sheets[items.sheet[i]!]!}!${items.row[i]!}`;
  const linkTo = (i: number, label: string) => (
    <Link
      as="button"
      title={t.goTo(placeOf(i))}
      onClick={() =>
        void selectCell(items.sheets[items.sheet[i]!]!, items.row[i]! - 1, place.firstColumn)
      }
    >
      {label || placeOf(i)}
    </Link>
  );
  return (
    <section className={styles.panel} aria-label={texts.matchTitle}>
      <Text as="h2" weight="semibold" block>
        {t.matches(lines.length - held, held, unmatched.length)}
      </Text>
      {lines.length > 0 && (
        <>
          <div className={styles.row}>
            <Field label={t.choose} className={styles.field}>
              <Select value={which} onChange={(_, { value }) => setWhich(value)}>
                <option value="sure">{t.surerThan(SURE)}</option>
                {REASONS.map((reason) => (
                  <option key={reason} value={reason}>
                    {t.matchReason[reason]}
                  </option>
                ))}
                <option value="all">{t.allMatches}</option>
              </Select>
            </Field>
            <Button
              onClick={() =>
                setChecked(
                  new Set([...checked, ...lines.flatMap((line, i) => (isMeant(line) ? [i] : []))]),
                )
              }
            >
              {t.check}
            </Button>
            <Button disabledFocusable={isBusy || !isChanged} onClick={apply}>
              {t.apply}
            </Button>
          </div>
          <VirtualList
            count={lines.length}
            rowPixels={ROW_PIXELS}
            rowsShown={ROWS_SHOWN}
            rowClass={styles.line}
            row={(index) => {
              const line = lines[index]!;
              const { match } = line;
              const name = `${match.credit.number || t.receipt} → ${match.item.number}`;
              return (
                <>
                  <Checkbox
                    checked={checked.has(index)}
                    aria-label={t.acceptMatch(name, formatFen(match.amount))}
                    onChange={(_, data) => check(index, data.checked === true)}
                  />
                  <div className={styles.text}>
                    <div className={styles.heads}>
                      <span className={styles.clipped}>
                        {line.credit === null ? match.customer : customerLabel(items, line.credit)}
                      </span>
                      <span className={styles.figures}>
                        <Amount fen={match.amount} currency={match.currency} />
                      </span>
                    </div>
                    <div className={styles.clipped}>
                      {line.credit === null || line.item === null ? (
                        name
                      ) : (
                        <>
                          {linkTo(line.credit, match.credit.number)} →{' '}
                          {linkTo(line.item, match.item.number)}
                        </>
                      )}
                    </div>
                    <Text size={200} className={styles.reason}>
                      {line.evidence
                        ? `${Math.round(line.confidence * 100)}% · ${reasonOf(line.evidence, texts)}`
                        : line.code
                          ? texts.issues[line.code]
                          : texts.matchSet}
                      {line.isRefused && ` · ${t.refused}`}
                    </Text>
                  </div>
                </>
              );
            }}
          />
        </>
      )}
      {unmatched.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="unmatched">
            <AccordionHeader>{t.unmatched(unmatched.length)}</AccordionHeader>
            <AccordionPanel>
              <ul className={styles.unmatched}>
                {unmatched.slice(0, SHOWN).map(({ credit, amount, code }, i) => (
                  <li key={i}>
                    {linkTo(credit, items.documentNo[credit]!)} {customerLabel(items, credit)}{' '}
                    <Amount fen={amount} /> {texts.unmatched[code]}
                  </li>
                ))}
                {unmatched.length > SHOWN && <li>… +{unmatched.length - SHOWN}</li>}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </section>
  );
}
