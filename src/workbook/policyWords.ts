import { cellText, halfWidth } from '../domain';
import { POLICY_TEXTS, type PolicyTexts } from './policyTexts';

const plain = (cell: unknown): string => halfWidth(cellText(cell)).trim().toLowerCase();

/**
 * The codes that words of cells stand for, in every language: whoever opens the workbook next may
 * read another one.
 *
 * @returns undefined for a word that is none of ours
 */
export function codesOf<Code extends string>(
  words: (texts: PolicyTexts) => Readonly<Record<Code, string>>,
): (cell: unknown) => Code | undefined {
  const codes = new Map(
    Object.values(POLICY_TEXTS).flatMap((texts) =>
      (Object.entries(words(texts)) as [Code, string][]).map(
        ([code, word]) => [plain(word), code] as const,
      ),
    ),
  );
  return (cell) => codes.get(plain(cell));
}

export const personaIn = codesOf(({ personas }) => personas);
