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
  point: {
    fill: tokens.colorBrandForeground1,
    fillOpacity: 0.6,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  risky: { fill: tokens.colorStatusDangerForeground1 },
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
  const { points, counts, x } = useMemo(() => {
    const shares = customers.map(({ facts }) => Math.max(0, facts.salesShare ?? 0));
    const largest = shares.reduce((most, share) => Math.max(most, share), 0) || 1;
    // By the root: a few large customers would press all others to the edge.
    const at = (share: number) => EDGE + Math.sqrt(share / largest) * (WIDTH - 2 * EDGE);
    const counts = { keep: 0, control: 0, grow: 0, tighten: 0 };
    // One of those that would cover each other.
    const points = new Map<string, readonly [cx: number, cy: number, isRisky: boolean]>();
    customers.forEach(({ score, quadrant }, k) => {
      counts[quadrant]++;
      const [cx, cy] = [Math.round(at(shares[k]!)), Math.round(yOf(score))];
      points.set(`${cx} ${cy}`, [cx, cy, quadrant === 'control' || quadrant === 'tighten']);
    });
    return { points, counts, x: at };
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
        {[...points].map(([key, [cx, cy, isRisky]]) => (
          <circle
            key={key}
            cx={cx}
            cy={cy}
            r={3}
            className={mergeClasses(styles.point, isRisky && styles.risky)}
          />
        ))}
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
