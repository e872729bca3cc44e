import {
  Button,
  Field,
  Input,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { sheetOf } from '../workbook/address';
import { insertFormula, selectedAddress, takeBack, type Inserted } from '../workbook/insertFormula';
import { toWorkbookError, type WorkbookError } from '../workbook/workbookError';
import { AnswerTable } from './AnswerTable';
import { calculate, type Outcome } from './calculate';
import { FORMATS, formulaOf, FORMS, GROUPS, usualArgument } from './functionForms';
import { FUNCTION_STRINGS } from './functionStrings';
import { useParts, useStrings } from './useSession';

/** Long enough not to calculate at every key. */
const PAUSE_MS = 250;

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  row: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  grow: { flexGrow: 1, minWidth: 0 },
  take: { minWidth: 0, whiteSpace: 'nowrap' },
  formula: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

/** Composes a formula with one of our functions, shows what it gives, and puts it into a cell. */
export default function FunctionPanel({ onDone }: { readonly onDone: () => void }) {
  const styles = useStyles();
  const strings = useStrings();
  const { language, ledger } = useParts('language', 'ledger');
  const t = FUNCTION_STRINGS[language];
  const [id, setId] = useState('AGING_BUCKET');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [target, setTarget] = useState('');
  const [found, setFound] = useState<{ formula: string; outcome: Outcome } | null>(null);
  const [inserted, setInserted] = useState<Inserted | null>(null);
  const [error, setError] = useState<WorkbookError | null>(null);
  const form = FORMS[language].find((one) => one.id === id)!;
  const home = target === '' ? '' : sheetOf(target);
  const texts = form.parameters.map(({ name }) => typed[name] ?? usualArgument(name, ledger, home));
  const formula = formulaOf(id, texts);
  const outcome = found?.formula === formula ? found.outcome : null;

  const fail = (caught: unknown) => setError(toWorkbookError(caught));
  const attempt = (work: () => Promise<void>) => {
    setError(null);
    void work().catch(fail);
  };
  useEffect(() => {
    selectedAddress().then(setTarget, fail);
  }, []);
  useEffect(() => {
    if (home === '') return;
    let isLatest = true;
    const timer = setTimeout(() => {
      calculate(form, texts, home).then((outcome) => {
        if (isLatest) setFound({ formula, outcome });
      }, fail);
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
    // The formula says id and texts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [formula, home]);

  const take = (name: string) =>
    attempt(async () => {
      const address = await selectedAddress();
      const isHome = sheetOf(address) === home;
      const cells = address.slice(address.lastIndexOf('!') + 1);
      setTyped((before) => ({ ...before, [name]: isHome ? cells : address }));
    });
  const insert = () =>
    attempt(async () => {
      const rows = outcome?.kind === 'answer' ? outcome.rows : [['']];
      const size = { rows: rows.length, columns: rows[0]!.length };
      setInserted(await insertFormula(target, formula, size, FORMATS[id] ?? null));
    });
  return (
    <section
      className={styles.panel}
      aria-label={t.title}
      onKeyDown={({ key }) => key === 'Escape' && onDone()}
    >
      <div className={styles.head}>
        <Text as="h2" weight="semibold">
          {t.title}
        </Text>
        <Button appearance="subtle" size="small" aria-label={t.close} onClick={onDone}>
          ✕
        </Button>
      </div>
      <Field label={t.choose} size="small">
        <Select
          size="small"
          autoFocus
          value={id}
          onChange={(_, { value }) => {
            setId(value);
            setInserted(null);
          }}
        >
          {GROUPS.map((ids, g) => (
            <optgroup key={t.groups[g]} label={t.groups[g]}>
              {ids.map((each) => (
                <option key={each} value={each}>
                  AR.{each}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Text size={200}>
        {form.description}{' '}
        <Link inline href={`help/${language}/${id}.html`} target="_blank" rel="noreferrer">
          {t.help}
        </Link>
      </Text>
      {form.parameters.map(({ name, description, optional }, i) => (
        <Field
          key={`${id} ${name}`}
          size="small"
          label={optional ? t.optional(name) : name}
          hint={description}
        >
          <div className={styles.row}>
            <Input
              size="small"
              className={styles.grow}
              aria-label={name}
              placeholder={t.hint}
              value={texts[i]!}
              onChange={(_, { value }) => setTyped({ ...typed, [name]: value })}
            />
            <Button
              size="small"
              className={styles.take}
              aria-label={t.takeSelection(name)}
              onClick={() => take(name)}
            >
              {t.take}
            </Button>
          </div>
        </Field>
      ))}
      <Field label={t.target} size="small">
        <div className={styles.row}>
          <Input size="small" className={styles.grow} readOnly value={target} />
          <Button
            size="small"
            className={styles.take}
            aria-label={t.takeSelection(t.target)}
            onClick={() => attempt(async () => setTarget(await selectedAddress()))}
          >
            {t.take}
          </Button>
        </div>
      </Field>
      <Text size={200} className={styles.formula}>
        {formula}
      </Text>
      <div aria-live="polite">
        <Text weight="semibold" block>
          {t.preview}
          {outcome?.kind === 'answer' &&
            ` · ${t.size(outcome.rows.length, outcome.rows[0]?.length ?? 1)}`}
        </Text>
        {!outcome && !error && <Text size={200}>{t.calculating}</Text>}
        {outcome && outcome.kind !== 'answer' && (
          <Text size={200}>{t[outcome.kind](outcome.parameter)}</Text>
        )}
        {outcome?.kind === 'answer' && (
          <AnswerTable label={t.preview} rows={outcome.rows} format={FORMATS[id]} />
        )}
      </div>
      {error && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{strings.errors[error.code](error.where)}</MessageBarBody>
        </MessageBar>
      )}
      {inserted && !error && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{t.inserted(inserted.address)}</MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              onClick={() =>
                attempt(async () => {
                  await takeBack(inserted);
                  setInserted(null);
                })
              }
            >
              {t.takeBack}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={styles.row}>
        <Button disabled={target === '' || !outcome || outcome.kind === 'missing'} onClick={insert}>
          {t.insert}
        </Button>
      </div>
    </section>
  );
}
