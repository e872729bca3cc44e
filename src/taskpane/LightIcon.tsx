import { makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CircleFilled,
  CircleHalfFillFilled,
  CircleHintRegular,
} from '@fluentui/react-icons';
import type { Light } from '../domain';

const useStyles = makeStyles({
  red: { color: tokens.colorStatusDangerForeground1 },
  amber: { color: tokens.colorStatusWarningForeground1 },
  yellow: { color: tokens.colorNeutralForeground2 },
  none: { color: tokens.colorStatusSuccessForeground1 },
});

const ICONS = {
  red: CircleFilled,
  amber: CircleHalfFillFilled,
  yellow: CircleHintRegular,
  none: CheckmarkCircleRegular,
} as const;

/** The sign of a light, for beside its word. */
export function LightIcon({ light }: { readonly light: Light }) {
  const styles = useStyles();
  const Icon = ICONS[light ?? 'none'];
  return <Icon className={styles[light ?? 'none']} aria-hidden />;
}
