import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { customerLabel, redItems, type Analysis } from '../domain';
import { selectCell } from '../workbook/inspectLedger';
import type { LedgerPlace } from '../workbook/readLedger';
import { Amount } from './Amount';
import { useStrings } from './useSession';

const ROW_PIXELS = 44;

const useStyles = makeStyles({
  box: { height: '220px', overflowY: 'auto', border: `1px solid ${tokens.colorNeutralStroke2}` },
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  row: { position: 'absolute', left: 0, right: 0, height: `${ROW_PIXELS}px` },
  button: {
    width: '100%',
    height: '100%',
    padding: '0 8px',
    justifyContent: 'space-between',
    fontWeight: 'normal',
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', textAlign: 'left' },
  figures: { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly analysis: Analysis;
  readonly place: LedgerPlace;
}

/** The overdue items, largest first; a click selects the row in the ledger. */
export function RedList({ analysis, place }: Props) {
  const styles = useStyles();
  const t = useStrings();
  const box = useRef<HTMLDivElement>(null);
  const red = useMemo(() => redItems(analysis), [analysis]);
  const rows = useVirtualizer({
    count: red.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
  });
  if (red.length === 0) return null;
  const { items, open, daysOverdue } = analysis;
  return (
    <section>
      <Text as="h2" weight="semibold" block>
        {t.redRows}
      </Text>
      <div ref={box} className={styles.box}>
        <ul className={styles.list} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const item = red[index]!;
            const row = items.row[item]!;
            return (
              <li
                key={row}
                className={styles.row}
                style={{ top: start }}
                aria-setsize={red.length}
                aria-posinset={index + 1}
              >
                <Button
                  appearance="subtle"
                  className={styles.button}
                  title={t.goTo(`${place.sheet}!${row}:${row}`)}
                  onClick={() => void selectCell(place.sheet, row - 1, place.firstColumn)}
                >
                  <span className={styles.text}>
                    {customerLabel(items, item)}
                    <br />
                    <Text size={200}>{items.documentNo[item]}</Text>
                  </span>
                  <span className={styles.figures}>
                    <Amount fen={open[item]!} currency={items.currencies[items.currency[item]!]!} />
                    <br />
                    <Text size={200}>{t.overdueBy(daysOverdue[item]!)}</Text>
                  </span>
                </Button>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
