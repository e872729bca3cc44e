import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Analysis } from '../domain';
import { selectCell } from '../workbook/inspectLedger';
import type { LedgerPlace } from '../workbook/locateLedger';
import { Amount } from './Amount';
import { useStrings } from './useSession';
import { VirtualList } from './VirtualList';

const ROW_PIXELS = 44;
const NOTE_PIXELS = 16;
const ROWS_SHOWN = 5;

const useStyles = makeStyles({
  button: {
    flexGrow: 1,
    minWidth: 0,
    height: '100%',
    padding: '0 8px',
    justifyContent: 'space-between',
    fontWeight: 'normal',
  },
  text: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'left',
    flexShrink: 1,
  },
  figures: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    paddingLeft: tokens.spacingHorizontalS,
  },
});

interface Props {
  readonly analysis: Analysis;
  readonly place: LedgerPlace;
  readonly list: ArrayLike<number>;
  /** Two lines at the left. */
  readonly about: (item: number) => readonly [ReactNode, ReactNode];
  /** A third line at the left, and the whole of what it says in short; left out where no row has one. */
  readonly note?: ((item: number) => readonly [short: string, whole: string] | null) | undefined;
  /** Below the amount. */
  readonly state: (item: number) => ReactNode;
  /** At the right of a row. */
  readonly action?: (item: number) => ReactNode;
}

/** Items with what is open of each; a click selects the row in the ledger. */
export function ItemList({ analysis, place, list, about, note, state, action }: Props) {
  const styles = useStyles();
  const t = useStrings();
  const { items, open } = analysis;
  return (
    <VirtualList
      count={list.length}
      rowPixels={note ? ROW_PIXELS + NOTE_PIXELS : ROW_PIXELS}
      rowsShown={ROWS_SHOWN}
      row={(index) => {
        const item = list[index]!;
        const row = items.row[item]!;
        const sheet = items.sheets[items.sheet[item]!]!;
        const [first, second] = about(item);
        const third = note?.(item);
        return (
          <>
            <Button
              appearance="subtle"
              className={styles.button}
              title={t.goTo(`${sheet}!${row}:${row}`)}
              onClick={() => void selectCell(sheet, row - 1, place.firstColumn)}
            >
              <span className={styles.text}>
                {first}
                <br />
                <Text size={200}>{second}</Text>
                {third && (
                  <>
                    <br />
                    <Text size={200} title={third[1]}>
                      {third[0]}
                    </Text>
                  </>
                )}
              </span>
              <span className={styles.figures}>
                <Amount fen={open[item]!} currency={items.currencies[items.currency[item]!]!} />
                <br />
                <Text size={200}>{state(item)}</Text>
              </span>
            </Button>
            {action?.(item)}
          </>
        );
      }}
    />
  );
}
