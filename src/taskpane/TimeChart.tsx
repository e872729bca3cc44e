import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isoDate, type Serial } from '../domain';

/** Of the drawing, in its own units; it is as wide as the pane lets it. */
export const WIDTH = 300;
export const HEIGHT = 72;
export const EDGE = 6;

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto' },
  axis: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** @returns where a day lies between the first and the last one */
export const xOf = (day: Serial, first: Serial, last: Serial): number =>
  EDGE + ((day - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE);

interface Props {
  readonly first: Serial;
  readonly last: Serial;
  /** What is to be seen, in words. */
  readonly label: string;
  readonly children: ReactNode;
}

/** The frame of a small chart over time: a drawing, and the days it spans below. */
export function TimeChart({ first, last, label, children }: Props) {
  const styles = useStyles();
  return (
    <div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.chart}
        role="img"
        aria-label={label}
      >
        {children}
      </svg>
      <div className={styles.axis}>
        <span>{isoDate(first)}</span>
        {last > first && <span>{isoDate(last)}</span>}
      </div>
    </div>
  );
}
