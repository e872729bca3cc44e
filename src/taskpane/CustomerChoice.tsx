import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { customerBalances, type Analysis } from '../domain';
import { useStrings } from './useSession';

/** Offered at once; typing finds the others. */
const OFFERED = 50;

const useStyles = makeStyles({ box: { minWidth: 0 } });

interface Props {
  readonly label: string;
  readonly analysis: Pick<Analysis, 'items' | 'accounts'>;
  /** What stands before the customers besides all of them. */
  readonly more?: readonly Choice[];
  /** Code of a customer; '' for all. */
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

interface Choice {
  readonly value: string;
  readonly words: string;
}

/** A customer with a balance, or all, found by a part of the name or code among thousands. */
export function CustomerChoice({ label, analysis, more = [], value, onChoose }: Props) {
  const styles = useStyles();
  const t = useStrings();
  const owing = useMemo(() => {
    const { items } = analysis;
    const nameOf = (code: string, i: number) =>
      items.customerNames[i] === '' ? code : items.customerNames[i]!;
    const names = new Map(items.customers.map((code, i) => [code, nameOf(code, i)]));
    const codes = [...new Set(customerBalances(analysis).map(({ customer }) => customer))];
    return codes.map((code) => ({ value: code, words: names.get(code)! }));
  }, [analysis]);
  const all = [{ value: '', words: t.allCustomers(owing.length) }, ...more];
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const wanted = (typed ?? '').trim().toLowerCase();
  const isMeant = (choice: Choice) =>
    `${choice.words}\n${choice.value}`.toLowerCase().includes(wanted);
  const found = wanted === '' ? [...all, ...owing] : owing.filter(isMeant);
  const chosen =
    all.find((choice) => choice.value === value) ?? owing.find((c) => c.value === value);
  return (
    <Field label={label}>
      <Combobox
        className={styles.box}
        value={typed ?? chosen?.words ?? ''}
        selectedOptions={[value]}
        open={isOpen}
        onOpenChange={(_, { open }) => setOpen(open)}
        onChange={({ target }) => {
          setTyped(target.value);
          setOpen(true); // by itself it does not where an input method types
        }}
        onBlur={() => setTyped(null)}
        onOptionSelect={(_, { optionValue }) => {
          setTyped(null);
          if (optionValue !== undefined) onChoose(optionValue);
        }}
      >
        {found.slice(0, OFFERED).map((choice) => (
          <Option key={choice.value} value={choice.value}>
            {choice.words}
          </Option>
        ))}
        {found.length > OFFERED && (
          <Option disabled value="\t" text="">
            {t.typeToFind(found.length - OFFERED)}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
