import { Field, Input, Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { askTieOut } from '../commands/session';
import {
  formatFen,
  parseAmount,
  type Analysis,
  type TieOut,
  type TieOutQuestion,
  type TieOutReason,
} from '../domain';
import { selectCell } from '../workbook/inspectLedger';
import type { Findings } from '../workbook/runWarnings';
import { TEXTS } from '../workbook/texts';
import { CustomerChoice } from './CustomerChoice';
import { useSession, useStrings } from './useSession';

/** How long nothing is typed before it is looked into [ms]. */
const TYPING = 200;
/** Rows of a reason that are linked to; more are told as a number. */
const LINKED = 8;

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: '16px' },
  figure: { fontVariantNumeric: 'tabular-nums' },
});

/** The ledger against its account's balance (科目余额), and the rows that may explain a difference. */
export default function TieOutPanel({ findings }: { readonly findings: Findings }) {
  const styles = useStyles();
  const t = useStrings();
  const language = useSession((state) => state.language);
  const { analysis, issues, place } = findings;
  const { items } = analysis;
  const [customer, setCustomer] = useState('');
  const [typed, setTyped] = useState('');
  const [currency, setCurrency] = useState(items.currencies.length > 1 ? '' : '0');
  const figure = typed.trim() === '' ? null : parseAmount(typed);
  const question = useMemo(
    () =>
      figure === null
        ? null
        : {
            figure,
            issues,
            ...(currency !== '' && { currency: Number(currency) }),
            ...(customer !== '' && { customer: items.customers.indexOf(customer) }),
          },
    [items, issues, figure, currency, customer],
  );
  const result = useTieOut(analysis, question);
  const linkTo = (sheet: string, row: number) => (
    <Link
      key={`${sheet}!${row}`}
      as="button"
      title={t.goTo(`${sheet}!${row}`)}
      onClick={() => void selectCell(sheet, row - 1, place.firstColumn)}
    >
      {sheet}!{row}
    </Link>
  );
  const places = ({ items: found, rows }: TieOutReason) => [
    ...found.map((i) => ({ sheet: items.sheets[items.sheet[i]!]!, row: items.row[i]! })),
    ...rows,
  ];
  return (
    <div className={styles.panel}>
      <CustomerChoice
        label={TEXTS[language].customer}
        analysis={analysis}
        value={customer}
        onChoose={setCustomer}
      />
      <Field label={t.accountBalance} hint={t.accountHint}>
        <Input
          className={styles.figure}
          inputMode="decimal"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      {items.currencies.length > 1 && (
        <Select
          aria-label={t.accountCurrency}
          value={currency}
          onChange={(_, { value }) => setCurrency(value)}
        >
          <option value="">{t.baseCurrency}</option>
          {items.currencies.map((word, i) => (
            <option key={word} value={i}>
              {word || t.noCurrency}
            </option>
          ))}
        </Select>
      )}
      {result && (
        <div role="status">
          <Text weight="semibold" block>
            {result.difference === 0
              ? t.tiesOut(formatFen(result.balance))
              : t.differs(formatFen(result.balance), formatFen(result.difference))}
          </Text>
          <ul className={styles.list}>
            {result.reasons.map((reason, i) => {
              const all = places(reason);
              return (
                <li key={i}>
                  {reason.isExact ? '✓ ' : ''}
                  {t.tieOutReasons[reason.code]}
                  {reason.amount !== null && ` ${formatFen(reason.amount)}`}{' '}
                  {all.slice(0, LINKED).map(({ sheet, row }) => (
                    <span key={`${sheet}!${row}`}>{linkTo(sheet, row)} </span>
                  ))}
                  {all.length > LINKED && `… +${all.length - LINKED}`}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}

/** @returns the answer; null without a question, and until it is there */
function useTieOut(analysis: Analysis, question: TieOutQuestion | null): TieOut | null {
  const [answered, setAnswered] = useState<{ question: TieOutQuestion; answer: TieOut | null }>();
  useEffect(() => {
    if (!question) return;
    let isMeant = true;
    const timer = setTimeout(() => {
      void askTieOut(question).then((answer) => {
        if (isMeant) setAnswered({ question, answer });
      });
    }, TYPING);
    return () => {
      isMeant = false;
      clearTimeout(timer);
    };
  }, [analysis, question]);
  return answered?.question === question ? answered.answer : null;
}
