import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { isoDate } from '../domain';
import type { Answer } from '../functions/cells';
import { useSession } from './useSession';

/** More than anyone checks by eye. */
const ROWS = 6;
const COLUMNS = 6;

const useStyles = makeStyles({
  box: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '2px 6px',
    whiteSpace: 'nowrap',
    height: '20px',
  },
  number: { textAlign: 'right' },
  error: { color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly label: string;
  readonly rows: readonly (readonly Answer[])[];
  /** Number format of the function's answers. */
  readonly format: string | undefined;
}

/** The first cells of an answer, as they will look; an error with what it says. */
export function AnswerTable({ label, rows, format }: Props) {
  const styles = useStyles();
  const language = useSession((state) => state.language);
  const shown = rows.slice(0, ROWS).map((row) => row.slice(0, COLUMNS));
  const say = (value: Answer): string => {
    if (value instanceof CustomFunctions.Error) return value.code;
    if (typeof value !== 'number') return String(value);
    if (format === 'yyyy-mm-dd') return isoDate(value);
    return value.toLocaleString(language, {
      maximumFractionDigits: format === undefined ? 6 : 2,
      ...(format?.endsWith('%') && { style: 'percent' }),
    });
  };
  const error = shown.flat().find((value) => value instanceof CustomFunctions.Error);
  return (
    <div className={styles.box}>
      <table className={styles.table} aria-label={label}>
        <tbody>
          {shown.map((row, r) => (
            <tr key={r}>
              {row.map((value, c) => (
                <td
                  key={c}
                  className={`${styles.cell} ${typeof value === 'number' ? styles.number : ''}`}
                >
                  {say(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {error instanceof CustomFunctions.Error && (
        <Text size={200} className={styles.error}>
          {error.code} {error.message}
        </Text>
      )}
    </div>
  );
}
