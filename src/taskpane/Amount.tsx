import { formatFen, type Fen } from '../domain';
import { useSession } from './useSession';

interface Props {
  readonly fen: Fen;
  /** '' where the ledger names none. */
  readonly currency?: string;
}

/** Short form (万, 亿 or K, M) with the exact figure in the tooltip. */
export function Amount({ fen, currency = '' }: Props) {
  const language = useSession((state) => state.language);
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 2 });
  return (
    <span title={formatFen(fen)}>
      {[short.format(fen / 100), currency].filter(Boolean).join(' ')}
    </span>
  );
}
