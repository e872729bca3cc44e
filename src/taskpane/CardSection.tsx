import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  section: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalS,
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalXS,
  },
  title: { margin: 0 },
  figure: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
});

interface Props {
  readonly title: string;
  /** What the section comes to, beside its title. */
  readonly figure?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of the customer card. */
export function CardSection({ title, figure, children }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <Text as="h2" weight="semibold" className={styles.title}>
          {title}
        </Text>
        {figure !== undefined && (
          <Text weight="semibold" className={styles.figure}>
            {figure}
          </Text>
        )}
      </div>
      {children}
    </section>
  );
}
