import { Dropdown, Field, makeStyles, Option } from '@fluentui/react-components';
import { switchMode } from '../commands/session';
import { COLUMN_MODES } from '../workbook/columnMode';
import type { Findings } from '../workbook/runWarnings';
import { TEXTS, type Language } from '../workbook/texts';
import { useBusy, useSession } from './useSession';

const useStyles = makeStyles({ dropdown: { minWidth: '0' } });

/** The name of the choice, and why something else was written than was chosen. */
const STRINGS: Readonly<
  Record<Language, Record<'columns' | 'valuesOnly' | 'lacksFunctions' | 'tooManyCalls', string>>
> = {
  'zh-CN': {
    columns: '结果列',
    valuesOnly: '超过 2 万行、或由多张表组成的台账只写数值。',
    lacksFunctions: '这里的 Excel 不认识 AR 函数，已改写公式。能用时再点一次一键预警。',
    tooManyCalls: '超过 5 千行时，逐格调用 AR 函数会让 Excel 长时间忙碌，已改写公式。',
  },
  'en-US': {
    columns: 'Result columns',
    valuesOnly: 'A ledger of over 20,000 rows or several sheets has values alone.',
    lacksFunctions:
      'This Excel does not know AR functions: formulas were written. Run again once it does.',
    tooManyCalls:
      'Over 5,000 rows, AR functions cell by cell would keep Excel busy: formulas were written.',
  },
};

/** What our columns hold, after a run; another choice runs again. */
export function ModeChoice({ findings }: { readonly findings: Findings }) {
  const styles = useStyles();
  const isBusy = useBusy();
  const language = useSession((state) => state.language);
  const t = STRINGS[language];
  const { modes } = TEXTS[language];
  const { mode, written, lacksFunctions } = findings;
  if (written === null) return null;
  const instead =
    written === 'values' ? t.valuesOnly : lacksFunctions ? t.lacksFunctions : t.tooManyCalls;
  return (
    <Field
      label={t.columns}
      orientation="horizontal"
      validationState="none"
      validationMessage={written === mode ? null : instead}
    >
      <Dropdown
        size="small"
        className={styles.dropdown}
        aria-disabled={isBusy}
        selectedOptions={[mode]}
        value={modes[mode]}
        onOptionSelect={(_, { optionValue }) => {
          const chosen = COLUMN_MODES.find((each) => each === optionValue);
          if (chosen && chosen !== mode) void switchMode(chosen);
        }}
      >
        {COLUMN_MODES.map((each) => (
          <Option key={each} value={each}>
            {modes[each]}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
