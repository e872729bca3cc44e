import type { PolicyTreatment } from '../domain';
import type { RiskTexts } from './riskTexts';

/** @returns a treatment in the reader's words, the user's own where they have any */
export function treatmentWords(
  { channel, tone, steps }: PolicyTreatment,
  texts: Pick<RiskTexts, 'channels' | 'tones' | 'steps'>,
): PolicyTreatment {
  const wordOf = (words: Readonly<Record<string, string>>, code: string) =>
    Object.hasOwn(words, code) ? words[code]! : code;
  return {
    channel: wordOf(texts.channels, channel),
    tone: wordOf(texts.tones, tone),
    steps: steps.map((step) => wordOf(texts.steps, step)),
  };
}
