import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Quadrant, RiskAssessment } from '../domain';
import { RISK_TEXTS } from '../workbook/riskTexts';
import { RISK_STRINGS } from './riskStrings';
import { useSession } from './useSession';

const WIDTH = 300;
const HEIGHT = 130;
const EDGE = 5;
const MOST = 100;

/** As they lie in the plot: risky above, worth much to the right. */
const PLACES = ['tighten', 'control', 'grow', 'keep'] as const satisfies readonly Quadrant[];

const useStyles = makeStyles({
  plot: { display: 'block', width: '100%', height: 'auto' },
  frame: {
    fill: 'none',
    stroke: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { stroke: 'GrayText' },
  },
  line: {
    stroke: tokens.colorNeutralStroke1,
    strokeDasharray: '3 3',
    '@media (forced-colors: active)': { stroke: 'GrayText' },
  },
  /** Of lines without length, round at their ends. */
  points: {
    stroke: tokens.colorBrandForeground1,
    strokeOpacity: 0.6,
    strokeWidth: '6px',
    strokeLinecap: 'round',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  risky: { stroke: tokens.colorStatusDangerForeground1 },
  axis: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
  },
  places: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: tokens.spacingHorizontalXS,
  },
  place: { minWidth: 0 },
});

interface Props {
  readonly risk: RiskAssessment;
  /** The one whose customers are listed; null: all. */
  readonly chosen: Quadrant | null;
  readonly onChoose: (quadrant: Quadrant | null) => void;
}

/** Customers by value and risk, and how many lie where; a place chosen is what is listed. */
export function QuadrantPlot({ risk: { customers, quadrants }, chosen, onChoose }: Props) {
  const styles = useStyles();
  const language = useSession((state) => state.language);
  const t = RISK_STRINGS[language];
  const words = RISK_TEXTS[language].quadrants;
  const { paths, counts, x } = useMemo(() => {
    const shares = customers.map(({ facts }) => Math.max(0, facts.salesShare ?? 0));
    const largest = shares.reduce((most, share) => Math.max(most, share), 0) || 1;
    // By the root: a few large customers would press all others to the edge.
    const at = (share: number) => EDGE + Math.sqrt(share / largest) * (WIDTH - 2 * EDGE);
    const counts = { keep: 0, control: 0, grow: 0, tighten: 0 };
    // One of those that would cover each other; all in two elements, however many customers there are.
    const points = { safe: new Set<string>(), risky: new Set<string>() };
    customers.forEach(({ score, quadrant }, k) => {
      counts[quadrant]++;
      const isRisky = quadrant === 'control' || quadrant === 'tighten';
      const point = `M${Math.round(at(shares[k]!))} ${Math.round(yOf(score))}h0`;
      points[isRisky ? 'risky' : 'safe'].add(point);
    });
    const paths = { safe: [...points.safe].join(''), risky: [...points.risky].join('') };
    return { paths, counts, x: at };
  }, [customers]);
  const { valueFrom, riskFrom } = quadrants;
  return (
    <div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.plot}
        role="img"
        aria-label={t.plot(PLACES.map((place) => t.inQuadrant(words[place], counts[place])))}
      >
        <rect x={0.5} y={0.5} width={WIDTH - 1} height={HEIGHT - 1} className={styles.frame} />
        <line x1={0} x2={WIDTH} y1={yOf(riskFrom)} y2={yOf(riskFrom)} className={styles.line} />
        {valueFrom !== null && (
          <line x1={x(valueFrom)} x2={x(valueFrom)} y1={0} y2={HEIGHT} className={styles.line} />
        )}
        <path d={paths.safe} className={styles.points} />
        <path d={paths.risky} className={mergeClasses(styles.points, styles.risky)} />
      </svg>
      <div className={styles.axis} aria-hidden>
        <span>↑ {t.byScore}</span>
        <span>{t.byValue} →</span>
      </div>
      <Text size={200}>{t.quadrants}</Text>
      <div className={styles.places}>
        {PLACES.map((place) => (
          <Button
            key={place}
            size="small"
            className={styles.place}
            appearance={chosen === place ? 'primary' : 'secondary'}
            aria-pressed={chosen === place}
            onClick={() => onChoose(chosen === place ? null : place)}
          >
            {t.inQuadrant(words[place], counts[place])}
          </Button>
        ))}
      </div>
    </div>
  );
}

const yOf = (score: number): number => EDGE + ((MOST - score) / MOST) * (HEIGHT - 2 * EDGE);
