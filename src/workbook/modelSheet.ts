import {
  isoDate,
  NO_DATE,
  type Analysis,
  type Discrimination,
  type InputName,
  type RiskAssessment,
} from '../domain';
import { columnLetters } from './address';
import { columnWidth } from './columnWidth';
import { tableOfModel, textsOfTraining } from './keptModel';
import { MODEL_TEXTS, type ModelTexts } from './modelTexts';
import { loadName, OWN } from './ownNames';
import type { OwnSheets } from './ownSheets';
import { INPUT_FILL } from './putSettings';
import type { SheetDraft } from './putSheets';
import type { Cell } from './rowColumns';
import { TEXTS, type Language, type Texts } from './texts';
import { everyCell, writeBlocks } from './writeBlocks';

/** Columns of the sheet; the chart stands to the right of them. */
const WIDTH = 8;
const USE_CELL = 'B3';
const CHART = 'ARW_Calibration';
/** Points; no wider than a page of A4. */
const CHART_SIZE = { width: 460, height: 230 };
/** Foretold, observed. */
const SERIES_COLORS = ['#0F6CBD', '#CA5010'];
/** Inputs that are ln(1 + x) of what is shown. */
const LOGARITHMIC: ReadonlySet<InputName> = new Set<InputName>([
  'amount',
  'settled',
  'open',
  'openAmount',
  'overdue',
  'overdueAmount',
  'age',
]);

const PERCENT = '0.0%';
const RATIO = '0.0000';

/**
 * What a model rests on, how well it foretells, and the model itself, for coming runs.
 *
 * @param ledger - name of the ledger's sheet
 */
export function modelSheet(
  risk: RiskAssessment,
  { asOf }: Pick<Analysis, 'asOf'>,
  ledger: string,
  language: Language,
): SheetDraft {
  const texts = MODEL_TEXTS[language];
  const page = new Page(texts, TEXTS[language].roles, risk);
  const { rows, bold, formats, calibration, model, kept } = page;
  rows[0] = [texts.title];
  rows[1] = [texts.about(ledger, isoDate(asOf))];
  const named = [
    [OWN.modelUse, USE_CELL],
    [OWN.model, model],
    [OWN.modelText, kept],
  ] as const;
  return {
    key: 'model',
    rows,
    loadRest(sheet) {
      const areNamed = named.map(([name, address]) => loadName(sheet, name, address));
      const chart = sheet.charts.getItemOrNullObject(CHART).load('name');
      const use = sheet.getRange(USE_CELL).dataValidation.load('type');
      return () =>
        areNamed.every((isNamed) => isNamed()) &&
        chart.isNullObject === (calibration === null) &&
        use.type === Excel.DataValidationType.list;
    },
    async write(sheet) {
      const areNamed = named.map(([name, address]) => loadName(sheet, name, address));
      await sheet.context.sync();
      sheet.charts.getItemOrNullObject(CHART).delete();
      for (const { address, format } of formats) {
        sheet.getRange(address).numberFormat = everyCell(format);
      }
      for (const address of ['A1', ...bold]) sheet.getRange(address).format.font.bold = true;
      const use = sheet.getRange(USE_CELL);
      use.format.fill.color = INPUT_FILL;
      use.dataValidation.rule = {
        list: { inCellDropDown: true, source: texts.uses.join(',') },
      };
      // Wrapped in rows of one line, long texts neither spill nor make the printed page wider.
      sheet.getRange(kept).format.wrapText = true;
      sheet.getRange(kept).format.rowHeight = 15;
      for (let c = 0; c < WIDTH; c++) {
        const words = rows.flatMap((row) => (isCut(row, c) ? [row[c] as string] : []));
        sheet.getRangeByIndexes(0, c, 1, 1).format.columnWidth = columnWidth(
          c === 0 ? 170 : 84,
          ...words,
        );
      }
      const { names } = sheet.context.workbook;
      named.forEach(([name, address], i) => {
        if (areNamed[i]!()) return;
        names.getItemOrNullObject(name).delete();
        names.add(name, sheet.getRange(address));
      });
      await writeBlocks(sheet, 1, 0, rows.length - 1, (r) =>
        Array.from({ length: WIDTH }, (_, c) => rows[r + 1]![c] ?? ''),
      );
      if (calibration) addChart(sheet, calibration, texts);
      sheet.getRange('A1').values = [[texts.title]];
    },
  };
}

/** Whether a text would be cut where its column is narrow: another one follows it. */
const isCut = (row: readonly Cell[], c: number): boolean =>
  typeof row[c] === 'string' && (row[c + 1] ?? '') !== '';

/** Takes the sheet away, if it is there, and what it kept. */
export function removeModelSheet(ownSheets: OwnSheets): void {
  if (!ownSheets.remove('model')) return;
  for (const name of [OWN.modelUse, OWN.model, OWN.modelText]) {
    ownSheets.names.getItemOrNullObject(name).delete();
  }
}

/** Draws foretold and observed shares of the tenths side by side. */
function addChart(sheet: Excel.Worksheet, table: string, texts: ModelTexts): void {
  const chart = sheet.charts.add(
    Excel.ChartType.columnClustered,
    sheet.getRange(table),
    Excel.ChartSeriesBy.columns,
  );
  chart.name = CHART;
  chart.title.text = texts.calibration;
  // Said outright: a workbook without a theme has no colours to take.
  SERIES_COLORS.forEach((color, i) => {
    chart.series.getItemAt(i).format.fill.setSolidColor(color);
  });
  chart.legend.position = Excel.ChartLegendPosition.bottom;
  chart.axes.valueAxis.minimum = 0;
  chart.axes.valueAxis.maximum = 1;
  chart.axes.valueAxis.title.text = texts.late;
  chart.axes.categoryAxis.title.text = texts.tenth;
  chart.axes.valueAxis.numberFormat = '0%';
  const corner = sheet.getRange(`${columnLetters(WIDTH + 1)}4`);
  // In a column of its own no page break goes through it.
  corner.format.columnWidth = CHART_SIZE.width + 4;
  chart.setPosition(corner);
  chart.width = CHART_SIZE.width;
  chart.height = CHART_SIZE.height;
}

/** The sheet's rows from the first on, and where in them what stands. */
class Page {
  readonly rows: Cell[][] = [[], []];
  readonly bold: string[] = [];
  readonly formats: { readonly address: string; readonly format: string }[] = [];
  /** Addresses; null without a proof. */
  readonly calibration: string | null = null;
  readonly model: string;
  readonly kept: string;

  constructor(
    private readonly own: ModelTexts,
    private readonly roles: Texts['roles'],
    risk: RiskAssessment,
  ) {
    const { card, model } = risk.trained;
    const { proof, scorecard } = card;
    this.use(risk);
    this.facts(risk);
    if (proof) {
      this.proof([proof.model, proof.logit, proof.priorRatio, proof.constant]);
      this.calibration = this.tenths(proof.model);
    }
    if (risk.drift && card.scores) this.drift(risk.drift, card.scores);
    this.model = this.coefficients(model);
    if (scorecard) this.scorecard(scorecard);
    this.kept = this.table(
      [this.own.kept],
      [],
      textsOfTraining(risk.trained).map((text) => [text]),
      ['@'],
    );
  }

  private use({ training, trained: { card, model } }: RiskAssessment): void {
    const { uses, verdicts, use } = this.own;
    const isUsed = training.model.kind === model.kind;
    const proven = card.proof?.beatsBaselines ? 'proven' : isUsed ? 'accepted' : 'unproven';
    this.rows.push([use, uses[isUsed ? 0 : 1], verdicts[card.proof ? proven : 'rate']]);
  }

  private facts({ trained: { model, card } }: RiskAssessment): void {
    const { own } = this;
    const { proof } = card;
    const day = (serial: number) => (serial === NO_DATE ? own.none : isoDate(serial));
    this.table(
      [own.card],
      [],
      [
        [own.target, own.targetIs(card.grace)],
        [own.kind, own.kinds[card.tooLittle ?? 'logistic']],
        [own.trainedOn, day(card.cutOff)],
        [own.rows, own.rowsAre(card.rows, card.closed, card.late)],
        [own.period, `${day(card.from)} – ${day(card.to)}`],
        [own.undated, String(card.undated)],
        [
          own.split,
          proof ? own.splitIs(day(proof.from), proof.model.n, proof.model.positives) : own.none,
        ],
        [own.maturity, own.maturityIs(card.maturity, card.maturityDays, card.leastDays)],
        [own.least, own.leastIs(card.leastClosed, card.leastLate)],
        [own.penalty, proof ? String(card.penalty) : own.none],
        [own.tuned, proof ? own.tunedIs[model.calibration ? 1 : 0] : own.none],
      ],
      ['@', '@'],
    );
  }

  private proof(rated: readonly Discrimination[]): void {
    const { own } = this;
    const measures = ['auc', 'gini', 'ks', 'brier', 'logLoss'] as const;
    this.table(
      [own.proof],
      [own.kind, ...own.measures],
      rated.map((one, r) => [own.rated[r]!, ...measures.map((m) => one[m] ?? own.none)]),
      ['@', RATIO, RATIO, RATIO, RATIO, RATIO],
    );
  }

  private tenths({ calibration }: Discrimination): string {
    const { own } = this;
    const body = this.table(
      [own.calibration],
      [own.tenth, own.foretold, own.observed, own.count],
      calibration.map(({ from, to, n, meanProbability, observed }) => [
        `${percent(from)}–${percent(to)}`,
        meanProbability,
        observed,
        n,
      ]),
      ['@', PERCENT, PERCENT, '0'],
    );
    const [first, last] = body.match(/\d+/g)!.map(Number);
    return `A${first! - 1}:C${last!}`;
  }

  private drift(
    { psi, stability, byBin, counts }: NonNullable<RiskAssessment['drift']>,
    scores: NonNullable<RiskAssessment['trained']['card']['scores']>,
  ): void {
    const { own } = this;
    const shown = psi === null ? own.none : psi.toFixed(3);
    const edges = [0, ...scores.edges, 1];
    this.table(
      [own.drift, '', '', '', own.driftIs(shown, own.stabilities[stability])],
      [own.probability, own.then, own.now, own.share],
      counts.map((n, i) => [
        `${percent(edges[i]!)}–${percent(edges[i + 1]!)}`,
        scores.counts[i]!,
        n,
        psi === null ? own.none : byBin[i]!,
      ]),
      ['@', '0', '0', RATIO],
    );
  }

  private coefficients(model: RiskAssessment['trained']['model']): string {
    const { own } = this;
    const table = tableOfModel(model, own, (input) => this.nameOf(input));
    const body = this.table(
      [own.coefficients],
      [own.input, own.coefficient, own.low, own.high, own.unit, own.mean],
      table.map((row, r) => {
        const term = model.terms[r - 1];
        if (!term) return row;
        const isOdds = term.input === 'lateShare' && model.rates.asOdds;
        return [...row, isOdds ? 'ln(p ÷ (1 − p))' : this.unitOf(term.input), term.mean];
      }),
      ['@', '0.000000', '0.0000', '0.0000', '@', '0.0000'],
    );
    return body.replace(/:[A-Z]+/, ':D');
  }

  private scorecard({
    base,
    variables,
  }: NonNullable<RiskAssessment['trained']['card']['scorecard']>): void {
    const { own } = this;
    const body = variables.flatMap(({ name, binning: { edges, bins, iv }, points }): Cell[][] => {
      const input = name as InputName;
      const bounds = edges.map((edge) => this.shown(input, edge));
      const sum = (of: 'good' | 'bad') => bins.reduce((total, bin) => total + bin[of], 0);
      const [good, bad] = [sum('good'), sum('bad')];
      return [
        ...bins.map((bin, i): Cell[] => [
          this.nameOf(input),
          rangeText(bounds, i),
          bin.good,
          bin.bad,
          bin.bad / (bin.good + bin.bad),
          bin.woe,
          bin.iv,
          points[i]!,
        ]),
        [this.nameOf(input), own.total, good, bad, bad / (good + bad), '', iv, ''],
      ];
    });
    this.table(
      [own.scorecard, own.scorecardIs(base.toFixed(1))],
      [own.input, own.range, own.onTime, own.late, own.lateShare, 'WoE', 'IV', own.points],
      body,
      ['@', '@', '0', '0', PERCENT, '0.000', '0.000', '0.0'],
    );
  }

  private shown(input: InputName, value: number): string {
    const x = LOGARITHMIC.has(input) ? Math.expm1(value) : value;
    return String(Number(x.toPrecision(4)));
  }

  private nameOf(input: InputName): string {
    const { own, roles } = this;
    const name = own.inputs[input];
    if (name !== undefined) return name;
    return own.alike(own.alikeBy[input] ?? roles[input as keyof Texts['roles']]);
  }

  private unitOf(input: InputName): string {
    const { own } = this;
    const unit = own.units[input] ?? own.alikeUnit;
    return LOGARITHMIC.has(input) ? `ln(1 + ${unit})` : unit;
  }

  /**
   * Adds a blank row, a title, a header where there is one, and rows.
   *
   * @param formats - one per column of the rows
   * @returns the rows' address
   */
  private table(
    title: readonly Cell[],
    header: readonly string[],
    body: readonly (readonly Cell[])[],
    formats: readonly string[],
  ): string {
    const { rows, bold } = this;
    rows.push([], [...title]);
    bold.push(`A${rows.length}`);
    if (header.length > 0) {
      rows.push([...header]);
      bold.push(`A${rows.length}:${columnLetters(header.length - 1)}${rows.length}`);
    }
    const first = rows.length + 1;
    for (const row of body) rows.push([...row]);
    formats.forEach((format, c) => {
      const column = columnLetters(c);
      this.formats.push({ address: `${column}${first}:${column}${rows.length}`, format });
    });
    return `A${first}:${columnLetters(formats.length - 1)}${rows.length}`;
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** @param bounds - upper ones, inclusive */
function rangeText(bounds: readonly string[], bin: number): string {
  const [low, high] = [bounds[bin - 1], bounds[bin]];
  if (low === undefined) return high === undefined ? '–' : `≤ ${high}`;
  return high === undefined ? `> ${low}` : `${low} – ${high}`;
}
