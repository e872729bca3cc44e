import { analyse, type Analysis } from './analyse';
import type { Serial } from './date';
import { salespersonAccounts, type SalespersonAccount } from './salespersonAccounts';
import { statements, type Statement } from './statement';
import { tieOut, type TieOut, type TieOutQuestion } from './tieOut';

export interface SalespersonsQuestion {
  /** First and last day, both included. */
  readonly from: Serial;
  readonly to: Serial;
  /** Statements or accounts at most. */
  readonly most: number;
}

export interface StatementsQuestion extends SalespersonsQuestion {
  /** By code; null for all that owe or are owed something. */
  readonly customer: string | null;
}

/** Answers what takes a look at all items of an analysis: for a long ledger in a worker. */
export class LedgerDesk {
  constructor(private readonly analysis: Analysis) {}

  tieOut(question: TieOutQuestion): TieOut {
    return tieOut(this.analysis, question);
  }

  /** @returns the first statements, and how many more there would be */
  statements({ customer, from, to, most }: StatementsQuestion): {
    readonly told: readonly Statement[];
    readonly left: number;
  } {
    const then = this.asOf(to);
    const all = statements(then, from, customer === null ? undefined : new Set([customer]));
    const meant = all.filter(({ closing }) => customer !== null || closing !== 0);
    const told = meant.slice(0, most);
    return { told, left: meant.length - told.length };
  }
  /** @returns the first salespersons' accounts, how many more there would be, and what they speak of */
  salespersons({ from, to, most }: SalespersonsQuestion): {
    readonly told: readonly SalespersonAccount[];
    readonly left: number;
    readonly then: Pick<Analysis, 'asOf' | 'open' | 'daysOverdue'>;
  } {
    const then = this.asOf(to);
    const all = salespersonAccounts(then, from);
    const { asOf, open, daysOverdue } = then;
    return {
      told: all.slice(0, most),
      left: Math.max(0, all.length - most),
      then: { asOf, open, daysOverdue },
    };
  }

  private asOf(day: Serial): Analysis {
    const { analysis } = this;
    return day === analysis.asOf
      ? analysis
      : analyse(analysis.items, { ...analysis, asOf: day, previous: day - 1 });
  }
}
