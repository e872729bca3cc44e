import { makeStyles, tokens } from '@fluentui/react-components';
import type { CardPayment } from '../domain';
import { EDGE, HEIGHT, TimeChart, WIDTH, xOf } from './TimeChart';

const useStyles = makeStyles({
  line: {
    stroke: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { stroke: 'GrayText' },
  },
  late: { stroke: tokens.colorStatusDangerForeground1, fill: tokens.colorStatusDangerForeground1 },
  onTime: { stroke: tokens.colorStatusSuccessForeground1, fill: tokens.colorNeutralBackground1 },
});

interface Props {
  /** One or more, in the order they were paid. */
  readonly payments: readonly CardPayment[];
  readonly label: string;
}

/** Payments over time: late ones stand above the line of the due date, full; others hang below, hollow. */
export function PaymentChart({ payments, label }: Props) {
  const styles = useStyles();
  const delays = payments.map(({ delay }) => delay);
  const [most, least] = [Math.max(0, ...delays), Math.min(0, ...delays)];
  const [first, last] = [payments[0]!.paidOn, payments.at(-1)!.paidOn];
  const x = (day: number) => xOf(day, first, last);
  const y = (delay: number) =>
    EDGE + ((most - delay) / Math.max(1, most - least)) * (HEIGHT - 2 * EDGE);
  return (
    <TimeChart first={first} last={last} label={label}>
      <line x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} className={styles.line} />
      {payments.map(({ item, paidOn, delay }) => (
        <g key={item} className={delay > 0 ? styles.late : styles.onTime}>
          <line x1={x(paidOn)} x2={x(paidOn)} y1={y(0)} y2={y(delay)} strokeWidth={1.5} />
          <circle cx={x(paidOn)} cy={y(delay)} r={3} strokeWidth={1.5} />
        </g>
      ))}
    </TimeChart>
  );
}
