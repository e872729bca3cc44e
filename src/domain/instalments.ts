import Decimal from 'decimal.js';
import { halfWidth, isBlank } from './cell';
import { NO_DATE, type Serial } from './date';
import type { Fen } from './money';
import { dueDateOf, parseTerm, type Term, type TermStart } from './term';

/** A share of a document's amount that falls due by a term of its own. */
export interface Stage {
  /** 0…1; the shares of a document add up to 1. */
  readonly share: number;
  readonly term: Term;
}

/** A part of a document's amount, exact to the fen. */
export interface Instalment {
  readonly amount: Fen;
  /** NO_DATE where the day its term counts from is not known yet. */
  readonly dueDate: Serial;
  readonly stage: Stage;
}

/** The days of a document from which terms count; left out where not known. */
export type TermDates = Readonly<Partial<Record<TermStart, Serial>>>;

const PERCENT = /(\d{1,3}(?:\.\d{1,2})?)%/;
/** What stands around a share and is no part of its term. */
const FILLING =
  /^(?:分期|余款?|尾款|货款|剩余|合同款?|其余)+|([到发收交]货)款$|(?:余款?|尾款|货款|款项?)$|[()]/g;

/**
 * Reads terms that come in parts: 预付30%，发货60%，质保金10%一年 or 50% 30天，50% 60天; a last part without
 * a share takes what the others leave.
 *
 * @returns one stage for a plain term; null for a blank cell; 'ambiguous' where the shares do not
 *   make 100 % or a part does not say when
 */
export function parseStages(cell: unknown): readonly Stage[] | null | 'ambiguous' {
  if (isBlank(cell)) return null;
  const text = halfWidth(String(cell));
  if (!PERCENT.test(text)) {
    const term = parseTerm(cell);
    return term === null || term === 'ambiguous' ? term : [{ share: 1, term }];
  }
  const parts = text.split(/[,;、+\n]/).filter((part) => part.trim() !== '');
  const stages: Stage[] = [];
  let left = new Decimal(100);
  for (const [i, part] of parts.entries()) {
    const percent = PERCENT.exec(part)?.[1];
    const share =
      percent === undefined && i === parts.length - 1 ? left : new Decimal(percent ?? 0);
    const term = parseTerm(part.replace(PERCENT, '').replace(/\s/g, '').replace(FILLING, '$1'));
    if (term === null || term === 'ambiguous' || share.lte(0)) return 'ambiguous';
    stages.push({ share: share.div(100).toNumber(), term });
    left = left.minus(share);
  }
  return left.isZero() ? stages : 'ambiguous';
}

/**
 * @param amount - fen; below 0 for a credit note
 * @param shares - 0…1, adding up to 1
 * @returns fen per share, each half-up and never more than is left; the last takes the rest
 */
export function splitAmount(amount: Fen, shares: readonly number[]): Fen[] {
  let left = Math.abs(amount);
  const parts = shares.map((share, i) => {
    const exact = new Decimal(Math.abs(amount)).times(share);
    const part = i === shares.length - 1 ? left : Math.min(left, half(exact));
    left -= part;
    return part;
  });
  return amount < 0 ? parts.map((part) => 0 - part) : parts;
}

const half = (fen: Decimal): Fen => fen.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();

/**
 * @param countsMonth - the customer's rule for 月结, as `dueDateOf` has it
 * @returns one instalment a stage, in the stages' order; their amounts add up to the document's
 */
export function instalmentsOf(
  amount: Fen,
  stages: readonly Stage[],
  dates: TermDates,
  countsMonth = false,
): Instalment[] {
  const amounts = splitAmount(
    amount,
    stages.map((stage) => stage.share),
  );
  return stages.map((stage, i) => {
    const start = dates[stage.term.from] ?? NO_DATE;
    return {
      amount: amounts[i]!,
      dueDate: start === NO_DATE ? NO_DATE : dueDateOf(start, stage.term, countsMonth),
      stage,
    };
  });
}
