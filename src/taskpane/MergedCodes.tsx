import { makeStyles, Switch, Text } from '@fluentui/react-components';
import { decideMerging } from '../commands/session';
import type { Findings } from '../workbook/runWarnings';
import { useBusy, useStrings } from './useSession';

/** More than anyone reads in a pane; AR数据质量 has them all. */
const SHOWN = 5;

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '16px' } });

/** Codes that were taken for one customer, and the switch that parts them. */
export function MergedCodes({ findings }: { readonly findings: Findings }) {
  const styles = useStyles();
  const t = useStrings();
  const isBusy = useBusy();
  const { mergedCodes, place } = findings;
  const { mergeCodes } = place.choices;
  if (mergedCodes.length === 0 && mergeCodes) return null;
  return (
    <section>
      {mergeCodes && (
        <>
          <Text block>{t.mergedCodes(mergedCodes.length)}</Text>
          <ul className={styles.list}>
            {mergedCodes.slice(0, SHOWN).map(({ customer, spellings }) => (
              <li key={customer}>{spellings.join(' = ')}</li>
            ))}
            {mergedCodes.length > SHOWN && <li>… +{mergedCodes.length - SHOWN}</li>}
          </ul>
        </>
      )}
      <Switch
        label={t.mergeCodes}
        checked={mergeCodes}
        disabled={isBusy}
        onChange={(_, { checked }) => void decideMerging(checked)}
      />
    </section>
  );
}
