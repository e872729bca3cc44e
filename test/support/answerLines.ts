/** The answers of the headless report as lines a bookkeeper can read and work out. */

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type Answers = Readonly<Record<string, Json>>;

/** Figures to four places; what is not known as –. */
const say = (value: Json | undefined): string =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'number'
      ? String(Number(value.toFixed(4)))
      : typeof value === 'object'
        ? Object.entries(value)
            .map(([name, one]) => (Array.isArray(value) ? say(one) : `${name} ${say(one)}`))
            .join(', ')
        : String(value);

const fields = (of: Json): Answers => of as Answers;
const each = (of: Json | undefined): readonly Answers[] => of as readonly Answers[];
const listOf = (of: Json | undefined): readonly Answers[] => each(fields(of!).list);
/** Sums that are not 0. */
const sums = (of: Json): string =>
  Object.entries(fields(of))
    .filter(([, fen]) => fen !== '0.00')
    .map(([label, fen]) => `${label} ${say(fen)}`)
    .join(', ');
const at = (of: Json | undefined): string => `${say(fields(of!).sheet)}!${say(fields(of!).row)}`;

/** The rows something rests on; of several sums, those of each that has any. */
const rowsIn = (of: Json | undefined): string => {
  const { count, spans, left } = fields(of!);
  if (typeof count !== 'number') {
    const some = Object.entries(fields(of!)).map(([label, rows]) => [label, rowsIn(rows)] as const);
    return some.flatMap(([label, rows]) => (rows === '' ? [] : [`${label} ${rows}`])).join('; ');
  }
  return count === 0 ? '' : `${say(spans)}${left === 0 ? '' : ` and ${say(left)} rows`}`;
};

/** @returns per answer its lines; long lists whole, the words of rules left out */
export function answerLines(answers: Answers): Record<string, string[]> {
  const {
    ages,
    base,
    outside,
    classes,
    warnings,
    kpis,
    benchmarks,
    alerts,
    effect,
    pivots,
    salespersons,
    allowance,
    comparison,
    forecast,
    limitation,
    lateInterest,
    sme,
    outliers,
    reconciliation,
    tieOut,
    statements,
    applications,
    why,
    unavailable,
    ...rest
  } = answers;
  if (Object.keys(rest).length > 0) throw new Error(`No lines for ${Object.keys(rest).join()}`);
  const { cash } = fields(forecast!);
  return {
    ages: each(ages).map(
      (a) =>
        `${say(a.currency)}: ${sums(a.byBand!)}; undated ${say(a.undated)}; rows ${rowsIn(a.rows)}`,
    ),
    base: [
      `balance ${say(fields(fields(base!).total!).balance)}: ${sums(fields(fields(base!).total!).byBucket!)}; ` +
        `rows ${rowsIn(fields(fields(base!).total!).rows)}`,
    ],
    outside: listOf(outside).map(
      (o) =>
        `${say(o.customer)} ${say(o.currency)}: ` +
        sums({
          future: o.future!,
          remaining: o.remaining!,
          bills: o.bills!,
          disputed: o.disputed!,
        }) +
        `; rows ${rowsIn(o.rows)}`,
    ),
    classes: [
      ...Object.entries(fields(fields(classes!).presets!)).flatMap(([name, preset]) =>
        each(fields(preset).totals).map(
          (t) =>
            `${name} ${say(t.currency)}: ${sums(t.byClass!)} by ${say(fields(preset).bounds)}; rows ${rowsIn(t.rows)}`,
        ),
      ),
      ...listOf(fields(classes!).overrides).map(
        (o) => `${at(o)} ${say(o.class)} by ${say(o.fact)}, ${say(o.byDays)} by days`,
      ),
    ],
    warnings: listOf(fields(warnings!).items).map(
      (w) => `${say(w.level)} ${at(w)} ${say(w.open)}: now ${say(w.now)}; before ${say(w.before)}`,
    ),
    kpis: each(kpis).flatMap((k) => [
      ...Object.entries(fields(k.values!)).map(([name, one]) => {
        const { value, window, basis } = fields(one);
        const { from, to } = fields(window!);
        return `${say(k.currency)} ${name} ${say(value)}: ${say(basis)}; ${say(from)} to ${say(to)}`;
      }),
      `badDebt ${say(k.badDebt)}; undated ${say(k.undated)}; rows ${rowsIn(k.rows)}`,
      ...each(fields(k.concentration!).top).map(
        (t) => `top ${say(t.customer)} ${say(t.open)} = ${say(t.share)}; rows ${rowsIn(t.rows)}`,
      ),
    ]),
    benchmarks: [
      say(fields(benchmarks!).industry),
      ...each(fields(benchmarks!).currencies).flatMap((c) => [
        `${say(c.currency)} ${say(c.own)}`,
        ...each(c.gaps).map(
          (b) => `${b.isOwn === true ? '= ' : ''}${say(b.industry)}: ${say(b.gap)}`,
        ),
      ]),
    ],
    alerts: each(fields(alerts!).raised).map(
      (a) =>
        `${say(a.rule)} ${say(a.customer ?? a.currency)}: ${say(a.value)} against ${say(a.line)}` +
        (a.rows === undefined ? '' : `; rows ${rowsIn(a.rows)}`),
    ),
    effect: each(fields(effect!).currencies).flatMap((c) =>
      ['gross', 'overdue', 'overdueCustomers'].map((name) => {
        const { rows, ...change } = fields(c[name]!);
        const at = rows === undefined ? '' : `; rows ${rowsIn(rows)}`;
        return `${say(c.currency)} ${name}: ${say(change)}${at}`;
      }),
    ),
    pivots: Object.entries(fields(pivots!)).flatMap(([by, cells]) =>
      listOf(cells).map(
        (cell) =>
          `${by} ${each(cell.words).map(String).join('/')} ${say(cell.currency)}: ` +
          `${say(cell.open)} = ${sums(cell.byBucket!)}, unapplied ${say(cell.unapplied)}; overdue ${say(cell.overdue)}; ` +
          `rows ${rowsIn(cell.rows)}`,
      ),
    ),
    salespersons: each(fields(salespersons!).accounts).map(
      (s) =>
        `${say(s.salesperson)} ${say(s.currency)}: ${say(s.opening)} + ${say(s.invoiced)} − ${say(s.settled)} = ` +
        `${say(s.closing)}; overdue ${say(s.overdue)}, new ${say(s.newlyOverdue)}: ` +
        listOf(s.overdueItems)
          .map((item) => `${say(item.place)} ${say(item.daysOverdue)} days`)
          .join(', ') +
        `; rows ${rowsIn(s.rows)}`,
    ),
    allowance: each(allowance).flatMap((a) =>
      ['byAge', 'byOverdue'].flatMap((by) => {
        const { rolls, lines, balance, allowance: total } = fields(a[by]!);
        return [
          ...each(rolls).flatMap((pair) =>
            each(pair.bands)
              .filter(({ rate }) => rate !== null)
              .map(
                (b) =>
                  `${say(pair.from)} to ${say(pair.to)} ${say(b.band)}: (${say(b.rolled)} + ` +
                  `${say(b.writtenOff)}) ÷ ${say(b.opening)} = ${say(b.rate)}; rows ${rowsIn(b.rows)}`,
              ),
          ),
          ...each(lines)
            .filter(({ balance: own }) => own !== '0.00')
            .map(
              (l) =>
                `${say(l.band)}: roll ${say(l.rollRate)}, loss ${say(l.lossRate)}, used ${say(l.forced)}` +
                `${l.isRaised === true ? ' (raised)' : ''} × ${say(l.balance)} = ${say(l.allowance)}; rows ${rowsIn(l.rows)}`,
            ),
          `${by} ${say(a.currency)} ${say(total)} of ${say(balance)}`,
        ];
      }),
    ),
    comparison: [
      ...each(fields(comparison!).bridges).map(
        (b) =>
          `${say(b.currency)}: ${say(b.opening)} + ${say(b.came)} − ${say(b.paid)} + ${say(b.changed)} − ` +
          `${say(b.vanished)} + ${say(b.credits)} = ${say(b.closing)}; rows ${rowsIn(b.rows)}`,
      ),
      ...listOf(fields(comparison!).movements).map(
        (m) => `${at(m)} ${say(m.kinds)}: ${say(m.openBefore)} → ${say(m.openAfter)}`,
      ),
    ],
    forecast: [
      ...each(fields(forecast!).currencies).flatMap((c) => [
        ...each(c.weeks)
          .filter((w) => w.low !== '0.00' || w.expected !== '0.00' || w.high !== '0.00')
          .map(
            (w) =>
              `${say(w.from)}: ${say(w.low)} / ${say(w.expected)} / ${say(w.high)}; rows ${rowsIn(w.rows)}`,
          ),
        `${say(c.currency)} beyond ${say(fields(c.beyond!).expected)}, disputed ${say(c.disputed)} of ${say(c.open)}; ` +
          `rows ${rowsIn({ beyond: fields(c.beyond!).rows!, disputed: c.disputedRows! })}`,
      ]),
      ...listOf(fields(forecast!).items).map(
        (i) =>
          `${at(i)} week ${say(i.week)}: ${say(i.expected)} by ${say(i.by)}, ${say(i.receipts)} receipts, ${say(i.delay)} days`,
      ),
      `month factors ${say(fields(forecast!).monthFactors)}`,
      ...each(cash).map(
        (c) => `${say(c.currency)} below ${say(c.minimum)} in week: ${say(c.firstBelow)}`,
      ),
    ],
    limitation: [
      ...listOf(limitation).map(
        (l) =>
          `${at(l)} ${say(l.open)}: from ${say(l.start)} (${say(l.restart)}) to ${say(l.end)}, ` +
          `${say(l.daysLeft)} days left${l.isExpired === true ? ', expired' : ''}`,
      ),
      ...listOf(fields(limitation!).customers).map(
        (c) => `expired since ${say(c.limitationSince)}; rows ${rowsIn(c.rows)}`,
      ),
    ],
    lateInterest: [
      ...each(fields(lateInterest!).totals).map(
        (t) =>
          `${say(t.currency)} ${say(t.interest)} at ${say(fields(lateInterest!).yearlyRate)} a year`,
      ),
      ...listOf(lateInterest).map(
        (l) => `${at(l)}: ${say(l.yuanDays)} yuan-days, ${say(l.interest)}`,
      ),
    ],
    sme: [
      `${say(fields(sme!).bound)} bound, ${say(fields(sme!).unknown)} unknown`,
      ...listOf(sme).map(
        (s) =>
          `${at(s)} ${say(s.buyer)}: ${say(s.open)}, ${say(s.days)} days to ${say(s.lastDay)}, ${say(s.daysLate)} late, ` +
          `${s.isTooLong === true ? 'too long, ' : ''}interest ${say(s.interest)}`,
      ),
    ],
    outliers: listOf(outliers).map((o) => `${at(o)} ${say(o.measure)} ${say(o.value)}`),
    reconciliation: [
      ...listOf(fields(reconciliation!).suggestions).map(
        (s) =>
          `${at(s.credit)} pays ${each(s.parts)
            .map((part) => `${at(part)} ${say(part.amount)}`)
            .join(', ')} (${say(fields(s.evidence!).reason)} ${say(s.confidence)})`,
      ),
      ...listOf(fields(reconciliation!).unmatched).map(
        (u) => `${at(u)} ${say(u.amount)} ${say(u.code)}`,
      ),
    ],
    tieOut: [{ ...fields(fields(tieOut!).total ?? {}) }, ...each(fields(tieOut!).customers)]
      .filter((t) => t.code !== undefined || t.balance !== undefined)
      .flatMap((t) => [
        `${say(t.customer)} ${say(t.code)}: ${say(t.balance)} − ${say(t.figure)} = ${say(t.difference)}` +
          (t.rows === undefined ? '' : `; rows ${rowsIn(t.rows)}`),
        ...(t.reasons === undefined ? [] : each(t.reasons)).map(
          (r) =>
            `${r.isExact === true ? '= ' : ''}${say(r.code)} ${say(r.amount)}: ${listOf(r.rows).map(String).join(', ')}`,
        ),
      ]),
    statements: listOf(statements).map(
      (s) =>
        `${say(s.customer)} ${say(s.currency)}: ${say(s.opening)} + ${say(s.debits)} − ${say(s.credits)} = ${say(s.closing)}; rows ${rowsIn(s.rows)}`,
    ),
    applications: [say(fields(applications!).count)],
    why: Object.entries(fields(why!)).map(([name, one]) => {
      const { spec, asOf, settings } = fields(one);
      return `${name} by ${say(spec)} on ${say(asOf)}: ${say(settings)}`;
    }),
    unavailable: each(unavailable).map(({ figure }) => say(figure)),
  };
}
