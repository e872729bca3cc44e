import {
  cellText,
  DEFAULT_TREATMENTS,
  isBlank,
  PERSONAS,
  type Channel,
  type Persona,
  type Policy,
  type PolicyTreatment,
  type SopStep,
  type Tone,
} from '../domain';
import type { Tell } from './policyParts';
import type { PolicyTexts } from './policyTexts';
import { codesOf, personaIn } from './policyWords';
import type { Cell } from './rowColumns';
import { treatmentWords } from './treatmentWords';

/** Steps a line has room for. */
const STEPS = 8;

const channelIn = codesOf<Channel>(({ channels }) => channels);
const toneIn = codesOf<Tone>(({ tones }) => tones);
const stepIn = codesOf<SopStep>(({ steps }) => steps);

/** Reads a persona a line: channel, tone, steps; one without a line is treated as usual. */
export function treatmentsOf(
  [, ...lines]: readonly (readonly unknown[])[],
  tell: Tell,
): Policy['treatments'] {
  const found: Partial<Record<Persona, PolicyTreatment>> = {};
  lines.forEach((cells, line) => {
    if (cells.every(isBlank)) return;
    const persona = personaIn(cells[0]);
    if (!persona || found[persona]) {
      tell(line + 1, 0, persona ? 'repeated' : 'persona', 'leftOut');
      return;
    }
    const [, channel, tone, ...steps] = cells;
    found[persona] = {
      channel: channelIn(channel) ?? cellText(channel),
      tone: toneIn(tone) ?? cellText(tone),
      steps: steps.filter((step) => !isBlank(step)).map((step) => stepIn(step) ?? cellText(step)),
    };
  });
  return { ...DEFAULT_TREATMENTS, ...found };
}

export function cellsOfTreatments(treatments: Policy['treatments'], texts: PolicyTexts): Cell[][] {
  const numbers = Array.from({ length: STEPS }, (_, i) => i);
  return [
    [texts.persona, texts.channel, texts.tone, ...numbers.map((i) => texts.step(i + 1))],
    ...PERSONAS.map((persona) => {
      const { channel, tone, steps } = treatmentWords(treatments[persona], texts);
      return [texts.personas[persona], channel, tone, ...numbers.map((i) => steps[i] ?? '')];
    }),
  ];
}
