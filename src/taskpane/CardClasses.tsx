import { makeStyles, tokens } from '@fluentui/react-components';
import { presetOf, type CardClass, type ClassBounds } from '../domain';
import type { Findings } from '../workbook/runWarnings';
import { TEXTS } from '../workbook/texts';
import { CardSection } from './CardSection';
import { CARD_STRINGS } from './cardStrings';
import { factReason, REASON_STRINGS } from './classReason';
import { RowLink } from './RowLink';
import { useSession } from './useSession';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly findings: Pick<Findings, 'analysis' | 'books' | 'place'>;
  /** The worst first; at least one. */
  readonly classes: readonly CardClass[];
}

/** 五级分类 of a customer's open items, each with what it rests on and a row that says so. */
export function CardClasses({ findings, classes }: Props) {
  const styles = useStyles();
  const language = useSession((state) => state.language);
  const c = CARD_STRINGS[language];
  const words = TEXTS[language].classes;
  const { analysis, place } = findings;
  const { items, classBounds, daysOverdue } = analysis;
  const reasonOf = (one: CardClass): string => {
    const { by, riskClass, item } = one;
    if (by !== 'days') return factReason(findings, item, one, language);
    const { days, presets } = REASON_STRINGS[language];
    const preset = presetOf(classBounds);
    return days(daysOverdue[item]!, rangeOf(riskClass, classBounds), preset && presets[preset]);
  };
  const sheetOf = (item: number): string => items.sheets[items.sheet[item]!]!;
  return (
    <CardSection title={c.classes} figure={words[classes[0]!.riskClass]}>
      <ul className={styles.list}>
        {classes.map((one) => {
          const row = items.row[one.item]!;
          const sheet = sheetOf(one.item);
          return (
            <li key={one.item}>
              {words[one.riskClass]} {c.items(one.count)}{' '}
              <RowLink sheet={sheet} row={row} column={place.firstColumn}>
                {`${sheet}!${row}`}
              </RowLink>
              <br />
              <span className={styles.why}>{reasonOf(one)}</span>
            </li>
          );
        })}
      </ul>
    </CardSection>
  );
}

/** Days overdue that make a class, as people write them. */
function rangeOf(riskClass: number, bounds: ClassBounds): string {
  const to = bounds[riskClass];
  if (riskClass === 0) return `≤${to!}`;
  return to === undefined ? `>${bounds[riskClass - 1]!}` : `${bounds[riskClass - 1]! + 1}–${to}`;
}
