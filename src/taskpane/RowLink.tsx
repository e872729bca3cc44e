import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { selectCell } from '../workbook/inspectLedger';
import { useStrings } from './useSession';

const useStyles = makeStyles({
  link: {
    minWidth: 0,
    padding: 0,
    textDecorationLine: 'underline',
    fontWeight: 'normal',
    verticalAlign: 'baseline',
  },
});

interface Props {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly children: ReactNode;
}

/** Words within a line that lead to a row of the workbook. */
export function RowLink({ sheet, row, column, children }: Props) {
  const styles = useStyles();
  const t = useStrings();
  return (
    <Button
      appearance="transparent"
      size="small"
      className={styles.link}
      title={t.goTo(`${sheet}!${row}`)}
      onClick={() => void selectCell(sheet, row - 1, column)}
    >
      {children}
    </Button>
  );
}
