import { kpisOf, ledgerFigures, type KpiName } from '../../src/domain';
import type { FormulaSheet } from './judgement';
import { CUSTOMERS, openFormula, over, type LedgerSheet } from './ledgerSheet';

const TOP = 3;
const BAD_DEBT = 1_234_56;
/** Enough for the oldest item there can be. */
const MONTHS_BACK = 15;

/** Cells of the figures, in column L from row 1; each formula may use those above it. */
const FIGURES = [
  'asOf',
  'months',
  'from',
  'opening',
  'closing',
  'gross',
  'notDue',
  'sales',
  'badDebt',
  'paid',
  'days',
] as const;
const at = Object.fromEntries(FIGURES.map((name, i) => [name, `$L$${i + 1}`])) as Record<
  (typeof FIGURES)[number],
  string
>;

const isSale = (kind: string) =>
  `SUMIFS(${over('E')},${over('C')},">="&${at.from},${over('C')},"<="&${at.asOf},${over('B')},"${kind}")`;
const inWindow = `(${over('G')}>=${at.from})*(${over('G')}<=${at.asOf})*${over('F')}`;
const shares = `$P$2:$P$${CUSTOMERS.length + 1}`;
const monthsEnd = MONTHS_BACK + 1;
const unless = (blank: string, formula: string) => `=IF(${blank},"",${formula})`;

/** The KPIs as an accountant would put them over the rows. */
const KPIS: Readonly<Record<KpiName, string>> = {
  dso: unless(`${at.sales}<=0`, `${at.closing}/${at.sales}*${at.days}`),
  countBackDso: unless('AND($X$2,$V$2>0)', `SUM($Y$2:$Y$${monthsEnd})`),
  bestPossibleDso: unless(`${at.sales}<=0`, `${at.notDue}/${at.sales}*${at.days}`),
  delinquentDso: unless(`${at.sales}<=0`, `(${at.closing}-${at.notDue})/${at.sales}*${at.days}`),
  averageDaysLate: unless(
    `${at.paid}=0`,
    `SUMPRODUCT(${inWindow}*(${over('G')}-${over('D')}))/${at.paid}`,
  ),
  averageCollectionDays: unless(
    `${at.paid}=0`,
    `SUMPRODUCT(${inWindow}*(${over('G')}-${over('C')}))/${at.paid}`,
  ),
  turnover: unless(
    `${at.opening}+${at.closing}=0`,
    `${at.sales}*12/${at.months}/AVERAGE(${at.opening},${at.closing})`,
  ),
  turnoverDays: unless(
    `OR(${at.sales}=0,${at.opening}+${at.closing}=0)`,
    `365/(${at.sales}*12/${at.months}/AVERAGE(${at.opening},${at.closing}))`,
  ),
  collectionEffectiveness: unless(
    `${at.opening}+${at.sales}-${at.notDue}=0`,
    `(${at.opening}+${at.sales}-${at.closing})/(${at.opening}+${at.sales}-${at.notDue})`,
  ),
  overdueShare: unless(`${at.gross}=0`, `(${at.gross}-${at.notDue})/${at.gross}`),
  badDebtRate: unless(`${at.gross}<=0`, `${at.badDebt}/${at.gross}`),
  badDebtRateOfAverage: unless(
    `${at.opening}+${at.closing}<=0`,
    `${at.badDebt}/AVERAGE(${at.opening},${at.closing})`,
  ),
  topShare: unless(`SUM(${shares})=0`, `SUMPRODUCT(LARGE(${shares},{1,2,3}))/SUM(${shares})`),
  hhi: unless(`SUM(${shares})=0`, `SUMPRODUCT((${shares}/SUM(${shares}))^2)`),
};

/** KPIs over the rows of a ledger; the balance is counted back in columns R to Y. */
export function kpiSheet({ no, asOf, rows, items }: LedgerSheet, months: number): FormulaSheet {
  const figures = ledgerFigures(items, asOf, 0, months);
  const kpis = kpisOf(figures, { top: TOP, badDebt: BAD_DEBT });
  const formulas = [
    [asOf],
    [months],
    [`=EOMONTH(${at.asOf},-${at.months})+1`],
    [`=ROUND(SUM(${over('I')}),2)`],
    [`=ROUND(SUM(${over('H')}),2)`],
    [`=ROUND(SUMIF(${over('H')},">0"),2)`],
    [`=ROUND(SUMIFS(${over('H')},${over('H')},">0",${over('D')},">="&${at.asOf}),2)`],
    [`=ROUND(${isSale('invoice')}+${isSale('creditNote')},2)`],
    [BAD_DEBT / 100],
    [`=SUMPRODUCT(${inWindow})`],
    [`=${at.asOf}-${at.from}+1`],
    ...Object.values(KPIS).map((formula) => [formula]),
  ];
  const firstKpi = FIGURES.length + 1;
  const yuan = ({ opening, closing, gross, notDue, sales }: typeof figures) => [
    opening / 100,
    closing / 100,
    gross / 100,
    notDue / 100,
    sales / 100,
  ];
  return {
    name: `KPI ${no}`,
    blocks: {
      A2: rows.map((row, r) => [
        ...row,
        openFormula(r + 2, at.asOf),
        openFormula(r + 2, `(${at.from}-1)`),
      ]),
      L1: formulas,
      N2: CUSTOMERS.map((customer, c) => [
        customer,
        `=ROUND(SUMIF(${over('A')},N${c + 2},${over('H')}),2)`,
        `=MAX(0,O${c + 2})`,
      ]),
      R2: Array.from({ length: MONTHS_BACK }, (_, m) => monthRow(m)),
      [`V${monthsEnd + 1}`]: [[`=ROUND(V${monthsEnd}-W${monthsEnd},2)`]],
    },
    says: {
      L3: figures.window.from,
      ...Object.fromEntries(yuan(figures).map((value, i) => [`L${4 + i}`, value])),
      L11: figures.window.days,
      ...Object.fromEntries(
        (Object.keys(KPIS) as KpiName[]).map((name, i) => [
          `L${firstKpi + i}`,
          kpis.values[name].value,
        ]),
      ),
      [`V${monthsEnd + 1}`]: kpis.values.countBackDso.basis.leftover! / 100,
    },
  };
}

/** R months back, S last day, T first day, U sales, V left, W used up, X whether it stops, Y days. */
function monthRow(back: number) {
  const r = back + 2;
  const sold = (kind: string) =>
    `SUMIFS(${over('E')},${over('C')},">="&T${r},${over('C')},"<="&S${r},${over('B')},"${kind}")`;
  return [
    back,
    `=MIN(${at.asOf},EOMONTH(${at.asOf},-R${r}))`,
    `=EOMONTH(${at.asOf},-R${r}-1)+1`,
    `=ROUND(${sold('invoice')}+${sold('creditNote')},2)`,
    back === 0 ? `=MAX(0,${at.closing})` : `=ROUND(V${r - 1}-W${r - 1},2)`,
    `=IF(X${r},0,MIN(V${r},U${r}))`,
    `=OR(${back === 0 ? '' : `X${r - 1},`}V${r}<=0,U${r}<=0)`,
    `=IF(X${r},0,W${r}/U${r}*(S${r}-T${r}+1))`,
  ];
}
