import { makeStyles, tokens } from '@fluentui/react-components';
import type { Rating, RfaSettings } from '../domain';
import { EDGE, HEIGHT, TimeChart, WIDTH, xOf } from './TimeChart';

const MOST = 100;

const useStyles = makeStyles({
  line: {
    stroke: tokens.colorNeutralStroke2,
    strokeDasharray: '2 3',
    '@media (forced-colors: active)': { stroke: 'GrayText' },
  },
  scores: {
    stroke: tokens.colorBrandForeground1,
    fill: 'none',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  point: {
    fill: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
});

interface Props {
  /** Two or more, ascending by day. */
  readonly ratings: readonly Rating[];
  readonly tierFrom: RfaSettings['tierFrom'];
  readonly label: string;
}

/** Scores over time, between dashed lines where a tier begins. */
export function RatingChart({ ratings, tierFrom, label }: Props) {
  const styles = useStyles();
  const [first, last] = [ratings[0]!.date, ratings.at(-1)!.date];
  const x = (day: number) => xOf(day, first, last);
  const y = (score: number) => EDGE + ((MOST - score) / MOST) * (HEIGHT - 2 * EDGE);
  const points = ratings.map(({ date, score }) => [x(date), y(score)] as const);
  return (
    <TimeChart first={first} last={last} label={label}>
      {tierFrom.map((from) => (
        <line key={from} x1={0} x2={WIDTH} y1={y(from)} y2={y(from)} className={styles.line} />
      ))}
      <polyline points={points.join(' ')} className={styles.scores} strokeWidth={1.5} />
      {points.map(([cx, cy]) => (
        <circle key={cx} cx={cx} cy={cy} r={3} className={styles.point} />
      ))}
    </TimeChart>
  );
}
