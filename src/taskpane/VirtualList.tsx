import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { TEXTS } from '../workbook/texts';
import { useSession } from './useSession';

/** Further nobody scrolls, and browsers have no room for a million rows; the rest is told as a number. */
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

/**
 * A long list, of which only the rows in sight are drawn. Tab stops at one row alone, arrows go
 * from row to row and within one: however long the list is, it is a step to what comes behind it.
 */
export function VirtualList({ count, rowPixels, rowsShown, rowClass, row }: Props) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState(0);
  const language = useSession((state) => state.language);
  const listed = Math.min(count, LISTED);
  const current = Math.min(chosen, listed - 1);
  const rows = useVirtualizer({
    count: listed,
    getScrollElement: () => box.current,
    estimateSize: () => rowPixels,
    overscan: 4,
    // A row that goes out of sight takes the focus with it, unless it stays.
    rangeExtractor: (range) =>
      [...new Set([current, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });
  useLayoutEffect(() => {
    for (const line of list.current!.children) {
      const isCurrent = indexOf(line) === current;
      for (const control of controlsOf(line)) control.tabIndex = isCurrent ? 0 : -1;
    }
  });
  const move = (event: KeyboardEvent) => {
    const line = (event.target as Element).closest('li')!;
    const column = controlsOf(line).indexOf(event.target as HTMLElement);
    const by: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      PageDown: [rowsShown, 0],
      PageUp: [-rowsShown, 0],
      Home: [-listed, 0],
      End: [listed, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
    };
    const step = by[event.key];
    if (!step) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(indexOf(line) + step[0], listed - 1));
    flushSync(() => setChosen(to)); // it may not have been drawn before
    const next = [...list.current!.children].find((each) => indexOf(each) === to)!;
    controlsOf(next)[column + step[1]]?.focus();
  };
  return (
    <>
      <div
        ref={box}
        className={styles.box}
        style={{ height: rowPixels * Math.min(rowsShown, count) }}
      >
        <ul
          ref={list}
          className={styles.list}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={move}
          onFocus={({ target }) => setChosen(indexOf(target.closest('li')!))}
        >
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

const indexOf = (line: Element): number => Number(line.getAttribute('aria-posinset')) - 1;

const controlsOf = (line: Element): HTMLElement[] => [
  ...line.querySelectorAll<HTMLElement>('button, input'),
];
