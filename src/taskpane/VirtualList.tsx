import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import { TEXTS } from '../workbook/texts';
import { useSession } from './useSession';

/** Further than this nobody scrolls, and browsers have no room for a million rows; the rest is told as a number. */
const LISTED = 10_000;

const useStyles = makeStyles({
  box: { overflowY: 'auto', border: `1px solid ${tokens.colorNeutralStroke2}` },
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  row: { position: 'absolute', left: 0, right: 0, display: 'flex', boxSizing: 'border-box' },
});

interface Props {
  readonly count: number;
  /** Height of a row [px]. */
  readonly rowPixels: number;
  /** Rows that show without scrolling, at most. */
  readonly rowsShown: number;
  readonly rowClass?: string;
  readonly row: (index: number) => ReactNode;
}

/** A long list, of which only the rows in sight are drawn. */
export function VirtualList({ count, rowPixels, rowsShown, rowClass, row }: Props) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const language = useSession((state) => state.language);
  const listed = Math.min(count, LISTED);
  const rows = useVirtualizer({
    count: listed,
    getScrollElement: () => box.current,
    estimateSize: () => rowPixels,
    overscan: 8,
  });
  return (
    <>
      <div
        ref={box}
        className={styles.box}
        style={{ height: rowPixels * Math.min(rowsShown, count) }}
      >
        <ul className={styles.list} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => (
            <li
              key={index}
              className={mergeClasses(styles.row, rowClass)}
              style={{ top: start, height: rowPixels }}
              aria-setsize={count}
              aria-posinset={index + 1}
            >
              {row(index)}
            </li>
          ))}
        </ul>
      </div>
      {listed < count && <Text size={200}>{TEXTS[language].more(count - listed)}</Text>}
    </>
  );
}
