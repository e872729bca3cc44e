import { formatFen, type Fen } from '../domain';
import type { Language } from '../workbook/texts';
import { useSession } from './useSession';

interface Props {
  readonly fen: Fen;
  /** '' where the ledger names none. */
  readonly currency?: string;
}

const formats = new Map<Language, Intl.NumberFormat>();

/** Making a format costs more than a hundred uses of it. */
function formatIn(language: Language): Intl.NumberFormat {
  const known = formats.get(language);
  if (known) return known;
  const format = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 2 });
  formats.set(language, format);
  return format;
}

/** Short form (万, 亿 or K, M) with the exact figure in the tooltip. */
export function Amount({ fen, currency = '' }: Props) {
  const language = useSession((state) => state.language);
  return (
    <span title={formatFen(fen)}>
      {[formatIn(language).format(fen / 100), currency].filter(Boolean).join(' ')}
    </span>
  );
}
